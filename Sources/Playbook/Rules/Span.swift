package import Model

/// A length of time as rules and settings write it: `48h`, `3d`, `5b` (business days), `4w`, `1m`.
///
/// Never negative: what lies before an anchor is said by the timing, not by a sign.
package enum Span: Hashable, Sendable {
  case hours(Int), days(Int), businessDays(Int), weeks(Int), months(Int)

  /// The longest accepted number, so that no arithmetic can leave the calendar.
  static let limit = 10_000
}

extension Span: CustomStringConvertible {
  /// The written form, `48h`.
  package var description: String {
    switch self {
    case .hours(let count): "\(count)h"
    case .days(let count): "\(count)d"
    case .businessDays(let count): "\(count)b"
    case .weeks(let count): "\(count)w"
    case .months(let count): "\(count)m"
    }
  }

  /// Reads the written form and nothing else: digits, then one of `h d b w m`.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard let unit = bytes.last, bytes.count > 1, bytes.count <= 6 else { return nil }
    var count = 0
    for byte in bytes.dropLast() {
      guard (0x30...0x39).contains(byte) else { return nil }
      count = count * 10 + Int(byte - 0x30)
    }
    guard count <= Span.limit else { return nil }
    switch unit {
    case UInt8(ascii: "h"): self = .hours(count)
    case UInt8(ascii: "d"): self = .days(count)
    case UInt8(ascii: "b"): self = .businessDays(count)
    case UInt8(ascii: "w"): self = .weeks(count)
    case UInt8(ascii: "m"): self = .months(count)
    default: return nil
    }
  }

  /// Whether it is no time at all.
  var isNothing: Bool {
    switch self {
    case .hours(let count), .days(let count), .businessDays(let count), .weeks(let count), .months(let count):
      count == 0
    }
  }

  /// In words: "3 days", "1 business day".
  package var words: String {
    switch self {
    case .hours(let count): counted(count, "hour")
    case .days(let count): counted(count, "day")
    case .businessDays(let count): counted(count, "business day")
    case .weeks(let count): counted(count, "week")
    case .months(let count): counted(count, "month")
    }
  }
}

/// Which days are worked: everything but weekends and the user's holidays.
package struct WorkCalendar: Hashable, Sendable {
  package var holidays: Set<Day>

  package init(holidays: Set<Day> = []) {
    self.holidays = holidays
  }

  package func isBusinessDay(_ day: Day) -> Bool {
    !day.weekday.isWeekend && !holidays.contains(day)
  }

  /// The day itself, or the first business day after it.
  package func businessDay(onOrAfter day: Day) -> Day {
    var day = day
    // A calendar without any business day in a year is a mistake; the search ends there.
    for _ in 0..<366 where !isBusinessDay(day) { day = day + 1 }
    return day
  }

  /// The day a span after `day`. Hours count as whole days, rounded up, where no time of day is known.
  package func day(_ day: Day, plus span: Span) -> Day {
    switch span {
    case .hours(let count): return day + (count + 23) / 24
    case .days(let count): return day + count
    case .weeks(let count): return day + 7 * count
    case .months(let count): return day.adding(months: count)
    case .businessDays(let count):
      var result = day
      for _ in 0..<count { result = businessDay(onOrAfter: result + 1) }
      return result
    }
  }

  /// The day a span before `day`.
  package func day(_ day: Day, minus span: Span) -> Day {
    switch span {
    case .hours(let count): return day - (count + 23) / 24
    case .days(let count): return day - count
    case .weeks(let count): return day - 7 * count
    case .months(let count): return day.adding(months: -count)
    case .businessDays(let count):
      var result = day
      for _ in 0..<count {
        result = result - 1
        for _ in 0..<366 where !isBusinessDay(result) { result = result - 1 }
      }
      return result
    }
  }
}

/// "1 day", "3 days".
func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}
