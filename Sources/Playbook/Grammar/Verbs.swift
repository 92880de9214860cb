/// What a word may be as a verb, by its form.
struct VerbForms: OptionSet, Hashable, Sendable {
  let rawValue: Int
  static let bare = VerbForms(rawValue: 1)
  /// "lacks"
  static let present = VerbForms(rawValue: 2)
  /// "ran": past and nothing else.
  static let past = VerbForms(rawValue: 4)
  /// "run" in "have run": never finite by itself.
  static let participle = VerbForms(rawValue: 8)
  /// "running"
  static let gerund = VerbForms(rawValue: 16)
  /// May be a noun in the same form: "calls".
  static let noun = VerbForms(rawValue: 32)
}

/// The verbs of English and how they are inflected.
struct Verbs: Sendable {
  static let english = Verbs()

  private var forms: [String: VerbForms] = [:]
  private var bareForms: [String: String] = [:]
  private var gerunds: [String: String] = [:]

  private init() {
    let nouns = VerbList.nouns.split { $0 == " " || $0 == "\n" }.map(String.init)
    let noun = Set(nouns)
    for line in VerbList.irregular.split(separator: ",") {
      let parts = line.split { $0 == " " || $0 == "\n" }.map(String.init)
      guard parts.count == 3 else { continue }
      add(parts[0], past: parts[1], participle: parts[2], isNoun: noun.contains(parts[0]))
    }
    let sure = VerbList.sure.split { $0 == " " || $0 == "\n" }.map(String.init)
    for verb in sure + nouns where forms[verb]?.contains(.bare) != true {
      let past = Verbs.with(verb, "ed")
      add(verb, past: past, participle: past, isNoun: noun.contains(verb))
    }
  }

  private mutating func add(_ bare: String, past: String, participle: String, isNoun: Bool) {
    let noun: VerbForms = isNoun ? .noun : []
    let present = bare == "have" ? "has" : bare == "be" ? "is" : Verbs.third(bare)
    add(bare, noun.union(.bare), of: bare)
    add(present, noun.union(.present), of: bare)
    add(past, .past, of: bare)
    add(participle, .participle, of: bare)
    let gerund = Verbs.with(bare, "ing")
    add(gerund, .gerund, of: bare)
    gerunds[bare] = gerund
  }

  private mutating func add(_ form: String, _ kind: VerbForms, of bare: String) {
    forms[form, default: []].formUnion(kind)
    if bareForms[form] == nil || form == bare { bareForms[form] = bare }
  }

  /// What a word may be; a word that is not known is judged by its ending.
  func forms(of word: String) -> VerbForms {
    if let known = forms[word] { return known }
    if word.utf8.count > 4, word.hasSuffix("ed"), !word.hasSuffix("eed") { return [.past, .participle] }
    if word.utf8.count > 5, word.hasSuffix("ing") { return [.gerund] }
    return []
  }

  /// Whether the word is a form of a verb on record, not only by its ending.
  func knows(_ word: String) -> Bool { forms[word] != nil }

  /// "lack" for "lacks".
  func bare(_ form: String) -> String { bareForms[form] ?? form }

  /// "untangling" for "untangle".
  func gerund(_ bare: String) -> String { gerunds[bare] ?? Verbs.with(bare, "ing") }

  private static func third(_ bare: String) -> String {
    if bare == "do" || bare == "go" || ["s", "x", "z", "ch", "sh"].contains(where: bare.hasSuffix) {
      return bare + "es"
    }
    if bare.hasSuffix("y"), let before = bare.dropLast().last, !isVowel(before) { return bare.dropLast() + "ies" }
    return bare + "s"
  }

  /// A bare form with "ed" or "ing".
  private static func with(_ bare: String, _ ending: String) -> String {
    let isPast = ending == "ed"
    if bare.hasSuffix("ie"), !isPast { return bare.dropLast(2) + "ying" }
    if bare.hasSuffix("e") {
      let isKept = !isPast && (bare.hasSuffix("ee") || bare.hasSuffix("ye") || bare == "be")
      return isKept ? bare + ending : bare.dropLast() + ending
    }
    if isPast, bare.hasSuffix("y"), let before = bare.dropLast().last, !isVowel(before) {
      return bare.dropLast() + "ied"
    }
    return (doubles(bare) ? bare + String(bare.suffix(1)) : bare) + ending
  }

  private static let stressedAtEnd: Set<String> = [
    "admit", "commit", "occur", "refer", "transfer", "prefer", "submit", "regret", "embed", "debug", "begin", "forget",
    "permit", "cancel", "travel", "label", "model", "signal", "control", "program", "quit",
  ]

  /// "plan", "planned": one vowel before one consonant at the end, in a single syllable or a stressed one.
  private static func doubles(_ bare: String) -> Bool {
    if stressedAtEnd.contains(bare) { return true }
    let end = Array(bare.suffix(3))
    guard end.count == 3, !isVowel(end[0]) || bare.hasPrefix("qu"), isVowel(end[1]), !isVowel(end[2]),
      !"wxy".contains(end[2])
    else { return false }
    return bare.count { isVowel($0) } == 1
  }

  private static func isVowel(_ letter: Character) -> Bool { "aeiou".contains(letter) }
}
