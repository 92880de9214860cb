import Model

/// A file that is one table: of applications, one a row, or of anything else, which is left as text.
struct TableReader {
  let source: NoteSource

  func reading() -> Reading {
    let text = source.decoded.scalars
    let whole = TextSpan(0, text.count)
    let spans = lineSpans(of: text, in: whole)
    let head = TableHead(text, spans, mapped: Set(source.options.columns.keys))
    let table = head.map { TableGrid(text: text, head: $0) } ?? TableGrid(header: [], rows: [])
    let scanner = scanner(text, spans, table)
    if head?.kind == .people, source.options.columns.isEmpty, let contacts = ContactTable(table, text) {
      return reading(contacts, table, spans)
    }
    let isPeople = head?.kind == .people
    let model = TableModel(table, scanner, told: source.options.columns)
    let isRead = !isPeople && model.isOfApplications || !source.options.columns.isEmpty
    if isRead { read(table, model.columns, scanner) }
    scanner.remarks += remarks(table, model, isPeople: isPeople, isRead: isRead)
    if let cut = table.cutOff { scanner.remarks.append(unread("the rows from here on are", cut, scanner)) }
    let date = date()
    var reading = source.result(
      .csv, text: text, scanner: scanner, date: date,
      documents: [Document(span: whole, messageID: nil, subject: nil, date: nil)])
    reading.columns = model.columns.map { Column(name: $0.name, field: isRead ? $0.kind?.field : nil) }
    if isRead { reading.papers = Papers(text: text, tables: [table]).papers }
    reading.paper = isRead ? reading.tableKind : .other
    return isPeople ? reading : source.learnt(reading)
  }

  /// A person a row.
  private func reading(_ contacts: ContactTable, _ table: TableGrid, _ spans: [TextSpan]) -> Reading {
    var page = CardPage()
    contacts.write(on: &page, source.decoded.scalars)
    var reading = CardReader(source: source, container: .csv).reading(page, spans, remarks: [])
    reading.isOfContacts = true
    reading.paper = .other
    if let cut = table.cutOff {
      reading.remarks.append(
        Remark(
          line: spans.firstIndex { $0.end >= cut }.map { $0 + 1 }, text: "the rows from here on are kept and not read",
          leavesUnread: true))
    }
    return reading
  }

  private func scanner(_ text: [Unicode.Scalar], _ spans: [TextSpan], _ table: TableGrid) -> NoteScanner {
    var tokens = [Token]()
    let tokenizer = Tokenizer(text: text)
    for row in [table.header] + table.rows {
      for cell in row where cell.length <= NoteSource.longestLine { tokenizer.append(cell, to: &tokens) }
    }
    let lines = spans.map { NoteLine(span: $0, content: $0, kind: text.trimmed($0).isEmpty ? .blank : .text) }
    let date = date()
    let scanner = NoteScanner(
      text: text, lines: lines, tokens: tokens, reference: source.reference(date),
      order: source.order(tokens[...], text), container: .csv)
    scanner.isAnchored = source.isAnchored(date)
    return scanner
  }

  private func date() -> NoteDate {
    source.name.flatMap(source.dayInName).map { .name(Moment(day: $0)) } ?? source.options.on.map { .option($0) }
      ?? .missing
  }

  private func read(_ table: TableGrid, _ columns: [TableModel.Column], _ scanner: NoteScanner) {
    if let first = table.header.first { scanner.lines[scanner.lineNumber(at: first.start)].role = .syntax }
    for (number, row) in table.rows.enumerated() {
      if number > 0 { scanner.group += 1 }
      scanner.index = row.first.map { scanner.lineNumber(at: $0.start) } ?? scanner.index
      scanner.applicationRow(row, columns)
    }
    if let place = table.unclosedQuote {
      let line = scanner.lineNumber(at: place)
      scanner.remarks.append(
        Remark(
          line: line + 1, text: "a quote opens and never closes: read as plain lines from here", leavesUnread: true))
    }
    scanner.markTableLines()
  }

  // MARK: - Remarks

  /// Why a table is left as text, and which columns that the caller names it does not have.
  private func remarks(_ table: TableGrid, _ model: TableModel, isPeople: Bool, isRead: Bool) -> [Remark] {
    let names = Set(model.columns.map { $0.name.lowercased() })
    let missing = source.options.columns.keys.filter { !names.contains($0) }.sorted()
      .map { Remark(line: nil, text: "no column is called \"\($0)\"") }
    guard !isRead else { return missing }
    let why =
      isPeople
      ? "a table of people, no applications, is left as text; exported as vCard it would be read"
      : "this table is not known to be of applications; --map \"NAME=organisation\" says what a column means"
    return missing + [Remark(line: nil, text: why, leavesUnread: true)]
  }

  private func unread(_ what: String, _ place: Int, _ scanner: NoteScanner) -> Remark {
    Remark(line: scanner.lineNumber(at: place) + 1, text: "\(what) kept and not read", leavesUnread: true)
  }
}

extension ColumnKind {
  /// The name of the field that a column is read as; nil where it is left as text.
  var field: String? {
    switch self {
    case .organisation: Rubric.organisation.rawValue
    case .role: Rubric.role.rawValue
    case .stage: Rubric.stage.rawValue
    case .interview: Rubric.date.rawValue
    case .promised: Rubric.promised.rawValue
    case .applied: "applied"
    case .answered: "answered"
    case .rubric(let rubric): rubric.rawValue
    case .otherDay, .day, .ignore: nil
    }
  }

  /// Days that only tables give a name of their own.
  static let namedDays: [ColumnKind] = [.applied, .answered]
}

extension NoteScanner {
  /// The line that holds a place.
  func lineNumber(at place: Int) -> Int {
    lines.index(at: place) ?? max(lines.count - 1, 0)
  }

  /// Every line of the table that a fact touches is a fact's line.
  func markTableLines() {
    for number in lines.indices where lines[number].kind == .blank { lines[number].role = .blank }
    for span in facts.map(\.span) + people.map(\.name.span) {
      for number in lineNumber(at: span.start)...max(lineNumber(at: span.start), lineNumber(at: max(span.end - 1, 0)))
      where lines[number].role == .unclaimed {
        lines[number].role = .fact
      }
    }
  }
}
