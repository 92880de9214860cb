import Model

/// Dates in digits: `2026-03-12`, `12/3/26`, `12.3.`, `20260312`, `21-APR-16`, `2019/aug/01`.
extension DateGrammar {
  /// Candidates, the likelier first. `inContext`: something beside it (a weekday, "on") says that it is a date, so that
  /// `4.22` and `4-22` count too.
  func numericDate(_ index: Int, inContext: Bool = false) -> Part<[Day]>? {
    guard let first = token(index), first.kind == .number, first.number >= 0 else { return nil }
    if index > tokens.startIndex, isGlued(index), let before = token(index - 1) {
      let opens = before.isMark("<") || before.isMark("[") || before.isMark("(") || before.isMark("|")
      let quotes = before.isMark("\"") || before.isMark("'") || before.isMark(",") || before.isMark("*")
      let joins = before.isMark("-") || before.isMark("=") || before.isMark(":") || before.isMark("~")
      let isRangeEnd = before.isMark("-") && isMark(index + 1, "/")
      if joins, !isRangeEnd, first.length < 4 || token(index - 2)?.kind == .number { return nil }
      guard opens || quotes || joins || before.isMark("_") || before.isMark("“") || before.isMark(";") else {
        return nil
      }
    }
    if first.length == 8 { return compactDate(index) }
    if dottedRange(index) != nil { return nil }
    guard let separated = threeParts(index) ?? spacedYearFirst(index) else {
      return twoParts(index, inContext: inContext)
    }
    return separated
  }

  private func compactDate(_ index: Int) -> Part<[Day]>? {
    guard let value = token(index).map({ Int($0.number) }), (1900...2199).contains(value / 10000),
      let day = Day(year: value / 10000, month: value / 100 % 100, day: value % 100),
      !(isGlued(index + 1) && token(index + 1)?.kind == .word && !has(index + 1, .unit))
    else { return nil }
    return Part(end: index + 1, value: [day])
  }

  /// A number or a month's name, as part of a separated date.
  private enum Component {
    case number(Int, digits: Int)
    case month(Int)
  }

  private func component(_ index: Int) -> Component? {
    guard let token = token(index) else { return nil }
    if token.kind == .number { return token.number >= 0 ? .number(Int(token.number), digits: token.length) : nil }
    return token.word.bits.contains(.month) ? .month(Int(token.word.value)) : nil
  }

  /// The separator at a place and the token after it; blanks may surround "/".
  private func separator(_ index: Int) -> (mark: Unicode.Scalar, next: Int)? {
    guard let token = token(index), token.kind == .mark,
      let mark = Unicode.Scalar(UInt32(truncatingIfNeeded: token.key))
    else { return nil }
    switch mark {
    case "/": return (mark, index + 1)
    case "-", ".", "\u{2011}": return isGlued(index) && isGlued(index + 1) ? (mark, index + 1) : nil
    case ",": return isGlued(index) && isGlued(index + 1) ? (mark, index + 1) : nil
    default: return nil
    }
  }

  private func threeParts(_ index: Int) -> Part<[Day]>? {
    guard let first = component(index), let one = separator(index + 1), one.mark != ",",
      let second = component(one.next), let two = separator(one.next + 1), two.mark == one.mark || two.mark == ",",
      let third = component(two.next)
    else { return nil }
    let end = two.next + 1
    // A fourth part makes it an address, a version or a phone number.
    if let more = token(end), more.kind == .mark, !more.isSpaced, more.isMark("/") || more.isMark(one.mark),
      isGlued(end + 1), let after = token(end + 1), after.kind == .number, !(after.length <= 2 && has(end + 2, .month))
    {
      if !(one.mark == "-" && token(index)?.length == 4) { return nil }
    }
    if isGlued(end), token(end)?.kind == .word, token(end)?.word.keyword != .t { return nil }
    let days = dates(first, second, third, isDotted: one.mark == ".")
    return days.isEmpty ? nil : Part(end: end, value: days)
  }

  private func dates(_ first: Component, _ second: Component, _ third: Component, isDotted: Bool) -> [Day] {
    switch (first, second, third) {
    case (.number(let year, 4), .number(let month, _), .number(let day, ...2)):
      if month > 12, day <= 12 { return valid([(year, day, month)]) }
      return valid([(year, month, day)])
    case (.number(let year, 4), .month(let month), .number(let day, ...2)): return valid([(year, month, day)])
    case (.number(let day, ...2), .month(let month), .number(let year, let digits)) where digits == 2 || digits == 4:
      return valid([(full(year, digits), month, day)])
    case (.number(let a, ...2), .number(let b, ...2), .number(let year, let digits)) where digits == 2 || digits == 4:
      return ordered(a, b, isDotted: isDotted).flatMap { valid([(full(year, digits), $0.month, $0.day)]) }
    default: return []
    }
  }

  /// Day and month of two numbers in the order that holds, then the other one; only the possible ones. Where dots are
  /// written, the day comes first whatever holds for strokes; with a year or a last dot (`12.5.2026`, `12.5.`) the other order counts
  /// only where that cannot be.
  func ordered(_ first: Int, _ second: Int, isDotted: Bool, isComplete: Bool = true) -> [(month: Int, day: Int)] {
    let dayFirst = (month: second, day: first)
    let monthFirst = (month: first, day: second)
    let possible = (order == .monthFirst && !isDotted ? [monthFirst, dayFirst] : [dayFirst, monthFirst])
      .filter { (1...12).contains($0.month) && (1...31).contains($0.day) }
    return isDotted && isComplete ? Array(possible.prefix(1)) : possible
  }

  private func valid(_ parts: [(year: Int, month: Int, day: Int)]) -> [Day] {
    parts.compactMap { Day(year: $0.year, month: $0.month, day: $0.day) }
  }

  /// A year of two digits lies within 49 years before to 50 after today; of four digits it is itself.
  func full(_ year: Int, _ digits: Int) -> Int {
    guard digits <= 2 else { return year }
    let base = today.year / 100 * 100 + year
    return base > today.year + 50 ? base - 100 : base < today.year - 49 ? base + 100 : base
  }

  /// `2016 10 16`.
  private func spacedYearFirst(_ index: Int) -> Part<[Day]>? {
    guard let year = token(index), year.length == 4, let month = token(index + 1), month.kind == .number,
      month.length == 2, let day = token(index + 2), day.kind == .number, day.length == 2, !isGlued(index + 3),
      (1900...2199).contains(year.number), month.isSpaced, day.isSpaced,
      let value = Day(year: Int(year.number), month: Int(month.number), day: Int(day.number))
    else { return nil }
    return Part(end: index + 3, value: [value])
  }

  /// `22/04`, `6/3`; `17.09.` with a last full stop; `4.22` and `4-22` in context.
  private func twoParts(_ index: Int, inContext: Bool) -> Part<[Day]>? {
    guard case .number(let a, ...2)? = component(index), let joint = separator(index + 1), joint.mark != ",",
      case .number(let b, let digits)? = component(joint.next), digits <= 2, a > 0, b > 0
    else { return nil }
    var end = joint.next + 1
    let closed = joint.mark == "." && isMark(end, ".") && isGlued(end)
    guard
      joint.mark == "/" || inContext && (joint.mark == "." || max(a, b) > 12)
        || closed && (a >= 10 || token(index)?.length == 2)
    else { return nil }
    if let next = token(end), !next.isSpaced, next.kind == .word || next.isMark("%") || next.isMark("/") { return nil }
    if joint.mark == "/", has(end, .unit) || keyword(end, .of, .a, .an) { return nil }
    if isMark(end, "/"), isGlued(end), token(end + 1)?.kind == .number { return nil }
    if closed { end += 1 }
    let days = ordered(a, b, isDotted: joint.mark == ".", isComplete: closed)
      .flatMap { yearless(month: $0.month, day: $0.day) }
    return days.isEmpty ? nil : Part(end: end, value: days)
  }

  /// The date in the year that brings it on or after today, and the one before; the likelier first. What was a few weeks
  /// ago is meant rather than what will be in most of a year.
  func yearless(month: Int, day: Int) -> [Day] {
    let reach = month == 2 && day == 29 ? 8 : 1
    let years = ((today.year - reach)...(today.year + reach)).lazy
    let next = years.compactMap { Day(year: $0, month: month, day: day) }.first { $0 >= today }
    let last = years.reversed().compactMap { Day(year: $0, month: month, day: day) }.first { $0 < today }
    guard let next, let last else { return [next ?? last].compactMap(\.self) }
    return (today - last) * 2 < next - today ? [last, next] : [next, last]
  }
}
