/// A calendar day of the proleptic Gregorian calendar, as a count of days since 1970-01-01.
///
/// Integer arithmetic only: no zone, no clock. Years 1 to 9999. The civil conversions are Howard Hinnant's
/// "chrono-compatible low-level date algorithms".
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before.
  public let number: Int

  public static let first = Day(number: -719_162)
  public static let last = Day(number: 2_932_896)

  /// The day with this count, held inside the years 1 to 9999.
  public init(number: Int) {
    self.number = min(max(number, -719_162), 2_932_896)
  }

  /// The day with these parts; nil when no such day exists.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(number: era * 146_097 + dayOfEra - 719_468)
  }

  /// Year, month 1...12, day 1...31.
  public var parts: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  public var year: Int { parts.year }
  public var month: Int { parts.month }

  /// What months are called in English, January first.
  package static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  /// "March".
  package var monthName: String { Day.monthNames[month - 1] }
  /// "Mar".
  package var shortMonthName: String { String(monthName.prefix(3)) }
  public var dayOfMonth: Int { parts.day }
  public var weekday: Weekday { Weekday(mondayBased: ((number + 3) % 7 + 7) % 7) }
  /// Monday of the week that holds this day.
  public var monday: Day { self - (weekday.rawValue - 1) }

  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }
  public static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }
  public static func - (day: Day, days: Int) -> Day { Day(number: day.number - days) }
  public static func - (later: Day, earlier: Day) -> Int { later.number - earlier.number }

  /// The same day of the month that many months later, or that month's last day where it is shorter.
  public func adding(months: Int) -> Day {
    let (year, month, day) = parts
    let total = year * 12 + (month - 1) + months
    let newYear = min(max(total / 12, 1), 9999)
    let newMonth = (total % 12 + 12) % 12 + 1
    let clamped = min(day, Day.length(ofMonth: newMonth, year: newYear))
    return Day(year: newYear, month: newMonth, day: clamped) ?? self
  }

  /// The last day of this day's month.
  public var endOfMonth: Day {
    let (year, month, day) = parts
    return self + (Day.length(ofMonth: month, year: year) - day)
  }

  public static func isLeap(year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// Days in a month 1...12.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year: year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Day: CustomStringConvertible, LosslessStringConvertible {
  /// `YYYY-MM-DD` (ISO 8601).
  public var description: String {
    let (year, month, day) = parts
    return String(unsafeUninitializedCapacity: 10) { text in
      text.initialize(repeating: 0x2D)
      for (value, last, width) in [(year, 3, 4), (month, 6, 2), (day, 9, 2)] {
        var rest = value
        for place in 0..<width {
          text[last - place] = 0x30 + UInt8(rest % 10)
          rest /= 10
        }
      }
      return 10
    }
  }

  /// Reads `YYYY-MM-DD` and nothing else.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
      let year = decimal(bytes[0..<4]), let month = decimal(bytes[5..<7]), let day = decimal(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  public init?(_ description: String) {
    self.init(description[...])
  }
}

/// Days of the week, numbered as in ISO 8601: Monday is 1.
public enum Weekday: Int, CaseIterable, Sendable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday

  init(mondayBased index: Int) {
    self = Weekday.allCases[index]
  }

  public var isWeekend: Bool { self == .saturday || self == .sunday }
  /// "Mon", "Tue", …
  public var short: String { String(name.prefix(3)) }
  public var name: String {
    switch self {
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    }
  }
}

func padded(_ value: Int, _ width: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

func decimal(_ digits: ArraySlice<UInt8>) -> Int? {
  var value = 0
  for digit in digits {
    guard (0x30...0x39).contains(digit) else { return nil }
    value = value * 10 + Int(digit - 0x30)
  }
  return digits.isEmpty ? nil : value
}
