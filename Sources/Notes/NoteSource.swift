import Model
import Scorer

/// One file on its way to a reading: its container, its own date, its lines.
struct NoteSource {
  let decoded: DecodedText
  let name: String?
  let options: ReadingOptions
  /// The words of a day on which the file itself says that it was written, where those stand in no line of the text.
  var stamp: [Unicode.Scalar]?
  /// What people said, without a line that names the whole.
  var isTranscript = false

  func reading() -> Reading {
    let lines = lineSpans(of: decoded.scalars, in: TextSpan(0, decoded.scalars.count))
    let container = ContainerDetector(text: decoded.scalars, lines: lines, columns: Set(options.columns.keys)).container
    switch container {
    case .csv: return TableReader(source: self).reading()
    case .mail, .mbox: return MailReader(source: self, container: container).reading()
    case .vcard, .icalendar: return CardReader(source: self, container: container).reading()
    case .plain, .markdown, .org: return learnt(noteReading(container, lines))
    }
  }

  /// What the learnt weights make of what the rules found; that itself where there are none.
  ///
  /// - Parameter side: whether the user wrote it or got it, where that is known.
  func learnt(_ rules: Reading, side: Direction? = nil) -> Reading {
    // What the user says that columns mean is known, not likely.
    guard let scorer = options.scorer, options.columns.isEmpty || rules.container != .csv else { return rules }
    var paper = scorer.score(rules.text, hints: rules.hints, explains: options.explains)
    paper.leaveOut(PaperKind.allCases.filter { side != nil && $0.side != nil && $0.side != side }.map(\.rawValue))
    var learnt = LearntReading(rules, paper, order: rules.dateOrder)
    if rules.isTable { return learnt.completedTable() }
    return rules.container == .csv ? learnt.likelyTable() : learnt.reading()
  }

  /// A text in lines: plain, Markdown or org.
  private func noteReading(_ container: Container, _ spans: [TextSpan]) -> Reading {
    let text = decoded.scalars
    let (lines, tokens) = parsedLines(text, spans, isOrg: container == .org)
    let order = order(tokens[...], text)
    let date = noteDate(text, lines: lines, tokens: tokens, order: order)
    let scanner = NoteScanner(
      text: text, lines: lines, tokens: tokens, reference: reference(date), order: order, container: container)
    scanner.isAnchored = isAnchored(date)
    scanner.owner = options.owner
    if isTranscript {
      scanner.titled = [1]
      scanner.start = -10
    }
    scanner.remarkOtherOrder(of: date)
    let papers = Papers(text: text, isOrg: container == .org)
    let cut = papers.papers
    scanner.entryStarts = Set(
      cut.filter { $0.form == .entry }.map(\.lines.lowerBound).filter { StampedDay(text, lines[$0].span).isFull })
    scanner.markFrontMatter()
    if scanner.isPageOfPerson() {
      scanner.forget("a page about a person: kept as text")
    } else if container == .plain, let body = scanner.pastedMailBody() {
      scanner.readPastedMail(bodyStart: body)
    } else {
      scanner.scan()
    }
    scanner.remarkDays()
    var reading = result(
      container, text: text, scanner: scanner, date: date,
      documents: [Document(span: TextSpan(0, text.count), messageID: nil, subject: nil, date: nil)])
    if !scanner.tables.isEmpty {
      reading.papers = Papers(text: text, tables: scanner.tables).papers
    } else if cut.count > 1 {
      reading.papers = cut
    }
    if reading.isTable { reading.paper = reading.tableKind }
    reading.correspondence = papers.correspondence(options.owner)
    if reading.correspondence.isEmpty { reading.correspondence = told(lines, text) }
    return reading
  }

  /// What a note of one thing said or sent tells of.
  private func told(_ lines: [NoteLine], _ text: [Unicode.Scalar]) -> [Correspondence] {
    guard let first = lines.first(where: { $0.kind != .blank && $0.kind != .syntax }),
      let opening = TouchOpening(text, first.content)
    else { return [] }
    var told = Correspondence(channel: opening.channel, direction: opening.direction, span: TextSpan(0, text.count))
    told.namedBeside = opening.names(in: text, to: first.content.end)
    told.words = collapsed(string(text.prefix(Correspondence.mostWords)))
    return [told]
  }

  /// Lines with their marks told apart, and the tokens of all contents.
  func parsedLines(_ text: [Unicode.Scalar], _ spans: [TextSpan], isOrg: Bool) -> (lines: [NoteLine], tokens: [Token]) {
    let parser = LineParser(text: text, isOrg: isOrg)
    let tokenizer = Tokenizer(text: text)
    var tokens = [Token]()
    tokens.reserveCapacity(text.count / 4)
    var lines = [NoteLine]()
    lines.reserveCapacity(spans.count)
    for span in spans {
      var line = parser.line(span)
      // A line longer than any note's paragraph is kept and not read.
      if span.length > NoteSource.longestLine { line.kind = .syntax }
      let first = tokens.count
      if line.kind != .blank, line.kind != .syntax { tokenizer.append(line.content, to: &tokens) }
      line.tokens = first..<tokens.count
      line.mayHoldClaims = ClaimFinder.mayHoldClaims(tokens[line.tokens])
      lines.append(line)
    }
    return (lines, tokens)
  }

  static let longestLine = 1 << 16

  /// Whether any day is known that relative dates can count from.
  func isAnchored(_ date: NoteDate) -> Bool { options.on ?? date.day ?? options.today != nil }

  /// The day relative dates count from: the note's own, else the option, else the caller's today.
  func reference(_ date: NoteDate) -> Day { date.day ?? options.on ?? options.today ?? Day(number: 0) }

  /// The order of day and month: as asked for, else as the note's own dates tell it, else the user's.
  func order(_ tokens: ArraySlice<Token>, _ text: [Unicode.Scalar]) -> DateOrder {
    if options.order.source == .asked { return options.order }
    let order = NoteDateOrder(
      text: text, tokens: tokens, written: options.on, near: options.on ?? options.today)
    return order.told() ?? options.order
  }

  /// The day the note was written: in its head, else in its name, else as given.
  func noteDate(_ text: [Unicode.Scalar], lines: [NoteLine], tokens: [Token], order: DateOrder) -> NoteDate {
    if let stamp {
      let found = DatePhrases.find(in: stamp, reference: Moment(day: Day(number: 10_957)), order: order.order)
      if let day = found.first?.coreValues.first?.start?.day { return .text(Moment(day: day), TextSpan(0, 0)) }
    }
    if let first = lines.first(where: { $0.kind != .blank }), let day = stampedDay(first, text, order) { return day }
    let probe = Day(year: 2000, month: 1, day: 1) ?? Day(number: 0)
    for line in lines.lazy.filter({ $0.kind != .blank && $0.kind != .syntax }).prefix(12) {
      let slice = tokens[line.tokens]
      guard slice.contains(where: NoteSource.isYear) else { continue }
      let found = DatePhrases.find(in: text, tokens: slice, reference: Moment(day: probe), order: order.order)
      for match in found {
        guard let value = match.coreValues.first, let start = value.start, let day = start.day,
          saysYear(match.core, slice), day.year > 1970
        else { continue }
        return .text(Moment(day: day, minute: start.second.map { $0 / 60 }), match.core)
      }
    }
    if let name, let day = dayInName(name) { return .name(Moment(day: day)) }
    return options.on.map { .option($0) } ?? weekdayDate(text, lines, tokens, order) ?? .missing
  }

  /// "weds 10 june" in the head: of the years near the day of the import only one has it on that weekday. What is still to
  /// come says nothing of when the note was written.
  private func weekdayDate(
    _ text: [Unicode.Scalar], _ lines: [NoteLine], _ tokens: [Token], _ order: DateOrder
  ) -> NoteDate? {
    guard let near = options.near else { return nil }
    for line in lines.lazy.filter({ $0.kind != .blank && $0.kind != .syntax }).prefix(12) {
      let slice = tokens[line.tokens]
      guard slice.contains(where: { $0.word.bits.contains(.weekday) }) else { continue }
      let found = DatePhrases.find(in: text, tokens: slice, reference: Moment(day: near), order: order.order)
      for match in found {
        guard let said = match.weekday, let start = match.coreValues.first?.start, let day = start.day,
          day.weekday == said
        else { continue }
        return day > near ? nil : .text(Moment(day: day, minute: start.second.map { $0 / 60 }), match.core)
      }
    }
    return nil
  }

  /// "[2026-11-10 09:12] Met Dana": the stamp stands before what is said.
  private func stampedDay(_ line: NoteLine, _ text: [Unicode.Scalar], _ order: DateOrder) -> NoteDate? {
    guard line.content.start > line.span.start, StampedDay(text, line.span).isFull else { return nil }
    let found = DatePhrases.find(
      in: Array(text[line.span.start..<line.content.start]), reference: Moment(day: Day(number: 10_957)),
      order: order.order)
    return found.first?.coreValues.first?.start?.day.map {
      .text(Moment(day: $0), TextSpan(line.span.start, line.content.start))
    }
  }

  /// A year of our time or a date in eight digits.
  private static func isYear(_ token: Token) -> Bool {
    token.kind == .number && (token.length == 8 || token.length == 4 && (1990...2199).contains(token.number))
  }

  private func saysYear(_ span: TextSpan, _ slice: ArraySlice<Token>) -> Bool {
    var (numbers, hasMonth, hasYear, isCompact) = (0, false, false, false)
    for token in slice where span.contains(token.span) {
      if token.kind == .number { numbers += 1 }
      hasMonth = hasMonth || token.word.bits.contains(.month)
      hasYear = hasYear || NoteSource.isYear(token)
      isCompact = isCompact || token.kind == .number && token.length == 8
    }
    return hasYear && (hasMonth || numbers >= 3 || isCompact)
  }

  func dayInName(_ name: String) -> Day? {
    let text = Array(name.unicodeScalars)
    let found = DatePhrases.find(in: text, reference: Moment(day: Day(number: 0)), order: options.order.order)
    return found.lazy.compactMap { match -> Day? in
      guard let day = match.coreValues.first?.start?.day, day.year > 1990, match.coreValues.first?.kind == .date else {
        return nil
      }
      return day
    }.first
  }

  /// The scanner's findings as a reading.
  func result(
    _ container: Container, text: [Unicode.Scalar], scanner: NoteScanner, date: NoteDate, documents: [Document]
  ) -> Reading {
    let facts = scanner.assembled()
    var remarks = scanner.remarks
    if date == .missing, options.on == nil {
      remarks.append(Remark(line: nil, text: "no date in the text or the name"))
    }
    remarks += unreadText(scanner.lines.lazy.map(\.span))
    var reading = Reading(
      encoding: decoded.encoding, hasByteOrderMark: decoded.hasByteOrderMark, newline: decoded.newline,
      container: container, text: text,
      lines: scanner.lines.map { Line(span: $0.span, role: role($0, facts)) }, noteDate: date, facts: facts,
      remarks: remarks, documents: documents, dateOrder: scanner.order, hasOpenOrder: scanner.hasOpenOrder,
      reference: isAnchored(date) ? reference(date) : nil)
    reading.daysBeside = scanner.daysBeside.sorted { $0.start < $1.start }
    return reading
  }

  /// What of the file is no text, or too long a line to be read.
  func unreadText(_ lines: some Sequence<TextSpan>) -> [Remark] {
    var remarks: [Remark] = []
    if decoded.undecodable > 0 {
      let bytes = decoded.undecodable == 1 ? "1 byte sequence is" : "\(decoded.undecodable) byte sequences are"
      remarks.append(Remark(line: nil, text: "\(bytes) no text in \(decoded.encoding.rawValue)", leavesUnread: true))
    }
    for (number, line) in lines.enumerated() where line.length > NoteSource.longestLine {
      let text = "a line of \(line.length) characters is kept and not read"
      remarks.append(Remark(line: number + 1, text: text, leavesUnread: true))
    }
    return remarks
  }

  private func role(_ line: NoteLine, _ facts: [Fact]) -> LineRole { line.role }
}
