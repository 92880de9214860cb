/// Reads the words of one note as one phrase or clause; where two readings are likely it reads none.
struct FragmentReader {
  let words: [FragmentWord]

  private func word(_ index: Int) -> FragmentWord? { words.indices.contains(index) ? words[index] : nil }

  /// What follows "how", "why" or "whether" without turning the words round.
  var embedded: FragmentForm {
    guard ["how", "why", "whether", "where", "what", "which", "who"].contains(words[0].bare), words.count > 2 else {
      return .unknown
    }
    let last = words[words.count - 1]
    let isComplete = endsWell || ["who", "what", "which"].contains(words[0].bare) && last.isPreposition
    if word(1)?.bare == "to" { return isBare(word(2)) && isComplete ? .noun : .unknown }
    let verb = words.indices.dropFirst().first { index in
      let word = words[index]
      let isFirst = index == 1 && !["who", "what", "which"].contains(words[0].bare)
      return !isFirst && (word.isAuxiliary || !word.verb.isDisjoint(with: [.bare, .present, .past]))
    }
    let hasComma = words.contains { $0.endsWithComma } || words.dropFirst().contains { $0.isRelative }
    return verb != nil && isComplete && !hasComma ? .noun : .unknown
  }

  var form: FragmentForm {
    let start = words.firstIndex { !$0.isAdverb } ?? 0
    let first = words[["too", "not"].contains(words[0].bare) ? 0 : start]
    if let quality { return quality }
    if ["too", "not"].contains(first.bare), ["much", "many", "few", "little", "enough"].contains(word(1)?.bare) {
      return words.count > 2 && FragmentReader(words: Array(words.dropFirst(2))).phrase == .noun ? .noun : .unknown
    }
    if words[0].bare == "to" { return isBare(word(1)) && endsWell ? .task : .unknown }
    if first.isConjunction || ["because", "while", "although", "though", "if", "like", "as"].contains(first.bare) {
      return .unknown
    }
    if ["who's", "what's"].contains(first.bare) { return .unknown }
    if first.isSubjectWithVerb { return clause(from: start + 1, verb: start) }
    if first.isSubject || ["it", "there", "you"].contains(first.bare) || isDemonstrative(start) {
      return subject(start)
    }
    if word(1)?.bare == "of", word(2)?.isPronoun == true, ClosedWords.shares.contains(first.bare) {
      let isFinite = word(3).map { $0.isAuxiliary || !$0.verb.isDisjoint(with: [.bare, .present, .past]) } ?? false
      return isFinite ? clause(from: 4, verb: 3) : .unknown
    }
    if ClosedWords.whole.contains(first.bare), start == 0, case .clause = subject(start) { return .clause }
    if first.isAuxiliary { return words.count > start + 1 && ends(after: start) ? .state : .unknown }
    if first.bare == "both", word(1)?.verb.contains(.past) == true { return ends(after: 1) ? .deed : .unknown }
    if words[0].bare == "never", first.verb.contains(.participle) { return ends(after: start) ? .deed : .unknown }
    if let verbal = verbal(start) { return verbal }
    if first.verb.contains(.past), first.verb.contains(.participle), start == 0, word(1)?.isOpen == true {
      return phrase == .noun ? .participial : .unknown
    }
    guard start == 0 else { return .unknown }
    if first.isPreposition { return .unknown }
    return phrase
  }

  /// "this is late": a demonstrative by itself.
  private func isDemonstrative(_ start: Int) -> Bool {
    ["this", "that", "these", "those"].contains(words[start].bare) && word(start + 1)?.isAuxiliary == true
  }

  /// "too junior", "not technical enough", "overqualified", "fluent in Welsh", "more strategic than hands-on".
  private var quality: FragmentForm? {
    let isGraded = ["not", "very", "quite", "rather", "really"].contains(words[0].bare) && words.count > 3
    if isGraded, FragmentReader(words: Array(words.dropFirst())).quality != nil { return .quality }
    let rest = words.dropFirst()
    guard words.count < 8, !words.contains(where: { $0.isAuxiliary || $0.isSubject || $0.endsWithComma }) else {
      return nil
    }
    let isLed = rest.first.map { $0.isPreposition || $0.bare == "to" && !isBare(word(2)) } ?? false
    // "unsure about", "unused to": no verb and no noun begins so.
    let isDenied = words[0].bare.hasPrefix("un") && words[0].verb.isEmpty && !words[0].isPlural
    let isState =
      isDenied || FragmentReader.isAdjective(words[0].bare) || ClosedWords.predicative.contains(words[0].bare)
      || words[0].bare == "used" && isAccustomed || words[0].isUndone
    if isLed, isState, words.count > 2, endsWell { return .quality }
    let isReady = ClosedWords.willing.contains(words[0].bare) && rest.first?.bare == "to" && isBare(word(2))
    if isReady, endsWell { return .quality }
    if ["more", "less"].contains(words[0].bare), word(1)?.bare == "of", word(2)?.isDeterminer == true, endsWell {
      return .quality
    }
    if ["more", "less"].contains(words[0].bare), let other = words.firstIndex(where: { $0.bare == "than" }), other > 1,
      !words[other - 1].isPlural, !words[other - 1].isNumber, endsWell
    {
      return .quality
    }
    guard words.count < 6 else { return nil }
    if words[0].bare == "too", let next = rest.first, next.isOpen, !next.isPlural { return endsWell ? .quality : nil }
    if words[0].bare == "not", words.count < 4, words.last?.bare == "enough" { return .quality }
    let over = ["overqualified", "underqualified", "inexperienced"]
    return words.count == 1 && over.contains(words[0].bare) ? .quality : nil
  }

  /// A pronoun and its verb: "they cannot fill the post".
  private func subject(_ start: Int) -> FragmentForm {
    var index = start + 1
    if word(start)?.isSubject == true, word(index)?.isConjunction == true || word(index)?.endsWithComma == true {
      return .unknown
    }
    while let next = word(index), next.isAdverb || ["both", "all"].contains(next.bare) { index += 1 }
    guard let verb = word(index) else { return .unknown }
    let isPlain = ["i", "we", "they", "you"].contains(words[start].bare)
    let isFinite =
      verb.isAuxiliary && !verb.isSubjectWithVerb || verb.verb.contains(.past)
      || (isPlain ? verb.verb.contains(.bare) : verb.verb.contains(.present))
    return isFinite ? clause(from: index + 1, verb: index) : .unknown
  }

  /// Words after a verb that belong to it: "drop out".
  static let particles: Set<String> = ["out", "up", "down", "off", "away", "back", "over", "through"]

  /// A clause whose finite verb was found: nothing may follow that begins another.
  private func clause(from index: Int, verb: Int) -> FragmentForm {
    guard words.count > verb + (words[verb].isSubjectWithVerb || words[verb].isAuxiliary ? 1 : 0) else {
      return .unknown
    }
    return ends(after: verb) ? .clause : .unknown
  }

  /// A verb phrase that begins at the first word.
  private func verbal(_ start: Int) -> FragmentForm? {
    let first = words[start]
    guard !first.verb.isEmpty, let next = word(start + 1) else { return nil }
    let isObject =
      next.isDeterminer && !(next.isRelative && first.verb.contains(.noun)) || next.isPronoun && !next.isSubject
      || next.bare == "how" || hasObjectFurtherOn(start)
      || (next.isNumber || next.isAdverb) && !(first.verb.contains(.bare) && first.verb.contains(.noun))
    if first.verb == .participle { return .unknown }
    if ClosedWords.linking.contains(first.bare) { return ends(after: start) ? .deed : .unknown }
    if first.verb.contains(.past), !first.verb.contains(.bare) || isObject {
      let isClear =
        start > 0 || isObject || first.isSurelyPast || next.isRelative
        || next.isPreposition && !["by", "with"].contains(next.bare)
      if isClear, !next.isSubject { return ends(after: start) ? .deed : .unknown }
      return first.verb.contains(.participle) && !next.isPreposition ? nil : .unknown
    }
    if first.verb.contains(.bare), start == 0 {
      if isObject || !first.verb.contains(.noun) {
        return !ends(after: 0) ? .unknown : ClosedWords.stative.contains(first.bare) ? .state : .task
      }
      return nil
    }
    if first.verb.contains(.present), next.bare == "at" { return .unknown }
    let isVerbal =
      next.isOpen && next.verb.isDisjoint(with: [.gerund, .bare]) && !ClosedWords.compounding.contains(first.bare)
    if first.verb.contains(.present), !first.verb.contains(.noun) || isObject || isVerbal {
      return ends(after: start) ? .state : .unknown
    }
    return nil
  }

  /// "used to bigger teams", not "used to run one".
  private var isAccustomed: Bool {
    word(2).map { next in
      next.isDeterminer || next.isNumber || next.isPlural || next.verb == .gerund || next.bare.hasSuffix("er")
    } ?? false
  }

  /// "sort out the rota", "stop overspending", "hire 12 welders": what follows shows that the first word is no noun.
  private func hasObjectFurtherOn(_ start: Int) -> Bool {
    guard let next = word(start + 1) else { return false }
    if ClosedWords.mostlyVerbs.contains(words[start].bare), next.isOpen { return true }
    if words[start].bare == "deal", next.bare == "with" { return true }
    if ClosedWords.catenative.contains(words[start].bare), next.isOpen {
      return words.dropFirst(start + 1).contains { $0.verb.contains(.gerund) }
    }
    guard let third = word(start + 2) else { return false }
    if Self.particles.contains(next.bare) || ["on", "in"].contains(next.bare), ["to", "with"].contains(third.bare) {
      return words.count > start + 3 && words[start].verb.contains(.bare)
    }
    if Self.particles.contains(next.bare) {
      return third.isDeterminer || third.isPronoun || third.isNumber || third.isPreposition
    }
    if next.bare.hasSuffix("er"), next.verb.isEmpty, third.isPlural { return words[start].verb.contains(.bare) }
    return next.isNumber && third.isPlural && !words[start].isCapitalised && words[start].verb.contains(.bare)
  }

  private func isBare(_ word: FragmentWord?) -> Bool {
    word.map { $0.verb.contains(.bare) || ["be", "have", "do"].contains($0.bare) } ?? false
  }

  /// The last word leaves nothing open.
  private var endsWell: Bool {
    guard let last = words.last else { return false }
    if last.isPossessive || last.bare == "enough" { return words.count > 1 }
    return !last.isDeterminer && !last.isPreposition && !last.isConjunction && !last.isRelative && last.bare != "to"
      || ["all", "both", "half", "each", "this", "that", "in", "on", "up", "out", "off", "over", "more", "less"]
        .contains(last.bare) && words.count > 2 && isVerbBefore(words.count - 1)
  }

  private func isVerbBefore(_ index: Int) -> Bool { word(index - 1).map { !$0.verb.isEmpty } ?? false }

  /// After its finite verb a clause holds one thought: a comma only before a small word that leads on.
  private func ends(after verb: Int) -> Bool {
    guard endsWell else { return false }
    for index in words.indices where index > verb && words[index - 1].endsWithComma {
      let next = words[index]
      guard
        next.isRelative || next.isPreposition
          || ["and", "but", "so", "or"].contains(next.bare) && index + 1 < words.count
      else {
        return false
      }
    }
    return !words[..<verb].contains { $0.endsWithComma } && !hasSecondVerb(after: verb)
  }

  /// Whether another finite verb follows that nothing leads in: two remarks in one.
  func hasSecondVerb(after verb: Int) -> Bool {
    var isLedIn = false
    for index in words.indices.dropFirst(verb + 1) {
      let word = words[index], before = words[index - 1]
      if word.isRelative || word.isConjunction || word.isSubject || word.isSubjectWithVerb || word.isPronoun
        || ["before", "after", "since", "until", "till", "as", "than"].contains(word.bare)
      {
        isLedIn = true
      } else if word.isAuxiliary, !before.isAuxiliary, !before.isAdverb, before.bare != "to", !isLedIn {
        return true
      }
    }
    return false
  }

  /// Noun phrases and figures one after another.
  var isList: Bool {
    guard words.contains(where: { $0.endsWithComma }) else { return false }
    var start = 0
    var found = 0
    for index in words.indices where words[index].endsWithComma || index == words.count - 1 {
      let piece = Fragment(words[start...index].map(\.text).joined(separator: " "))
      // "driving licence, clean": what describes is no thing of its own.
      let isThing = piece.words.count > 1 || piece.words.first?.verb.isEmpty ?? false
      guard piece.form == .noun, isThing, found == 0 || piece.words.count < 8 else { return false }
      found += 1
      start = index + 1
    }
    return found > 1 && found <= 4
  }
}
