/// The articles that notes leave out, and sentences need.
extension Fragment {
  /// The last word of the noun phrase before what is said more of it.
  var head: FragmentWord? {
    let end = words.dropFirst().firstIndex { $0.isPreposition || $0.isRelative || $0.isPronoun } ?? words.count
    return words[..<end].last
  }

  var headIsPlural: Bool { head?.isPlural == true }

  /// A noun phrase for a single thing gets the article that a note leaves out.
  func withArticle(_ phrase: String) -> String {
    guard let first = words.first, let head, !first.isDeterminer, !first.isNumber, !first.isPronoun, !first.isRelative,
      !first.verb.contains(.gerund) || words.count == 1 || isCompound, !["too", "not"].contains(first.bare)
    else { return phrase }
    return isBare(head) ? phrase : "the " + phrase
  }

  /// "a clean licence", "the rota app I wrote": what stands by itself is one of many unless more is said of it.
  func withOwnArticle(_ phrase: String) -> String {
    let definite = withArticle(phrase)
    guard definite != phrase, let head, let place = words.firstIndex(where: { $0.text == head.text }) else {
      return definite
    }
    if words.count == 1, words[0].isAbbreviation { return phrase }
    let next = words.indices.contains(place + 1) ? words[place + 1] : nil
    if let next, next.isPronoun || next.isRelative || next.bare == "of" { return definite }
    return (phrase.first.map { "aeiouAEIOU".contains($0) } ?? false ? "an " : "a ") + phrase
  }

  /// "the board wants numbers": a note leaves out the article of a clause's subject.
  func withSubjectArticle(_ phrase: String) -> String {
    guard let first = words.first, first.isOpen, !first.isNumber, !first.verb.contains(.gerund) else { return phrase }
    var end = 1
    func isVerb(_ index: Int) -> Bool {
      !words[index].verb.isDisjoint(with: [.present, .past])
        || words[index - 1].isPlural && words[index].verb.contains(.bare)
    }
    while end < words.count, words[end].isOpen, !isVerb(end) { end += 1 }
    guard end < words.count else { return phrase }
    // "stock counts never match": the verb may still come.
    let isFinite = words[(end + 1)...].contains {
      $0.isAuxiliary || !$0.verb.isDisjoint(with: [.present, .past, .bare])
    }
    if words[end].isPlural, words[end].verb.contains(.noun), isFinite { return phrase }
    let head = words[end - 1]
    let isName = first.isCapitalised && !ClosedWords.firstNouns.contains(first.bare)
    return isName || head.isCapitalised || isBare(head) ? phrase : "the " + phrase
  }

  /// "waiting list": a noun in -ing before the noun that it belongs to.
  private var isCompound: Bool {
    guard words.count > 1, let head else { return false }
    return ClosedWords.gerundNouns.contains(words[0].bare) && head.text == words[1].text
  }

  /// Whether it stands without an article: a name, several, or what is not counted.
  private func isBare(_ head: FragmentWord) -> Bool {
    let isName =
      head.isCapitalised && !words[0].isAbbreviation || words.contains { ["and", "vs", "versus"].contains($0.bare) }
    return isName || head.isPlural || Fragment.isUncounted(head.bare) || head.verb.contains(.gerund)
  }

  private static let uncounted: Set<String> = [
    "data", "work", "software", "hardware", "code", "staff", "research", "pricing", "turnover", "churn", "cash",
    "money",
    "time", "equipment", "feedback", "knowledge", "traffic", "revenue", "trust", "safety", "demand", "supply", "advice",
    "access", "support", "progress", "news", "paperwork", "footfall", "overtime", "sales", "operations", "logistics",
    "analytics", "maths", "people", "hr", "it", "experience", "attrition", "retention", "compliance", "communication",
    "automation", "management", "recruitment", "maintenance", "finance", "insurance", "morale", "care", "law",
    "stamina",
    "patience", "discipline", "energy", "service", "control", "pay", "stock", "theft", "waste", "growth", "training",
    "leadership", "funding", "marketing", "everyone", "nobody", "no-one",
  ]
  private static func isUncounted(_ word: String) -> Bool {
    uncounted.contains(word)
      || ["ity", "ness", "ship", "ism", "ing", "ics", "ware"].contains { word.hasSuffix($0) && word.utf8.count > 5 }
  }
}
