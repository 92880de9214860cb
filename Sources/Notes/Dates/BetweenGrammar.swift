import Model

/// Ranges from one phrase to another: "from Monday to Wednesday", "2014 - May 2018".
extension DateGrammar {
  // MARK: - Between two phrases

  /// "from Monday to Wednesday", "2014 - May 2018", "between 4pm on Jan 1 and 5pm today".
  /// `known` is what `temporal` finds at the place.
  func between(_ index: Int, _ known: Temporal?) -> Part<Phrase>? {
    let opener = keyword(index, .from, .between, .vom) ? keyword(index) : nil
    let start = opener == nil ? index : index + 1
    if opener == nil, let end = known?.end, rangeLink(end, opener: nil) == nil { return nil }
    guard let first = endpoint(start, opener: opener, opener == nil ? known : temporal(start)),
      let link = rangeLink(first.end, opener: opener),
      let last = endpoint(link, opener: opener ?? .to, temporal(link))
    else { return nil }
    let values = joined(first, last)
    guard !values.isEmpty else { return nil }
    return Part(end: last.end, value: Phrase(values: values))
  }

  /// One end of a range: a phrase, a bare year or month, "now", a bare hour beside a day.
  private func endpoint(_ index: Int, opener: Keyword?, _ known: Temporal?) -> Temporal? {
    if opener != nil, let year = yearOrYears(index), year.end > known?.end ?? index { return year }
    if known != nil { return known }
    if opener == nil, let year = year(index), rangeLink(year.end, opener: nil) != nil { return yearOrYears(index) }
    if keyword(index, .now) || keyword(index, .date) && opener != nil {
      var moment = Temporal(end: index + 1, days: [today])
      if keyword(index, .now) {
        moment.clock = ClockTime(hour: now / 3600, minute: now / 60 % 60, second: now % 60, isCertain: true)
      }
      return moment
    }
    guard opener != nil, let hour = bareHour(index) else { return nil }
    return Temporal(end: hour.end, clock: hour.value)
  }

  func yearOrYears(_ index: Int) -> Temporal? {
    guard let year = year(index), let range = DayRange.year(year.value),
      !isGlued(year.end) || token(year.end)?.kind == .mark
    else { return nil }
    if let month = monthPeriod(index), month.end > year.end { return nil }
    return Temporal(end: year.end, period: Period(ranges: [range]))
  }

  private func joined(_ first: Temporal, _ last: Temporal) -> [DateValue] {
    let isTimed = (first.hasTime && first.part == nil) || (last.hasTime && last.part == nil) || !first.moments.isEmpty
    guard isTimed else { return joinedDays(first, last) }
    // "between Jan 22 and now" is also a run of days.
    let isDaily = first.hasDay && last.hasDay && (first.clock == nil || last.clock == nil)
    if !first.hasDay, !last.hasDay, let a = first.clock, let b = last.clock {
      let nowish = last.days.isEmpty
      return a.seconds.flatMap { x in b.seconds.filter { $0 > x || !nowish }.map { DateValue.times(x, $0) } }
    }
    let firstDays = first.days.isEmpty ? (last.days.isEmpty ? [today] : last.days) : first.days
    let lastDays = last.days.isEmpty ? firstDays : last.days
    var out = [DateValue]()
    for a in firstDays.prefix(3) {
      for b in lastDays.prefix(3) where b >= a {
        for x in first.clock?.seconds ?? [0] {
          for y in last.clock?.seconds ?? [0] where b > a || y > x {
            out.append(
              DateValue(kind: .datetimerange, start: DateStamp(day: a, second: x), end: DateStamp(day: b, second: y)))
          }
        }
      }
    }
    return Array(((isDaily ? joinedDays(first, last) : []) + out).prefix(24))
  }

  private func starts(_ found: Temporal) -> [Day] {
    if !found.days.isEmpty { return found.days }
    if let run = found.dayRanges.first { return [run.start] }
    return (found.period?.ranges ?? []).map(\.start)
  }

  private func joinedDays(_ first: Temporal, _ last: Temporal) -> [DateValue] {
    var (from, to) = (starts(first), starts(last))
    if let period = last.period, period.days.isEmpty == false { to = period.ranges.map(\.end) }
    // A month without a year takes the other end's year; from December to May goes over the year's end.
    var ranges = [DayRange]()
    for b in to.prefix(4) {
      let fitting = from.filter { $0 < b }
      if let a = fitting.first, last.days.count == 1 || last.period != nil,
        first.days.first.map({ abs($0 - today) < 15 }) ?? false
      {
        ranges.append(DayRange(start: a, end: b))
      }
      if let a = fitting.max(), b - a < 370 || from.count == 1 {
        ranges.append(DayRange(start: a, end: b))
      } else if from.count > 1, let any = from.first,
        let a = Day(
          year: any.month > b.month || any.month == b.month && any.dayOfMonth >= b.dayOfMonth ? b.year - 1 : b.year,
          month: any.month, day: any.dayOfMonth)
      {
        ranges.append(DayRange(start: a, end: b))
      }
    }
    if from.count == 1, let a = from.first {
      from = to.filter { $0 > a }; ranges += from.prefix(2).map { DayRange(start: a, end: $0) }
    }
    return ranges.uniqued().flatMap { [DateValue.days($0), .days(DayRange(start: $0.start, end: $0.end + 1))] }
  }
}
