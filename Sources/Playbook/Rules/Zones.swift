package import Model

/// What is known of time zones, given by the caller: the planner itself has no zone data.
package struct ZoneData: Sendable {
  /// Seconds east of UTC of a wall time (day and minute) in a zone; a nil zone is the user's own. nil if unknown.
  package var offsetOfWallTime: @Sendable (_ day: Day, _ minute: Int, _ zone: String?) -> Int?
  /// Seconds east of UTC of an instant (Unix seconds) in the user's own zone.
  package var offsetOfInstant: @Sendable (_ seconds: Int) -> Int

  package init(
    offsetOfWallTime: @escaping @Sendable (Day, Int, String?) -> Int?,
    offsetOfInstant: @escaping @Sendable (Int) -> Int
  ) {
    self.offsetOfWallTime = offsetOfWallTime
    self.offsetOfInstant = offsetOfInstant
  }

  /// Every zone is UTC.
  package static let utc = ZoneData(offsetOfWallTime: { _, _, _ in 0 }, offsetOfInstant: { _ in 0 })

  /// The instant of a moment with a time of day; nil without one, or in an unknown zone.
  package func instant(_ moment: Moment) -> Instant? {
    guard let minute = moment.minute, let offset = offsetOfWallTime(moment.day, minute, moment.zone) else { return nil }
    return Instant(seconds: moment.day.number * 86_400 + minute * 60 - offset)
  }

  /// The user's calendar day of a moment: its own day, unless another zone's time of day falls on a neighbouring one.
  package func userDay(_ moment: Moment) -> Day {
    guard moment.zone != nil, let instant = instant(moment) else { return moment.day }
    return wallTime(instant).day
  }

  /// An instant on the user's clock.
  package func wallTime(_ instant: Instant) -> Moment {
    let local = instant.seconds + offsetOfInstant(instant.seconds)
    let days = local >= 0 ? local / 86_400 : -((86_399 - local) / 86_400)
    return Moment(day: Day(number: days), minute: (local - days * 86_400) / 60)
  }

  /// ISO 8601 on the user's clock: `2026-03-30T11:00+02:00`.
  package func text(_ instant: Instant) -> String {
    let minutes = offsetOfInstant(instant.seconds) / 60
    let size = abs(minutes)
    return wallTime(instant).description + (minutes < 0 ? "-" : "+") + twoDigits(size / 60) + ":" + twoDigits(size % 60)
  }
}

/// A point in time, in whole Unix seconds.
package struct Instant: Hashable, Sendable {
  package let seconds: Int

  package init(seconds: Int) {
    self.seconds = seconds
  }
}

/// `07`, `42`.
func twoDigits(_ number: Int) -> String {
  number < 10 ? "0\(number)" : "\(number)"
}
