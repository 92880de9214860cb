import Model

/// What follows a label goes to the label's field.
extension NoteScanner {
  func labelled(_ label: Label, _ line: NoteLine) {
    let value = label.value
    if value.isEmpty {
      lines[index].role = .heading
      if label.rubric.isSection || label.rubric == .ignore {
        open(label.rubric, level: 0)
        // "4. Questions:" with lines further right below: the next number is no question.
        if let indent = line.itemIndent, index + 1 < lines.count,
          lines[index + 1].content.start - lines[index + 1].span.start > indent
        {
          outlineIndent = indent
        }
      } else {
        closeSoftSection()
        lines[index].role = .template
        if label.rubric == .date || label.rubric == .role || label.rubric == .organisation { section = nil }
      }
      if !hasContentBelow() { lines[index].role = .template }
      return
    }
    if isPlaceholder(value) || isStampOfTask(label) {
      lines[index].role = .template
      return
    }
    if section == .preparation, label.rubric != .organisation, label.rubric != .role, label.rubric != .date {
      lines[index].role = .preparation
      return
    }
    if sectionLevel == 0, !line.isItem { closeSoftSection() }
    // "From me: references" is no question.
    if label.rubric == .myQuestion, !tokens(in: value).contains(where: { $0.isMark("?") }),
      tokens(in: label.name).filter({ $0.kind == .word }).map(\.word.keyword) == [.from, .me]
    {
      return commitment(value)
    }
    // "Mine: why are you hiring now?"
    if label.rubric == .commitment, tokens(in: value).contains(where: { $0.isMark("?") }) {
      return questions(value, asker: .candidate, line)
    }
    if label.rubric == .organisation { preferLabelled(label) }
    lastRubric = label.rubric
    assign(label.rubric, value, line)
  }

  /// What a label calls the employer goes before what the title seemed to name; "where" may be a place.
  private func preferLabelled(_ label: Label) {
    guard labelledGroup != group, tokens(in: label.value).first?.isCapital ?? false,
      !(tokens(in: label.name).contains { NoteScanner.whereWords.contains($0.key) })
    else { return }
    labelledGroup = group
    // The group's facts are the last ones.
    guard has(.organisation),
      let guess = facts.lastIndex(where: { $0.field == .organisation && $0.interview == group })
    else { return }
    facts.remove(at: guess)
    present.removeAll { $0 == .organisation }
    firstOfLine = min(firstOfLine, facts.count)
    openQuestion = nil
  }

  private static let whereWords = WordSet("where account business co")

  /// Whether an item or text stands below before the next heading or label.
  private func hasContentBelow() -> Bool {
    var next = index + 1
    while next < lines.count, lines[next].kind == .blank { next += 1 }
    guard next < lines.count else { return false }
    if lines[next].headingLevel != nil { return false }
    return lines[next].isItem || label(in: lines[next].content) == nil
  }

  /// "-", "n/a", "tbc", "?": the form was not filled in.
  func isPlaceholder(_ span: TextSpan) -> Bool {
    let slice = tokens(in: span)
    if slice.allSatisfy({ $0.kind == .mark }) { return true }
    return slice.count <= 4
      && NoteScanner.placeholders.match(slice, at: slice.startIndex)?.end
        == (slice.last?.kind == .mark && slice.count > 1 ? slice.endIndex - 1 : slice.endIndex)
  }

  static let placeholders = Phrases<Bool>([
    (
      "n/a|na|none|tbc|tbd|tba|nothing|not yet|unknown|no|keine|keiner|aucun|aucune|nichts|nil|not sure yet|to be confirmed|xxx|todo|not said|not mentioned|none yet|none known|nobody|not discussed|offen|unbekannt|inconnu|no idea|none so far",
      true
    )
  ]).listed(as: .placeholders)

  func assign(_ rubric: Rubric, _ value: TextSpan, _ line: NoteLine) {
    switch rubric {
    case .organisation: organisation(value)
    case .role: role(value)
    case .date, .time: dated(value)
    case .format: format(value)
    case .round, .stage: stage(value)
    case .salary: pay(value)
    case .people, .interviewer: persons(value, .interviewer, isNamed: true)
    case .recruiter: persons(value, .recruiter, isNamed: true)
    case .hr: persons(value, .hr, isNamed: true)
    case .referrer: persons(value, .referrer, isNamed: true)
    case .contact: contact(value)
    case .personTitle, .email, .phone: personDetail(value)
    case .agency: add(.ignore, value)
    case .topic: topics(value)
    case .theirQuestion, .question: questions(value, asker: .interviewer, line)
    case .myQuestion: questions(value, asker: .candidate, line)
    case .answer: has(.question) && !isDay(value) ? answer(value) : promisedLabel(value, nil)
    case .promised: promisedLabel(value, line)
    case .next: nextStep(value)
    case .commitment: commitment(value)
    case .competition, .challenge, .objection, .missed, .connection:
      if let field = rubric.textField { labelledText(field, value) }
    case .general: freeText(value)
    case .preparation: lines[index].role = .preparation
    case .ignore: ignored(value)
    }
  }

  /// "Réponse : 23 janvier": when they answer, not what.
  private func isDay(_ value: TextSpan) -> Bool {
    guard let match = dates(in: value).first else { return false }
    return match.span == tidied(value) && match.coreValues.contains { $0.start?.day != nil && $0.kind != .duration }
  }

  /// A contact with a title of the trade is an interviewer; one without is who arranges things.
  private func contact(_ value: TextSpan) {
    let before = people.count
    persons(value, nil, isNamed: true)
    for place in before..<max(before, people.count) where people[place].role == nil && people[place].title == nil {
      people[place].role = .recruiter
    }
  }

  /// A line of the section that says when they answer.
  func promised(_ line: NoteLine) { promisedLabel(line.content, nil) }

  static let orgStamps = WordSet("deadline scheduled closed")

  /// `DEADLINE: <…>` below a task of one's own.
  private func isStampOfTask(_ label: Label) -> Bool {
    isOwnTask && tokens(in: label.name).first.map { NoteScanner.orgStamps.contains($0.key) } ?? false
  }

  private func ignored(_ value: TextSpan) {
    lines[index].role = .unclaimed
  }

  private func dated(_ value: TextSpan) {
    let found = dates(in: value)
    if let match = found.first(where: { $0.coreValues.contains { $0.start?.day != nil } }) {
      interviewDate(match, in: value, isSure: true)
    }
    let rest = TextSpan(found.last?.span.end ?? value.start, value.end)
    _ = claimForm(rest, isSure: false)
    claimRound(rest)
  }

  /// "phone", "Zoom, 45 min", "on-site at their office".
  private func format(_ value: TextSpan) {
    if !claimForm(value, isSure: true), let match = dates(in: value).first, !has(.interviewDate) {
      interviewDate(match, in: value, isSure: false)
    }
    claimRound(value)
  }

  private func stage(_ value: TextSpan) {
    if !claimRound(value, isSure: true), let number = tokens(in: value).first, number.kind == .number,
      number.length == 1, tokens(in: value).count <= 3
    {
      if !has(.interviewRound), (1...9).contains(number.number) {
        add(.interviewRound, number.span, value: String(number.number))
      }
    }
    _ = claimForm(value, isSure: true)
    if let match = dates(in: value).first, !has(.interviewDate) { interviewDate(match, in: value, isSure: false) }
    readPeople(value)
  }

  private func pay(_ value: TextSpan) {
    let amounts = MoneyGrammar(text: text, tokens: tokens(in: value)).amounts(isSaid: true)
    if let first = amounts.first(where: { !$0.isExtra }) ?? amounts.first {
      if !has(.compensation) { add(.compensation, first.span, value: first.value) }
    } else if tokens(in: lines[index].content).first.map({ NoteScanner.compWords.contains($0.key) }) ?? false {
      // "comp: 3 others" is short for competition.
      labelledText(.competition, value)
    }
  }

  private static let compWords = WordSet("comp")

  private func promisedLabel(_ value: TextSpan, _ label: NoteLine?) {
    let found = dates(in: value)
    guard let match = found.first(where: { $0.coreValues.contains { $0.start?.day != nil } }) else {
      // "Promised: the language certificate" without a day is what the candidate promised.
      let isOwn = label.flatMap { tokens(in: $0.content).first }?.word.keyword == .promised
      // "By: phone".
      if claimForm(value, isSure: true) { return }
      return isOwn ? commitment(value) : freeText(value)
    }
    promisedDate(match, in: value)
    // "panel next – answer by Friday": text before the date is read as usual.
    let rest = TextSpan(match.span.end, value.end)
    if rest.length > 12 { freeText(rest) }
  }

  private func labelledClause(_ field: FactField, _ span: TextSpan) {
    for part in field == .challenge ? negatedParts(span) : [span] { clause(field, part) }
  }

  /// One clause for a field: without a date cue behind it, without a speaker before it.
  private func labelledText(_ field: FactField, _ value: TextSpan) {
    if field == .objection || field == .challenge { readAround(value) }
    if field == .objection, let (cue, range) = cue(in: value, for: .competition) {
      return finding(cue, range, in: value)
    }
    let first = sentences(in: value)
    guard first.count > 1, let head = first.first else { return labelledClause(field, value) }
    labelledClause(field, head)
    for rest in first.dropFirst() {
      // After a semicolon the list goes on; after a full stop other things may follow.
      let isListed = tokens(in: TextSpan(value.start, rest.start)).last?.isMark(";") ?? false
      if isListed { clause(field, rest) } else { freeText(rest) }
    }
  }
}
