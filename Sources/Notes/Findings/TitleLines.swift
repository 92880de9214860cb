/// The line that names the interview: employer, role, day, form, in whatever order.
extension NoteScanner {
  /// The first line of content of a file or application, or one that begins another application.
  func isTitleLine(_ line: NoteLine) -> Bool {
    guard line.quoteDepth == 0, container != .mail, !line.isItem || isOutlineTop(line), !titled.contains(group),
      section == nil,
      !has(.organisation)
    else { return false }
    return contentLines == 0 || isApplicationStart() && line.content.length < 120
  }

  /// Below a title that named a day and a form only: "Skerry Telecom / Field Ops Lead".
  func isSecondTitle(_ line: NoteLine) -> Bool {
    guard contentLines > 0, index - start <= 2, section == nil, line.quoteDepth == 0, container != .mail, !line.isItem,
      !has(.organisation), !has(.role), line.content.length <= 80
    else { return false }
    let pieces = segments(of: line.content, without: [])
    return pieces.count == 2 && pieces.contains(where: isJobTitle)
      && pieces.contains { !isJobTitle($0) && tokens(in: $0).first?.isCapital ?? false && tokens(in: $0).count <= 5 }
  }

  /// The first item of an outline whose other items stand below it.
  private func isOutlineTop(_ line: NoteLine) -> Bool {
    guard contentLines == 0, let indent = line.itemIndent, index + 1 < lines.count else { return false }
    return lines[index + 1].itemIndent.map { $0 > indent } ?? false
  }

  /// Above stands a rule or nothing.
  private func isApplicationStart() -> Bool {
    var above = index - 1
    while above >= 0, lines[above].kind == .blank { above -= 1 }
    return above < 0 || lines[above].kind == .syntax
  }

  /// "Thu 15 Oct — Tidewater, on site, 2nd round" after a blank line, below an interview that is named: another one.
  func opensDatedEntry(_ line: NoteLine) -> Bool {
    guard sectionLevel == 0, container != .mail, container != .csv, !line.isItem, line.quoteDepth == 0,
      line.content.length < 120, has(.interviewDate) || has(.organisation), index > 0, lines[index - 1].kind == .blank,
      let match = dates(in: line.content).first,
      match.span.start - line.content.start <= 4 || isNamedAhead(of: match, line),
      match.coreValues.contains(where: { $0.start?.day != nil && $0.kind != .duration })
    else { return false }
    if match.span.start - line.content.start > 4 { return cue(in: line.content) == nil }
    let rest = tokens(in: TextSpan(match.span.end, line.content.end))
    guard let mark = rest.first, mark.kind == .mark, let name = rest.first(where: { $0.kind == .word }) else {
      return false
    }
    return name.isCapital && (RoleWords.forms.first(in: rest) != nil || RoleWords.rounds.first(in: rest) != nil)
      && cue(in: line.content) == nil
  }

  /// "Studio Lir, Zoom, Thursday 23 July": another employer, a form and a day, and nothing else.
  private func isNamedAhead(of match: DateMatch, _ line: NoteLine) -> Bool {
    let pieces = segments(of: line.content, without: [match])
    guard has(.organisation), has(.interviewDate), (2...4).contains(pieces.count), let name = pieces.first,
      match.span.start > name.end, text[line.content.end - 1] != ".",
      RoleWords.forms.first(in: tokens(in: line.content)) != nil
    else { return false }
    let words = tokens(in: name)
    return words.count <= 5 && words.allSatisfy { $0.isCapital || $0.kind == .mark } && !isNoise(name)
      && !people[firstOfGroup...].contains {
        $0.name.span.overlaps(name) || words.contains(where: { $0.isCapital }) && $0.words == wordKeys(name)
      }
  }

  func title(_ span: TextSpan) {
    let (before, peopleBefore) = (facts.count, people.count)
    if startsNewApplication(span) { group += 1 }
    titled.insert(group)
    start = index
    let sentence = titleStretch(span)
    // "Two in one week" says how often, not when.
    let matches = standing(dates(in: sentence)).filter { tokens(in: $0.span).first?.word.keyword != .in }
    var pieces = segments(of: sentence, without: matches)
    if let match = matches.first(where: {
      $0.coreValues.contains { $0.start?.day != nil } && !isPresent($0)
        && !$0.coreValues.allSatisfy { $0.kind == .set || $0.kind == .duration || $0.kind == .daterange }
    }) {
      interviewDate(match, in: sentence, isSure: false)
    }
    if !claimForm(sentence, isSure: false) {
      for piece in pieces where isNoise(piece) { claimForm(piece, isSure: true) }
    }
    claimRound(sentence)
    readPay(sentence)
    takesTitled(pieces)
    var others = [TextSpan]()
    for piece in pieces where !takesPeople(piece) && !isNoise(piece) { others.append(piece) }
    pieces = others
    takeRole(&pieces)
    if let role = facts.last, role.field == .role { pieces.removeAll { $0.overlaps(role.span) } }
    if tokens(in: sentence).count > 8 { readEmployer(sentence) }
    takeOrganisation(&pieces)
    readPeople(sentence)
    for piece in pieces where isListOfNames(piece) { persons(piece, nil, isNamed: true) }
    if facts.count > before {
      lines[index].role = lines[index].role == .heading ? .heading : .fact
    }
    let isOnlyDay =
      !matches.isEmpty && nextIsShort() && facts.count == before + 1 && tokens(in: sentence).count < 10
      && segments(of: sentence, without: matches).allSatisfy(isNoise)
    if people.count == peopleBefore, isOnlyDay || facts.count == before && (isNoise(sentence) || isRemark(sentence)) {
      leaveTitleToNext()
    }
    let rest = text.trimmed(TextSpan(sentence.end, span.end))
    if rest.length > 8 { restOfTitle(rest) }
  }

  /// "Acme, Analyst. Thursday 12 February, face to face with …": the sentence behind a title may go on naming.
  private func restOfTitle(_ span: TextSpan) {
    guard !has(.interviewDate), let first = sentences(in: span).first,
      let match = dates(in: first).first(where: { $0.coreValues.contains { $0.start?.day != nil } }),
      match.core.start - first.start <= 4, CueWords.promised.first(in: tokens(in: first)) == nil
    else { return freeText(span) }
    header(span)
  }

  /// "Two in one week, God help me.": a sentence above a blank line, of which nothing was found.
  private func isRemark(_ sentence: TextSpan) -> Bool {
    contentLines == 0 && lines[index].kind == .text && text[sentence.end - 1] == "." && tokens(in: sentence).count > 3
      && index + 1 < lines.count && lines[index + 1].kind == .blank
  }

  /// "Job diary" or a day alone names no interview: the title is still to come.
  private func leaveTitleToNext() {
    titled.remove(group)
    contentLines -= 1
  }

  private func startsNewApplication(_ span: TextSpan) -> Bool {
    guard container != .org, container != .csv, has(.organisation) || titled.contains(group) && has(.interviewDate)
    else { return false }
    guard let level = lines[index].headingLevel else { return isApplicationStart() }
    let slice = tokens(in: span)
    let hasForm =
      RoleWords.forms.first(in: slice) != nil || RoleWords.rounds.first(in: slice) != nil || !dates(in: span).isEmpty
      || slice.contains { RoleWords.nouns.contains($0.key) }
    let opensWithDay = dates(in: span).first.map { $0.span.start - Int(slice.first?.start ?? 0) <= 4 } ?? false
    return highestHeading <= level && level <= 3 && (hasForm || nextIsDated())
      && (slice.first?.isCapital ?? false || opensWithDay)
  }

  /// The next line with content is as short as a title, and no sentence.
  private func nextIsShort() -> Bool {
    guard let next = lines[min(index + 1, lines.count)...].first(where: { $0.kind != .blank }) else { return false }
    return next.content.length <= 70 && next.kind == .text && text[next.content.end - 1] != "."
  }

  private func nextIsDated() -> Bool {
    for line in lines[min(index + 1, lines.count)..<min(index + 4, lines.count)] where line.kind != .blank {
      if let label = label(in: line.content),
        [.date, .role, .organisation, .format, .round, .interviewer].contains(label.rubric)
      {
        return true
      }
      // "Zoom yesterday / Dr Lindy Brand".
      if line.kind == .text, exactRubric(tokens(in: lines[index].content)) == nil, line.content.length < 120,
        line.span == lines[index + 1].span,
        RoleWords.forms.first(in: tokens(in: line.content).prefix(12)) != nil, !dates(in: line.content).isEmpty
      {
        return true
      }
    }
    return false
  }
}
