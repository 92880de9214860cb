/// A day, perhaps with a time of day and the zone it was said in: "Tue 21 Apr, 09:30, in Europe/London".
///
/// Wall time as written; turning it into an instant needs zone data and is left to the caller.
public struct Moment: Hashable, Sendable {
  public var day: Day
  /// Minutes since midnight, 0...1439; nil where only the day is known.
  public var minute: Int?
  /// An IANA zone name or an offset such as `+02:00`; nil means the user's own zone.
  public var zone: String?

  public init(day: Day, minute: Int? = nil, zone: String? = nil) {
    self.day = day
    self.minute = minute.map { min(max($0, 0), 1439) }
    self.zone = zone
  }
}

extension Moment: Comparable {
  /// By day, then time (a day without a time comes first), then zone name.
  public static func < (left: Moment, right: Moment) -> Bool {
    (left.day, left.minute ?? -1, left.zone ?? "") < (right.day, right.minute ?? -1, right.zone ?? "")
  }
}

extension Moment: CustomStringConvertible, LosslessStringConvertible {
  /// `2026-04-21`, `2026-04-21T09:30` or `2026-04-21T09:30 Europe/London`: the stored form.
  public var description: String {
    var text = day.description
    if let minute { text += "T" + padded(minute / 60, 2) + ":" + padded(minute % 60, 2) }
    if let zone { text += " " + zone }
    return text
  }

  /// Reads the stored form and nothing else.
  public init?(_ description: String) {
    let halves = description.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    guard let stamp = halves.first, let day = Day(stamp.prefix(10)) else { return nil }
    var minute: Int?
    let rest = Array(stamp.utf8.dropFirst(10))
    if !rest.isEmpty {
      guard rest.count == 6, rest[0] == 0x54, rest[3] == 0x3A, let hours = decimal(rest[1..<3]),
        let minutes = decimal(rest[4..<6]), hours < 24, minutes < 60
      else { return nil }
      minute = hours * 60 + minutes
    }
    let zone = halves.count == 2 ? String(halves[1]) : nil
    if let zone, zone.isEmpty || zone.utf8.count > 64 || !zone.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) {
      return nil
    }
    self.init(day: day, minute: minute, zone: zone)
  }
}
