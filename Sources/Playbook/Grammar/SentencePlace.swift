/// A place in a letter's sentence, by the form of words it takes. Its raw value is how a template names it.
package enum SentencePlace: String, CaseIterable, Sendable {
  /// After "about", "with", "on": a noun phrase.
  case noun
  /// After "help you with": a noun phrase that is no question.
  case matter
  /// A doubt about the writer: "my lack of it", "the point that I lack it", "the question whether I would".
  case doubt
  /// After "that": a clause.
  case clause
  /// After a colon: a clause, or a noun phrase by itself.
  case statement
  /// After "help you": a bare verb phrase.
  case task
  /// After "look forward to": what comes next in the process.
  case step
  /// Words that were said, in quotation marks.
  case quote
}

/// Whose words a note's fragment is about: decides who is "you" and who is "I" in a letter.
package enum Perspective: Sendable {
  /// About the reader's firm: "they" is the reader.
  case theirs
  /// A doubt about the writer: "you" and a subject left out are the writer.
  case doubt
  /// What the writer did or is.
  case mine
  /// What connects both. `reader` is the name by which the note may call the reader; nil where it is not about them.
  case shared(reader: String?)
}

extension Fragment {
  /// The fragment as a place takes it, said to the letter's reader; nil where it does not fit.
  package func words(for place: SentencePlace, _ perspective: Perspective) -> String? {
    switch place {
    case .noun: noun(perspective)
    case .matter: words.first?.isRelative == true || form == .question ? nil : noun(perspective)
    case .doubt: doubt(perspective)
    case .clause: clause(perspective)
    case .statement: clause(perspective) ?? statement(perspective)
    case .task: form == .task || isInvariant && isTheirs(perspective) ? addressed(bareTask, perspective) : nil
    case .step: step(perspective)
    case .quote: form == .question ? "“\(text.hasSuffix("?") ? text : text + "?")”" : form == .quotation ? text : nil
    }
  }

  /// By itself a noun phrase needs no article more than a note gave it.
  private func statement(_ perspective: Perspective) -> String? {
    switch form {
    // "team leader for 5 years": what the writer was, no thing to bring.
    case .noun where isMine(perspective) && isOffice: nil
    case .noun where isMine(perspective): addressed(words, perspective).map { withOwnArticle(small($0)) }
    case .noun, .list: addressed(words, perspective).map(small)
    case .task where isMine(perspective): addressed(bareTask, perspective).map { "I can " + lowered($0) }
    case .person, .quotation: text
    default: nil
    }
  }

  private var bareTask: [FragmentWord] { words.first?.bare == "to" ? Array(words.dropFirst()) : words }

  private func noun(_ perspective: Perspective) -> String? {
    switch form {
    case .participial where isShared(perspective) || isInvariant: nil
    case .noun where isShared(perspective) && isPredicate: nil
    case .noun where !isAbsence, .participial: addressed(words, perspective).map { withArticle(small($0)) }
    case .person: text
    case .quotation: text
    case .question: words(for: .quote, perspective).map { "the question " + $0 }
    case .task: addressed(bareTask, perspective).map(gerund)
    default: nil
    }
  }

  private func clause(_ perspective: Perspective) -> String? {
    switch (form, perspective) {
    case (.clause, .shared) where words[0].bare == "both" && words.count > 1 && words[1].bare != "of":
      return addressed(words, perspective).map { "we " + lowered($0) }
    case (.clause, .theirs): return addressed(words, perspective).map { withSubjectArticle(small($0)) }
    case (.clause, _): return addressed(words, perspective).map(small)
    // "never mentioned it": a remark on what was not said.
    case (.deed, .mine) where ["never", "forgot", "missed"].contains(words[0].bare),
      (.state, .mine) where !saysWhatIDo:
      return nil
    case (.state, .mine): return addressed(words, perspective).map { "I " + agreeing(lowered($0), with: "I") }
    // "volunteers over 70": perhaps no verb at all.
    case (.state, .theirs) where words[0].verb.contains(.present) && words.count > 1 && words[1].isPreposition:
      return nil
    case (.deed, .doubt) where isPerfect:
      return addressed(words, perspective).map { "I have " + lowered($0) }
    case (.deed, .mine), (.deed, .doubt), (.participial, .mine):
      return addressed(words, perspective).map { "I " + lowered($0) }
    case (.deed, .shared):
      return words[0].bare == "both" ? addressed(words, perspective).map { "we " + lowered($0) } : nil
    case (.state, .doubt) where ClosedWords.opinions.contains(words[0].bare): return nil
    case (.state, .doubt): return addressed(words, perspective).map { "I " + agreeing(lowered($0), with: "I") }
    case (.state, .theirs): return addressed(words, perspective).map { "you " + agreeing(lowered($0), with: "you") }
    case (.quality, .doubt), (.quality, .mine): return addressed(words, perspective).map { "I am " + lowered($0) }
    case (.noun, .doubt) where isAbsence: return addressed(words, perspective).map { "I have " + lowered($0) }
    case (.noun, .theirs) where isAbsence:
      return addressed(words, perspective).map { "there \(headIsPlural ? "are" : "is") " + lowered($0) }
    default: return nil
    }
  }

  private func isMine(_ perspective: Perspective) -> Bool { if case .mine = perspective { true } else { false } }

  /// "team leader for 5 years"
  private var isOffice: Bool {
    words.contains { $0.bare == "for" } && ["years", "year", "months"].contains(words.last?.bare ?? "")
      && words[0].isOpen && !words[0].isNumber
  }

  /// "both ex-teachers", "friends with Moira": said of two people, not spoken about.
  private var isPredicate: Bool {
    words[0].bare == "both" && words.count > 1 && words[1].bare != "of"
      || words.count > 1 && words[0].isPlural && words[1].bare == "with"
  }

  /// Whether a verb without its subject says what the writer does or did, not what was left unsaid.
  private var saysWhatIDo: Bool {
    ["did", "was", "had", "can", "have"].contains(words[0].bare) || ClosedWords.stative.contains(words[0].bare)
      || words[0].verb.contains(.present) && !words[0].isAuxiliary
  }

  private func isTheirs(_ perspective: Perspective) -> Bool { if case .theirs = perspective { true } else { false } }

  /// "cut waste": in a note on their work what is to be done, in one on one's own what was done.
  private var isInvariant: Bool { (form == .participial || form == .deed) && words[0].isInvariant }

  private func isShared(_ perspective: Perspective) -> Bool { if case .shared = perspective { true } else { false } }

  private func doubt(_ perspective: Perspective) -> String? {
    guard let said = clause(perspective) else {
      let isClear = words.count > 1 || headIsPlural || words.first?.verb.contains(.gerund) == true
      return isClear ? noun(perspective) : nil
    }
    let open: Set<String> = [
      "would", "will", "can", "could", "might", "ever", "enough", "really", "i'd", "i'll", "you'd", "you'll",
    ]
    let isDenied = words.contains { ["not", "no", "never", "cannot"].contains($0.bare) || $0.bare.hasSuffix("n't") }
    let isOpen = !isDenied && words.contains { open.contains($0.bare) }
    return (isOpen ? "the question whether " : "the point that ") + said
  }

  private func step(_ perspective: Perspective) -> String? {
    // Their decision is waited for, no step that one goes.
    if words.count < 4, let last = words.last, ClosedWords.decisions.contains(last.bare) { return nil }
    if let head, ClosedWords.decisions.contains(head.bare) || words.contains(where: { $0.bare == "or" }) { return nil }
    if form != .noun, let comma = words.firstIndex(where: { $0.endsWithComma }), comma < 5 {
      return Fragment(words[...comma].map(\.text).joined(separator: " ")).words(for: .step, perspective)
    }
    guard form == .noun, !isAbsence, let first = words.first, !first.isRelative else { return nil }
    if first.verb.contains(.bare), words.count > 1, words[1].isOpen { return nil }
    guard let phrase = addressed(dated, perspective).map(small) else { return nil }
    for article in ["a ", "an "] where phrase.hasPrefix(article) { return "the " + phrase.dropFirst(article.count) }
    let isHalf = first.bare == "half" && words.count > 1 && words[1].isOpen
    let isBare =
      first.isDeterminer && !isHalf || first.isPronoun || first.isNumber || headIsPlural || first.verb.contains(.gerund)
    return isBare ? phrase : "the " + phrase
  }

  /// "trial shift on Saturday" for "trial shift Saturday".
  private var dated: [FragmentWord] {
    guard let last = words.last, ClosedWords.weekdays.contains(last.bare), words.count > 1,
      case let before = words[words.count - 2], before.isOpen, !ClosedWords.weekdays.contains(before.bare)
    else { return words }
    return words.dropLast() + [FragmentWord("on"), last]
  }

  /// "never used it": left out of "have never used it".
  private var isPerfect: Bool { words.first?.bare == "never" && words.count > 1 && words[1].verb.contains(.participle) }

  /// "no owner", "too many systems": said with "there is", not with "about".
  var isAbsence: Bool {
    guard form == .noun, let first = words.first else { return false }
    return first.bare == "no" || ClosedWords.whole.contains(first.bare) || ["too", "not"].contains(first.bare)
  }
}
