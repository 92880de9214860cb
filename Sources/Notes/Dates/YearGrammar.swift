import Model

/// Quarters, years and decades.
extension DateGrammar {
  /// "Q3", "2016 Q3", "Q4 2016", "third quarter 2018", "2016 H2".
  func quarterPhrase(_ index: Int) -> Part<[DayRange]>? {
    let start = skip(index, .the)
    var given: Int?
    var place = start
    if let year = year(start), token(start)?.kind == .number {
      given = year.value
      place = skip(skipMark(year.end, "-", ","), .the)
    }
    guard let block = block(place) else { return nil }
    var end = block.end
    let after = skip(skip(end, .of, .in), .the)
    if given == nil, let year = year(after) ?? (isMark(end, "-") ? year(end + 1) : nil) {
      given = year.value
      end = year.end
    } else if given == nil, let step = steppedUnit(after), step.value.unit == .year {
      given = today.year + step.value.step
      end = step.end
    } else if given == nil, keyword(after, .year), after > end + 1 {
      end = after + 1
    }
    let years = given.map { [$0] } ?? [today.year, today.year + 1]
    let ranges = years.compactMap { year -> DayRange? in
      guard let first = Day(year: year, month: 1 + (block.value.number - 1) * block.value.months, day: 1) else {
        return nil
      }
      return DayRange(start: first, end: first.adding(months: block.value.months))
    }
    return ranges.isEmpty ? nil : Part(end: end, value: ranges)
  }

  /// "Q3", "H2", "third quarter", "3rd qtr".
  private func block(_ index: Int) -> Part<(number: Int, months: Int)>? {
    if let letter = keyword(index), letter == .q || letter == .h, isGlued(index + 1), let number = token(index + 1),
      number.kind == .number,
      number.length == 1, (1...(letter == .q ? 4 : 2)).contains(number.number),
      !(isGlued(index) && index > tokens.startIndex && token(index - 1)?.kind != .mark)
    {
      return Part(end: index + 2, value: (Int(number.number), letter == .q ? 3 : 6))
    }
    guard let ordinal = ordinal(index), (1...4).contains(ordinal.value) else { return nil }
    if ordinal.value <= 2, keyword(ordinal.end, .half), keyword(ordinal.end + 1, .of),
      year(ordinal.end + 2) != nil || keyword(skip(ordinal.end + 2, .the), .year)
        || steppedUnit(ordinal.end + 2)?.value.unit == .year
    {
      return Part(end: ordinal.end + 1, value: (ordinal.value, 6))
    }
    guard token(ordinal.end)?.word.unit == .quarter else { return nil }
    return Part(end: ordinal.end + 1, value: (ordinal.value, 3))
  }

  /// A year where a word before it says so; "year 2012", "cy18".
  func yearPeriod(_ index: Int) -> Part<[DayRange]>? {
    if keyword(index, .cy, .fy), isGlued(index + 1) || token(index + 1)?.kind == .number, let number = token(index + 1),
      number.kind == .number,
      number.length == 2 || number.length == 4
    {
      return DayRange.year(full(Int(number.number), number.length)).map { Part(end: index + 2, value: [$0]) }
    }
    let noun = skip(skip(index, .the), .fiscal, .financial)
    let said = keyword(noun, .year)
    let start = said ? skip(noun + 1, .of) : index
    guard let year = said ? cardinal(start) : year(start), year.value > 0 else { return nil }
    if !said {
      guard let before = token(index - 1) else { return nil }
      let isWord =
        before.kind == .word && !before.isCapital || before.isMark("=") || keyword(index - 1, .in, .since, .from, .of)
      guard isWord,
        !isGlued(year.end)
          || token(year.end)?.kind == .mark
            && !(isMark(year.end, ".", ",", ":") && token(year.end + 1)?.kind == .number && isGlued(year.end + 1)),
        !isMark(year.end, "%", "€", "£", "$"), !has(year.end, .unit)
      else { return nil }
    }
    return DayRange.year(year.value).map { Part(end: year.end, value: [$0]) }
  }

  /// "the seventies", "the 1990s", "the noughties".
  func decade(_ index: Int) -> Part<[DayRange]>? {
    guard keyword(index, .the) else { return nil }
    var (place, century) = (index + 1, -1)
    if let first = token(place), first.kind == .number, first.length == 4, first.number % 10 == 0,
      keyword(place + 1, .s), isGlued(place + 1)
    {
      return decades(Int(first.number), end: place + 2)
    }
    if let tens = token(place), tens.word.bits.contains(.cardinal) {
      if let whole = cardinal(place), whole.value >= 1000 {
        (place, century) = (skip(whole.end, .and), whole.value / 100)
      } else {
        (place, century) = (skipHyphen(place + 1), Int(tens.word.value))
      }
    }
    guard let word = token(place), word.kind == .word, let name = DateGrammar.decadeNames[word.key] else { return nil }
    if century > 0 { return decades(century * 100 + name, end: place + 1) }
    let years = name == 0 ? [2000] : [1900 + name, 2000 + name]
    return Part(end: place + 1, value: years.compactMap { decades($0, end: 0)?.value.first })
  }

  private static let decadeNames: [UInt64: Int] = [
    wordKey("noughties"): 0, wordKey("tens"): 10, wordKey("twenties"): 20, wordKey("thirties"): 30,
    wordKey("forties"): 40, wordKey("fifties"): 50, wordKey("sixties"): 60, wordKey("seventies"): 70,
    wordKey("eighties"): 80, wordKey("nineties"): 90,
  ]

  private func decades(_ year: Int, end: Int) -> Part<[DayRange]>? {
    guard let first = Day(year: year, month: 1, day: 1) else { return nil }
    return Part(end: end, value: [DayRange(start: first, end: first.adding(months: 120))])
  }
}
