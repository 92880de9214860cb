package import Model

/// The days of a phrase's readings.
extension [DateValue] {
  /// The first and last day of the likeliest reading that has days; a day is both.
  package var period: (first: Day, last: Day)? {
    guard let value = first(where: { $0.start?.day != nil }), let start = value.start?.day else { return nil }
    return (start, Swift.max(start, lastDay(of: value) ?? start))
  }

  /// When something was that has happened: the likeliest reading that is not ahead, so that "tuesday" is the last one; the
  /// likeliest where all are ahead.
  package func past(_ today: Day) -> Moment? {
    let moments = compactMap { value in
      value.start.flatMap { start in start.day.map { Moment(day: $0, minute: start.second.map { $0 / 60 }) } }
    }
    return moments.first { $0.day <= today } ?? moments.first
  }

  /// The last day of a range of days; nil for other values, and where it is open.
  package func lastDay(of value: DateValue) -> Day? {
    guard value.kind == .daterange, let end = withExclusiveEnd(value).end?.day else { return nil }
    return value.start == nil ? end : end - 1
  }

  /// "9 to 11 March" and "Monday to Wednesday" are read to both ends in turn, as said first: the reading whose end is the
  /// day after.
  package func withExclusiveEnd(_ value: DateValue) -> DateValue {
    guard let end = value.end?.day else { return value }
    return first { $0.kind == value.kind && $0.start == value.start && $0.end?.day == end + 1 } ?? value
  }
}
