/// Words that tell how an application stands, in English, German, French, Spanish and some of their neighbours.
enum StageWords {
  struct Phrase {
    let words: [String]
    let stage: RowStage
    /// It says so whatever stands beside it; others may say several things.
    let isSure: Bool
  }

  static let phrases: [Phrase] = WordFile(.stages).sections.flatMap { name, lines -> [Phrase] in
    let parts = name.split(separator: " ")
    guard let stage = parts.first.flatMap({ RowStage(String($0)) }) else { return [] }
    return lines.map { Phrase(words: StageMatcher.words($0), stage: stage, isSure: parts.count == 1) }
  }

  /// Before a word they turn it: "not appointed", "no interview", "kein zweites Gespräch".
  static let negations: Set = ["not", "no", "nicht", "kein", "keine", "pas", "sin", "non", "niet", "geen", "without"]
  /// A no alone: what follows it in its sentence may make it another ("said no decision yet", "said no, Tuesday is fine").
  static let plainNos: Set = ["no", "nope", "nein", "non", "nee", "não", "nej", "nie"]
  /// Before such a no.
  static let sayings: Set = [
    "said", "says", "say", "told", "answered", "replied", "sagt", "sagte", "dit", "dijo", "dice", "zei",
  ]
  /// Before what came of it: "call on 18 March, then no".
  static let joints: Set = ["then", "and", "but", "dann", "und", "puis", "et", "y", "luego"]
  /// Signs that stand for a word.
  static let signs: [Unicode.Scalar: ApplicationStage] = [
    "👻": .silent, "❌": .rejected, "🚫": .rejected, "🎉": .offer, "💀": .rejected, "🦗": .silent,
  ]
}
