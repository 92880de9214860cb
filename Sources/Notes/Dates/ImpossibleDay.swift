import Model

/// A day that is written as one and that no calendar has: "31 November", "29 Feb 2027", `2026-11-31`.
package struct ImpossibleDay: Hashable, Sendable {
  package let span: TextSpan
  /// As it is written.
  package let text: String
  /// Why there is no such day: "November 2026 has 30 days".
  package let reason: String
  /// A year or a month's name stands in it, so that nothing but a day can be meant.
  package let isSure: Bool
}

extension DatePhrases {
  /// The days that a text names and that do not exist, in text order; `find` gives nothing for them.
  package static func impossibleDays(in text: [Unicode.Scalar], order: DayMonthOrder = .dayFirst) -> [ImpossibleDay] {
    let tokens = Tokenizer(text: text).tokens(in: TextSpan(0, text.count))
    return impossibleDays(in: text, tokens: tokens[...], order: order)
  }

  /// The same over tokens cut already.
  static func impossibleDays(
    in text: [Unicode.Scalar], tokens: ArraySlice<Token>, order: DayMonthOrder
  ) -> [ImpossibleDay] {
    let grammar = DateGrammar(text: text, tokens: tokens, reference: Moment(day: Day(number: 0)), order: order)
    return grammar.impossibleDays(in: tokens.indices).map { range, fault in
      let span = grammar.span(from: range.lowerBound, to: range.upperBound)
      return ImpossibleDay(span: span, text: text.text(span), reason: fault.reason, isSure: fault.isSure)
    }
  }
}

/// Why a day is none.
struct DayFault {
  var reason: String
  var isSure = true

  static func length(_ month: Int, _ year: Int?) -> DayFault {
    let days = Day.length(ofMonth: month, year: year ?? 2000)
    let name = Day.monthNames[month - 1]
    guard let year else { return DayFault(reason: "\(name) has \(days) days\(month == 2 ? " at most" : "")") }
    return DayFault(reason: "\(name) \(year) has \(days) days")
  }

  static func noMonth(_ number: Int) -> DayFault { DayFault(reason: "there is no month \(number)") }
}

/// Days that no calendar has. They are looked for before anything else is read, so that no part of one becomes another
/// day, a month or a year.
extension DateGrammar {
  /// The tokens of each such day, and why it is none.
  func impossibleDays(in range: Range<Int>) -> [(tokens: Range<Int>, fault: DayFault)] {
    var found: [(tokens: Range<Int>, fault: DayFault)] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if let day = impossibleDay(index) {
        found.append((index..<day.end, day.value))
        index = day.end
      } else {
        index += 1
      }
    }
    return found
  }

  private func impossibleDay(_ index: Int) -> Part<DayFault>? {
    let token = tokens[index]
    if token.kind == .number {
      if isMark(index + 1, "/", "-", "."), let day = impossibleNumbers(index) { return day }
      if token.length == 8 { return impossibleCompact(index) }
      if token.length > 2 { return nil }
    }
    guard holds([.month, .weekday]) else { return nil }
    if has(index, .month) { return impossibleAfterMonth(index) }
    guard token.kind == .number || has(index, [.cardinal, .ordinal]) || keyword(index, .the) else { return nil }
    return impossibleBeforeMonth(index) ?? impossibleWeekday(index)
  }

  // MARK: - With a month's name

  /// "31 November", "the 30th of February 2026", "31. September", "31-Nov-2026".
  private func impossibleBeforeMonth(_ index: Int) -> Part<DayFault>? {
    let start = skip(index, .the)
    guard let number = ordinal(start) ?? cardinal(start), isDayOfMonth(start, number.value) else { return nil }
    // "Dec 31 Nov 30": the number belongs to the month before it.
    if has(index - 1, .month) { return nil }
    var end = number.end
    if isMark(end, "."), isGlued(end) { end += 1 }
    if keyword(end, .day) { end += 1 }
    end = skip(skipMark(end, "/"), .of)
    if isMark(end, "-"), isGlued(end), isGlued(end + 1) { end += 1 }
    guard let month = month(end) else { return nil }
    let year = fullYearAfter(month.end)
    let isSaid = year != nil || number.end > start + 1 || index == tokens.startIndex && month.end == tokens.endIndex
    return impossible(number.value, month.value, year, end: month.end, isSaid: isSaid)
  }

  /// "November 31", "Feb 30th, 2026", "June 31st".
  private func impossibleAfterMonth(_ index: Int) -> Part<DayFault>? {
    guard let month = month(index) else { return nil }
    var place = skipMark(month.end, ",", "/")
    if isMark(place, "-"), isGlued(place) { place += 1 }
    place = skip(place, .the)
    guard let number = ordinal(place) ?? (token(place)?.kind == .number ? cardinal(place) : nil),
      isDayOfMonth(place, number.value)
    else { return nil }
    let year = fullYearAfter(number.end)
    let isOrdinal = number.end > place + 1
    guard year != nil || isOrdinal || !goesOnAsCount(number.end) else { return nil }
    // "May 45" is no day, and nobody would take it for one.
    let isSaid = year != nil || isOrdinal || index == tokens.startIndex && number.end == tokens.endIndex
    return impossible(number.value, month.value, year, end: number.end, isSaid: isSaid)
  }

  private func impossible(
    _ day: Int, _ month: Int, _ year: Part<Int>?, end: Int, isSaid: Bool
  ) -> Part<DayFault>? {
    guard day < 1 || day > Day.length(ofMonth: month, year: year?.value ?? DateGrammar.leapYear) else { return nil }
    guard (1...31).contains(day) || isSaid else { return nil }
    return Part(end: year?.end ?? end, value: .length(month, year?.value))
  }

  /// A year in which every month has all the days it can have.
  private static let leapYear = 2000

  /// A number of at most two digits that nothing makes an amount, a time or a part of another number.
  private func isDayOfMonth(_ index: Int, _ number: Int) -> Bool {
    guard number == 0 || (29...99).contains(number), let token = token(index) else { return false }
    guard token.kind == .number else { return number != 0 }
    guard token.length <= 2 else { return false }
    return !isGlued(index) || index == tokens.startIndex
      || !isMark(index - 1, ".", "$", "£", "€", "#", "+") || has(index - 2, .month)
  }

  /// "Nov 31 candidates", "Feb 30%", "Nov 31:05": the number counts something.
  private func goesOnAsCount(_ index: Int) -> Bool {
    guard let next = token(index) else { return false }
    if next.kind == .number { return false }
    if next.kind == .word { return has(index, [.unit, .meridiem]) || keyword(index) == nil && !next.isCapital }
    return isGlued(index) && (isMark(index, "%", ":") || isMark(index, ".", ",") && token(index + 1)?.kind == .number)
  }

  /// A year of four digits after a day and month, or of two in a form that leaves no doubt.
  private func fullYearAfter(_ index: Int) -> Part<Int>? {
    var place = skip(skipMark(index, ",", "/", "."), .of, .in)
    if isMark(place, "-"), isGlued(place), isGlued(place + 1) { place += 1 }
    return year(place)
  }

  /// "the fifth Tuesday of this month" where it has four.
  private func impossibleWeekday(_ index: Int) -> Part<DayFault>? {
    guard let said = countedWeekdayParts(index),
      said.value.months.allSatisfy({ month in
        nth(said.value.count, said.value.weekday, ofMonth: month) == nil
      }), let month = said.value.months.first
    else { return nil }
    let name = "\(Day.monthNames[month.month - 1]) \(month.year)"
    return Part(end: said.end, value: DayFault(reason: "\(name) has no fifth \(said.value.weekday.name)"))
  }

  // MARK: - In digits

  /// `2026-11-31`, `31/02/2026`, `31.11.2026`, `2/30/2026`, `31-Nov-2026`; `31/11` where it is the whole text.
  private func impossibleNumbers(_ index: Int) -> Part<DayFault>? {
    guard let first = token(index), first.length <= 4, first.length != 3, !isGlued(index) || mayPrecedeDate(index),
      let mark = token(index + 1), isJoint(index + 1, mark), let second = token(index + 2), isMonthOrNumber(second)
    else { return nil }
    guard let again = token(index + 3), isJoint(index + 3, again), again.key == mark.key,
      let third = token(index + 4), third.kind == .number, third.length == 2 || third.length == 4 || first.length == 4
    else { return impossiblePair(index) }
    // A fourth part makes it an address or a version.
    if let more = token(index + 5), !more.isSpaced, more.kind == .word || more.key == mark.key { return nil }
    let fault: DayFault?
    if first.length == 4 {
      fault = faultOfYearFirst(Int(first.number), second, third)
    } else if third.length == 4 || mark.isMark("/") || second.kind == .word {
      fault = faultOfOrders(first, second, year: full(Int(third.number), third.length))
    } else {
      fault = nil
    }
    return fault.map { Part(end: index + 5, value: $0) }
  }

  private func faultOfYearFirst(_ year: Int, _ second: Token, _ third: Token) -> DayFault? {
    guard (1000...2199).contains(year), third.length <= 2 else { return nil }
    let month = second.kind == .word ? Int(second.word.value) : Int(second.number)
    let day = Int(third.number)
    if second.kind == .number, second.length > 2 { return nil }
    guard (1...12).contains(month) else {
      // `2026-13-01` may be the thirteenth of January.
      return month > 12 && day > 12 || month == 0 ? .noMonth(month) : nil
    }
    return Day(year: year, month: month, day: day) == nil ? .length(month, year) : nil
  }

  private func faultOfOrders(_ first: Token, _ second: Token, year: Int) -> DayFault? {
    guard first.length <= 2, (1000...2199).contains(year) else { return nil }
    let a = Int(first.number)
    if second.kind == .word {
      return Day(year: year, month: Int(second.word.value), day: a) == nil ? .length(Int(second.word.value), year) : nil
    }
    guard second.length <= 2 else { return nil }
    let b = Int(second.number)
    if Day(year: year, month: b, day: a) != nil || Day(year: year, month: a, day: b) != nil { return nil }
    let months = (order == .dayFirst ? [b, a] : [a, b]).filter { (1...12).contains($0) }
    return months.first.map { .length($0, year) } ?? .noMonth(order == .dayFirst ? b : a)
  }

  /// Without a year only where nothing else stands beside it: `31/11`.
  private func impossiblePair(_ index: Int) -> Part<DayFault>? {
    guard index == tokens.startIndex, isMark(index + 1, "/", "."), let first = token(index), first.length <= 2,
      let second = token(index + 2), second.kind == .number, second.length <= 2
    else { return nil }
    let isClosed = isMark(index + 3, ".") && index + 4 == tokens.endIndex
    guard index + 3 == tokens.endIndex && isMark(index + 1, "/") || isClosed,
      let fault = faultOfOrders(first, second, year: DateGrammar.leapYear)
    else { return nil }
    let months = [Int(first.number), Int(second.number)].filter { (1...12).contains($0) }
    let reason = months.count == 1 ? DayFault.length(months[0], nil).reason : fault.reason
    return Part(end: tokens.endIndex, value: DayFault(reason: reason, isSure: false))
  }

  private func impossibleCompact(_ index: Int) -> Part<DayFault>? {
    guard index == tokens.startIndex, index + 1 == tokens.endIndex, let token = token(index),
      (1900...2199).contains(token.number / 10_000)
    else { return nil }
    let (year, month) = (Int(token.number) / 10_000, Int(token.number) / 100 % 100)
    guard Day(year: year, month: month, day: Int(token.number) % 100) == nil else { return nil }
    let fault = (1...12).contains(month) ? DayFault.length(month, year) : .noMonth(month)
    return Part(end: index + 1, value: DayFault(reason: fault.reason, isSure: false))
  }

  private func isJoint(_ index: Int, _ mark: Token) -> Bool {
    guard mark.kind == .mark, mark.isMark("/") || mark.isMark("-") || mark.isMark(".") else { return false }
    return mark.isMark("/") || isGlued(index) && isGlued(index + 1)
  }

  private func isMonthOrNumber(_ token: Token) -> Bool { token.kind == .number || token.word.bits.contains(.month) }

  private func mayPrecedeDate(_ index: Int) -> Bool {
    index == tokens.startIndex || isMark(index - 1, "<", "[", "(", "|", "\"", "'") || isMark(index - 1, "_", "=", "*")
  }
}
