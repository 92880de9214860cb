/// What a note's words grammatically are. A letter's sentence takes a fragment only in a place that its form fits.
package enum FragmentForm: Hashable, Sendable {
  /// "storage tariffs", "merging SCADA feeds", "how you merge feeds".
  case noun
  /// "reps struggle with discovery calls": subject and finite verb.
  case clause
  /// "built the outage model": a past verb whose subject is whoever wrote it.
  case deed
  /// "hasn't worked in an agency": a finite verb whose subject is left out.
  case state
  /// "the airlift, 212 tonnes": noun phrases one after another.
  case list
  /// "managed budgets": a deed, or a phrase like "missed deadlines".
  case participial
  /// "untangle the billing": a bare verb.
  case task
  /// "too junior": said of somebody.
  case quality
  case question
  /// In quotation marks of its own.
  case quotation
  case person
  /// In words of another language than English.
  case foreign
  /// Several sentences, a remark, or a reading that is not sure.
  case unknown
}

/// A note's words with their grammatical form, decided by the words alone.
package struct Fragment: Sendable {
  package let text: String
  package let form: FragmentForm
  let words: [FragmentWord]

  /// The longest note that still reads as a phrase, in characters.
  private static let longest = 140

  package init(_ text: String) {
    var text = text.replacing(" w/ ", with: " with ")
    while let last = text.last, last == " " || ".;:,!".contains(last) { text.removeLast() }
    if ["that i ", "that you ", "that they ", "that i'", "that you'", "that they'"].contains(
      where: text.lowercased().hasPrefix)
    {
      text.removeFirst("that ".count)
    }
    self.text = text
    words = text.split { $0 == " " }.map { FragmentWord(String($0)) }
    form = Fragment.form(text, words)
  }

  private static func form(_ text: String, _ words: [FragmentWord]) -> FragmentForm {
    guard let first = words.first, text.count <= longest, text.count > 1 else { return .unknown }
    if let quoted = quotation(text) { return quoted }
    if words.contains(where: { ClosedWords.remarks.contains($0.bare) }) || hasMarks(text) {
      return .unknown
    }
    if isForeign(words) { return .foreign }
    if text.hasSuffix("?") || isInverted(words) { return .question }
    if text.contains("?") || words.contains(where: { $0.bare.isEmpty && $0.text != "%" }) { return .unknown }
    let reader = FragmentReader(words: words)
    if first.isRelative { return reader.embedded }
    if isName(words) { return .person }
    let form = reader.form
    return form == .unknown && reader.isList ? .list : form
  }

  /// Marks that join remarks rather than words of one sentence.
  private static func hasMarks(_ text: String) -> Bool {
    let marks = [
      ". ", "! ", "!", ": ", ";", "..", "…", " - ", " – ", " — ", "—", "/", "->", "→", "=", "<", ">", "[", "]", "{",
      "}",
      "#", "@", "(", ")", "\"", "“", "”", "„", "*", "_", "~", "|", "«", "»", "^", "+",
    ]
    return marks.contains { text.contains($0) } || text.unicodeScalars.contains { $0.properties.isEmojiPresentation }
  }

  private static func quotation(_ text: String) -> FragmentForm? {
    let pairs: [(Character, Character)] = [("“", "”"), ("\"", "\""), ("„", "“"), ("«", "»")]
    guard let first = text.first, let last = text.last, text.count > 4 else { return nil }
    return pairs.contains { open, close in
      first == open && last == close && !text.dropFirst().dropLast().contains { $0 == open || $0 == close }
    } ? .quotation : nil
  }

  private static func isForeign(_ words: [FragmentWord]) -> Bool {
    words.enumerated().contains { index, word in
      if ClosedWords.foreign.contains(word.bare), !word.isCapitalised || index == 0 && words.count > 2 { return true }
      if ["l'", "d'", "j'", "qu'", "n'"].contains(where: word.bare.hasPrefix) { return true }
      // A compound that other languages write in one word and with a capital.
      if word.isCapitalised, word.bare.utf8.count > 13, !word.bare.contains("-") { return true }
      if word.isCapitalised { return word.bare.unicodeScalars.contains { $0.value > 0x24F } }
      return word.bare.unicodeScalars.contains { $0.properties.isAlphabetic && !$0.isASCII }
        && !["café", "résumé", "résumés", "naïve", "façade", "fiancé", "rôle"].contains(word.bare)
    }
  }

  /// "how would you start": asked, with or without its mark.
  private static func isInverted(_ words: [FragmentWord]) -> Bool {
    if words.count > 2, words[0].isAuxiliary, words[1].isPronoun, !words[0].bare.contains("'") { return true }
    guard words.count > 2, ClosedWords.questions.contains(words[0].bare) else { return false }
    let verb = words[0].bare == "how" && words.count > 3 && words[1].isOpen ? 2 : 1
    return words[verb].isAuxiliary && (words[verb + 1].isPronoun || words[verb + 1].isDeterminer)
  }

  /// "Petra Lang": nothing but names.
  private static func isName(_ words: [FragmentWord]) -> Bool {
    guard words.count < 4, words.count > 1 || words[0].verb.isEmpty else { return false }
    return words.count > 1
      && words.allSatisfy {
        $0.isCapitalised && !$0.isAbbreviation && $0.isOpen && $0.verb.isEmpty && !$0.endsWithComma
      }
  }
}
