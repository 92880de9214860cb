import Model

/// vCards (RFC 6350) and calendars (RFC 5545): people and interviews by their properties, read in a view of the values with
/// folds, escapes and encodings undone.
struct CardReader {
  let source: NoteSource
  let container: Container

  func reading() -> Reading {
    let text = source.decoded.scalars
    let spans = lineSpans(of: text, in: TextSpan(0, text.count))
    let properties = CardProperty.all(in: text, spans)
    var page = CardPage()
    var remarks = [Remark]()
    var entries = [CalendarEntry]()
    if container == .vcard {
      for card in VCard.all(properties) { card.write(on: &page) }
    } else {
      let isOwn = properties.contains {
        $0.name == "PRODID" && string($0.text.scalars[...]).lowercased().contains("afterword")
      }
      // What the program wrote itself is its plan, no news.
      let events = isOwn ? [] : CalendarEvent.all(properties)
      for event in events where event.isInterview(alone: events.count == 1) {
        event.write(on: &page)
        entries.append(event.entry(group: entries.count + 1))
      }
      entries += events.filter(\.isCancelled).map { $0.entry(group: 0) }
      let tasks = properties.count {
        $0.name == "BEGIN" && ["VTODO", "VJOURNAL"].contains(string($0.text.scalars[...]))
      }
      remarks = CalendarEvent.remarks(events, tasks: tasks)
    }
    var reading = reading(page, spans, remarks: remarks)
    reading.entries = entries
    if container == .icalendar { reading.paper = reading.facts.isEmpty ? .other : .invitation }
    return reading
  }

  /// What a page of values says.
  func reading(_ page: CardPage, _ spans: [TextSpan], remarks: [Remark]) -> Reading {
    let text = source.decoded.scalars
    var remarks = remarks
    let date: NoteDate = source.options.on.map { .option($0) } ?? .missing
    let scanner = page.scanner(source, date, container)
    page.read(scanner)
    remarks += scanner.remarks.map { page.mapped($0, scanner, spans) }
    let found = scanner.assembled()
    var (facts, decodedLines) = ([Fact](), [TextSpan: String]())
    var decoded = DecodedLines(page.view, scanner.lines, text)
    for fact in found {
      facts.append(page.view.mapped(fact, text))
      guard let line = decoded.line(of: fact) else { continue }
      decodedLines[page.view.source(fact.span)] = line
    }
    facts.sort { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
    return Reading(
      encoding: source.decoded.encoding, hasByteOrderMark: source.decoded.hasByteOrderMark,
      newline: source.decoded.newline, container: container, text: text, lines: lines(spans, text, facts),
      noteDate: date, facts: facts, remarks: remarks + source.unreadText(spans),
      documents: [Document(span: TextSpan(0, text.count), messageID: nil, subject: nil, date: nil)],
      decodedLines: decodedLines, dateOrder: scanner.order, hasOpenOrder: scanner.hasOpenOrder,
      reference: source.options.on)
  }

  private func lines(_ spans: [TextSpan], _ text: [Unicode.Scalar], _ facts: [Fact]) -> [Line] {
    var lines = spans.map { Line(span: $0, role: text.trimmed($0).isEmpty ? .blank : .syntax) }
    for span in facts.flatMap({ [$0.span] + ($0.person.map(\.spans) ?? []) }) {
      guard let first = lines.index(at: span.start) else { continue }
      for place in first..<lines.count {
        guard lines[place].span.start < max(span.end, span.start + 1) else { break }
        if lines[place].role == .syntax { lines[place].role = .fact }
      }
    }
    return lines
  }
}

extension PersonDetails {
  /// Where its parts stand.
  fileprivate var spans: [TextSpan] { ([title, email, phone] as [Attribute?]).compactMap { $0?.span } }
}

/// What of cards and events is read: a text of one value a line, and what each line is.
struct CardPage {
  enum Entry {
    /// Another card or event begins.
    case group
    case person(role: PersonRole?)
    case organisation, title, email, phone
    /// A person's field that notes have not.
    case further(field: String, value: String)
    case summary, place, invitation
    case start(String)
    /// A line of what the event is about; `isOwn`: the user wrote it.
    case text(isOwn: Bool)
  }

  private(set) var view = TextView()
  private var entries: [(entry: Entry, span: TextSpan)] = []

  mutating func begin() { entries.append((.group, TextSpan(view.scalars.count, view.scalars.count))) }

  /// A value, on a line of its own.
  mutating func write(_ entry: Entry, _ value: TextView) {
    let start = view.scalars.count
    let value = value.withoutControlSequences()
    for place in value.scalars.indices {
      let scalar = value.scalars[place]
      view.append(scalar.isLineEnd ? " " : scalar, Int(value.starts[place]), Int(value.ends[place]))
    }
    let span = view.scalars.trimmed(TextSpan(start, view.scalars.count))
    view.insert("\n", at: value.ends.last.map(Int.init) ?? 0)
    if !span.isEmpty { entries.append((entry, span)) }
  }

  func scanner(_ source: NoteSource, _ date: NoteDate, _ container: Container) -> NoteScanner {
    let (lines, tokens) = source.parsedLines(
      view.scalars, lineSpans(of: view.scalars, in: TextSpan(0, view.scalars.count)), isOrg: false)
    let scanner = NoteScanner(
      text: view.scalars, lines: lines, tokens: tokens, reference: source.reference(date),
      order: source.order(tokens[...], view.scalars), container: container)
    scanner.isAnchored = source.options.on != nil
    scanner.group = 0
    return scanner
  }

  func read(_ scanner: NoteScanner) {
    for (entry, span) in entries {
      while scanner.index + 1 < scanner.lines.count, scanner.lines[scanner.index].span.end < span.end {
        scanner.index += 1
      }
      scanner.firstOfLine = scanner.facts.count
      switch entry {
      case .group: scanner.group += 1
      case .person(let role): scanner.addPerson(span, title: nil, role: role)
      case .organisation: if !scanner.has(.organisation) { scanner.add(.organisation, span) }
      case .title: scanner.cardTitle(span)
      case .email: scanner.cardEmail(span)
      case .phone: scanner.cardPhone(span)
      case .further(let field, let value): scanner.cardFurther(field, value)
      case .summary: scanner.title(span)
      case .place: scanner.claimForm(span, isSure: true)
      case .invitation: scanner.claimForm(span, isSure: false)
      case .start(let value): scanner.add(.interviewDate, span, value: value)
      case .text(let isOwn):
        scanner.isCandidate = isOwn
        scanner.freeText(scanner.lines[scanner.index].content)
        scanner.isCandidate = true
      }
    }
  }
}

extension CardPage {
  /// A remark about a line of the page as one about a line of the file.
  func mapped(_ remark: Remark, _ scanner: NoteScanner, _ lines: [TextSpan]) -> Remark {
    guard let line = remark.line, scanner.lines.indices.contains(line - 1) else { return remark }
    let start = view.source(scanner.lines[line - 1].content).start
    let own = lines.firstIndex { start <= $0.end }
    return Remark(line: own.map { $0 + 1 }, text: remark.text, leavesUnread: remark.leavesUnread)
  }
}

/// What belongs to the person that a card or an attendee's line named last.
extension NoteScanner {
  private var cardOwner: Int? { people.indices.last.flatMap { people[$0].group == group ? $0 : nil } }

  fileprivate func cardTitle(_ value: TextSpan) {
    guard let owner = cardOwner, people[owner].title == nil else { return }
    people[owner].title = Attribute(value: collapsed(text.text(value)), span: value, text: text.text(value))
    people[owner].role =
      NameGrammar(text: text, tokens: tokens(in: value)).personRole(ofTitle: tokens(in: value)) ?? people[owner].role
  }

  fileprivate func cardEmail(_ value: TextSpan) {
    guard let owner = cardOwner else { return }
    let own = text.text(value)
    guard people[owner].email == nil else {
      if own.lowercased() != people[owner].email?.value { cardFurther("other_emails", own.lowercased()) }
      return
    }
    people[owner].email = Attribute(value: own.lowercased(), span: value, text: own)
  }

  fileprivate func cardPhone(_ value: TextSpan) {
    guard let owner = cardOwner, text[value.start..<value.end].count(where: \.isASCIIDigit) >= 3 else { return }
    guard people[owner].phone == nil else { return cardFurther("other_phones", collapsed(text.text(value))) }
    give(phone: value, to: owner)
  }

  fileprivate func cardFurther(_ field: String, _ value: String) {
    guard let owner = cardOwner, !value.isEmpty, value.utf8.count <= Self.mostOfCard else { return }
    people[owner].further.append(.init(field: field, value: value))
  }

  /// Bytes of a note on a card; a longer one stays in the file alone.
  private static let mostOfCard = 1 << 16
}
