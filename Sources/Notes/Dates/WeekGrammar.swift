import Model

/// Weeks by their number, day or place in a longer period; and counted periods ("the next three weeks").
extension DateGrammar {
  /// "week 10", "week 3 of 2027", "w/c 9 March", "the week of the 18th", "week commencing 30 March".
  func weekPhrase(_ index: Int) -> Part<[DayRange]>? {
    if let week = slashWeek(index) ?? yearWeek(index) { return week }
    let start = skip(index, .the)
    guard token(start)?.word.unit == .week || token(start)?.word.unit == .weekend, token(start)?.kind == .word,
      token(start)?.length ?? 0 > 1
    else {
      return nil
    }
    if token(start)?.word.unit == .week, let number = token(start + 1), number.kind == .number,
      let week = numberedWeek(start + 1)
    {
      return week
    }
    if token(start)?.word.unit == .weekend, keyword(start + 1, .of), let week = weekOf(start + 2, isEnding: false) {
      return Part(end: week.end, value: week.value.map { DayRange(start: $0.start + 5, end: $0.end) })
    }
    guard token(start)?.word.unit == .week, keyword(start + 1, .of, .commencing, .starting, .beginning, .ending) else {
      return nil
    }
    let isEnding = keyword(start + 1, .ending)
    return weekOf(skip(start + 2, .on), isEnding: isEnding)
  }

  /// `2026-W09`, and `2026-W09-3` for its Wednesday (ISO 8601).
  private func yearWeek(_ index: Int) -> Part<[DayRange]>? {
    guard let year = token(index), year.kind == .number, year.length == 4, isMark(index + 1, "-"), isGlued(index + 1),
      keyword(index + 2, .w), isGlued(index + 2), let number = token(index + 3), isGlued(index + 3),
      number.kind == .number, number.length == 2, (1...53).contains(number.number),
      let monday = DayRange.firstMonday(of: Int(year.number)).map({ $0 + 7 * (Int(number.number) - 1) })
    else { return nil }
    if isMark(index + 4, "-"), isGlued(index + 4), let day = token(index + 5), isGlued(index + 5), day.kind == .number,
      (1...7).contains(day.number)
    {
      let start = monday + (Int(day.number) - 1)
      return Part(end: index + 6, value: [DayRange(start: start, end: start + 1)])
    }
    return Part(end: index + 4, value: [DayRange(start: monday, end: monday + 7)])
  }

  private func slashWeek(_ index: Int) -> Part<[DayRange]>? {
    let isShort = keyword(index, .w, .wc, .wb) || keyword(index, .c)
    guard isShort else { return nil }
    if keyword(index, .wc, .wb) { return weekOf(index + 1, isEnding: false) }
    guard keyword(index, .w), isMark(index + 1, "/"), keyword(index + 2, .c, .b, .e), isGlued(index + 2) else {
      return nil
    }
    return weekOf(skipMark(index + 3, "."), isEnding: keyword(index + 2, .e))
  }

  /// The week that holds the day said; a plain day of the month counts too.
  private func weekOf(_ index: Int, isEnding: Bool) -> Part<[DayRange]>? {
    let place = skip(index, .the)
    let days =
      namedDate(index) ?? numericDate(index, inContext: true) ?? weekdayPhrase(index) ?? ordinal(place).flatMap {
        dayOfMonth($0)
      }
      ?? relativeDay(index)
    guard let days else { return nil }
    let weeks = days.value.map { day -> DayRange in DayRange(start: day.monday, end: day.monday + 7) }
    return Part(end: days.end, value: weeks.uniqued())
  }

  /// Weeks counted as in ISO 8601: week 1 holds the first Thursday.
  private func numberedWeek(_ index: Int) -> Part<[DayRange]>? {
    guard let number = cardinal(index), (1...53).contains(number.value) else { return nil }
    var (end, given) = (number.end, today.year)
    if keyword(end, .of, .in), let year = year(end + 1) { (end, given) = (year.end, year.value) }
    guard let start = DayRange.firstMonday(of: given).map({ $0 + 7 * (number.value - 1) }) else { return nil }
    return Part(end: end, value: [DayRange(start: start, end: start + 7)])
  }

  /// A day of the month alone: "the 21st", the coming one first.
  func dayOfMonth(_ number: Part<Int>) -> Part<[Day]>? {
    guard (1...31).contains(number.value) else { return nil }
    let first = today - (today.dayOfMonth - 1)
    let all = (-2...2).compactMap {
      Day(year: first.adding(months: $0).year, month: first.adding(months: $0).month, day: number.value)
    }
    let days = [all.first { $0 >= today }, all.last { $0 < today }].compactMap(\.self)
    return days.isEmpty ? nil : Part(end: number.end, value: days)
  }

  /// "first week of April", "last week of 2015", "the second last week of October 2018", "last weekend of July",
  /// "the last 3 weeks of this year", "third last week of 2018".
  func partOfPeriod(_ index: Int) -> Part<[DayRange]>? {
    guard holds(.unit) else { return nil }
    let start = skip(index, .the)
    var place = start
    var count = 1
    var fromEnd = false
    if let ordinal = ordinal(place) {
      (place, count) = (ordinal.end, ordinal.value)
      if keyword(place, .last) { (place, fromEnd) = (place + 1, true) }
    } else if keyword(place, .last) {
      (place, fromEnd) = (place + 1, true)
    } else {
      return nil
    }
    var length = 1
    if fromEnd, place == start + 1, let number = cardinal(place), (1...60).contains(number.value) {
      (place, length) = (number.end, number.value)
    }
    guard var unit = token(place)?.word.unit, token(place)?.kind == .word, [.week, .weekend, .day].contains(unit) else {
      return nil
    }
    place += 1
    if unit == .week, keyword(place, .end) || (isMark(place, "-") && keyword(place + 1, .end)) {
      (place, unit) = (isMark(place, "-") ? place + 2 : place + 1, .weekend)
    }
    guard keyword(place, .of, .in),
      let whole = monthPeriod(skip(place + 1, .the)) ?? monthPeriod(place + 1) ?? yearOf(place + 1)
    else { return nil }
    let ranges = whole.value.compactMap { slice($0, unit, count: count, fromEnd: fromEnd, length: length) }
    return ranges.isEmpty ? nil : Part(end: whole.end, value: ranges)
  }

  private func yearOf(_ index: Int) -> Part<[DayRange]>? {
    if let year = year(index) { return DayRange.year(year.value).map { Part(end: year.end, value: [$0]) } }
    return basePeriod(index)
  }

  private func slice(_ whole: DayRange, _ unit: TimeUnit, count: Int, fromEnd: Bool, length: Int) -> DayRange? {
    if unit == .day {
      let day = fromEnd ? whole.end - count : whole.start + (count - 1)
      return DayRange(start: fromEnd ? day - (length - 1) : day, end: day + 1)
    }
    // A week belongs to the period that holds its Thursday.
    let first = (whole.start + 3).monday
    let last = (whole.end - 4).monday
    let monday = fromEnd ? last - 7 * (count - 1) - 7 * (length - 1) : first + 7 * (count - 1)
    guard unit == .weekend else { return DayRange(start: monday, end: monday + 7 * length) }
    let saturday =
      fromEnd ? (whole.end - 1).monday + 5 - (((whole.end - 1).weekday.rawValue < 6) ? 7 : 0) : whole.start.monday + 5
    return DayRange(start: saturday, end: saturday + 2)
  }

  /// "next 3 days", "last two months", "2 upcoming weeks", "past few days", "the coming three quarters".
  func counted(_ index: Int) -> Part<[DayRange]>? {
    guard held.isSuperset(of: [.unit, .step]) else { return nil }
    let start = skip(index, .the)
    var place = start
    var step = 0
    if has(place, .step), let token = token(place), token.word.value != 0 {
      (place, step) = (place + 1, Int(token.word.value))
    }
    guard let number = quantity(place), number.value >= 1, number.value < 2000 else { return nil }
    place = number.end
    if step == 0 {
      guard has(place, .step), let token = token(place), token.word.value != 0 else { return nil }
      (place, step) = (place + 1, Int(token.word.value))
    }
    guard let unit = unit(place), unit.value.rawValue >= TimeUnit.day.rawValue, token(place)?.length != 1 else {
      return nil
    }
    let ranges = countedRanges(Int(number.value), unit.value, step: step)
    return ranges.isEmpty ? nil : Part(end: unit.end, value: ranges)
  }

  /// From today on (to today back), then by whole weeks, months or years.
  private func countedRanges(_ count: Int, _ unit: TimeUnit, step: Int) -> [DayRange] {
    let span = Span(parts: [(Double(count), unit)])
    if unit == .businessDay {
      let far = today.adding(businessDays: step * count)
      return [
        step > 0
          ? DayRange(start: today.adding(businessDays: 1), end: far.adding(businessDays: 1))
          : DayRange(start: far, end: today)
      ]
    }
    guard let far = stamp(DateStamp(day: today), plus: span, sign: step).day else { return [] }
    var ranges = [DayRange]()
    if unit == .day {
      ranges.append(step > 0 ? DayRange(start: today + 1, end: far + 1) : DayRange(start: far, end: today))
    }
    if unit == .week || unit == .month || unit == .year {
      ranges.append(step > 0 ? DayRange(start: today, end: far) : DayRange(start: far, end: today))
    }
    if step > 0, unit == .week { ranges.append(DayRange(start: today + 1, end: far + 1)) }
    let edge = step > 0 ? 1 : -count
    if let first = range(of: unit, at: today, step: edge), let last = range(of: unit, at: today, step: edge + count - 1)
    {
      ranges.append(DayRange(start: first.start, end: last.end))
      if step > 0 { ranges.append(last) }
    }
    return ranges.uniqued()
  }
}

extension DayRange {
  /// The Monday of a year's first ISO week.
  static func firstMonday(of year: Int) -> Day? {
    Day(year: year, month: 1, day: 4)?.monday
  }
}
