package import Model

/// A day, a time of day, or both; wall time.
package struct DateStamp: Hashable, Sendable {
  package var day: Day?
  /// Seconds since midnight, 0..<86400.
  package var second: Int?

  package init(day: Day? = nil, second: Int? = nil) {
    self.day = day
    self.second = second
  }

  /// `2026-03-12`, `2026-03-12T14:30:00` or `14:30:00`.
  package var description: String {
    var parts = [String]()
    if let day { parts.append(day.description) }
    if let second {
      parts.append([second / 3600, second / 60 % 60, second % 60].map(twoDigits).joined(separator: ":"))
    }
    return parts.joined(separator: "T")
  }
}

func twoDigits(_ number: Int) -> String { number < 10 ? "0" + String(number) : String(number) }

/// One reading of a date phrase.
package struct DateValue: Hashable, Sendable {
  package enum Kind: String, Sendable {
    case date, time, datetime, daterange, timerange, datetimerange, duration, set
  }

  package var kind: Kind
  /// The point itself, or where a range starts; nil for a range that is open there.
  package var start: DateStamp?
  /// Where a range ends: exclusive for whole days.
  package var end: DateStamp?
  /// A duration.
  package var seconds: Int?
  /// A recurrence as TIMEX3 text (`P1W`, `XXXX-WXX-5`).
  package var text: String?
  /// The zone said beside a time, as written (`CET`, `UTC+2`); the time itself stays the wall time of that zone.
  package var zone: String?

  /// A day or a moment, or a stretch of hours: no longer than a day.
  var isPoint: Bool { kind == .date || kind == .datetime || kind == .datetimerange }

  /// The value as text: an ISO date or time, `start/end` with `..` for an open side, seconds, TIMEX3.
  package var value: String {
    switch kind {
    case .date, .time, .datetime: start?.description ?? ""
    case .daterange, .timerange, .datetimerange: (start?.description ?? "..") + "/" + (end?.description ?? "..")
    case .duration: String(seconds ?? 0)
    case .set: text ?? ""
    }
  }
}

/// A date phrase in a text.
package struct DateMatch: Hashable, Sendable {
  package var span: TextSpan
  /// The phrase without a leading "by", "before", "until", "since".
  package var core: TextSpan
  /// Every reading of the whole phrase, the likeliest first.
  package var values: [DateValue]
  /// Every reading of `core`.
  package var coreValues: [DateValue]
  /// The weekday said beside a date: "weds 10 june".
  package var weekday: Weekday?

  /// The weekday said where it is not that of the likeliest day.
  package var contradicted: Weekday? {
    guard let weekday, let day = coreValues.first?.start?.day, day.weekday != weekday else { return nil }
    return weekday
  }
}

extension DateValue {
  /// `{"kind":"date","value":"2026-03-12"}`; ranges have `start` and `end`, null where open.
  package var json: String {
    var out = JSONText()
    out.object {
      $0.member("kind", kind.rawValue)
      $0.member("value", value)
      if let zone { $0.member("zone", zone) }
      guard kind == .daterange || kind == .timerange || kind == .datetimerange else { return }
      $0.member("start", raw: start.map { JSONText.quoted($0.description) } ?? "null")
      $0.member("end", raw: end.map { JSONText.quoted($0.description) } ?? "null")
    }
    return out.text
  }
}
