import Model

/// From the parts of a phrase to its readings.
extension DateGrammar {
  /// Every reading, the likeliest first.
  func values(of found: Temporal) -> [DateValue] {
    var out = [DateValue]()
    if !found.moments.isEmpty {
      for moment in found.moments {
        if let clock = found.clock, let day = moment.day {
          out += clock.seconds.map { .moment(day, $0) }
        } else {
          out.append(moment.second == nil ? .day(moment.day) : DateValue(kind: .datetime, start: moment))
          if moment.second != nil, let day = moment.day, day != today, now == 0 { out.append(.day(day)) }
        }
      }
    } else if !found.dayRanges.isEmpty {
      out = dayRangeValues(found)
    } else if let period = found.period, !found.hasTime {
      out = period.days.map { .day($0) } + period.ranges.map { .days($0) }
    } else if !found.days.isEmpty {
      out = found.days.prefix(4).flatMap { dayValues($0, found) }
    } else {
      out = timeValues(found)
    }
    if let zone = found.zone { out = out.map { $0.inZone(zone) } }
    out = out.uniqued()
    if out.count > 24 { out.removeLast(out.count - 24) }
    return out
  }

  private func dayRangeValues(_ found: Temporal) -> [DateValue] {
    guard let clock = found.clock else {
      return found.dayRanges.flatMap { [.days($0), .days(DayRange(start: $0.start, end: $0.end + 1))] }
    }
    return found.dayRanges.flatMap { range in
      clock.seconds.map {
        DateValue(
          kind: .datetimerange, start: DateStamp(day: range.start, second: $0),
          end: DateStamp(day: range.end, second: $0))
      }
    }
  }

  private func dayValues(_ day: Day, _ found: Temporal) -> [DateValue] {
    if !found.clockRanges.isEmpty { return placed(found).map { .moments(day, $0.0, $0.1) } }
    if let clock = found.clock {
      if let part = found.part { return [.moment(day, part.placing(clock))] + clock.seconds.map { .moment(day, $0) } }
      return clock.seconds.map { .moment(day, $0) }
    }
    guard let part = found.part else { return [.day(day)] }
    return part.windows.map { .moments(day, $0.0, $0.1) } + [.day(day)]
      + (part.name == .morning ? [.moment(day, 21600)] : part.name == .evening ? [.moment(day, 72000)] : [])
  }

  /// The clock ranges that agree with a part of the day said beside them.
  private func placed(_ found: Temporal) -> [(Int, Int)] {
    guard let part = found.part else { return found.clockRanges }
    let fitting = found.clockRanges.filter { part.isLater ? $0.1 > 43200 || $0.0 >= 43200 : $0.0 < 43200 }
    let later = fitting.filter { part.isLater && $0.0 >= 43200 }
    return later.isEmpty ? (fitting.isEmpty ? found.clockRanges : fitting) : later
  }

  private func timeValues(_ found: Temporal) -> [DateValue] {
    if !found.clockRanges.isEmpty {
      let ranges = placed(found)
      return ranges.map { .times($0.0, $0.1) } + ranges.map { .moments(today, $0.0, $0.1) }
    }
    if let clock = found.clock {
      let seconds = found.part.map { [$0.placing(clock)] } ?? clock.seconds
      return seconds.map { .time($0) } + seconds.map { .moment($0 >= now ? today : today + 1, $0) }
    }
    guard let part = found.part else { return [] }
    let points = part.point.map { [DateValue.time($0)] } ?? []
    return points + part.windows.map { .times($0.0, $0.1) } + part.windows.map { .moments(today, $0.0, $0.1) }
  }

}

extension DateValue {
  func inZone(_ zone: String) -> DateValue {
    var value = self
    value.zone = zone
    return value
  }

  static func day(_ day: Day?) -> DateValue { DateValue(kind: .date, start: DateStamp(day: day)) }
  static func moment(_ day: Day, _ second: Int) -> DateValue {
    DateValue(kind: .datetime, start: DateStamp(day: day, second: second))
  }
  static func time(_ second: Int) -> DateValue { DateValue(kind: .time, start: DateStamp(second: second)) }
  static func days(_ range: DayRange) -> DateValue {
    DateValue(kind: .daterange, start: DateStamp(day: range.start), end: DateStamp(day: range.end))
  }
  static func times(_ start: Int, _ end: Int) -> DateValue {
    DateValue(kind: .timerange, start: DateStamp(second: start), end: DateStamp(second: end % 86400))
  }
  /// Within one day, or over midnight where the end is not after the start.
  static func moments(_ day: Day, _ start: Int, _ end: Int) -> DateValue {
    let last =
      end >= 86400 || end <= start ? DateStamp(day: day + 1, second: end % 86400) : DateStamp(day: day, second: end)
    return DateValue(kind: .datetimerange, start: DateStamp(day: day, second: start), end: last)
  }
}
