/// Questions asked, by whom, and how they were answered.
extension NoteScanner {
  /// One line of questions: `"Why us?" – talked about …`, `Who decides? -> CTO`, several of them in a row.
  func questions(_ span: TextSpan, asker: Asker, _ line: NoteLine) {
    var rest = tidied(span)
    if let said = speaker(rest) { rest = tidied(said) }
    var count = 0
    while count < 8, let question = nextQuestion(in: rest, isFirst: count == 0) {
      let number = addQuestion(question.span, asker: asker)
      count += 1
      var answer = TextSpan(question.end, rest.end)
      if let next = nextQuestion(in: answer, isFirst: false), next.start > answer.start { answer.end = next.start }
      setAnswer(answer, of: number)
      rest = TextSpan(answer.end, rest.end)
      openQuestion = number
    }
    if count == 0 { wholeQuestion(rest, asker: asker) }
  }

  struct Found {
    var span: TextSpan
    /// Where the question's sentence begins, with its lead-in.
    var start: Int
    /// After the question mark and closing quote.
    var end: Int
  }

  /// The next sentence that ends in a question mark, or a quotation.
  private func nextQuestion(in span: TextSpan, isFirst: Bool) -> Found? {
    let slice = tokens(in: span)
    guard !slice.isEmpty else { return nil }
    if isFirst, let quoted = quotation(slice, at: slice.startIndex) { return quoted }
    var start = slice.startIndex
    for place in slice.indices {
      let token = slice[place]
      if token.isMark("?") {
        var next = place + 1
        while slice.indices.contains(next), slice[next].kind == .mark, !slice[next].isSpaced,
          slice[next].isMark("?") || slice[next].isMark("!") || slice[next].isMark("\"") || slice[next].isMark("”")
            || slice[next].isMark("*") || slice[next].isMark("«")
        { next += 1 }
        let from = trimmedStart(slice, from: start, to: place)
        let end = Int(slice[next - 1].end)
        return Found(
          span: unquoted(TextSpan(Int(slice[from].start), Int(token.end))), start: Int(slice[start].start), end: end)
      }
      if token.isMark(".") || token.isMark("!") || token.isMark(";"), slice.indices.contains(place + 1),
        slice[place + 1].isSpaced
      {
        start = place + 1
      }
      if isDashOrArrow(place, slice), !isFirst || place > slice.startIndex + 6 {
        start = min(place + 1, slice.endIndex - 1)
      }
    }
    return nil
  }

  /// Skips "And", "then I asked:", numbers and quotes before a question.
  private func trimmedStart(_ slice: ArraySlice<Token>, from start: Int, to end: Int) -> Int {
    var place = start
    for index in start..<end
    where slice[index].isMark(":") && index - start <= 6 && slice.indices.contains(index + 1)
      && slice[index + 1].isSpaced
    { place = index + 1 }
    while place < end,
      slice[place].kind == .mark && !slice[place].isMark("(")
        || place == start && NoteScanner.linkWords.contains(slice[place].key)
    { place += 1 }
    return place
  }

  private static let linkWords = WordSet("and also then und et")

  func quotation(_ slice: ArraySlice<Token>, at index: Int) -> Found? {
    let open = slice[index]
    let closers: [Unicode.Scalar] =
      open.isMark("\"")
      ? ["\""]
      : open.isMark("“") || open.isMark("„") ? ["”", "“"] : open.isMark("«") ? ["»"] : open.isMark("‘") ? ["’"] : []
    guard !closers.isEmpty else { return nil }
    var place = index + 1
    while slice.indices.contains(place) {
      if closers.contains(where: { slice[place].isMark($0) }) {
        guard place > index + 1 else { return nil }
        return Found(
          span: text.trimmed(TextSpan(Int(open.end), Int(slice[place].start))), start: Int(open.start),
          end: Int(slice[place].end))
      }
      place += 1
    }
    return nil
  }

  private func unquoted(_ span: TextSpan) -> TextSpan {
    var span = text.trimmed(span)
    while span.length > 2, [Unicode.Scalar](["\"", "“", "„", "«", "‘", "'", "*", "_"]).contains(text[span.start]) {
      span = text.trimmed(TextSpan(span.start + 1, span.end))
    }
    return span
  }

  /// An item of a question section without a question mark: up to the first dash, arrow or colon.
  private func wholeQuestion(_ span: TextSpan, asker: Asker) {
    let listed = listedQuestions(span)
    if !listed.isEmpty {
      for question in listed { openQuestion = addQuestion(question, asker: asker) }
      return
    }
    let parts = clauses(in: span)
    guard let first = parts.first, first.length > 3, tokens(in: first).count >= 2 else { return }
    let number = addQuestion(tidied(first), asker: asker)
    if parts.count > 1, let last = parts.last { setAnswer(TextSpan(parts[1].start, last.end), of: number) }
    openQuestion = number
  }

  func addQuestion(_ span: TextSpan, asker: Asker) -> Int {
    if let known = facts[min(firstOfLine, facts.count)...].firstIndex(where: {
      $0.field == .question && $0.span == span
    }) {
      return known
    }
    add(.question, span)
    guard let last = facts.indices.last else { return 0 }
    facts[last].askedBy = asker
    return last
  }

  static let askCues = Phrases<Asker>([
    (
      "ask mine|got to ask mine|my own question was|my own question|mine was|i put to them|i put to her|i put to him|i wanted to know|so i asked|then i asked|i then asked|i asked her|i asked him|i asked them|i asked about|i asked|my question was|asked them|asked her|asked him",
      .candidate
    ),
    (
      "opened by asking me|opened by asking|began by asking|started by asking|by asking me|by asking|then asked|asking me|wanted to find out|started off with|kicked off by asking|started by asking me|launched in with|launched straight into|went straight to|hit me with|threw me with|threw me|first question was|last question was|first up was|wanted me to explain|wanted me to tell them|was quizzed on|opened with|started with|kicked off with|began with|wanted to hear|asked me|she asked|he asked|they asked|asked|wanted to know|question was|haben gefragt|hat gefragt|gefragt|fragten|wollte wissen|wollten wissen|ont demandé|m'a demandé|was asked|got asked|i was asked|fragte|a demandé",
      .interviewer
    ),
  ]).listed(as: .askCues)

  /// A question in running text: `asked "…"`, `Annalise: "…?"`, `I asked: …?`.
  func quotedQuestion(_ sentence: TextSpan) -> Bool {
    let slice = tokens(in: sentence)
    for place in slice.indices {
      guard let found = NoteScanner.askCues.match(slice, at: place) else { continue }
      var next = found.end
      let many = found.meaning == .interviewer ? listedQuestions(behindColon(slice, from: found.end)) : []
      for question in many { _ = addQuestion(question, asker: .interviewer) }
      if !many.isEmpty { return true }
      // "I asked Leanne "…?""
      if let name = slice[next...].first, name.isCapital, slice.indices.contains(next + 1), slice[next + 1].isQuote {
        next += 1
      }
      while slice.indices.contains(next), slice[next].isMark(":") || slice[next].isMark(",") { next += 1 }
      guard slice.indices.contains(next) else { return false }
      if next == found.end || slice[next - 1].isMark(","),
        let asked = indirectQuestion(slice, from: next, asker: found.meaning)
      {
        let parts = joinedQuestions(asked.question)
        let numbers = parts.map { addQuestion($0, asker: found.meaning) }
        if let said = asked.answer ?? spokenAnswer(sentence, to: found.meaning), let last = numbers.last {
          setAnswer(said, of: last)
        }
        return true
      }
      let isQuoted = quotation(slice, at: next) != nil
      let isColon = next > found.end && slice[next - 1].isMark(":")
      guard isQuoted || isColon && slice[next...].contains(where: { $0.isMark("?") }) else { return false }
      questions(
        TextSpan(Int(slice[next].start), spokenAnswer(sentence, to: found.meaning)?.end ?? sentence.end),
        asker: found.meaning,
        lines[index])
      return true
    }
    return unannounced(slice, in: sentence)
  }
}
