import Model

/// Whole days from `start` up to, not including, `end`.
struct DayRange: Hashable {
  var start: Day
  var end: Day
}

/// A period said, and how surely it is one.
struct Period {
  var ranges: [DayRange]
  /// Days that the period's edge stands for: "the end of the month" is also its last day.
  var days: [Day] = []
}

extension DateGrammar {
  func period(_ index: Int) -> Part<Period>? {
    edge(index) ?? abbreviation(index) ?? rest(index) ?? (weekPhrase(index) ?? partOfPeriod(index)).map(plain)
      ?? counted(index).map(plain) ?? basePeriod(index).map(plain) ?? half(index).map(plain)
  }

  private func plain(_ part: Part<[DayRange]>) -> Part<Period> {
    Part(end: part.end, value: Period(ranges: part.value))
  }

  /// A period without a modifier before it.
  func basePeriod(_ index: Int) -> Part<[DayRange]>? {
    stepped(index) ?? monthPeriod(index) ?? quarterPhrase(index) ?? yearPeriod(index) ?? decade(index) ?? theUnit(index)
  }

  // MARK: - Units

  func range(of unit: TimeUnit, at day: Day, step: Int) -> DayRange? {
    switch unit {
    case .day: return DayRange(start: day + step, end: day + step + 1)
    case .week:
      let monday = day.monday + 7 * step
      return DayRange(start: monday, end: monday + 7)
    case .weekend:
      let saturday = day.monday + 5 + 7 * step
      return DayRange(start: saturday, end: saturday + 2)
    case .fortnight:
      // "the next fortnight" begins today.
      let first = step == 0 ? day.monday : day + min(step, 0) * 14
      return DayRange(start: first, end: first + 14)
    case .month:
      let first = (day - (day.dayOfMonth - 1)).adding(months: step)
      return DayRange(start: first, end: first.adding(months: 1))
    case .quarter:
      let first = (day - (day.dayOfMonth - 1)).adding(months: -((day.month - 1) % 3) + 3 * step)
      return DayRange(start: first, end: first.adding(months: 3))
    case .year, .decade, .century:
      let years = unit == .year ? 1 : unit == .decade ? 10 : 100
      guard let first = Day(year: (day.year / years + step) * years, month: 1, day: 1) else { return nil }
      return DayRange(start: first, end: first.adding(months: 12 * years))
    case .second, .minute, .hour, .businessDay: return nil
    }
  }

  /// "next week", "this quarter", "the month after next", "the following year".
  private func stepped(_ index: Int) -> Part<[DayRange]>? {
    if let step = steppedUnit(index), step.value.unit != .day {
      guard var range = range(of: step.value.unit, at: today, step: step.value.step) else { return nil }
      // "this week or next".
      if step.value.step == 0, keyword(step.end, .or), keyword(step.end + 1, .next),
        !has(step.end + 2, [.weekday, .month, .unit]),
        let next = self.range(of: step.value.unit, at: today, step: 1)
      {
        range.end = next.end
        return Part(end: step.end + 2, value: [range])
      }
      return Part(end: step.end, value: [range])
    }
    if has(index, .step), let step = token(index), let month = month(index + 1) {
      let months = monthRanges(month.value, year: nil)
      let inYear = DayRange.month(month.value, year: today.year + Int(step.word.value))
      let picked =
        step.word.value > 0
        ? months.filter { $0.start > today } : step.word.value < 0 ? months.filter { $0.start <= today } : []
      return Part(end: month.end, value: (picked + [inYear].compactMap(\.self)).uniqued())
    }
    let start = skip(index, .the)
    guard let unit = token(start)?.word.unit, [.week, .month, .year, .quarter].contains(unit),
      keyword(start + 1, .after)
    else { return nil }
    let next = skip(start + 2, .the)
    guard keyword(next, .next), let range = range(of: unit, at: today, step: 2) else { return nil }
    return Part(end: next + 1, value: [range])
  }

  /// "the week", "the year", "the weekend": the present one.
  private func theUnit(_ index: Int) -> Part<[DayRange]>? {
    guard keyword(index, .the), let unit = token(index + 1)?.word.unit,
      [.week, .weekend, .fortnight, .month, .year].contains(unit),
      token(index + 1)?.kind == .word, token(index + 1)?.length ?? 0 > 2, !keyword(index + 2, .of, .after, .before, .to)
    else { return nil }
    return range(of: unit, at: today, step: 0).map { Part(end: index + 2, value: [$0]) }
  }

  // MARK: - Months, quarters, years

  /// "March", "March 2026", "2016 , nov", "this month", "the month", "05/2016".
  func monthPeriod(_ index: Int) -> Part<[DayRange]>? {
    if let numeric = numericMonth(index) { return numeric }
    if let year = year(index), token(index)?.kind == .number, let month = month(skipMark(year.end, ",", "-", "/")),
      dayNumber(month.end) == nil,
      let range = DayRange.month(month.value, year: year.value)
    {
      return Part(end: month.end, value: [range])
    }
    if let month = month(index) {
      guard token(index).map({ !$0.word.bits.contains(.weak) || $0.isCapital || isMonthContext(index) }) ?? false else {
        return nil
      }
      if let year = yearAfter(month.end), let range = DayRange.month(month.value, year: year.value) {
        return Part(end: year.end, value: [range])
      }
      let end = isMark(month.end - 1, ".") && token(month.end) == nil ? month.end - 1 : month.end
      return Part(end: end, value: monthRanges(month.value, year: nil))
    }
    if let step = steppedUnit(index), step.value.unit == .month {
      return range(of: .month, at: today, step: step.value.step).map { Part(end: step.end, value: [$0]) }
    }
    if keyword(skip(index, .the), .month), !keyword(skip(index, .the) + 1, .of) {
      return range(of: .month, at: today, step: 0).map { Part(end: skip(index, .the) + 1, value: [$0]) }
    }
    return nil
  }

  /// "may" in small letters is a month after a preposition or beside a number.
  private func isMonthContext(_ index: Int) -> Bool {
    token(index - 1).map { DateGrammar.monthLeads.contains($0.key) } ?? false || year(index + 1) != nil
  }

  private static let monthLeads = WordSet(
    "in of since until till by from to through early late mid next last this before after")

  func monthRanges(_ month: Int, year: Int?) -> [DayRange] {
    if let year { return [DayRange.month(month, year: year)].compactMap(\.self) }
    let year = today.year
    // One that ended less than a season ago is meant rather than the next.
    let near =
      month >= today.month
      ? (month - today.month > 9 ? [year - 1, year, year + 1] : [year, year - 1, year + 1])
      : (today.month - month < 3 ? [year, year + 1] : [year + 1, year])
    return near.compactMap { DayRange.month(month, year: $0) }
  }

  /// "2015-12", "12/2015", "2016 / 11", "2015.3".
  private func numericMonth(_ index: Int) -> Part<[DayRange]>? {
    guard let first = token(index), first.kind == .number, let mark = token(index + 1),
      mark.isMark("/") || mark.isMark("-") || mark.isMark("."),
      let second = token(index + 2), second.kind == .number,
      !(isGlued(index) && index > tokens.startIndex && !isMark(index - 1, "(", "[")),
      !(isGlued(index + 3)
        && (isMark(index + 3, "-", "/", ".", ":") && token(index + 4)?.kind == .number
          || token(index + 3)?.kind == .word))
    else { return nil }
    if mark.isMark("."), !isGlued(index + 1) || !isGlued(index + 2) || first.length != 4 { return nil }
    let (year, month) = first.length == 4 ? (first.number, second.number) : (second.number, first.number)
    guard first.length + second.length >= 5, first.length == 4 || second.length == 4, first.length <= 4,
      second.length <= 4,
      (1900...2199).contains(year), (1...12).contains(month), let range = DayRange.month(Int(month), year: Int(year))
    else { return nil }
    return Part(end: index + 3, value: [range])
  }
}

extension DayRange {
  static func month(_ month: Int, year: Int) -> DayRange? {
    guard let first = Day(year: year, month: month, day: 1) else { return nil }
    return DayRange(start: first, end: first.adding(months: 1))
  }

  static func year(_ year: Int) -> DayRange? {
    guard let first = Day(year: year, month: 1, day: 1) else { return nil }
    return DayRange(start: first, end: first.adding(months: 12))
  }
}
