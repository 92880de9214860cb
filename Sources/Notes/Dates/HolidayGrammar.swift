import Model

/// Holidays with a name of their own: the fixed ones, those that hang on Easter, and a few counted weekdays.
extension DateGrammar {
  enum Holiday {
    case fixed(month: Int, day: Int)
    /// Days after Easter Sunday.
    case easter(Int)
    /// The nth such weekday of a month; -1 the last; days after it.
    case counted(Int, Weekday, month: Int, plus: Int)
  }

  static let holidays = Phrases<Holiday>([
    ("christmas eve|xmas eve|heiligabend|heiliger abend", .fixed(month: 12, day: 24)),
    ("christmas day|christmas|xmas|xmas day|weihnachten|noël", .fixed(month: 12, day: 25)),
    ("boxing day|st stephen's day", .fixed(month: 12, day: 26)),
    ("new year's eve|new years eve|silvester|hogmanay", .fixed(month: 12, day: 31)),
    ("new year's day|new years day|new year's|neujahr|neujahrstag", .fixed(month: 1, day: 1)),
    ("epiphany|twelfth night|dreikönigstag", .fixed(month: 1, day: 6)),
    ("valentine's day|valentines day|valentine's", .fixed(month: 2, day: 14)),
    ("st patrick's day|saint patrick's day|st patricks day", .fixed(month: 3, day: 17)),
    ("april fools|april fool's day|april fools day", .fixed(month: 4, day: 1)),
    ("juneteenth", .fixed(month: 6, day: 19)), ("bastille day", .fixed(month: 7, day: 14)),
    ("independence day", .fixed(month: 7, day: 4)), ("halloween", .fixed(month: 10, day: 31)),
    ("guy fawkes night|bonfire night", .fixed(month: 11, day: 5)),
    ("veterans day|armistice day|remembrance day", .fixed(month: 11, day: 11)),
    ("tag der deutschen einheit", .fixed(month: 10, day: 3)),
    ("good friday|karfreitag|vendredi saint", .easter(-2)), ("easter sunday|ostersonntag", .easter(0)),
    ("easter monday|ostermontag|lundi de pâques", .easter(1)), ("easter|ostern|pâques", .easter(0)),
    ("shrove tuesday|pancake day|mardi gras", .easter(-47)), ("ash wednesday|aschermittwoch", .easter(-46)),
    ("maundy thursday|gründonnerstag", .easter(-3)), ("palm sunday", .easter(-7)),
    ("ascension day|himmelfahrt|christi himmelfahrt", .easter(39)),
    ("whit sunday|pentecost|pfingsten|pfingstsonntag|pentecôte", .easter(49)),
    ("whit monday|pfingstmontag", .easter(50)), ("corpus christi|fronleichnam", .easter(60)),
    ("martin luther king day|mlk day", .counted(3, .monday, month: 1, plus: 0)),
    ("presidents day|president's day|presidents' day", .counted(3, .monday, month: 2, plus: 0)),
    ("memorial day", .counted(-1, .monday, month: 5, plus: 0)),
    ("labor day|labour day", .counted(1, .monday, month: 9, plus: 0)),
    ("columbus day", .counted(2, .monday, month: 10, plus: 0)),
    ("thanksgiving|thanksgiving day", .counted(4, .thursday, month: 11, plus: 0)),
    ("black friday", .counted(4, .thursday, month: 11, plus: 1)),
  ]).listed(as: .holidays)

  /// "Easter Monday 2027", "Boxing Day": the coming one first.
  func holiday(_ index: Int) -> Part<[Day]>? {
    guard token(index)?.kind == .word, let found = DateGrammar.holidays.match(tokens, at: index) else { return nil }
    if let year = yearAfter(found.end), let day = DateGrammar.day(of: found.meaning, year: year.value) {
      return Part(end: year.end, value: [day])
    }
    let all = (-1...1).compactMap { DateGrammar.day(of: found.meaning, year: today.year + $0) }
    let days = [all.first { $0 >= today }, all.last { $0 < today }].compactMap(\.self)
    return days.isEmpty ? nil : Part(end: found.end, value: days)
  }

  private static func day(of holiday: Holiday, year: Int) -> Day? {
    switch holiday {
    case .fixed(let month, let day): return Day(year: year, month: month, day: day)
    case .easter(let offset): return easter(year).map { $0 + offset }
    case .counted(let count, let weekday, let month, let plus):
      guard let first = Day(year: year, month: month, day: 1) else { return nil }
      if count < 0 {
        let last = first.endOfMonth
        return last - (last.weekday.rawValue - weekday.rawValue + 7) % 7
      }
      return first + ((weekday.rawValue - first.weekday.rawValue + 7) % 7 + 7 * (count - 1) + plus)
    }
  }

  /// Easter Sunday of the Gregorian calendar, by the algorithm of Meeus, Jones and Butcher (Nature, 1876).
  static func easter(_ year: Int) -> Day? {
    let (a, b, c) = (year % 19, year / 100, year % 100)
    let g = (8 * b + 13) / 25
    let h = (19 * a + b - b / 4 - g + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let sum = h + l - 7 * m + 114
    return Day(year: year, month: sum / 31, day: sum % 31 + 1)
  }
}
