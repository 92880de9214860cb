/// Lines just below a title that go on naming the interview: "Thursday 7 May, 4pm, Teams, with …".
extension NoteScanner {
  func isHeaderLine(_ line: NoteLine) -> Bool {
    guard section == nil, line.quoteDepth == 0, container != .mail, index - start <= 5, !has(.interviewDate),
      line.content.length < 240, !line.isItem || isShortDay(line)
    else { return false }
    guard
      let match = dates(in: line.content).first(where: {
        $0.coreValues.contains { $0.start?.day != nil }
          && !$0.coreValues.allSatisfy { $0.kind == .duration || $0.kind == .set }
      })
    else { return false }
    let slice = tokens(in: line.content)
    guard let first = slice.first, CueWords.promised.first(in: slice) == nil,
      cue(in: TextSpan(line.content.start, min(match.core.end + 1, line.content.end))) == nil
    else { return false }
    if match.core.start - Int(first.start) <= 4 { return true }
    if isNoise(TextSpan(Int(first.start), max(match.core.start, Int(first.end)))), slice.count < 40 { return true }
    return RoleWords.forms.first(in: slice) != nil && slice.count < 20
  }

  /// An item that is a day and a time.
  private func isShortDay(_ line: NoteLine) -> Bool {
    guard tokens(in: line.content).count <= 8, let match = dates(in: line.content).first else { return false }
    return match.span.start == line.content.start
      && match.coreValues.contains { $0.kind == .date || $0.kind == .datetime }
  }

  /// The dates that still hold where one took another's place: "Mon 27 April 2pm -> moved: now Tue 28 April".
  func standing(_ found: [DateMatch]) -> [DateMatch] {
    var found = found
    found.removeAll { isPresent($0) }
    while found.count > 1,
      NoteScanner.moves.first(in: tokens(in: TextSpan(found[0].span.end, found[1].span.start))) != nil
    {
      found.removeFirst()
    }
    return found
  }

  static let moves = Phrases<Bool>([
    (
      "moved|now|rescheduled|changed to|postponed|brought forward|pushed to|verschoben|jetzt|neu|reporté|déplacé|update|correction",
      true
    )
  ]).listed(as: .moves)

  /// Day, form, round and people; what else the line says is read as text.
  func header(_ span: TextSpan) {
    let sentence = sentences(in: span).first ?? span
    if let match = standing(dates(in: sentence)).first(where: { $0.coreValues.contains { $0.start?.day != nil } }) {
      interviewDate(match, in: sentence, isSure: true)
    }
    claimForm(span, isSure: false)
    claimRound(sentence)
    if !has(.role) { headerRole(sentence) }
    headerPeople(sentence)
    for rest in sentences(in: span).dropFirst() { freeText(rest) }
  }

  private func headerRole(_ span: TextSpan) {
    for piece in clauses(in: span).flatMap({ listed(in: $0) }).flatMap(slashed)
    where isJobTitle(piece) && tokens(in: piece).count >= 2 && tokens(in: piece).count <= 6 && !startsWithName(piece) {
      return add(.role, tidied(piece))
    }
  }

  /// "Tue 4pm / Jo in HR / Analyst": the parts between spaced strokes.
  private func slashed(_ span: TextSpan) -> [TextSpan] {
    var (out, start) = ([TextSpan](), span.start)
    for token in tokens(in: span) where token.isSpaced && (token.isMark("/") || token.isMark("|")) {
      out.append(text.trimmed(TextSpan(start, Int(token.start))))
      start = Int(token.end)
    }
    out.append(text.trimmed(TextSpan(start, span.end)))
    return out.filter { !$0.isEmpty }
  }

  private func startsWithName(_ piece: TextSpan) -> Bool {
    tokens(in: piece).first.map { NameWords.firstNames.contains($0.key) } ?? true
  }

  /// Names after "with", and names with a title in a list.
  private func headerPeople(_ span: TextSpan) {
    readPeople(span)
    for piece in listed(in: span).flatMap(slashed) {
      let slice = tokens(in: piece)
      let grammar = NameGrammar(text: text, tokens: slice)
      guard let name = grammar.name(slice.startIndex),
        name.words >= 2 || grammar.title(after: name.end)?.role != nil,
        NameWords.firstNames.contains(slice[slice.startIndex].key) || grammar.title(after: name.end) != nil
          || isBareName(name, piece)
      else { continue }
      persons(piece, nil, isNamed: false)
    }
  }

  /// Two capital words for themselves, where the employer is known: nobody else is left to be named.
  private func isBareName(_ name: (span: TextSpan, end: Int, words: Int, hasHonorific: Bool), _ piece: TextSpan) -> Bool
  {
    name.span == piece && name.words == 2 && has(.organisation) && !isOrganisation(piece) && !isJobTitle(piece)
      && !isNoise(piece)
  }

  /// A line of hashtags only.
  func isTagLine(_ line: NoteLine) -> Bool {
    let slice = tokens(in: line.content)
    guard let first = slice.first, first.isMark("#") else { return false }
    return slice.indices.allSatisfy {
      slice[$0].isMark("#") || slice[$0].isMark("-") || slice[$0].isMark("/")
        || $0 > slice.startIndex && !slice[$0].isSpaced
    }
  }
}
