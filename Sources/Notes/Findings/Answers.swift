/// How questions were answered: behind them, on the line below, in the next sentence.
extension NoteScanner {
  static let answerLeads = Phrases<Bool>([
    ("rép|her a|his a|their a|my a|a|answer|her answer|his answer|my answer|antwort|réponse|said|r", true)
  ]).listed(as: .answerLeads)

  func setAnswer(_ span: TextSpan, of number: Int) {
    guard facts.indices.contains(number), facts[number].field == .question else { return }
    var span = text.trimmed(span)
    while span.length > 0, !text[span.start].isLetter, !text[span.start].isASCIIDigit,
      !NoteScanner.opening.contains(text[span.start])
    { span = text.trimmed(TextSpan(span.start + 1, span.end)) }
    let slice = tokens(in: span)
    if let lead = slice.first.flatMap({ _ in NoteScanner.answerLeads.match(slice, at: slice.startIndex) }),
      slice.indices.contains(lead.end), slice[lead.end].isMark(":"), slice.indices.contains(lead.end + 1)
    {
      span.start = Int(slice[lead.end + 1].start)
    }
    // "A weather forecast", where "Q" began the line.
    if let first = slice.first, first.length == 1, first.isCapital, first.word.keyword == .a,
      let second = slice.dropFirst().first, second.isSpaced, second.kind != .mark,
      facts[number].span.start - lines[index].content.start == 2
    {
      span.start = Int(second.start)
    }
    // "Ingrid: losing the ferry contract" is her answer.
    if let said = speaker(span) { span = said }
    if span.length > 1, text[span.start] == "(", text[span.end - 1] == ")" {
      span = TextSpan(span.start + 1, span.end - 1)
    }
    span = text.trimmed(span)
    guard tokens(in: span).contains(where: { $0.kind != .mark }) else { return }
    let own = text.text(span)
    facts[number].answer = Attribute(value: collapsed(own), span: span, text: own)
  }

  private static let opening: [Unicode.Scalar] = ["\"", "“", "(", "£", "$", "€", "~", "'", "‘"]

  func answer(_ span: TextSpan) {
    guard let number = openQuestion ?? facts.lastIndex(where: { $0.field == .question }) else { return }
    if facts[number].answer == nil { setAnswer(span, of: number) }
  }

  /// The line below a question that holds its answer: an arrow, an indented line, "A:".
  func continuesAnswer(_ line: NoteLine) -> Bool {
    guard let number = openQuestion, facts.indices.contains(number), facts[number].answer == nil else { return false }
    if let said = spokenBelow(line, number) {
      setAnswer(said, of: number)
      lines[index].role = .fact
      return true
    }
    if answersAbove(line, number) {
      setAnswer(line.content, of: number)
      lines[index].role = .fact
      return true
    }
    let indent = line.span.start..<line.content.start
    let starts =
      text[line.content.start] == "→" || text[line.content.start] == "⇒"
      || line.content.length > 2 && text[line.content.start] == "-" && text[line.content.start + 1] == ">"
      || text[line.content.start] == ">"
    let arrow = starts || text[indent].contains("→") || text[indent].contains("»")
    let isIndented =
      text[indent].prefix(2).allSatisfy(\.isBlank) && line.content.start - line.span.start >= 2
      && (line.kind == .text || isNested(line))
    let isQuoteBlock = line.quoteDepth > 0 && container != .mail && container != .mbox
    guard arrow || isIndented || isQuoteBlock, label(in: line.content)?.rubric.isSection != true else { return false }
    setAnswer(line.content, of: number)
    lines[index].role = .fact
    return true
  }

  /// "Me: allotment", "Pauline: twenty-two" below a line that ends with a question.
  private func spokenBelow(_ line: NoteLine, _ number: Int) -> TextSpan? {
    guard index > 0, line.kind == .text, lines[index - 1].span.contains(facts[number].span),
      lines[index - 1].content.end - facts[number].span.end <= 3
    else { return nil }
    let words = tokens(in: line.content)
    guard let first = words.first, let colon = words.dropFirst().first, colon.isMark(":") else { return nil }
    let isSpeaker =
      first.word.keyword == .me || first.word.keyword == .i
      || people[firstOfGroup...].contains { $0.matches(first.key) }
    return isSpeaker && !words.contains { $0.isMark("?") }
      ? text.trimmed(TextSpan(Int(colon.end), line.content.end)) : nil
  }

  /// Under a heading for questions: plain text without a question mark right below a line that ends with one.
  private func answersAbove(_ line: NoteLine, _ number: Int) -> Bool {
    let isAsked = section == .theirQuestion || section == .myQuestion || section == .question
    guard isAsked || standsAlone(number), line.kind == .text, index > 0,
      lines[index - 1].kind == .text, lines[index - 1].span.contains(facts[number].span),
      text[facts[number].span.end - 1] == "?", label(in: line.content) == nil
    else { return false }
    let words = tokens(in: line.content)
    let isBidden = words.first.map { NoteScanner.taskVerbs.contains($0.key) } ?? true
    return !isBidden && !words.contains { $0.isMark("?") }
  }

  /// "**Q2. How do you brief a minister?**": a question that is all its line says.
  private func standsAlone(_ number: Int) -> Bool {
    guard index > 0, section == nil, lines.indices.contains(index) else { return false }
    let (above, question) = (lines[index - 1], facts[number].span)
    let words = tokens(in: above.content)
    let isNumbered = words.dropFirst().first.map { $0.kind == .number && !$0.isSpaced } ?? false
    let isBold = above.content.start > above.span.start && text[above.span.start] == "*"
    return words.first?.word.keyword == .q && (isNumbered || isBold) && above.content.end - question.end <= 3
  }

  private func isNested(_ line: NoteLine) -> Bool {
    if case .bullet(let indent) = line.kind {
      return indent >= 2 && !(tokens(in: line.content).last?.isMark("?") ?? false) && index > 0
        && indentOfAbove() < indent
    }
    return false
  }

  private func indentOfAbove() -> Int {
    switch lines[index - 1].kind {
    case .bullet(let indent), .numbered(let indent): indent
    default: 0
    }
  }

  static let ownReplies = Phrases<Bool>([
    (
      "i named|i picked|i chose|i explained|i described|i admitted|i waffled|i froze|i rambled|i used|i walked|i drew|i came up with|i do not|i pointed|i replied|i mentioned|i stumbled|i fumbled|i listed|nope|yep|twice|never|once|i said|said|i talked|i told|told|i answered|answered|i went with|i gave|gave|blanked|i blanked|a:",
      true
    )
  ]).listed(as: .ownReplies)

  private static let replyVerbs = WordSet("said says told answered replied laughed admitted thinks thought reckoned")

  /// `asked "…?" I said …`: the sentence behind a quoted question is its answer.
  func spokenAnswer(_ sentence: TextSpan, to asker: Asker) -> TextSpan? {
    let rest = TextSpan(sentence.end, lines[index].content.end)
    guard lines[index].content.contains(sentence),
      let next = sentences(in: rest).first(where: { tokens(in: $0).count > 2 }).flatMap({ statements($0).first })
    else { return nil }
    let slice = tokens(in: next)
    guard let first = slice.first, let second = slice.dropFirst().first,
      NoteScanner.ownReplies.match(slice, at: slice.startIndex) != nil
        || asker == .candidate && first.isCapital && NoteScanner.replyVerbs.contains(second.key)
    else { return nil }
    answeredUpTo = next.end
    return next
  }
}
