/// Telling a noun phrase from a clause whose subject is one.
extension FragmentReader {
  private enum Finite { case surely, maybe, no }

  /// The words begin with a noun phrase: the whole is one, or its subject has a verb.
  var phrase: FragmentForm {
    if words[0].isDeterminer, words.count > 1, words[1].isPreposition, words[1].bare != "of" { return .unknown }
    var relatives = 0
    let hasRelative = words.contains { $0.isRelative }
    for index in words.indices where index > 0 {
      if words[index].isRelative || isReducedRelative(index) {
        relatives += 1
        continue
      }
      // "titles I'd acquire": subject and verb of a relative clause in one.
      if words[index].isSubjectWithVerb, !words[index].bare.hasSuffix("'s"), words[index - 1].isOpen,
        words[index - 1].verb.isEmpty, relatives == 0
      {
        continue
      }
      switch finite(index) {
      case .no: continue
      case .maybe where relatives == 0 && !(hasRelative && words[index].isDeterminer): return .unknown
      case .maybe: continue
      case .surely where relatives > 0: relatives -= 1
      case .surely: return isClause(verb: index) ? .clause : .unknown
      }
    }
    return isNounPhrase ? .noun : .unknown
  }

  /// "the model they use": a relative clause without its relative word.
  private func isReducedRelative(_ index: Int) -> Bool {
    let word = words[index], before = words[index - 1]
    guard before.isOpen, !before.endsWithComma else { return false }
    return word.isSubject || ClosedWords.whole.contains(word.bare) || word.bare == "you" && before.verb.isEmpty
  }

  /// Whether the word at a place is the verb of the whole.
  private func finite(_ index: Int) -> Finite {
    let word = words[index]
    let before = words[index - 1]
    let after = words.indices.contains(index + 1) ? words[index + 1] : nil
    if before.bare == "to" || before.isAuxiliary && word.isAuxiliary { return .no }
    if ["that's", "who's"].contains(word.bare), before.isOpen { return .no }
    if before.isPossessive, before.bare.hasSuffix("'s"), !word.verb.isDisjoint(with: [.past, .participle]) {
      return .maybe
    }
    if word.bare == "so", index > 1 { return .maybe }
    if before.isConjunction, word.isAdverb, !word.bare.hasSuffix("ly") { return .maybe }
    if word.isSubjectWithVerb, !word.bare.hasSuffix("'s") { return .maybe }
    if word.isAuxiliary { return .surely }
    // "lead times too long": the verb is left out.
    if after?.bare == "too", word.isPlural { return .maybe }
    if word.isSubject { return before.bare == "and" ? .no : .maybe }
    if word.isNumber, before.isOpen, !before.isNumber, !before.isCapitalised,
      !FragmentReader.counted.contains(before.bare)
    {
      return .maybe
    }
    if ["up", "down"].contains(word.bare), before.isOpen, before.verb.isEmpty || after?.isNumber == true {
      return .maybe
    }
    if word.isAdverb, !word.bare.hasSuffix("ly"), before.isOpen, let after,
      !after.verb.isDisjoint(with: [.past, .present]) || after.isPlural
    {
      return .surely
    }
    let isNamed = index == 1 && before.isCapitalised && !before.isAbbreviation && word.bare.hasSuffix("ed")
    if isNamed || before.bare == "both" && !word.verb.isDisjoint(with: [.past, .bare]) { return .surely }
    let isVerbal =
      after.map { next in
        FragmentReader.particles.contains(next.bare)
          || next.verb.contains(.gerund) && ClosedWords.catenative.contains(Verbs.english.bare(word.bare))
      } ?? false
    let leadsToObject =
      after.map { $0.isDeterminer || $0.isPronoun || $0.isNumber || $0.isAdverb || $0.bare == "because" } ?? false
      || isVerbal || word.bare == "used" && after?.bare == "to"
    if before.isDeterminer && !["both", "all", "each"].contains(before.bare) || before.isPreposition
      || before.isConjunction, !before.isPlural || before.isDeterminer
    {
      if word.isSurelyPast { return .maybe }
      return before.isConjunction && !word.verb.isDisjoint(with: [.present, .past]) && leadsToObject ? .maybe : .no
    }
    if word.isSurelyPast { return .surely }
    if word.verb.contains(.bare), before.isPlural, !word.verb.contains(.noun) { return .surely }
    if before.isNumber, word.verb.contains(.noun), !leadsToObject { return .no }
    let isAfterPlace = before.isCapitalised && before.bare.hasSuffix("s")
    if word.verb.contains(.bare), !word.verb.contains(.noun) || isAfterPlace && isLikeVerb(after) { return .maybe }
    if word.verb.contains(.past) {
      if after?.bare == "by" { return .no }
      return leadsToObject ? .surely : .maybe
    }
    if word.verb.contains(.present) {
      return leadsToObject || !word.verb.contains(.noun) ? .surely : isLikeVerb(after) ? .maybe : .no
    }
    if word.verb.contains(.bare), before.isPlural || ClosedWords.whole.contains(before.bare) {
      let isFollowed = isLikeVerb(after) || ["with", "to", "as", "by"].contains(after?.bare ?? "")
      return !word.verb.contains(.noun) || leadsToObject || isFollowed ? .surely : .maybe
    }
    // Nouns in the plural stand last: "units overheat".
    if word.isOpen, before.isPlural, !before.endsWithComma, word.verb.isDisjoint(with: [.past, .gerund]),
      !word.isCapitalised
    {
      return .maybe
    }
    // A noun directly after a noun that no verb is known for: "the shop outsells the tower".
    if word.isDeterminer, before.isOpen, !before.verb.contains(.gerund), !before.endsWithComma,
      !["all", "both", "each", "half"].contains(word.bare),
      index < 2 || words[index - 2].bare != "to"
    {
      return .maybe
    }
    return .no
  }

  private static let counted: Set<String> = [
    "round", "level", "phase", "stage", "part", "year", "step", "day", "version", "top",
  ]

  /// A preposition that follows verbs rather than nouns in -s.
  private func isLikeVerb(_ word: FragmentWord?) -> Bool {
    word.map {
      ["at", "into", "past", "through", "off", "on", "in", "from", "before", "after", "without", "until", "when"]
        .contains($0.bare)
    } ?? false
  }

  private func isClause(verb: Int) -> Bool {
    guard !hasSecondVerb(after: verb), let last = words.last, verb < words.count - 1 || !words[verb].isAuxiliary else {
      return false
    }
    // "a collection and the archive is late": two remarks, the first without a verb.
    let isSingular = ["is", "was", "has", "isn't", "wasn't", "hasn't", "doesn't", "does"].contains(words[verb].bare)
    if isSingular || words[verb].verb.contains(.present), words[..<verb].contains(where: { $0.bare == "and" }) {
      return false
    }
    if words.indices.contains(where: {
      $0 > 0 && $0 < verb && words[$0 - 1].bare == "and" && words[$0].isPronoun && words[$0].bare != "i"
    }) {
      return false
    }
    for index in words.indices where index > 0 && words[index - 1].endsWithComma {
      guard index > verb,
        words[index].isRelative || words[index].isPreposition || ["and", "but", "so", "or"].contains(words[index].bare)
      else {
        return false
      }
    }
    return (!last.isPreposition || FragmentReader.particles.contains(last.bare)) && !last.isDeterminer
      && !last.isConjunction && !last.isRelative
  }

  private var isNounPhrase: Bool {
    guard let last = words.last,
      last.isOpen || ["each", "apiece"].contains(last.bare)
        || words.count > 3 && FragmentReader.particles.contains(last.bare) || last.isNumber || last.isPossessive
        || ClosedWords.whole.contains(last.bare)
    else {
      return false
    }
    if last.bare.hasSuffix("ly") || FragmentReader.isAdjective(last.bare) { return false }
    // A list is joined by "and"; a comma by itself joins remarks.
    let commas = words.dropLast().indices.filter { words[$0].endsWithComma }
    return commas.isEmpty || words.contains { $0.bare == "and" }
  }

  private static let adjectives: Set<String> = [
    "late", "slow", "broken", "low", "high", "poor", "good", "bad", "weak", "tired", "busy", "full", "empty", "old",
    "new",
    "young", "big", "small", "long", "short", "hard", "easy", "nervous", "vague", "unclear", "quiet", "vacant", "open",
    "wrong", "right", "fine", "great", "nice", "better", "worse", "true", "unfilled", "alive", "dead", "thin", "shy",
    "sick", "ill", "dry", "wet", "cheap", "expensive", "different", "difficult", "important", "junior", "senior",
    "fast",
    "rusty", "wobbly", "honest", "blank", "ok", "well", "badly", "usually", "due", "able", "unable", "ready",
  ]

  static func isAdjective(_ word: String) -> Bool {
    if adjectives.contains(word) { return true }
    return ["less", "ful", "ous", "able", "ible"].contains { word.hasSuffix($0) && word.utf8.count > 5 }
  }
}
