package import Model

/// The days on which a whole country rests, computed from rules; regional ones are not among them.
package enum PublicHolidays {
  /// One country a line: its code, what else it is called, and its rules. `5-1` a day of a month, `e+39` days after Easter
  /// Sunday, `-1mon5` the last Monday of May; `~` after a rule gives the next working day where it falls on a weekend, `^`
  /// the nearest.
  private static let rules = """
    GB uk,britain,england,wales | 1-1~ e-2 e+1 1mon5 -1mon5 -1mon8 12-25~ 12-26~
    IE ireland | 1-1 1mon2 3-17 e+1 1mon5 1mon6 1mon8 -1mon10 12-25 12-26
    US usa,america | 1-1^ 3mon1 3mon2 -1mon5 6-19^ 7-4^ 1mon9 2mon10 11-11^ 4thu11 12-25^
    DE germany,deutschland | 1-1 e-2 e+1 5-1 e+39 e+50 10-3 12-25 12-26
    AT austria,österreich | 1-1 1-6 e+1 5-1 e+39 e+50 e+60 8-15 10-26 11-1 12-8 12-25 12-26
    CH switzerland,schweiz,suisse | 1-1 e-2 e+1 e+39 e+50 8-1 12-25 12-26
    FR france | 1-1 e+1 5-1 5-8 e+39 e+50 7-14 8-15 11-1 11-11 12-25
    BE belgium,belgique,belgië | 1-1 e+1 5-1 e+39 e+50 7-21 8-15 11-1 11-11 12-25
    NL netherlands,nederland | 1-1 e+1 4-27 e+39 e+50 12-25 12-26
    ES spain,españa | 1-1 1-6 e-2 5-1 8-15 10-12 11-1 12-6 12-8 12-25
    PT portugal | 1-1 e-2 4-25 5-1 e+60 6-10 8-15 10-5 11-1 12-1 12-8 12-25
    IT italy,italia | 1-1 1-6 e+1 4-25 5-1 6-2 8-15 11-1 12-8 12-25 12-26
    PL poland,polska | 1-1 1-6 e+1 5-1 5-3 e+60 8-15 11-1 11-11 12-24 12-25 12-26
    SE sweden,sverige | 1-1 1-6 e-2 e+1 5-1 e+39 6-6 12-25 12-26
    """

  /// The codes of all countries that are known.
  package static var countries: [String] { rules.split(separator: "\n").map { String($0.prefix(2)) } }

  /// The days in these years; nil for a country that is not known by this code or name.
  package static func days(of country: String, years: ClosedRange<Int>) -> [Day]? {
    let name = country.lowercased()
    let line = rules.split(separator: "\n").first { line in
      let names = line.split(separator: "|")[0].split { $0 == " " || $0 == "," }
      return names.contains { $0.lowercased() == name }
    }
    guard let line, let list = line.split(separator: "|").last else { return nil }
    return years.flatMap { days($0, list.split(separator: " ")) }.sorted()
  }

  private static func days(_ year: Int, _ rules: [Substring]) -> [Day] {
    var found: [Day] = []
    for rule in rules {
      let isMoved = rule.hasSuffix("~"), isNearest = rule.hasSuffix("^")
      guard var day = day(year, isMoved || isNearest ? rule.dropLast() : rule) else { continue }
      if isNearest, day.weekday == .saturday { day = day - 1 }
      if isNearest, day.weekday == .sunday { day = day + 1 }
      while isMoved, day.weekday.isWeekend || found.contains(day) { day = day + 1 }
      found.append(day)
    }
    return found
  }

  private static func day(_ year: Int, _ rule: Substring) -> Day? {
    if rule.first == "e" { return Int(rule.dropFirst()).flatMap { easter(year)?.advanced(by: $0) } }
    let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    if let index = weekdays.firstIndex(where: { rule.contains($0) }) {
      let numbers = rule.split { $0.isLetter }
      guard numbers.count == 2, let count = Int(numbers[0]), let month = Int(numbers[1]) else { return nil }
      return weekday(index, count, month, year)
    }
    let numbers = rule.split(separator: "-").compactMap { Int($0) }
    return numbers.count == 2 ? Day(year: year, month: numbers[0], day: numbers[1]) : nil
  }

  /// The `count`th such weekday of a month, from its end where that is negative.
  private static func weekday(_ mondayBased: Int, _ count: Int, _ month: Int, _ year: Int) -> Day? {
    guard let first = Day(year: year, month: month, day: 1) else { return nil }
    let from = count > 0 ? first : first.endOfMonth - 6
    let ahead = (mondayBased + 1 - from.weekday.rawValue + 7) % 7
    return from + ahead + (count > 0 ? (count - 1) * 7 : (count + 1) * 7)
  }

  /// Easter Sunday by the anonymous Gregorian rule (Meeus, Astronomical Algorithms, chapter 8).
  private static func easter(_ year: Int) -> Day? {
    let (a, b, c) = (year % 19, year / 100, year % 100)
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let number = h + l - 7 * m + 114
    return Day(year: year, month: number / 31, day: number % 31 + 1)
  }
}

extension Day {
  fileprivate func advanced(by days: Int) -> Day { self + days }
}
