import Model

/// A day of the Gregorian calendar, in years 1 to 9999, without a zone. It is written `2026-11-27` (ISO 8601), in JSON too.
public struct CalendarDay: Hashable, Comparable, Sendable {
  let day: Day

  init(_ day: Day) { self.day = day }

  /// Nil where there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard let day = Day(year: year, month: month, day: day) else { return nil }
    self.day = day
  }

  /// Year, month from 1, day of the month from 1.
  public var parts: (year: Int, month: Int, day: Int) { day.parts }

  public static func < (left: CalendarDay, right: CalendarDay) -> Bool { left.day < right.day }
  /// So many days later.
  public static func + (left: CalendarDay, days: Int) -> CalendarDay { CalendarDay(left.day + days) }
}

extension CalendarDay: LosslessStringConvertible, Codable {
  public var description: String { day.description }

  public init?(_ description: String) {
    guard let day = Day(description) else { return nil }
    self.day = day
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let day = CalendarDay(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no day as 2026-11-27")
    }
    self = day
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
