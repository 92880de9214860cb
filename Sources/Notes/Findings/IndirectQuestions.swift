/// Questions that nobody is said to ask, and those told instead of quoted: "she asked what I would do first and I said listen".
extension NoteScanner {
  private static let questionWords = WordSet(
    "what's how's why's who's where's what how why when where who which whose if whether was wie warum wann wo wer welche welcher ob comment pourquoi quand où qui quel quelle"
  )
  /// What one is asked to do on the spot: "asked me to derive …"; to send something is a promise.
  static let taskVerbs = WordSet(
    "give derive design sketch explain describe walk draw solve code present rate rank sell pitch role-play translate estimate whiteboard talk tell imagine define compare critique price plan calculate price diagnose outline summarise summarize convince name list"
  )
  /// Before "I" these ask as well: "and would I work Saturdays".
  private static let inversions = WordSet("would could can do did am have")
  private static let addressees = WordSet("me us them her him mich uns")
  static let replies = Phrases<Bool>([
    (
      "and i said|and i told her|and i told him|and i told them|i said|i told her|i told him|i told them|and i answered|i answered|and i talked about|and said|and he said|and she said|and they said|said",
      true
    )
  ]).listed(as: .replies)

  /// "what I would change and how I keep my skills up": a question word behind "and" begins another one.
  func joinedQuestions(_ span: TextSpan) -> [TextSpan] {
    let slice = tokens(in: span)
    guard
      let and = slice.indices.dropFirst(3).dropLast(3).first(where: {
        slice[$0].word.keyword == .and
          && (NoteScanner.questionWords.contains(slice[$0 + 1].key)
            || NoteScanner.inversions.contains(slice[$0 + 1].key))
      })
    else { return [span] }
    return [text.trimmed(TextSpan(span.start, Int(slice[and].start))), TextSpan(Int(slice[and + 1].start), span.end)]
  }

  /// `"Would you say you are a quitter?"` with nobody said to ask it: the interviewer's.
  func unannounced(_ slice: ArraySlice<Token>, in sentence: TextSpan) -> Bool {
    guard section == nil, container != .mail, container != .mbox,
      let open = slice.indices.first(where: { slice[$0].isQuote }), let quoted = quotation(slice, at: open),
      tokens(in: quoted.span).count >= 4, asksOrBids(tokens(in: quoted.span))
    else { return false }
    questions(TextSpan(Int(slice[open].start), sentence.end), asker: .interviewer, lines[index])
    return true
  }

  /// "Why now?", "Walk me through it."
  func asksOrBids(_ words: ArraySlice<Token>) -> Bool {
    if words.last(where: { !$0.isQuote })?.isMark("?") ?? false { return true }
    return words.first(where: { !$0.isQuote }).map { $0.isCapital && NoteScanner.taskVerbs.contains($0.key) } ?? false
  }

  /// "SO many things: what I do with X, how I chart Y and would I work Saturdays": indirect questions in a row.
  func listedQuestions(_ span: TextSpan?) -> [TextSpan] {
    guard let span else { return [] }
    var parts = listed(in: span)
    guard parts.count > 1, parts.allSatisfy({ isIndirect($0) }) else { return [] }
    if let last = parts.popLast() { parts += joinedQuestions(last) }
    return parts.map(withoutBrackets).map(tidied)
  }

  /// What stands behind the colon of "so many things:".
  func behindColon(_ slice: ArraySlice<Token>, from start: Int) -> TextSpan? {
    guard let colon = slice[start...].indices.prefix(6).first(where: { slice[$0].isMark(":") }) else { return nil }
    return self.span(of: slice[(colon + 1)...])
  }

  private func withoutBrackets(_ span: TextSpan) -> TextSpan {
    guard let open = tokens(in: span).first(where: { $0.isMark("(") }) else { return span }
    return text.trimmed(TextSpan(span.start, Int(open.start)))
  }

  private func isIndirect(_ span: TextSpan) -> Bool {
    let words = tokens(in: span)
    return words.count >= 3 && words.first.map { NoteScanner.questionWords.contains($0.key) } ?? false
  }

  /// The "derive" of "asked me to derive …".
  private func task(_ slice: ArraySlice<Token>, at index: Int) -> Int? {
    guard slice.indices.contains(index - 1), slice.indices.contains(index + 1),
      NoteScanner.addressees.contains(slice[index - 1].key), slice[index].word.keyword == .to,
      NoteScanner.taskVerbs.contains(slice[index + 1].key)
    else { return nil }
    return index + 1
  }

  /// The question after "asked (me)", and the answer that the sentence tells.
  func indirectQuestion(_ slice: ArraySlice<Token>, from start: Int, asker: Asker) -> (
    question: TextSpan, answer: TextSpan?
  )? {
    var first = start
    if slice.indices.contains(first), NoteScanner.addressees.contains(slice[first].key) { first += 1 }
    let task = asker == .interviewer ? self.task(slice, at: first) : nil
    first = task ?? first
    guard slice.indices.contains(first), task != nil || NoteScanner.questionWords.contains(slice[first].key),
      slice.endIndex - first >= 4, section != .objection,
      asker == .interviewer || slice[first].word.keyword != .if
    else { return nil }
    var end = slice.endIndex
    while end > first, slice[end - 1].kind == .mark, !slice[end - 1].isMark("?") { end -= 1 }
    let reply = (first + 3..<max(end, first + 3)).lazy.compactMap { place in
      NoteScanner.replies.match(slice, at: place).map { (place, $0.end) }
    }.first
    let dash = slice.indices.first { place in
      place > first + 2 && (isDashOrArrow(place, slice) || slice[place].isMark(":") || slice[place].isMark("("))
    }
    var stop = min(reply?.0 ?? end, dash ?? end)
    while stop > first, slice[stop - 1].isMark(",") { stop -= 1 }
    guard stop - first >= 3, let question = span(of: slice[first..<stop]) else { return nil }
    let said = dash.map { $0 + 1 } ?? reply?.1
    return (question, said.flatMap { $0 < end ? span(of: slice[$0..<end]) : nil })
  }
}
