import Model

/// A row of a table of applications: who and for what, how it stands, the days of its interviews.
extension NoteScanner {
  /// Reads a row into an application of its own; further interviews of it are groups of their own.
  func applicationRow(_ row: [TextSpan], _ columns: [TableModel.Column]) {
    let cells = zip(row, columns).compactMap { cell, column -> (span: TextSpan, kind: ColumnKind)? in
      guard let kind = column.kind, !cell.isEmpty, kind == .stage || !isPlaceholder(cell) else { return nil }
      return (cell, kind)
    }
    let stages = cells.filter { $0.kind == .stage }
    // An advert kept for later is no application.
    if stages.contains(where: { StageMatcher.shared.stage(text.text($0.span)) == .saved }) { return }
    let hasRole = columns.contains { $0.kind == .role }
    if columns.contains(where: \.isPair),
      !cells.contains(where: { $0.kind == .organisation && firmAndJob($0.span) != nil })
    {
      return
    }
    firstOfLine = facts.count
    section = nil
    for (cell, kind) in cells { remarkDays(in: cell, isDay: kind == .interview || kind == .promised) }
    for (cell, kind) in cells.sorted(by: { rank($0.kind) < rank($1.kind) }) {
      switch kind {
      case .organisation: rowName(cell, hasRole: hasRole)
      case .role: if !has(.role) { add(.role, job(cell)) }
      case .promised: promisedCell(cell)
      case .rubric(let rubric): rubricCell(rubric, cell)
      default: break
      }
    }
    daysBeside += cells.filter(\.kind.isDayBeside).map(\.span)
    let own = group
    for (cell, kind) in cells where kind == .interview { interviewCell(cell) }
    for cell in stages { stageCell(cell.span) }
    datedRow(own, cells)
    // Days that other cells tell belong to the row's own application.
    if group == own, stages.isEmpty { noteInterview(cells.filter { $0.kind == .rubric(.general) }.map(\.span)) }
  }

  private func rank(_ kind: ColumnKind) -> Int {
    switch kind {
    case .organisation: 0
    case .role, .rubric(.format), .rubric(.round): 1
    case .rubric(.interviewer), .rubric(.recruiter), .rubric(.hr), .rubric(.referrer), .rubric(.contact),
      .rubric(.people):
      2
    case .rubric(.personTitle), .rubric(.email), .rubric(.phone): 3
    default: 4
    }
  }

  // MARK: - Who and for what

  private func rowName(_ cell: TextSpan, hasRole: Bool) {
    guard !has(.organisation) else { return }
    if !hasRole, let both = firmAndJob(cell) {
      add(.organisation, both.firm)
      return add(.role, both.job)
    }
    add(.organisation, plainCell(cell))
  }

  /// A job without what stands in brackets behind it, and without its share of full time.
  private func job(_ cell: TextSpan) -> TextSpan {
    var span = plainCell(cell)
    if text[span.end - 1] == ")", let open = text[span.start..<span.end].lastIndex(of: "("), open > span.start + 1 {
      span = text.trimmed(TextSpan(span.start, open))
    }
    if text[span.end - 1] == "%", let blank = text[span.start..<span.end].lastIndex(where: \.isBlank) {
      span = text.trimmed(TextSpan(span.start, blank))
    }
    return span
  }

  /// "Zandstorm Games – Backend Developer": both in one cell.
  func firmAndJob(_ cell: TextSpan) -> (firm: TextSpan, job: TextSpan)? {
    guard let dash = tokens(in: cell).first(where: { isDash($0) }) else { return nil }
    let job = text.trimmed(TextSpan(Int(dash.end), cell.end))
    return isJobTitle(job) ? (text.trimmed(TextSpan(cell.start, Int(dash.start))), job) : nil
  }

  private func isDash(_ token: Token) -> Bool {
    token.isSpaced && (token.isMark("–") || token.isMark("—") || token.isMark("-") || token.isMark("/"))
  }

  /// A cell's text without a link's brackets and address, and without emphasis.
  private func plainCell(_ cell: TextSpan) -> TextSpan {
    var span = cell
    if text.begins(span, "[["), let close = text[span.start..<span.end].firstIndex(of: "]") {
      let inner = TextSpan(span.start + 2, close)
      let bar =
        text[inner.start..<inner.end].firstIndex(of: "|") ?? text[close..<span.end].dropFirst().firstIndex(of: "[")
      return text.trimmed(bar.map { $0 > close ? TextSpan($0 + 1, span.end - 2) : TextSpan($0 + 1, close) } ?? inner)
    }
    if text.begins(span, "["), let close = text[span.start..<span.end].firstIndex(of: "]"), close + 1 < span.end,
      text[close + 1] == "("
    {
      span = TextSpan(span.start + 1, close)
    }
    while span.length > 2, text[span.start] == text[span.end - 1],
      text[span.start] == "*" || text[span.start] == "_" || text[span.start] == "~" || text[span.start] == "`"
    { span = TextSpan(span.start + 1, span.end - 1) }
    return text.trimmed(span)
  }

  // MARK: - How it stands

  private func stageCell(_ cell: TextSpan) {
    let own = collapsed(text.text(cell))
    let found = StageMatcher.shared.stage(own)
    let isOpen = has(.interviewDate) || has(.interviewKind)
    let stage: ApplicationStage? =
      switch found {
      case .is(let stage): stage
      case .open: isOpen ? .interviewing : .applied
      case .saved, nil: nil
      }
    claimForm(cell, isSure: stage == nil || stage == .interviewing)
    if let round = RoleWords.rounds.first(in: tokens(in: cell)),
      round.meaning != "screen" || stage == .interviewing || stage == nil
    {
      claimRound(cell, isSure: true)
    }
    guard let stage else { return }
    let match = dates(in: cell).first { $0.coreValues.contains { $0.start?.day != nil && $0.kind != .duration } }
    if let match, stage == .interviewing {
      if has(.interviewDate) { group += 1 }
      interviewDate(match, in: cell, isSure: true)
    }
    if let match, stage != .interviewing { daysBeside.append(match.span) }
    addStage(stage, cell, match)
  }

  /// How an application stands, with the day where the words give one.
  func addStage(_ stage: ApplicationStage, _ span: TextSpan, _ match: DateMatch?) {
    guard !has(.stage) else { return }
    let before = facts.count
    add(.stage, span, value: stage.rawValue)
    guard facts.count > before, let match, isAnchored || saysYear(match),
      let day = day(match, lookingBack: stage != .interviewing)?.value.start?.day
    else { return }
    facts[facts.count - 1].day = Attribute(value: day.description, span: match.core, text: text.text(match.core))
  }

  // MARK: - All else

  private func rubricCell(_ rubric: Rubric, _ cell: TextSpan) {
    let line = NoteLine(span: cell, content: cell, kind: .text)
    switch rubric {
    case .general: rowNotes(cell)
    // "Next step date": a day alone is no step, and no promise.
    case .round:
      claimForm(cell, isSure: true)
      assign(.round, cell, line)
    case .next where isDay(cell): assign(.promised, cell, line)
    case .commitment where isDay(cell): break
    case .next: nextStep(cell)
    case .contact: persons(cell, contactRole(), isNamed: true)
    default: assign(rubric, cell, line)
    }
  }

  private func isDay(_ cell: TextSpan) -> Bool { dates(in: cell).contains { $0.span == cell || $0.core == cell } }

  /// Whoever is the contact for a video or on-site interview led it; before that it is the recruiter.
  private func contactRole() -> PersonRole {
    let form = facts[min(firstOfLine, facts.count)...].last { $0.field == .interviewKind }?.value
    return form == "video" || form == "onsite" ? .interviewer : .recruiter
  }

  /// A notes cell is a row of remarks: cut at semicolons, line ends and full stops, and at commas between whole remarks.
  private func rowNotes(_ cell: TextSpan) {
    for line in lineSpans(of: text, in: cell) {
      for sentence in sentences(in: line) {
        if let label = label(in: sentence), !label.value.isEmpty, label.rubric != .general {
          assign(label.rubric, label.value, NoteLine(span: sentence, content: sentence, kind: .text))
          continue
        }
        for remark in remarksIn(sentence) { rowRemark(remark) }
      }
    }
  }

  private func remarksIn(_ sentence: TextSpan) -> [TextSpan] {
    let parts = listed(in: sentence)
    return parts.count > 1 && parts.contains(where: { quoted($0) != nil })
      || parts.dropFirst().contains { cue(in: $0) != nil } ? parts : [sentence]
  }

  /// `""…""`: what somebody said, with doubled quotes as CSV writes them.
  private func quoted(_ span: TextSpan) -> TextSpan? {
    let slice = tokens(in: span)
    guard let open = slice.firstIndex(where: { $0.isMark("\"") || $0.isMark("“") }),
      let close = slice.lastIndex(where: { $0.isMark("\"") || $0.isMark("”") }), close > open + 2
    else { return nil }
    var (first, last) = (open, close)
    while first < last, slice[first].kind == .mark { first += 1 }
    while first < last, slice[last].kind == .mark { last -= 1 }
    guard slice[first].kind != .mark else { return nil }
    return self.span(of: slice[first...last])
  }

  private func rowRemark(_ span: TextSpan) {
    if let said = quoted(span), let first = tokens(in: span).first, first.kind == .word,
      cue(in: said, for: .challenge) == nil
    {
      return clause(.objection, said)
    }
    if isImperative(span) { return commitment(span) }
    freeText(span)
  }

  private static let imperatives = WordSet(
    "send bring email call prepare upload forward sign return complete submit write reply ask provide ring chase confirm share post finish"
  )

  private func isImperative(_ span: TextSpan) -> Bool {
    tokens(in: span).first.map { NoteScanner.imperatives.contains($0.key) } ?? false
  }
}
