import Model
import Notes

/// The readings of a date phrase for people: days with their weekday, so that a slip is seen, and periods with their last
/// day.
enum DateValueText {
  /// Each reading once, the likeliest first.
  static func readings(_ values: [DateValue]) -> [String] {
    var said = [String]()
    for value in values {
      let text = text(value, among: values)
      if !said.contains(text) { said.append(text) }
    }
    return said
  }

  private static func text(_ value: DateValue, among values: [DateValue]) -> String {
    switch value.kind {
    case .duration: return duration(value.seconds ?? 0)
    case .set: return "every " + (value.text.map(recurrence) ?? "")
    case .date, .time, .datetime: return stamp(value.start, value.zone)
    case .daterange, .timerange, .datetimerange:
      let last = values.lastDay(of: value).map { DateStamp(day: $0) } ?? value.end
      guard value.start != nil else { return "until " + stamp(last, value.zone) }
      guard let last else { return "from " + stamp(value.start, value.zone) }
      guard last != value.start else { return stamp(last, value.zone) }
      let isOneDay = last.day == value.start?.day && last.second != nil
      return stamp(value.start, nil) + " – " + stamp(isOneDay ? DateStamp(second: last.second) : last, value.zone)
    }
  }

  /// "Fri 2026-03-13 14:30 CET".
  private static func stamp(_ stamp: DateStamp?, _ zone: String?) -> String {
    var parts = [String]()
    if let day = stamp?.day { parts += [day.weekday.short, day.description] }
    if let second = stamp?.second {
      let digits = [second / 3600, second / 60 % 60] + (second % 60 == 0 ? [] : [second % 60])
      parts.append(digits.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":"))
    }
    if let zone { parts.append(zone) }
    return parts.joined(separator: " ")
  }

  /// "1 hour 30 minutes".
  private static func duration(_ seconds: Int) -> String {
    guard seconds > 0 else { return "0 seconds" }
    var (rest, parts) = (seconds, [String]())
    for (unit, length) in [("week", 604_800), ("day", 86_400), ("hour", 3600), ("minute", 60), ("second", 1)]
    where rest >= length && (unit != "week" || seconds % length == 0) {
      parts.append(Count.text(rest / length, unit))
      rest %= length
    }
    return parts.joined(separator: " ")
  }

  // MARK: - Recurrences

  private static let units: [Character: String] = ["D": "day", "W": "week", "M": "month", "Y": "year"]

  /// "4 to 6 weeks" of `P4W/P6W`, "Friday" of `XXXX-WXX-5`; other TIMEX3 sets as they stand.
  private static func recurrence(_ timex: String) -> String {
    let steps = timex.split(separator: "/").compactMap(step)
    if let first = steps.first, steps.count == timex.split(separator: "/").count {
      guard let last = steps.last, steps.count == 2 else {
        return first.count == 1 ? first.unit : Count.text(first.count, first.unit)
      }
      return "\(first.count) to \(Count.text(last.count, last.unit))"
    }
    let day = timex.dropFirst("XXXX-WXX-".count)
    if timex.hasPrefix("XXXX-WXX-"), day.count == 1, let weekday = Int(day).flatMap(Weekday.init(rawValue:)) {
      return weekday.name
    }
    return timex
  }

  /// `P4W`.
  private static func step(_ text: Substring) -> (count: Int, unit: String)? {
    guard text.first == "P", let unit = text.last.flatMap({ units[$0] }), let count = Int(text.dropFirst().dropLast())
    else { return nil }
    return (count, unit)
  }
}
