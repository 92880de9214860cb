import Model

/// Dates with a month's name: "12 March 2026", "March the 3rd", "Dec31 , 1994", "1. Oktober".
extension DateGrammar {
  /// A month's name that may stand where it does: "may", "march" and "mar" need a capital or a number beside them.
  func month(_ index: Int) -> Part<Int>? {
    guard let token = token(index), token.kind == .word, token.word.bits.contains(.month) else { return nil }
    return Part(
      end: isMark(index + 1, ".") && isGlued(index + 1) && token.length <= 5 ? index + 2 : index + 1,
      value: Int(token.word.value))
  }

  func namedDate(_ index: Int) -> Part<[Day]>? {
    holds(.month) ? dayThenMonth(index) ?? monthThenDay(index) : nil
  }

  private func dayThenMonth(_ index: Int) -> Part<[Day]>? {
    let start = skip(index, .the, .le, .den, .dem, .zum)
    guard let number = dayNumber(start) else { return nil }
    var end = number.end
    if isMark(end, "."), isGlued(end) { end += 1 }
    if keyword(end, .day) { end += 1 }
    end = skip(skipMark(end, "/"), .of)
    if isMark(end, "-"), isGlued(end), isGlued(end + 1) { end += 1 }
    guard let month = month(end) else { return nil }
    return withYear(month: month.value, day: number.value, end: month.end)
  }

  private func monthThenDay(_ index: Int) -> Part<[Day]>? {
    guard let month = month(index) else { return nil }
    var end = skipMark(month.end, ",", "/")
    if isMark(end, "-"), isGlued(end) { end += 1 }
    // "September-2020-23".
    if let year = token(end), year.length == 4, year.kind == .number, isMark(end + 1, "-"), isGlued(end + 1),
      let day = token(end + 2), day.kind == .number, day.length <= 2,
      let date = Day(year: Int(year.number), month: month.value, day: Int(day.number))
    {
      return Part(end: end + 3, value: [date])
    }
    end = skip(end, .the)
    guard let number = dayNumber(end), !(isMark(number.end, ":") && isGlued(number.end)) else { return nil }
    if has(number.end, .meridiem), token(end)?.kind == .number || isGlued(number.end) { return nil }
    if token(end)?.kind == .word, !has(end, .ordinal), ordinal(end) == nil, token(month.end)?.isSpaced == false {
      return nil
    }
    return withYear(month: month.value, day: number.value, end: number.end)
  }

  /// A day of the month, 1...31, as a number or ordinal.
  func dayNumber(_ index: Int) -> Part<Int>? {
    guard let number = ordinal(index) ?? cardinal(index), (1...31).contains(number.value) else { return nil }
    if let token = token(index), token.kind == .number {
      guard token.length <= 2 else { return nil }
      // A decimal, an amount or an outline number is no day.
      if index > tokens.startIndex, isGlued(index), isMark(index - 1, ".", "$", "£", "€", "#", "+"),
        !has(index - 2, .month)
      {
        return nil
      }
    }
    return number
  }

  private func withYear(month: Int, day: Int, end: Int) -> Part<[Day]>? {
    if let year = yearAfter(end) {
      guard let date = Day(year: year.value, month: month, day: day) else { return nil }
      return Part(end: year.end, value: [date])
    }
    let days = yearless(month: month, day: day)
    guard !days.isEmpty else { return nil }
    // The full stop of "Aug." belongs to the sentence when nothing of the date follows it.
    return Part(end: isMark(end - 1, ".") && has(end - 2, .month) ? end - 1 : end, value: days)
  }

  /// A year after a day and month: ", 2026", "of 1995", "-74", "96" where it cannot be a time.
  func yearAfter(_ index: Int) -> Part<Int>? {
    var place = skip(skipMark(index, ",", "/"), .of, .in)
    if isMark(place, "-"), isGlued(place), isGlued(place + 1) { place += 1 }
    if isMark(place, "'", "’") { place += 1 }
    if let year = year(place) { return year }
    guard let token = token(place), token.kind == .number, token.length == 2 else { return nil }
    let next = self.token(place + 1)
    if let next, next.isMark(":") || next.isMark("-") || next.isMark("–") || next.isMark("%") { return nil }
    if let next, !next.word.bits.isDisjoint(with: [.meridiem, .unit]) { return nil }
    if keyword(place + 1, .ce, .ad) { return Part(end: place + 2, value: Int(token.number)) }
    if keyword(place + 1, .h, .uhr, .oclock, .to, .until)
      || isMark(place - 1, ",") && place == index + 1 && token.number < 25
    {
      return nil
    }
    guard token.number > 31 || place != index || next == nil else { return nil }
    return Part(end: place + 1, value: full(Int(token.number), 2))
  }
}
