import Model
import Store

/// Milliseconds since 1970 on the machine's own clock face.
enum WallTime {
  /// "3 May 10:12".
  static func short(_ milliseconds: Int, today: Day) -> String {
    let moment = LocalClock.wallTime(milliseconds)
    let clock = Moment(day: moment.day, minute: moment.minute).description.suffix(5)
    return "\(DayText.short(moment.day, today: today)) \(clock)"
  }

  /// `2026-05-03T10:12`.
  static func iso(_ milliseconds: Int) -> String { LocalClock.wallTime(milliseconds).description }
}
