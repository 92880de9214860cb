package import Model

/// A language that letters are written in.
package enum Tongue: String, CaseIterable, Sendable {
  case british = "en"
  case american = "en-US"
  case german = "de"
  case french = "fr"
  case spanish = "es"

  /// Reads a code or the language's name; nil where there are no letters in it.
  package init?(_ text: String) {
    let word = text.lowercased().replacing("_", with: "-")
    if let code = Tongue.allCases.first(where: { $0.rawValue.lowercased() == word }) {
      self = code
      return
    }
    let names: [(Tongue, [String])] = [
      (.american, ["american", "us", "usa"]), (.british, ["english", "british", "englisch"]),
      (.german, ["german", "deutsch"]), (.french, ["french", "français", "francais"]),
      (.spanish, ["spanish", "español", "espanol", "castellano"]),
    ]
    let main = word.split(separator: "-").first.map(String.init) ?? word
    guard
      let found = names.first(where: { $0.1.contains(word) })?.0
        ?? Tongue.allCases.first(where: { $0.rawValue == main })
    else { return nil }
    self = found
  }

  var isEnglish: Bool { self == .british || self == .american }

  private var months: [String] {
    switch self {
    case .british, .american:
      Day.monthNames
    case .german:
      [
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
        "Dezember",
      ]
    case .french:
      [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
      ]
    case .spanish:
      [
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
        "diciembre",
      ]
    }
  }

  /// A day inside a sentence: "Tuesday, 10 March", "Tuesday, March 10", "10. März", "10 mars", "10 de marzo".
  package func words(_ day: Day) -> String {
    let month = months[day.month - 1]
    return switch self {
    case .british: "\(day.weekday.name), \(day.dayOfMonth) \(month)"
    case .american: "\(day.weekday.name), \(month) \(day.dayOfMonth)"
    case .german: "\(day.dayOfMonth). \(month)"
    case .french: "\(day.dayOfMonth == 1 ? "1er" : String(day.dayOfMonth)) \(month)"
    case .spanish: "\(day.dayOfMonth) de \(month)"
    }
  }

  /// The day at the head of a letter.
  package func heading(_ day: Day) -> String {
    switch self {
    case .british, .german, .french: "\(words(day)) \(day.year)"
    case .american: "\(months[day.month - 1]) \(day.dayOfMonth), \(day.year)"
    case .spanish: "\(words(day)) de \(day.year)"
    }
  }

  /// The language of a person, else of their organisation, else British English.
  package static func of(_ person: Person?, _ organisation: Organisation?) -> Tongue {
    (person?.language ?? organisation?.language).flatMap { Tongue($0) } ?? .british
  }
}
