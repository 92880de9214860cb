/// Findings that are the items and paragraphs of a section.
extension NoteScanner {
  /// An item or line of a section with a field of its own.
  func item(_ field: FactField, _ line: NoteLine) {
    if case .task(let isDone) = line.kind, isDone, field == .commitment || field == .nextStep {
      lines[index].role = .unclaimed
      return
    }
    if isPlaceholder(line.content) {
      lines[index].role = .template
      return
    }
    if isCorrection(line.content, within: 1) { return correct(line.content) }
    switch field {
    case _ where (field == .commitment || field == .nextStep) && isAwaited(line.content): return promised(line)
    case .commitment: if line.isItem || isSoft { return task(line, isDone: false) }
    case .nextStep:
      if line.isItem || isSoft || tokens(in: line.content).count < 20 { return nextLine(line.content) }
    default:
      if line.isItem || isSoft {
        readAround(line.content)
        if field == .topic { return clause(field, topicHead(line.content)) }
        if let (cue, range) = cue(in: line.content, for: field), cue.extent == .after {
          return finding(cue, range, in: line.content)
        }
        return clause(field, line.content)
      }
    }
    paragraph(field, line.content)
  }

  private static let answers = WordSet(
    "decision answer verdict result results feedback outcome response reply news hear entscheidung antwort rückmeldung réponse décision"
  )

  /// "Decision expected Friday week": when they answer, nothing to do.
  private func isAwaited(_ span: TextSpan) -> Bool {
    let slice = tokens(in: span)
    guard let first = slice.first, NoteScanner.answers.contains(first.key), slice.count <= 8 else { return false }
    return dates(in: span).contains { $0.coreValues.contains { $0.start?.day != nil } }
  }

  /// A topic's name without the remark after it.
  func topicHead(_ span: TextSpan) -> TextSpan {
    let slice = tokens(in: span)
    for place in slice.indices.dropFirst()
    where slice[place].isMark(":") && slice.indices.contains(place + 1) && slice[place + 1].isSpaced {
      return TextSpan(span.start, Int(slice[place].start))
    }
    return clauses(in: span).first ?? span
  }

  /// Running text under a heading: the sentences that speak of the heading's subject.
  func paragraph(_ field: FactField, _ span: TextSpan) {
    if isCorrection(span) { return correct(span) }
    let all = sentences(in: span)
    for (number, sentence) in all.enumerated() {
      if field != .commitment,
        let said = speaker(sentence) ?? afterSpeaker(sentence).flatMap({ $0.length > 12 ? $0 : nil })
      {
        if said.length > 8 { clause(field, said) }
      } else if let (cue, range) = strongCue(sentence, besides: field) ?? cue(in: sentence, for: field) {
        finding(cue, range, in: sentence)
      } else if field == .connection
        || number == 0 && (field == .missedAccomplishment || all.count <= 2 && !isIntroduction(sentence))
      {
        clause(field, sentence, keepsStop: field == .connection || field == .missedAccomplishment)
      } else {
        freeText(sentence)
      }
    }
  }

  /// A phrase that says another matter for certain, whatever the heading.
  func strongCue(_ sentence: TextSpan, besides field: FactField) -> (Cue, Range<Int>)? {
    let others: [FactField] = [.missedAccomplishment, .connection, .commitment, .competition]
    for other in others where other != field {
      if let found = cue(in: sentence, for: other) { return found }
    }
    return nil
  }

  static let introductions = Phrases<Bool>([
    (
      "came up|spent|in her words|in his words|were mentioned|a few|several|two things|three things|as follows|see below|the following|listed|nothing|none|not much|i answered|i had|i think|i felt|went well|no idea",
      true
    )
  ]).listed(as: .introductions)

  func isIntroduction(_ span: TextSpan) -> Bool { NoteScanner.introductions.first(in: tokens(in: span)) != nil }
}
