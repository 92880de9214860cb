/// Findings that are clauses of the text: items of a section, labelled clauses, sentences with a telling phrase.
extension NoteScanner {
  /// An item or line of a section with a field of its own.
  mutating func item(_ field: FactField, _ line: NoteLine) {
    if case .task(let isDone) = line.kind, isDone, field == .commitment || field == .nextStep {
      lines[index].role = .unclaimed
      return
    }
    if isPlaceholder(line.content) {
      lines[index].role = .template
      return
    }
    switch field {
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

  /// A topic's name without the remark after it.
  private func topicHead(_ span: TextSpan) -> TextSpan {
    let slice = tokens(in: span)
    for place in slice.indices.dropFirst()
    where slice[place].isMark(":") && slice.indices.contains(place + 1) && slice[place + 1].isSpaced {
      return TextSpan(span.start, Int(slice[place].start))
    }
    return clauses(in: span).first ?? span
  }

  /// Running text under a heading: the sentences that speak of the heading's subject.
  private mutating func paragraph(_ field: FactField, _ span: TextSpan) {
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

  private static let introductions = PhraseTable<Bool>([
    (
      "came up|spent|in her words|in his words|were mentioned|a few|several|two things|three things|as follows|see below|the following|listed|nothing|none|not much|i answered|i had|i think|i felt|went well|no idea",
      true
    )
  ])

  private func isIntroduction(_ span: TextSpan) -> Bool { NoteScanner.introductions.first(in: tokens(in: span)) != nil }

  /// Adds a clause without its speaker, marks and closing full stop.
  mutating func clause(_ field: FactField, _ span: TextSpan, keepsStop: Bool = false) {
    var span = tidied(span)
    if let said = speaker(span), said.length > 6 { span = tidied(said) }
    if field != .topic, field != .connection { span = withoutRelative(withoutFraming(span)) }
    guard span.length >= 3, tokens(in: span).contains(where: { $0.kind != .mark }), !isPlaceholder(span) else { return }
    guard !isTaken(span, by: field) else {
      return
    }
    add(field, span)
  }

  private static let framing = PhraseTable<Bool>([
    (
      "she said|he said|they said|she says|he says|they say|she thinks|he thinks|they think|she mentioned|he mentioned|they mentioned|she mentioned that|he mentioned that|they mentioned that|she said that|he said that|they said that|she admitted|he admitted|they admitted|according to him|according to her|according to them|apparently|also said|also|said|says|he told me|she told me|they told me|he told me that|she told me that|they told me that|mentioned that|mentioned|told me that|told me|in her words|in his words|basically|mainly|mostly|i think|it seems|it sounds like|sounds like|turns out|turns out that|that|because|worried that|worry that|worries that|concern that|concern about|worried about whether|whether|if|only|and|but|so",
      true
    )
  ])

  /// Without ", which …" behind the matter.
  private func withoutRelative(_ span: TextSpan) -> TextSpan {
    let slice = tokens(in: span)
    guard
      let place = slice.indices.dropFirst(2).first(where: {
        (slice[$0].word.keyword == .which
          || slice[$0].word.keyword == .so && slice.indices.contains($0 + 1) && slice[$0 + 1].word.keyword == .please)
          && slice[$0 - 1].isMark(",")
      })
    else { return span }
    return text.trimmed(TextSpan(span.start, Int(slice[place - 1].start)))
  }

  /// "churn in the small accounts, no health score": a second matter begins with "no" or "nobody"; likewise after "and"
  /// where both sides tell of trouble.
  func negatedParts(_ span: TextSpan) -> [TextSpan] {
    let slice = tokens(in: span)
    for place in slice.indices.dropFirst(2).dropLast(2)
    where slice[place].isMark(",") && NoteScanner.negations.contains(slice[place + 1].key) {
      return [TextSpan(span.start, Int(slice[place].start)), TextSpan(Int(slice[place + 1].start), span.end)]
    }
    return troubles(span)
  }

  private static let negations = RoleWords.keys("no nobody none never not")

  /// Both sides of "and" hold a phrase of trouble.
  private func troubles(_ span: TextSpan) -> [TextSpan] {
    let slice = tokens(in: span)
    for place in slice.indices where slice[place].word.keyword == .and {
      let (left, right) = (TextSpan(span.start, Int(slice[place].start)), TextSpan(Int(slice[place].end), span.end))
      if cue(in: left, for: .challenge) != nil, cue(in: right, for: .challenge) != nil {
        return [text.trimmed(left), text.trimmed(right)]
      }
    }
    return [span]
  }

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
        first.word.keyword == .only || first.word.keyword == .also && !slice[found.end].isMark(":") && false
      {
        break
      }
      span = tidied(TextSpan(Int(slice[found.end].start), span.end))
    }
    return span
  }

  mutating func topics(_ span: TextSpan) {
    for sentence in sentences(in: span) {
      let parts = listed(in: sentence)
      for part in parts {
        clause(.topic, part)
      }
    }
  }

  // MARK: - Sentences with a telling phrase

  /// The first cue of a sentence, of one field if asked.
  func cue(in sentence: TextSpan, for field: FactField? = nil) -> (Cue, Range<Int>)? {
    let slice = tokens(in: sentence)
    for place in slice.indices {
      guard let found = CueWords.table.match(slice, at: place) else { continue }
      if let field, found.meaning.field != field { continue }
      if accepts(found.meaning, place..<found.end, slice) { return (found.meaning, place..<found.end) }
    }
    return nil
  }

  private static let thirds = RoleWords.keys(
    "they their them they're they've they'd she he her his she's he's company team teams firm business department client clients boss manager management site office plant claims we our nobody staff people store stores system systems churn attrition sie ihr ihre ils elle il leur leurs everything"
  )
  private static let firsts = RoleWords.keys("i i'm i've i'd i'll my me mine ich mein meine mir je mon ma mes j'ai")
  private static let conditionals = RoleWords.keys("if unless wenn falls si")

  private func accepts(_ cue: Cue, _ range: Range<Int>, _ slice: ArraySlice<Token>) -> Bool {
    let before = slice[..<range.lowerBound]
    if cue.field == .commitment {
      if slice.first.map({ NoteScanner.conditionals.contains($0.key) }) ?? false { return false }
      if !isCandidate { return false }
      // "she said she'd send": another's promise.
      if let said = slice[range].first,
        said.word.keyword == .said || said.word.keyword == .told || said.word.keyword == .promised
          || said.word.keyword == .owe || said.word.keyword == .agreed || said.word.keyword == .offered,
        let subject = ownClause(before).last(where: { $0.kind == .word }), !NoteScanner.firsts.contains(subject.key),
        subject.word.keyword != .and, subject.isCapital || NoteScanner.thirds.contains(subject.key)
      {
        return false
      }
      return true
    }
    if cue.subject == .third {
      let own =
        before.contains { NoteScanner.firsts.contains($0.key) && $0.key != NoteScanner.meKey }
        && !before.contains { NoteScanner.thirds.contains($0.key) }
      return !own
    }
    if cue.field == .objection, cue.extent == .clause {
      // About them, not about the candidate: "they are not sure of the budget".
      let isTheirs =
        before.last { $0.kind == .word }.map { $0.word.keyword == .their || $0.word.keyword == .theyAre } ?? false
      return !isTheirs
    }
    return true
  }

  /// What stands before in the same clause.
  private func ownClause(_ before: ArraySlice<Token>) -> ArraySlice<Token> {
    guard
      let cut = before.indices.last(where: {
        before[$0].isMark(",") || before[$0].isMark(";") || isDashOrArrow($0, before)
      })
    else { return before }
    return before[(cut + 1)...]
  }

  private static let meKey = wordKey("me")

  /// "worried about …" is a doubt where it speaks of the candidate, and a trouble of theirs otherwise.
  private func settled(_ cue: Cue, _ range: Range<Int>, in sentence: TextSpan) -> Cue {
    guard cue.field == .objection, cue.subject == .third else { return cue }
    let rest = tokens[range.lowerBound...].prefix { Int($0.start) < sentence.end }
    let isMine = rest.contains { NoteScanner.firsts.contains($0.key) || NoteScanner.ownWords.contains($0.key) }
    return isMine ? cue : Cue(field: .challenge, extent: .after)
  }

  private static let ownWords = RoleWords.keys(
    "whether commute notice experience background level overqualified seniority salary age gap gaps degree relocation relocating cv accent english german qualifications qualification references stay leave bored fit me"
  )

  /// Adds what a cue says, with the extent it asks for.
  mutating func finding(_ cue: Cue, _ range: Range<Int>, in sentence: TextSpan) {
    let cue = settled(cue, range, in: sentence)
    let after = TextSpan(
      range.upperBound < tokens.count ? min(Int(tokens[range.upperBound - 1].end), sentence.end) : sentence.end,
      sentence.end)
    let from = TextSpan(Int(tokens[range.lowerBound].start), sentence.end)
    switch cue.field {
    case .commitment: return commitment(after)
    case .topic: return topics(after)
    case .nextStep: return nextStep(sentence)
    default: break
    }
    switch cue.extent {
    case .after:
      let rest = text.trimmed(after)
      clause(cue.field, rest.length >= 4 ? rest : sentence)
    case .from: clause(cue.field, from)
    case .clause: clause(cue.field, clauseAround(from, in: sentence, cue.field))
    case .sentence:
      guard cue.field == .challenge else { return clause(cue.field, sentence, keepsStop: true) }
      for part in negatedParts(sentence) { clause(cue.field, part) }
    }
  }

  /// The part of a sentence around a phrase, cut at dashes, and at commas before "so", "but", "and", "two others".
  private func clauseAround(_ phrase: TextSpan, in sentence: TextSpan, _ field: FactField) -> TextSpan {
    let part = clauses(in: sentence).first { $0.end > phrase.start } ?? sentence
    let slice = tokens(in: part)
    var start = part.start
    for place in slice.indices where slice[place].isMark(",") && Int(slice[place].start) < phrase.start {
      guard slice.indices.contains(place + 1) else { continue }
      let next = slice[place + 1]
      if NoteScanner.splitters.contains(next.key) || Int(next.start) == phrase.start { start = Int(next.start) }
    }
    return TextSpan(start, part.end)
  }

  private static let splitters = RoleWords.keys(
    "so but although though while whereas because they she he there and aber denn weil mais car")

  /// Text outside sections: every sentence is read for people, dates, pay and cues.
  mutating func freeText(_ span: TextSpan) {
    if isQuestionItem(span) { return questions(span, asker: .interviewer, lines[index]) }
    for sentence in sentences(in: span) {
      if isCorrection(sentence) { correct(sentence) } else { readSentence(sentence) }
    }
  }

  /// An item that begins with a question in quotes.
  private func isQuestionItem(_ span: TextSpan) -> Bool {
    guard lines.indices.contains(index), lines[index].isItem else { return false }
    let slice = tokens(in: tidied(span))
    guard let first = slice.first, first.isMark("\"") || first.isMark("“"),
      let mark = slice.firstIndex(where: { $0.isMark("?") }), slice.indices.contains(mark + 1)
    else { return false }
    return slice[mark + 1].isMark("\"") || slice[mark + 1].isMark("”")
  }

  private mutating func readSentence(_ sentence: TextSpan) {
    readAround(sentence)
    if quotedQuestion(sentence) { return }
    let hasDate = promiseOrMeeting(sentence)
    if let said = speaker(sentence), tokens(in: said).last?.isMark("?") ?? false {
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
  private func stretch(of cue: Cue, _ range: Range<Int>, in sentence: TextSpan) -> TextSpan {
    let position = Int(tokens[range.lowerBound].start)
    let parts = clauses(in: sentence)
    guard parts.count > 1, let own = parts.firstIndex(where: { $0.end > position }) else { return sentence }
    let isLaterCue = parts[(own + 1)...].contains {
      self.cue(in: $0) != nil || CueWords.promised.first(in: tokens(in: $0)) != nil
    }
    let start = cue.extent == .sentence || cue.extent == .clause ? parts[own].start : sentence.start
    return TextSpan(start, isLaterCue ? parts[own].end : sentence.end)
  }

  private func laterClause(_ sentence: TextSpan, after range: Range<Int>) -> TextSpan? {
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
