/// Running text outside sections.
extension NoteScanner {
  /// Text outside sections: every sentence is read for people, dates, pay and cues.
  mutating func freeText(_ span: TextSpan) {
    if isQuestionItem(span) { return questions(span, asker: .interviewer, lines[index]) }
    for sentence in sentences(in: span) where sentence.start >= answeredUpTo {
      if isCorrection(sentence) { correct(sentence) } else { for part in statements(sentence) { readSentence(part) } }
    }
  }

  /// An item or a line that begins with a question in quotes.
  func isQuestionItem(_ span: TextSpan) -> Bool {
    guard lines.indices.contains(index), lines[index].isItem || container != .mail && span == lines[index].content
    else { return false }
    let slice = tokens(in: tidied(span))
    guard let first = slice.first, first.isMark("\"") || first.isMark("“"),
      let mark = slice.firstIndex(where: { $0.isMark("?") }), slice.indices.contains(mark + 1)
    else { return false }
    return slice[mark + 1].isMark("\"") || slice[mark + 1].isMark("”")
  }

  mutating func readSentence(_ sentence: TextSpan) {
    readAround(sentence)
    if quotedQuestion(sentence) {
      if let (cue, range) = cue(in: sentence, for: .missedAccomplishment) { finding(cue, range, in: sentence) }
      return
    }
    let hasDate = promiseOrMeeting(sentence)
    if let said = speaker(sentence), tokens(in: said).last(where: { !$0.isQuote })?.isMark("?") ?? false {
      return questions(sentence, asker: .interviewer, lines[index])
    }
    var remaining = sentence
    for _ in 0..<4 {
      guard let (cue, range) = cue(in: remaining) else { break }
      if hasDate, cue.field == .nextStep, tokens(in: remaining).count < 8 { break }
      finding(cue, range, in: stretch(of: cue, range, in: remaining))
      guard cue.extent != .sentence || cue.field == .nextStep || cue.field == .challenge,
        let next = laterClause(remaining, after: range)
      else { break }
      remaining = next
    }
  }

  /// A cue is about its own clause where another cue follows after a dash or semicolon.
  func stretch(of cue: Cue, _ range: Range<Int>, in sentence: TextSpan) -> TextSpan {
    let position = Int(tokens[range.lowerBound].start)
    let parts = clauses(in: sentence)
    guard parts.count > 1, let own = parts.firstIndex(where: { $0.end > position }) else { return sentence }
    let isLaterCue = parts[(own + 1)...].contains {
      self.cue(in: $0) != nil || CueWords.promised.first(in: tokens(in: $0)) != nil
    }
    let start = cue.extent == .sentence || cue.extent == .clause ? parts[own].start : sentence.start
    return TextSpan(start, isLaterCue ? parts[own].end : sentence.end)
  }

  func laterClause(_ sentence: TextSpan, after range: Range<Int>) -> TextSpan? {
    let position = Int(tokens[range.upperBound - 1].end)
    let slice = tokens(in: TextSpan(position, sentence.end))
    for place in slice.indices
    where isDashOrArrow(place, slice) || slice[place].isMark(",") || slice[place].word.keyword == .and {
      let rest = TextSpan(Int(slice[place].end), sentence.end)
      if cue(in: rest) != nil { return rest }
    }
    return nil
  }
}
