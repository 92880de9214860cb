import Model

/// A job tracker's table: one application a row, columns told by their heading.
struct TrackerReader {
  let source: NoteSource

  func reading() -> Reading {
    let text = source.decoded.scalars
    let whole = TextSpan(0, text.count)
    let spans = lineSpans(of: text, in: whole)
    let head = TableHead(text, spans, mapped: Set(source.options.columns.keys))
    let table = head.map { CSVTable(text: text, head: $0) }
    var tokens = [Token]()
    let tokenizer = Tokenizer(text: text)
    for row in [table?.header ?? []] + (table?.rows ?? []) {
      for cell in row where cell.length <= NoteSource.longestLine { tokenizer.append(cell, to: &tokens) }
    }
    let order = source.order(tokens[...], text)
    let lines = spans.map {
      NoteLine(span: $0, content: $0, kind: text.trimmed($0).isEmpty ? .blank : .text)
    }
    let date: NoteDate =
      source.name.flatMap(source.dayInName).map { .name(Moment(day: $0)) } ?? source.options.on.map { .option($0) }
      ?? .missing
    let scanner = NoteScanner(
      text: text, lines: lines, tokens: tokens, reference: source.reference(date), order: order, container: .csv)
    scanner.isAnchored = source.isAnchored(date)
    let columns = TrackerColumns(source: source, kind: head?.kind ?? .other).meanings(table?.header ?? [], scanner)
    if let table { read(table, columns, scanner) }
    scanner.remarks += TrackerColumns(source: source, kind: head?.kind ?? .other).remarks(table?.header ?? [], text)
    var reading = source.result(
      .csv, text: text, scanner: scanner, date: date,
      documents: [Document(span: whole, messageID: nil, subject: nil, date: nil)])
    reading.columns = zip(table?.header ?? [], columns).map {
      Column(name: collapsed(text.text($0)), field: $1 == .ignore ? nil : $1?.rawValue)
    }
    return reading
  }

  private func read(_ table: CSVTable, _ columns: [Rubric?], _ scanner: NoteScanner) {
    if let first = table.header.first { scanner.lines[scanner.lineNumber(at: first.start)].role = .syntax }
    for (number, row) in table.rows.enumerated() {
      scanner.group = number + 1
      scanner.trackerRow(row, columns)
    }
    if let place = table.unclosedQuote {
      let line = scanner.lineNumber(at: place)
      scanner.remarks.append(
        Remark(
          line: line + 1, text: "a quote opens and never closes: read as plain lines from here", leavesUnread: true))
    }
    scanner.markTrackerLines()
  }
}

extension NoteScanner {
  /// People come before their addresses, and the form of the interview before who the contact was.
  func trackerRow(_ row: [TextSpan], _ columns: [Rubric?]) {
    let cells = zip(row, columns).filter { !$0.0.isEmpty && !isPlaceholder($0.0) }
    index = row.first.map { lineNumber(at: $0.start) } ?? index
    firstOfLine = facts.count
    section = nil
    for (cell, rubric) in cells { remarkDays(in: cell, isDay: rubric == .date || rubric == .promised) }
    for (cell, rubric) in cells.sorted(by: { rank($0.1) < rank($1.1) }) {
      switch rubric {
      case .general: trackerNotes(cell)
      // "Next step date", "Follow up": a day alone is no step, and no promise.
      case .next where isDay(cell): assign(.promised, cell, NoteLine(span: cell, content: cell, kind: .text))
      case .commitment where isDay(cell): break
      case .next: nextStep(cell)
      case .contact: persons(cell, contactRole(), isNamed: true)
      case .stage: trackerStage(cell)
      case .organisation: if !has(.organisation) { add(.organisation, cell) }
      case let rubric?: assign(rubric, cell, NoteLine(span: cell, content: cell, kind: .text))
      case nil: break
      }
    }
  }

  private func isDay(_ cell: TextSpan) -> Bool { dates(in: cell).contains { $0.span == cell || $0.core == cell } }

  private func rank(_ rubric: Rubric?) -> Int {
    switch rubric {
    case .organisation: 0
    case .format, .stage, .round: 1
    case .interviewer, .recruiter, .hr, .referrer, .contact, .people: 2
    case .personTitle, .email, .phone: 3
    default: 4
    }
  }

  private func trackerStage(_ cell: TextSpan) {
    claimForm(cell, isSure: true)
    let slice = tokens(in: cell)
    if let found = RoleWords.rounds.first(in: slice),
      found.meaning != "screen" || found.range.lowerBound == slice.startIndex
    {
      claimRound(cell, isSure: true)
    }
  }

  /// Whoever is the contact for a video or on-site interview led it; before that it is the recruiter.
  private func contactRole() -> PersonRole {
    let form = facts[min(firstOfLine, facts.count)...].last { $0.field == .interviewKind }?.value
    return form == "video" || form == "onsite" ? .interviewer : .recruiter
  }

  /// A notes cell is a row of remarks: cut at semicolons, line ends and full stops, and at commas between whole remarks.
  private func trackerNotes(_ cell: TextSpan) {
    for line in lineSpans(of: text, in: cell) {
      for sentence in sentences(in: line) {
        if let label = label(in: sentence), !label.value.isEmpty, label.rubric != .general {
          assign(label.rubric, label.value, NoteLine(span: sentence, content: sentence, kind: .text))
          continue
        }
        for remark in remarksIn(sentence) { trackerRemark(remark) }
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

  private func trackerRemark(_ span: TextSpan) {
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

  /// The line that holds a place.
  func lineNumber(at place: Int) -> Int {
    lines.index(at: place) ?? max(lines.count - 1, 0)
  }

  /// Every line of the table that a fact touches is a fact's line.
  func markTrackerLines() {
    for number in lines.indices where lines[number].kind == .blank { lines[number].role = .blank }
    for span in facts.map(\.span) + people.map(\.name.span) {
      for number in lineNumber(at: span.start)...max(lineNumber(at: span.start), lineNumber(at: max(span.end - 1, 0)))
      where lines[number].role == .unclaimed {
        lines[number].role = .fact
      }
    }
  }
}
