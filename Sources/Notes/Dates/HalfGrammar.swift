import Model

/// Halves of periods: "first half of May", "the second half of next week", "erste Hälfte Mai".
extension DateGrammar {
  /// English halves of a year are `quarterPhrase`'s, where "H2" stands.
  func half(_ index: Int) -> Part<[DayRange]>? {
    let start = skip(index, .the)
    guard let word = token(start), keyword(start + 1, .half, .hälfte, .moitié) else { return nil }
    let isFirst = DateGrammar.firstWords.contains(word.key)
    guard isFirst || DateGrammar.secondWords.contains(word.key) else { return nil }
    let linked = skip(start + 2, .of, .der, .des, .du, .de, .vom)
    guard let whole = edgedPeriod(linked) ?? edgedPeriod(skip(linked, .the)) else { return nil }
    return Part(end: whole.end, value: whole.value.map { $0.half(isFirst: isFirst) })
  }

  private static let firstWords = WordSet("first 1st erste ersten première")
  private static let secondWords = WordSet("second 2nd zweite zweiten deuxième seconde")
}

extension DayRange {
  /// A year is cut between two months, anything shorter at the day in its middle: May after the 15th, a week after its
  /// Wednesday.
  fileprivate func half(isFirst: Bool) -> DayRange {
    let length = end - start
    let middle = length > 300 ? start.adding(months: 6) : start + length / 2
    return isFirst ? DayRange(start: start, end: middle) : DayRange(start: middle, end: end)
  }
}
