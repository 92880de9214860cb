/// Running text outside sections.
extension NoteScanner {
  /// Text outside sections: every sentence is read for people, dates, pay and cues.
  func freeText(_ span: TextSpan) {
    if isQuestionItem(span) { return questions(span, asker: .interviewer, lines[index]) }
    if isTerseAction(span) { return commitment(span) }
    if isTerseStep(span) { return nextStep(span) }
    for sentence in sentences(in: span) where sentence.start >= answeredUpTo {
      if opensWithDay(sentence) { header(sentence) }
      let before = facts.count
      if sentence.start > span.start, labelledSentence(sentence) || furtherQuestion(sentence) { continue }
      if isCorrection(sentence) { correct(sentence) } else { for part in statements(sentence) { readPart(part) } }
      if facts.count == before, let field = continued(by: sentence) { clause(field, sentence) }
    }
  }

  private func readPart(_ part: TextSpan) {
    let before = facts.count
    readSentence(part)
    if facts.count == before, isThen(part) { nextStep(part) }
  }

  /// "Fri 11 Sept 8.45am, at the practice, went on for hours": the day of an interview that has none yet.
  private func opensWithDay(_ sentence: TextSpan) -> Bool {
    guard !has(.interviewDate), isCandidate, index - start <= 5, section == nil, container != .mail,
      let first = tokens(in: sentence).first, first.isDayWord || first.kind == .number,
      let match = dates(in: sentence).first, match.core.start == sentence.start
    else { return false }
    return match.coreValues.contains { $0.kind == .datetime || $0.kind == .datetimerange }
      && CueWords.promised.first(in: tokens(in: sentence)) == nil
  }

  /// "Then half a day on the line", "Dann ein Termin im Büro": what comes, where nothing is said to have been done.
  private func isThen(_ sentence: TextSpan) -> Bool {
    let slice = tokens(in: sentence)
    guard isCandidate, section == nil, index - start >= 2, slice.count <= 14, let first = slice.first,
      NoteScanner.thens.contains(first.key) || NoteScanner.stepLeads.match(slice, at: slice.startIndex) != nil,
      let next = slice.dropFirst(NoteScanner.thens.contains(first.key) ? 1 : 2).first
    else { return false }
    let isThing =
      NameWords.articles.contains(next.key) || next.kind == .number || !next.word.bits.isDisjoint(with: .cardinal)
      || NoteScanner.stepOpeners.contains(next.key)
      || NoteScanner.terseSteps.match(slice, at: slice.startIndex + 1) != nil
    return isThing && !slice.contains { NoteScanner.pastWords.contains($0.key) }
  }

  static let thens = WordSet("then afterwards dann danach anschließend ensuite puis")
  private static let stepOpeners = WordSet(
    "it's there's overnight dinner lunch breakfast visit tour call meeting interview test trial half maybe probably possibly another either ein eine einen gespräch zweitgespräch telefonat probearbeiten vorstellung termin probetag une un"
  )

  /// "Also …" right behind a trouble or a doubt goes on with it.
  private func continued(by sentence: TextSpan) -> FactField? {
    guard let last = facts.last, last.field == .challenge || last.field == .objection,
      last.span.start >= lines[index].content.start, last.span.end <= sentence.start,
      let first = tokens(in: sentence).first, first.word.keyword == .also || first.word.keyword == .plus,
      text[last.span.end..<sentence.start].count <= 3
    else { return nil }
    return last.field
  }

  /// "send Callum proof of my diploma", "need to confirm with her": a short line or item that is an order to oneself.
  private func isTerseAction(_ span: TextSpan) -> Bool {
    guard isCandidate, container != .mail, container != .mbox, lines.indices.contains(index),
      span == lines[index].content,
      lines[index].quoteDepth == 0, contentLines > 0, section == nil
    else { return false }
    let words = tokens(in: span)
    guard let first = words.first, words.count >= 3, words.count <= 14 else { return false }
    let second = words[words.startIndex + 1]
    if first.word.keyword == .need { return second.word.keyword == .to }
    return NoteScanner.orders.contains(first.key) && second.kind == .word && second.word.keyword != .from
      && !NameWords.breaks.contains(second.key) && second.word.keyword != .and
  }

  private static let orders = WordSet(
    "send text email forward bring upload return chase confirm attach share prepare draft scan sign post fill dig pass")

  /// "half day trial on the yard", "meet the art lead": a short line below the header that names what comes.
  private func isTerseStep(_ span: TextSpan) -> Bool {
    guard isCandidate, container != .mail, container != .mbox, lines.indices.contains(index),
      span == lines[index].content, section == nil, index - start >= 2, has(.interviewDate) || has(.interviewKind)
    else { return false }
    let words = tokens(in: span)
    guard (2...10).contains(words.count), words.first?.kind == .word else { return false }
    return words.indices.prefix(2).contains { NoteScanner.terseSteps.match(words, at: $0) != nil }
      && !words.contains { NoteScanner.pastWords.contains($0.key) }
  }

  static let terseSteps = Phrases<Bool>([
    (
      "technical task|coding task|home task|written task|writing task|written exercise|online test|online assessment|skills assessment|work sample|sample task|sample day|paid test|half a day on|half a day at|half a morning|a day on site|a day with|lab tour|site tour|plant tour|tour of|tour with|half day trial|day trial|trial day|trial shift|trial lesson|trial on|paid trial|working trial|work trial|art test|typing test|written test|skills test|coding test|technical test|tech test|practical test|aptitude test|assessment drive|assessment day|assessment centre|assessment center|shadow shift|shadow day|ride along|demo lesson|taster day|meet the|meet with|meet both|2nd interview with|second interview with|final interview with|second chat with|panel with|panel interview with|lunch with the|visit to the|visit to their|presentation to|case study|take home|home assignment|drug test|reference check|background check|probetag|probearbeiten|schnuppertag|zweitgespräch mit|videotermin mit|journée d'essai|task to",
      true
    )
  ]).listed(as: .terseSteps)
  private static let pastWords = WordSet("was were went had did didn't got felt said passed failed done earlier")

  /// "Bedenken: wenig Erfahrung" in the midst of a paragraph.
  private func labelledSentence(_ sentence: TextSpan) -> Bool {
    guard let label = label(in: sentence), !label.value.isEmpty,
      label.rubric.textField != nil || label.rubric == .promised || label.rubric == .salary || label.rubric == .role
    else { return false }
    assign(label.rubric, label.value, NoteLine(span: sentence, content: sentence, kind: .text))
    return true
  }

  /// `… and "How do you forecast?"`, "and why retail?" behind a question of the same line.
  private func furtherQuestion(_ sentence: TextSpan) -> Bool {
    guard let last = facts.last, last.field == .question, last.span.start >= lines[index].content.start,
      last.span.end <= sentence.start
    else { return false }
    let slice = tokens(in: sentence)
    guard let first = slice.first, first.word.keyword == .and || first.word.keyword == .then || first.isMark(","),
      slice.count > 2, slice.contains(where: { $0.isMark("?") })
    else { return false }
    questions(
      TextSpan(Int(slice[slice.startIndex + 1].start), sentence.end), asker: last.askedBy ?? .interviewer, lines[index])
    return true
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

  func readSentence(_ sentence: TextSpan) {
    readAround(sentence)
    let questions = facts.count
    if quotedQuestion(sentence) {
      // "… felt I was too corporate, asked why": what is said before the question.
      if facts.indices.contains(questions), facts[questions].field == .question {
        let head = TextSpan(sentence.start, max(sentence.start, facts[questions].span.start))
        if let (cue, range) = cue(in: head) { finding(cue, range, in: text.trimmed(head)) }
        return
      }
      if let (cue, range) = cue(in: sentence, for: .missedAccomplishment) { finding(cue, range, in: sentence) }
      return
    }
    let hasDate = promiseOrMeeting(sentence)
    if let said = speaker(sentence), asksOrBids(tokens(in: said)) {
      return self.questions(sentence, asker: .interviewer, lines[index])
    }
    var remaining = sentence
    for number in 0..<4 {
      guard let (cue, range) = cue(in: remaining) else {
        if number == 0, !hasDate { reportedMatter(sentence) }
        break
      }
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
