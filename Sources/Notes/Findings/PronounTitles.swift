/// Titles told of the person named last: "she's the head of buying", "he is clinical director at Acme".
extension NoteScanner {
  private static let pronouns = WordSet("she he")
  private static let pronounsWithVerb = WordSet("she's he's")

  /// Gives the title after "she is" to the person named last, where that one has none; true where it did.
  func titlesLastPerson(_ place: Int, _ grammar: NameGrammar) -> Bool {
    guard let word = grammar.token(place), word.kind == .word else { return false }
    let isJoined = NoteScanner.pronounsWithVerb.contains(word.key)
    guard isJoined || NoteScanner.pronouns.contains(word.key) && grammar.token(place + 1)?.key == NameWords.isWord,
      let last = people.indices.last, last >= firstOfGroup, people[last].title == nil, index - people[last].line <= 2,
      let title = grammar.stated(place + (isJoined ? 1 : 2)), let span = title.span
    else { return false }
    people[last].title = Attribute(value: collapsed(text.text(span)), span: span, text: text.text(span))
    people[last].role = people[last].role ?? title.role
    return true
  }
}
