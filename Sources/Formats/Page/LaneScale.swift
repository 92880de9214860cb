import Model

/// Where days lie on a lane, in hundredths of a percent of its width.
struct LaneScale {
  let first: Day
  let last: Day

  /// Room at the left for half a sign, at the right for what stands behind a lane.
  private static let left = 150
  private static let right = 1600

  func hundredths(_ day: Day) -> Int {
    let width = 10_000 - Self.left - Self.right
    return Self.left + width * (min(max(day, first), last) - first) / max(1, last - first)
  }

  func place(_ day: Day) -> String { Self.percent(hundredths(day)) }

  /// "12.05%".
  static func percent(_ hundredths: Int) -> String {
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)%"
  }

  /// The first days of months, as many as do not crowd.
  private var months: [Day] {
    let all = (last - first) / 28 + 2
    let step = [1, 2, 3, 6, 12].first { all / $0 <= 12 } ?? 24
    var months: [Day] = []
    var day = first.endOfMonth + 1
    while day > first, day <= last {
      if (day.month - 1) % min(step, 12) == 0, step <= 12 || day.year % (step / 12) == 0 { months.append(day) }
      // After the last day of all comes none.
      guard day.endOfMonth < last else { break }
      day = day.endOfMonth + 1
    }
    return months
  }

  /// Months, and Mondays where there are few.
  var lines: [Day] {
    guard last - first <= 130 else { return months }
    return stride(from: 0, through: last - first, by: 1).map { first + $0 }.filter { $0.weekday == .monday }
  }

  /// What stands above: the first day's month, then months that begin far enough from it.
  var labels: [(day: Day, text: String)] {
    var labels = [(day: first, text: Self.name(first))]
    for day in months {
      let last = labels[labels.count - 1]
      // What names its year takes twice the room.
      if hundredths(day) - hundredths(last.day) > (last.text.utf8.count > 3 ? 1600 : 900) {
        labels.append((day, Self.name(day)))
      }
    }
    return labels
  }

  private static func name(_ day: Day) -> String {
    let name = day.shortMonthName
    return day.month == 1 ? "\(name) \(day.year)" : name
  }
}
