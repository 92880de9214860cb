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

  /// A title of several sentences names things in its first ones; running text starts where a sentence is long.
  private func titleStretch(_ span: TextSpan) -> TextSpan {
    var (start, end) = (span.start, span.start)
    for sentence in sentences(in: span) {
      // "Ugh." and "Big day!" name nothing.
      if end == span.start, sentence.end < span.end,
        tokens(in: sentence).count <= (text[sentence.end - 1] == "!" ? 3 : 2)
      {
        continue
      }
      if end == span.start { start = sentence.start }
      if end > span.start, tokens(in: sentence).count > 14, lines[index].headingLevel == nil { break }
      if end > span.start, cue(in: sentence) != nil || isTelling(sentence) { break }
      end = sentence.end
    }
    return TextSpan(start, end)
  }

  /// "I met …", "They said …": running text, no more of a title.
  private func isTelling(_ sentence: TextSpan) -> Bool {
    let slice = tokens(in: sentence)
    guard let first = slice.first else { return false }
    return NoteScanner.tellers.contains(first.key) || slice.count > 8 && first.kind == .word && !first.isCapital
  }

  private static let tellers = WordSet("i we they she he met spoke talked ich wir sie je nous ils elle")

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

  static let noise = WordSet(
    """
    am um vom den le du et und notes note rejected declined failed passed accepted debrief interview interviews call calls recruiter recruiting screening screen phone video onsite on-site site panel offer
    hey hi hello so well right lol omg btw ok okay yo trial chat done over finished self myself re tea beer beers drinks drink pint walk breakfast brunch kaffee tee bier verre pot kopi chai cuppa espresso voice hq zweites erstes drittes zweite erste dritte drh rh offers rejection rejected meeting chat coffee lunch round first second third final 1st 2nd 3rd stage zoom teams meet google skype
    telefoninterview videointerview videogespräch telefongespräch bewerbungsgespräch kennenlerngespräch interviewtermin reminders
    feedback outcome result rejection letter mail email thank thanks webex job search application applications prep recap summary follow-up follow up gespräch vorstellungsgespräch telefonat termin
    absage angebot entretien appel visio today yesterday my the a an with at for re of and on in to from intro catch-up catch session
    conversation informational info initial quick prescreen recruitment agency log journal diary update thoughts writeup write-up ph
    scrn rd scr int iv intvw int'view min mins minutes minute hour hours h about post after interviewnotizen notizen protokoll bewerbung
    telefonnotiz gesprächsnotiz aktennotiz notiz memo voicemail ugh phew quick one jobsuche réunion compte rendu refus offre premier second deuxième téléphonique vor ort sur place uhr w tech technical hr culture hm
    manager record hiring external internal face-to-face person remote virtual microsoft ms erstgespräch zweitgespräch preliminary day afternoon morning loop
    """)

  func isNoise(_ piece: TextSpan) -> Bool {
    let slice = tokens(in: piece)
    if let first = slice.indices.first, slice.count == 2, letteredRound(first, slice) != nil { return true }
    return slice.allSatisfy { $0.kind != .word || NoteScanner.noise.contains($0.key) || $0.word.keyword == .i }
  }

  /// Words that are noise at both ends of a segment, such as "Interview" in "Interview Acme".
  func core(_ piece: TextSpan) -> TextSpan {
    var slice = tokens(in: piece)
    while let first = slice.first,
      first.kind == .mark && !first.isMark("(")
        || NoteScanner.noise.contains(first.key) && !isNameArticle(slice) && !isSocialName(slice)
        || NoteScanner.joints.contains(first.key) && !first.isCapital, slice.count > 1
    { slice = slice.dropFirst() }
    while let last = slice.last, slice.count > 1,
      last.kind == .mark && !last.isMark(")") && !last.isMark(".")
        || NoteScanner.noise.contains(last.key) && !(last.isCapital && NoteScanner.socials.contains(last.key))
          && !isTitleNoun(last, after: slice.dropLast().last) && !endsName(slice)
    { slice = slice.dropLast() }
    return span(of: slice) ?? piece
  }

  /// The "Post" of "Brindle Post": a word of names as well as of notes, with capitals throughout.
  private func endsName(_ slice: ArraySlice<Token>) -> Bool {
    guard let last = slice.last, slice.count > 1, NoteScanner.nameEnds.contains(last.key) else { return false }
    return slice.allSatisfy { $0.kind != .word || $0.isCapital }
  }

  private static let nameEnds = WordSet("post record records tech one agency")

  /// The "Chai" of "Chai Junction".
  private func isSocialName(_ slice: ArraySlice<Token>) -> Bool {
    guard let first = slice.first, first.isCapital, NoteScanner.socials.contains(first.key) else { return false }
    return slice.dropFirst().first.map { $0.isCapital && $0.kind == .word } ?? false
  }

  /// The article of "The Old Mill".
  private func isNameArticle(_ slice: ArraySlice<Token>) -> Bool {
    guard let first = slice.first, first.word.keyword == .the, first.isCapital else { return false }
    return slice.dropFirst().first.map { $0.isCapital && !NoteScanner.noise.contains($0.key) } ?? false
  }

  /// The "Manager" of "Quality Manager", not that of "hiring manager".
  private func isTitleNoun(_ last: Token, after word: Token?) -> Bool {
    guard RoleWords.nouns.contains(last.key), let word, word.kind == .word else { return false }
    return !NoteScanner.noise.contains(word.key)
  }
}
