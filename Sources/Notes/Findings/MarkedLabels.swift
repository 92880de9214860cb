/// Labels without a colon: a picture, a row of dots, a lone "Q", a full stop behind "Q2".
extension NoteScanner {
  /// A picture in front says what a line is about where its words do not: "👎 my Dutch", "❓ why now?".
  func pictured(_ slice: ArraySlice<Token>, _ span: TextSpan) -> Label? {
    guard let picture = slice.first, picture.kind == .mark, let rubric = NoteScanner.pictures[picture.key],
      let first = slice.dropFirst().first(where: { $0.kind != .mark || $0.key < 0x2000 || $0.isQuote || $0.isMark("€") }
      )
    else { return nil }
    let value = TextSpan(Int(first.start), span.end)
    guard label(in: value) == nil, rubric != .objection || cue(in: value) == nil else { return nil }
    return Label(rubric: rubric, name: picture.span, value: value)
  }

  private static let pictures: [UInt64: Rubric] = Dictionary(
    uniqueKeysWithValues: ([
      ("👎", .objection), ("🔴", .objection), ("🚩", .objection), ("➖", .objection), ("🚫", .objection),
      ("⛔", .objection), ("❌", .objection), ("🔥", .challenge), ("👉", .next), ("➡", .next), ("❓", .theirQuestion),
      ("❔", .theirQuestion), ("🤝", .connection), ("💰", .salary), ("💷", .salary), ("💶", .salary), ("💵", .salary),
      ("👤", .interviewer), ("👥", .people), ("🏢", .organisation), ("🔜", .next), ("⏭", .next), ("🏆", .competition),
    ] as [(Unicode.Scalar, Rubric)]).map { (UInt64($0.0.value), $0.1) })

  /// After the row of dots that leads the eye of a form from a label to its value: "Employer ...... Acme".
  func leaderEnd(_ place: Int, _ slice: ArraySlice<Token>) -> Int? {
    var end = place
    while slice.indices.contains(end), slice[end].isMark("."), end == place || !slice[end].isSpaced { end += 1 }
    return end - place >= 4 && slice.indices.contains(end) ? end : nil
  }

  /// "Q how do you …?" without any mark.
  func bareQuestion(_ slice: ArraySlice<Token>, _ span: TextSpan) -> Label? {
    guard let first = slice.first, first.word.keyword == .q, first.isCapital, slice.count > 3,
      let second = slice.dropFirst().first, second.kind == .word, second.isSpaced,
      slice.contains(where: { $0.isMark("?") })
    else { return nil }
    return Label(rubric: .theirQuestion, name: first.span, value: TextSpan(Int(second.start), span.end))
  }

  /// "dec 20 Mar": a month behind the day, so that "dec" is the decision and no month.
  func bareDecision(_ slice: ArraySlice<Token>, _ span: TextSpan) -> Label? {
    guard let first = slice.first, first.key == NoteScanner.decKey, let second = slice.dropFirst().first,
      second.kind == .number, slice.dropFirst(2).prefix(2).contains(where: { $0.word.bits.contains(.month) })
    else { return nil }
    return Label(rubric: .promised, name: first.span, value: TextSpan(Int(second.start), span.end))
  }

  private static let decKey = wordKey("dec")

  /// The full stop of "Q. How …" and, below a question, of "A. By hand".
  func isAnswerStop(_ place: Int, _ slice: ArraySlice<Token>) -> Bool {
    // "Q2. How …"
    if place == slice.startIndex + 2, slice[place].isMark("."), slice[place - 1].kind == .number,
      !slice[place - 1].isSpaced, slice[place - 2].word.keyword == .q
    {
      return true
    }
    guard place == slice.startIndex + 1, slice[place].isMark("."), slice[place - 1].isCapital,
      slice[place - 1].length == 1, slice.indices.contains(place + 1), slice[place + 1].isSpaced
    else { return false }
    return slice[place - 1].word.keyword == .q || slice[place - 1].word.keyword == .a && openQuestion != nil
  }
}
