import Foundation
package import Model

/// The machine's clock, read through the C library, which knows the zones and costs nothing at start-up.
package enum LocalClock {
  package static func milliseconds() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
  }

  /// The day in the process's own zone (`TZ`, else the system's).
  package static func today() -> Day { wallTime(milliseconds()).day }

  /// The day in a named zone; nil when the machine does not know the zone.
  package static func today(in zone: String) -> Day? {
    inZone(zone) { today() }
  }

  /// Wall time in the process's own zone.
  package static func wallTime(_ milliseconds: Int) -> Moment {
    var seconds = time_t(milliseconds / 1000)
    var parts = tm()
    localtime_r(&seconds, &parts)
    let day = Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    return Moment(day: day ?? Day(number: 0), minute: Int(parts.tm_hour) * 60 + Int(parts.tm_min))
  }

  /// The last millisecond of a day in the process's own zone, since 1970.
  package static func end(of day: Day) -> Int {
    var parts = tm()
    (parts.tm_year, parts.tm_mon, parts.tm_mday) = (
      Int32(day.year - 1900), Int32(day.month - 1), Int32(day.dayOfMonth + 1)
    )
    parts.tm_isdst = -1
    return Int(mktime(&parts)) * 1000 - 1
  }

  /// Runs `body` with another zone as the process's own.
  private static func inZone<T>(_ zone: String, _ body: () -> T) -> T? {
    let folders = ["/usr/share/zoneinfo/", "/usr/lib/zoneinfo/"]
    let isName = !zone.hasPrefix("/") && !zone.contains("..")
    guard isName, folders.contains(where: { FileManager.default.fileExists(atPath: $0 + zone) }) else { return nil }
    let before = getenv("TZ").map { String(cString: $0) }
    setenv("TZ", zone, 1)
    tzset()
    defer {
      if let before { setenv("TZ", before, 1) } else { unsetenv("TZ") }
      tzset()
    }
    return body()
  }
}

extension LocalClock {
  /// The day by the clock in a named zone, else in the process's own; leaves the process's zone as it is, so that other
  /// threads may go on.
  package static func day(in zone: String?) -> Day {
    guard let zone = zone.flatMap({ TimeZone(identifier: $0) }) else { return today() }
    let now = Date()
    let seconds = Int(now.timeIntervalSince1970) + zone.secondsFromGMT(for: now)
    return Day(number: seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400)
  }
}
