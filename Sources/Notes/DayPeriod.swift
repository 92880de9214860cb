package import Model

/// The days of a phrase's readings.
extension [DateValue] {
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
