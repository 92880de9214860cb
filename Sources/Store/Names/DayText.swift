package import Model
package import Playbook

/// Days as people read them.
package enum DayText {
  /// "21 Apr", in another year than today's "21 Apr 2025".
  package static func short(_ day: Day, today: Day) -> String {
    let (year, _, number) = day.parts
    let text = "\(number) \(day.shortMonthName)"
    return year == today.year ? text : text + " \(year)"
  }

  /// "Tue 21 Apr", in another year than today's "Tue 21 Apr 2025".
  package static func long(_ day: Day, today: Day) -> String { day.weekday.short + " " + short(day, today: today) }

  /// "Tue 21 Apr 09:30 Europe/London".
  package static func long(_ moment: Moment, today: Day) -> String {
    var text = long(moment.day, today: today)
    if let minute = moment.minute { text += " " + clock(minute) }
    if let zone = moment.zone { text += " " + zone }
    return text
  }

  /// "Tue 21 Apr 10:30 on your clock" for a moment of another zone; nil where your own clock shows the same.
  package static func onOwnClock(_ moment: Moment, today: Day, zones: ZoneData) -> String? {
    guard moment.zone != nil, let instant = zones.instant(moment), case let own = zones.wallTime(instant),
      own.day != moment.day || own.minute != moment.minute
    else { return nil }
    return long(own, today: today) + " on your clock"
  }

  private static func clock(_ minute: Int) -> String {
    let digits = [minute / 60, minute % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return digits.joined(separator: ":")
  }
}
