/// Saying a note's words to the reader of a letter: who was "they" is "you".
extension Fragment {
  private static let theirs = [
    "they": "you", "them": "you", "their": "your", "theirs": "yours", "themselves": "yourselves", "they're": "you're",
    "they've": "you've", "they'd": "you'd", "they'll": "you'll",
  ]
  /// In a note on their problems "we" is their own word for themselves.
  private static let theirOwn = [
    "we": "you", "us": "you", "our": "your", "ours": "yours", "ourselves": "yourselves", "we're": "you're",
    "we've": "you've", "we'd": "you'd", "we'll": "you'll",
  ]
  private static let doubt = [
    "your": "my", "yours": "mine", "yourself": "myself", "you're": "I'm", "you've": "I've", "you'd": "I'd",
    "you'll": "I'll",
  ]
  private static let thirdPersons: Set<String> = [
    "he", "she", "him", "her", "his", "hers", "himself", "herself", "he's", "she's", "he'd", "she'd", "he'll", "she'll",
  ]
  private static let groups: Set<String> = ["we", "us", "our", "ours", "ourselves", "we're", "we've", "we'd", "we'll"]
  private static let readers: Set<String> = ["you", "your", "yours", "yourself", "you're", "you've", "you'd", "you'll"]

  /// The words said to the reader; nil where somebody in them cannot be told.
  func addressed(_ words: [FragmentWord], _ perspective: Perspective) -> String? {
    if case .shared(let reader) = perspective { return sharedWords(words, reader: reader) }
    let isDoubt = if case .doubt = perspective { true } else { false }
    let isMine = if case .mine = perspective { true } else { false }
    let isTheirs = !isDoubt && !isMine
    var said: [String] = []
    for (index, word) in words.enumerated() {
      if Fragment.thirdPersons.contains(word.bare) || Fragment.groups.contains(word.bare) && isDoubt { return nil }
      if Fragment.readers.contains(word.bare), !isDoubt { return nil }
      if let new = Fragment.theirs[word.bare] {
        // "customers … they": nobody can tell whether they are the reader.
        let isObject = index > 0 && word.isSubject && words[index - 1].isPlural
        if words[..<(isObject ? index - 1 : index)].contains(where: {
          $0.isPlural || ClosedWords.whole.contains($0.bare)
        }) {
          return nil
        }
        said.append(word.replaced(by: new))
      } else if isTheirs, let new = Fragment.theirOwn[word.bare] {
        said.append(word.replaced(by: new))
      } else if isDoubt, word.bare == "you" {
        let next = words.indices.contains(index + 1) ? words[index + 1] : nil
        let isSubject =
          next.map { $0.isAuxiliary || $0.isAdverb || !$0.verb.isDisjoint(with: [.bare, .past]) } ?? false
        said.append(word.replaced(by: isSubject ? "I" : "me"))
      } else if isDoubt, index > 0, words[index - 1].bare == "you" {
        said.append(agreeing(word.text, with: "I"))
      } else {
        let text = word.bare == "i" || word.bare.hasPrefix("i'") ? "I" + word.text.dropFirst() : word.text
        said.append(isDoubt ? Fragment.doubt[word.bare].map { word.replaced(by: $0) } ?? text : text)
      }
    }
    return said.joined(separator: " ")
  }

  /// What connects: "she also rowed" is "you also rowed" to her, "Tom and I" is "you and I" to Tom.
  private func sharedWords(_ words: [FragmentWord], reader: String?) -> String? {
    guard let first = words.first else { return nil }
    var rest = words.dropFirst().map(\.text)
    let isReader = reader != nil && (["he", "she", "they"].contains(first.bare) || first.text == reader)
    if words.dropFirst().contains(where: {
      Fragment.thirdPersons.contains($0.bare) || Fragment.readers.contains($0.bare)
    }) {
      return nil
    }
    if isReader, form == .clause {
      if words.dropFirst().contains(where: { Fragment.theirs[$0.bare] != nil }) { return nil }
      if let verb = words.indices.first(where: { $0 > 0 && !words[$0].isAdverb }), words.count > 1,
        words[1].bare != "and"
      {
        rest[verb - 1] = agreeing(rest[verb - 1], with: "you")
      }
      return (["you"] + rest).joined(separator: " ")
    }
    let unclear = Fragment.thirdPersons.union(Fragment.readers).contains(first.bare) || first.bare.hasPrefix("they")
    return unclear ? nil : words.map(\.text).joined(separator: " ")
  }

  /// The first verb in the form that goes with "I" or "you".
  func agreeing(_ phrase: String, with subject: String) -> String {
    let isI = subject == "I"
    let forms = [
      "has": "have", "hasn't": "haven't", "is": isI ? "am" : "are", "isn't": isI ? "am not" : "aren't",
      "are": isI ? "am" : "are", "aren't": isI ? "am not" : "aren't", "was": isI ? "was" : "were",
      "wasn't": isI ? "wasn't" : "weren't", "were": isI ? "was" : "were", "weren't": isI ? "wasn't" : "weren't",
      "does": "do", "doesn't": "don't",
    ]
    var words = phrase.split(separator: " ").map(String.init)
    for (index, text) in words.enumerated() {
      let word = FragmentWord(text)
      if word.isAdverb { continue }
      if let form = forms[word.bare] {
        words[index] = word.replaced(by: form)
      } else if word.verb.contains(.present) {
        words[index] = word.replaced(by: Verbs.english.bare(word.bare))
      }
      break
    }
    return words.joined(separator: " ")
  }

  /// "untangling the billing" for "untangle the billing".
  func gerund(_ phrase: String) -> String {
    let halves = phrase.split(separator: " ", maxSplits: 1).map(String.init)
    return ([Verbs.english.gerund((halves.first ?? "").lowercased())] + halves.dropFirst()).joined(separator: " ")
  }

  /// With a small first letter where the word is no name, as far as that can be told.
  func small(_ phrase: String) -> String {
    guard let first = words.first, first.isCapitalised, !first.isAbbreviation, first.bare != "i",
      !first.bare.hasPrefix("i'")
    else { return phrase }
    // "Ring of Kerry"
    if words.count == 3, words[1].bare == "of", words[2].isCapitalised { return phrase }
    let isKnown =
      ClosedWords.firstNouns.contains(first.bare) || ClosedWords.small.contains(first.bare)
      || !first.verb.isEmpty && !(words.count > 1 && words[1].isCapitalised && !words[1].isAbbreviation)
      || first.isPlural
    let isCommon = [
      "ity", "ness", "ance", "ence", "tion", "sion", "ment", "ship", "ing", "ed", "al", "ive", "ic", "er",
    ]
    .contains { first.bare.hasSuffix($0) && first.bare.utf8.count > 5 }
    return isKnown || isCommon ? lowered(phrase) : phrase
  }

  func lowered(_ phrase: String) -> String {
    guard let first = words.first, !first.isAbbreviation,
      phrase.first != "I" || phrase.dropFirst().first?.isLetter == true
    else { return phrase }
    return phrase.prefix(1).lowercased() + phrase.dropFirst()
  }
}

extension FragmentWord {
  /// Another word with the marks around this one.
  func replaced(by new: String) -> String {
    let mark = text.last.map { $0.isLetter || $0.isNumber ? "" : String($0) } ?? ""
    return new + mark
  }
}
