package import Model

/// Which comes first in `3/4/2026`.
package enum DayMonthOrder: String, Hashable, Sendable, CaseIterable {
  case dayFirst = "day-first"
  case monthFirst = "month-first"

  package var other: DayMonthOrder { self == .dayFirst ? .monthFirst : .dayFirst }
}

/// The order in which days and months are read, and what says so.
package struct DateOrder: Hashable, Sendable {
  package enum Source: Hashable, Sendable {
    /// The user, for this reading.
    case asked
    /// A date of the note that can be read one way only, as written there.
    case note(String)
    /// The user, for all readings.
    case setting
    /// The language and country of the user's session.
    case locale(String)
    /// Nothing: days come first then, as in most of the world.
    case undecided
  }

  package var order: DayMonthOrder
  package var source: Source

  package init(_ order: DayMonthOrder, _ source: Source) {
    self.order = order
    self.source = source
  }

  package static let undecided = DateOrder(.dayFirst, .undecided)

  /// What a POSIX locale name says, such as `en_GB.UTF-8`. The months come first in the short dates of the Unicode
  /// Common Locale Data Repository for these countries and languages; Canada writes both, and `C` says nothing.
  package init(locale name: String) {
    let parts = name.prefix { $0 != "." && $0 != "@" }.split(separator: "_", omittingEmptySubsequences: false)
    let language = parts.first.map(String.init) ?? ""
    let country = parts.count > 1 ? String(parts[1]) : ""
    let isSilent = ["", "C", "POSIX"].contains(language) || country == "CA" && language == "en"
    let isMonthFirst =
      Self.monthFirstLanguages.contains(language) || Self.monthFirstCountries.contains(country)
      || language == "en" && country.isEmpty
    self = isSilent ? .undecided : DateOrder(isMonthFirst ? .monthFirst : .dayFirst, .locale(name))
  }

  private static let monthFirstCountries: Set = ["US", "PH", "PR", "PA", "GU", "MH", "MP", "AS", "UM", "VI"]
  private static let monthFirstLanguages: Set = ["zh", "ja", "ko", "hu", "lt", "mn", "fil", "haw", "chr"]
}

extension DateMatch {
  /// What `day`, one of the phrase's readings, would be with day and month the other way round; nil where the phrase is
  /// not open to that.
  package func inOtherOrder(_ day: Day) -> Day? {
    coreValues.lazy.compactMap { $0.start?.day }.first { $0.isSwapped(day) }
  }
}

extension Day {
  /// Whether this is the day with its day and month exchanged, in the same year or the next to it.
  func isSwapped(_ other: Day) -> Bool {
    month != other.month && month == other.dayOfMonth && dayOfMonth == other.month && abs(year - other.year) <= 1
  }
}
