/// Titles told of the person named last: "she's the head of buying", "he is clinical director at Acme".
extension NoteScanner {
  /// Gives the title after "she is" to the person named last, where that one has none; true where it did.
  func titlesLastPerson(_ place: Int, _ grammar: NameGrammar) -> Bool {
    let pronoun = grammar.tokens[place].word.keyword
    let isJoined = pronoun == .sheIs || pronoun == .heIs
    guard isJoined || (pronoun == .she || pronoun == .he) && grammar.token(place + 1)?.word.keyword == .is,
      let last = people.indices.last, last >= firstOfGroup, people[last].title == nil, index - people[last].line <= 2,
      let title = grammar.stated(place + (isJoined ? 1 : 2)), let span = title.span
    else { return false }
    people[last].title = Attribute(value: collapsed(text.text(span)), span: span, text: text.text(span))
    people[last].role = people[last].role ?? title.role
    return true
  }
}
