/// The clause that says a matter, without what frames it.
extension NoteScanner {
  /// Adds a clause without its speaker, marks and closing full stop.
  func clause(_ field: FactField, _ span: TextSpan, keepsStop: Bool = false) {
    var span = tidied(span)
    if let said = speaker(span), said.length > 6 { span = tidied(said) }
    if field != .topic, field != .connection { span = withoutRelative(withoutFraming(span), of: field) }
    guard span.length >= 3, tokens(in: span).contains(where: { $0.kind != .mark }), !isPlaceholder(span) else { return }
    guard !isTaken(span, by: field) else {
      return
    }
    add(field, span)
  }

  static let framing = Phrases<Bool>([
    (
      "she said|he said|they said|she says|he says|they say|she thinks|he thinks|they think|she mentioned|he mentioned|they mentioned|she mentioned that|he mentioned that|they mentioned that|she said that|he said that|they said that|she admitted|he admitted|they admitted|according to him|according to her|according to them|apparently|also said|also|said|says|he told me|she told me|they told me|he told me that|she told me that|they told me that|mentioned that|mentioned|told me that|told me|in her words|in his words|basically|mainly|mostly|i think|it seems|it sounds like|sounds like|turns out|turns out that|that|because|worried that|worry that|worries that|concern that|concern about|worried about whether|whether|if|only|and|but|so",
      true
    )
  ]).listed(as: .framing)

  /// Without ", which …" behind the matter.
  func withoutRelative(_ span: TextSpan, of field: FactField) -> TextSpan {
    let slice = tokens(in: span)
    guard
      let place = slice.indices.dropFirst(2).first(where: {
        (slice[$0].word.keyword == .which
          && (field != .missedAccomplishment || isAside(slice[($0 + 1)...]))
          || slice[$0].word.keyword == .so && slice.indices.contains($0 + 1) && slice[$0 + 1].word.keyword == .please)
          && slice[$0 - 1].isMark(",")
      })
    else { return span }
    return text.trimmed(TextSpan(span.start, Int(slice[place - 1].start)))
  }

  /// Behind ", which" stands a remark and no deed: "which was silly", "which saved nine million".
  private func isAside(_ rest: ArraySlice<Token>) -> Bool {
    rest.first.map { NameWords.breaks.contains($0.key) } ?? true
  }

  /// "churn in the small accounts, no health score": a second matter begins with "no" or "nobody".
  func negatedParts(_ span: TextSpan) -> [TextSpan] {
    let slice = tokens(in: span)
    for place in slice.indices.dropFirst(2).dropLast(2)
    where slice[place].isMark(",") && NoteScanner.negations.contains(slice[place + 1].key) {
      return [TextSpan(span.start, Int(slice[place].start)), TextSpan(Int(slice[place + 1].start), span.end)]
    }
    return [span]
  }

  private static let negations = WordSet("no nobody none never not")

  /// Without "she said that" and the like before the matter itself.
  func withoutFraming(_ span: TextSpan) -> TextSpan {
    var span = span
    for _ in 0..<2 {
      let slice = tokens(in: span)
      guard let found = slice.first.flatMap({ _ in NoteScanner.framing.match(slice, at: slice.startIndex) }),
        slice.indices.contains(found.end), slice.count - (found.end - slice.startIndex) >= 3
      else { break }
      let first = slice[slice.startIndex]
      if found.end == slice.startIndex + 1,
        first.word.keyword == .only
      {
        break
      }
      span = tidied(TextSpan(Int(slice[found.end].start), span.end))
    }
    return span
  }

  /// The end of a list "a, b and c".
  private func lastTwo(_ span: TextSpan) -> [TextSpan] {
    let slice = tokens(in: span)
    guard let and = slice.indices.dropFirst().dropLast().last(where: { slice[$0].word.keyword == .and }) else {
      return [span]
    }
    return [TextSpan(span.start, Int(slice[and].start)), TextSpan(Int(slice[and].end), span.end)]
  }

  func topics(_ span: TextSpan) {
    for sentence in sentences(in: span) {
      let parts = listed(in: sentence)
      for part in parts.dropLast() { clause(.topic, part) }
      for part in parts.suffix(1) {
        for topic in parts.count > 1 ? lastTwo(part) : [part] { clause(.topic, topic) }
      }
    }
  }
}
