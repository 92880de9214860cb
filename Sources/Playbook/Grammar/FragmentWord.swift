/// A word of a note, with what it may be in a sentence.
struct FragmentWord: Sendable {
  /// As written, marks included.
  let text: String
  /// In lower case, without marks around it.
  let bare: String
  let verb: VerbForms
  let endsWithComma: Bool

  init(_ text: String) {
    self.text = text
    bare = text.lowercased().replacing("’", with: "'").trimming {
      !$0.isLetter && !$0.isNumber && $0 != "&" && $0 != "+"
    }
    verb = Verbs.english.forms(of: bare)
    endsWithComma = text.hasSuffix(",")
  }

  var isDeterminer: Bool { ClosedWords.determiners.contains(bare) || isPossessive }
  /// "Garside's"
  var isPossessive: Bool { (bare.hasSuffix("'s") || bare.hasSuffix("s'")) && !isAuxiliary }
  var isNumber: Bool {
    ClosedWords.numbers.contains(bare) || bare.first?.isNumber == true && bare.last { $0 != "-" }?.isLetter != true
      || text == "%"
  }
  var isAuxiliary: Bool { ClosedWords.auxiliaries.contains(bare) }
  var isPreposition: Bool { ClosedWords.prepositions.contains(bare) }
  var isConjunction: Bool { ClosedWords.conjunctions.contains(bare) || text == "&" || text == "+" }
  var isRelative: Bool { ClosedWords.relatives.contains(bare) }
  var isAdverb: Bool { ClosedWords.adverbs.contains(bare) || bare.hasSuffix("ly") && bare.utf8.count > 4 }
  var isSubject: Bool { ClosedWords.subjects.contains(bare) }
  var isPronoun: Bool { ClosedWords.pronouns.contains(bare) }
  /// "they've": subject and finite verb in one.
  var isSubjectWithVerb: Bool { isAuxiliary && bare.contains("'") && !bare.hasSuffix("n't") }
  /// A word that is no small one: noun, adjective, name or verb.
  var isOpen: Bool {
    !bare.isEmpty && !isDeterminer && !isPreposition && !isConjunction && !isRelative && !isPronoun && !isAuxiliary
      && !(isAdverb && !bare.hasSuffix("ly"))
  }
  /// Written with a capital, and not merely an abbreviation's.
  var isCapitalised: Bool { text.first { $0.isLetter }?.isUppercase == true }
  /// "CEO", "SQL".
  var isAbbreviation: Bool { text.count { $0.isUppercase } > 1 }
  /// Looks like more than one.
  var isPlural: Bool {
    ["people", "staff", "men", "women", "children", "police", "folk", "kids", "young"].contains(bare)
      || bare.hasSuffix("s") && !["ss", "us", "is"].contains(where: bare.hasSuffix) && bare.utf8.count > 3
        && !isCapitalised && !ClosedWords.compounding.contains(bare) && !bare.contains("-")
  }
  /// "untested": what nobody has done, and no verb.
  var isUndone: Bool { bare.hasPrefix("un") && bare.hasSuffix("ed") && !Verbs.english.knows(bare) }
  /// "cut", "set": past and bare form alike.
  var isInvariant: Bool { verb.isSuperset(of: [.bare, .past]) }
  /// Finite wherever it stands, but for "to do" and "to have".
  var isSurelyPast: Bool { verb.contains(.past) && !verb.contains(.participle) && !verb.contains(.bare) }
}

extension String {
  func trimming(_ isCut: (Character) -> Bool) -> String {
    String(trimmingPrefix(while: isCut).reversed().trimmingPrefix(while: isCut).reversed())
  }
}
