import Model

/// How a letter begins, by the conventions of its language: "Dear Ms Vogt", "Sehr geehrte Frau Dr. Vogt", "Madame".
struct Greeting {
  private let tongue: Tongue
  private let salutation: String?
  private let surname: String
  private let name: String
  private let firstName: String?

  /// nil where the person has no name.
  init?(_ person: Person?, _ tongue: Tongue) {
    guard let person, let name = person.name.map(Greeting.plain), !name.isEmpty else { return nil }
    self.tongue = tongue
    firstName = person.firstName.map(Greeting.plain).flatMap { $0.isEmpty ? nil : $0 }
    var parts = name.split(separator: " ").map(String.init)
    var titles: [String] = []
    while parts.count > 1, Greeting.titles.contains(Greeting.bare(parts[0])) { titles.append(parts.removeFirst()) }
    let own = person.salutation.map(Greeting.plain).flatMap { $0.isEmpty ? nil : $0 }
    salutation = own ?? (titles.isEmpty ? nil : titles.joined(separator: " "))
    self.name = parts.joined(separator: " ")
    surname = Greeting.surname(parts, tongue)
  }

  /// The language that the person's titles are of; nil where they are of none in particular.
  static func tongue(of person: Person?) -> Tongue? {
    let words = ((person?.salutation ?? "") + " " + (person?.name ?? "")).lowercased().split { !$0.isLetter }
    for word in words {
      switch word {
      case "frau", "herr": return .german
      case "mme", "madame", "monsieur", "mlle": return .french
      case "sra", "señora", "señor", "srta", "doña": return .spanish
      default: continue
      }
    }
    return nil
  }

  /// Without the mark that ends it.
  var text: String {
    if let firstName { return informal(firstName) }
    // One word is all that is known of the name: it is the first name, or stands for it.
    guard let salutation else { return name.contains(" ") || !tongue.isEnglish ? neutral : informal(name) }
    let isWoman = Greeting.women.contains(Greeting.bare(salutation.split(separator: " ").first.map(String.init) ?? ""))
    let isMan = Greeting.men.contains(Greeting.bare(salutation.split(separator: " ").first.map(String.init) ?? ""))
    switch tongue {
    case .british, .american: return "Dear \(english(salutation)) \(surname)"
    case .german where isWoman: return "Sehr geehrte \(salutation) \(surname)"
    case .german where isMan: return "Sehr geehrter \(salutation) \(surname)"
    case .german: return "Guten Tag \(salutation) \(surname)"
    case .french: return isWoman ? "Madame" : isMan ? "Monsieur" : "Madame, Monsieur"
    case .spanish where isWoman: return "Estimada \(salutation) \(surname)"
    case .spanish where isMan: return "Estimado \(salutation) \(surname)"
    case .spanish: return "Buenos días, \(salutation) \(surname)"
    }
  }

  /// As one is called to in speech: "Ms Vogt", "Nadia".
  var spoken: String {
    if let firstName { return firstName }
    return salutation.map { (tongue.isEnglish ? english($0) : $0) + " " + surname } ?? name
  }

  private func informal(_ first: String) -> String {
    switch tongue {
    case .british, .american: "Dear \(first)"
    case .german: "Hallo \(first)"
    case .french: "Bonjour \(first)"
    case .spanish: "Hola, \(first)"
    }
  }

  private var neutral: String {
    switch tongue {
    case .british, .american: "Dear \(name)"
    case .german: "Guten Tag \(name)"
    case .french: "Madame, Monsieur"
    case .spanish: "Buenos días, \(name)"
    }
  }

  /// American English ends a title with a stop, British English does not.
  private func english(_ salutation: String) -> String {
    let own = ["frau": "Ms", "herr": "Mr", "mme": "Ms", "madame": "Ms", "monsieur": "Mr", "sra": "Ms", "sr": "Mr"]
    var titles = salutation.split(separator: " ").map { own[Greeting.bare(String($0))] ?? String($0) }
    if titles.count > 1, ["Ms", "Mr"].contains(titles[0]) { titles.removeFirst() }
    let words = titles.map { word in
      let bare = String(word.filter { $0 != "." })
      let isShort = ["mr", "ms", "mrs", "dr"].contains(bare.lowercased())
      return isShort && tongue == .american ? bare + "." : isShort ? bare : String(word)
    }
    return words.joined(separator: " ")
  }

  /// The last word with the small words before it: "van der Berg". In Spanish both surnames.
  private static func surname(_ parts: [String], _ tongue: Tongue) -> String {
    guard parts.count > 1 else { return parts.joined() }
    var start = parts.count - 1
    if tongue == .spanish, parts.count > 2 { start = parts.count - 2 }
    while start > 1, particles.contains(parts[start - 1].lowercased()) { start -= 1 }
    return parts[start...].joined(separator: " ")
  }

  /// One line without control characters, of a length that a greeting bears.
  private static func plain(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
    return String(String(String.UnicodeScalarView(scalars)).split(separator: " ").joined(separator: " ").prefix(120))
  }

  private static func bare(_ word: String) -> String { word.lowercased().filter { $0.isLetter } }

  private static let particles: Set<String> = [
    "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "das", "la", "le", "du", "ter", "ten", "zu",
    "zur",
    "bin", "ibn", "al", "el", "y",
  ]
  private static let women: Set<String> = [
    "ms", "mrs", "miss", "mme", "madame", "mlle", "frau", "sra", "srta", "señora", "doña",
  ]
  private static let men: Set<String> = ["mr", "herr", "m", "monsieur", "sr", "señor", "don"]
  private static let titles: Set<String> = women.union(men).subtracting(["m"]).union([
    "dr", "prof", "professor", "sir", "dame", "lord", "lady", "rev", "ing", "dipl", "drs", "dra", "mag", "pr", "me",
  ])
}
