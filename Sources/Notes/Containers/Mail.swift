import Model

/// One mail of a file.
struct Mail {
  let text: [Unicode.Scalar]
  let span: TextSpan
  let source: NoteSource
  let head: MailHead
  let view: TextView
  /// Where the body starts in the view.
  let bodyStart: Int
  let date: Moment?
  let document: Document
  /// Whether no part of it was left unread.
  let isWhole: Bool
  private(set) var messageHead: MessageHead
  /// Nobody's answer while somebody is away.
  let isAutomaticReply: Bool

  init(text: [Unicode.Scalar], span: TextSpan, source: NoteSource) {
    (self.text, self.span, self.source) = (text, span, source)
    head = MailHead(text, in: span)
    var view = TextView()
    for field in head.fields where ["from", "to", "subject", "date"].contains(field.name) {
      view.insert(field.name.prefix(1).uppercased() + field.name.dropFirst() + ": ", at: field.value.start)
      Mail.appendHeader(text, field.value, &view)
      view.append("\n", field.value.end, field.value.end)
    }
    view = view.withoutControlSequences()
    bodyStart = view.scalars.count
    let (parts, areAll) = MailPart.textParts(text, head: head, in: span)
    for part in parts { Mail.append(text, part, source.decoded.encoding, &view) }
    isWhole = areAll
    self.view = view
    messageHead = head.message(text)
    date = messageHead.date
    messageHead.subject = head.value("subject").map { field in
      var view = TextView()
      Mail.appendHeader(text, field, &view)
      return collapsed(string(view.withoutControlSequences().scalars[...]))
    }
    let body = view.scalars[min(bodyStart, view.scalars.count)...]
    messageHead.bulk = BulkMail.reason(head, text) { BulkMail.speaksOfApplication(body) }
    isAutomaticReply = BulkMail.isAutomaticReply(head, messageHead.subject, text)
    document = Document(
      span: span, messageID: messageHead.messageID, subject: messageHead.subject, date: date)
  }

  /// Whether it is left as text unread: of a list or a newsletter.
  var isLeft: Bool { messageHead.bulk.map { $0 != BulkMail.program } ?? false }

  /// Takes a program's mail for a letter where it is surely news of the search.
  ///
  /// - Returns: whether it is to be read.
  mutating func takeNews(_ reading: Reading) -> Bool {
    guard messageHead.bulk != nil else { return true }
    guard let sort = reading.paper, sort != .other, sort != .sent, reading.paperProbability >= Mail.sureNews else {
      return false
    }
    messageHead.bulk = nil
    return true
  }

  private static let sureNews = 0.6

  /// Mails of one conversation share it: the subject without "Re:".
  var threadKey: String {
    var subject = document.subject?.lowercased() ?? ""
    for prefix in ["re:", "aw:", "fwd:", "fw:", "wg:", "tr:"] where subject.hasPrefix(prefix) {
      subject = collapsed(String(subject.dropFirst(prefix.count)))
    }
    return subject
  }

  /// `Mon, 16 Mar 2026 09:14:22 +0000` (RFC 5322 §3.3).
  static func moment(_ field: String) -> Moment? {
    let found = DatePhrases.find(in: Array(field.unicodeScalars), reference: Moment(day: Day(number: 10957)))
    guard let stamp = found.first?.values.first?.start, let day = stamp.day else { return nil }
    let zone = field.split(separator: " ").first { ($0.hasPrefix("+") || $0.hasPrefix("-")) && $0.utf8.count == 5 }
    return Moment(day: day, minute: stamp.second.map { $0 / 60 }, zone: zone.map { $0.prefix(3) + ":" + $0.suffix(2) })
  }

  // MARK: - The view

  /// A header's value with encoded words (RFC 2047) decoded.
  private static func appendHeader(_ text: [Unicode.Scalar], _ span: TextSpan, _ view: inout TextView) {
    var place = span.start
    while place < span.end {
      if text[place] == "=", place + 1 < span.end, text[place + 1] == "?", let word = encodedWord(text, place, span.end)
      {
        word.bytes.decode(charset: word.charset, into: &view)
        place = word.end
        // Blanks between two encoded words are not text.
        var next = place
        while next < span.end, text[next].isSpace { next += 1 }
        if next + 1 < span.end, text[next] == "=", text[next + 1] == "?" { place = next }
      } else {
        view.append(text[place].isLineEnd ? " " : text[place], place, place + 1)
        place += 1
      }
    }
  }

  private static func encodedWord(_ text: [Unicode.Scalar], _ start: Int, _ limit: Int) -> (
    bytes: MappedBytes, charset: String, end: Int
  )? {
    var marks = [Int]()
    var place = start + 2
    while place < min(limit, start + 200), marks.count < 3 {
      if text[place] == "?" { marks.append(place) }
      place += 1
    }
    guard marks.count == 3, marks[1] == marks[0] + 2, place < limit, text[place] == "=" else { return nil }
    let body = TextSpan(marks[1] + 1, marks[2])
    let charset = string(text[start + 2..<marks[0]]).lowercased()
    switch text[marks[0] + 1] {
    case "Q", "q": return (.quotedPrintable(text, body, isWord: true), charset, place + 1)
    case "B", "b": return (.base64(text, body), charset, place + 1)
    default: return nil
    }
  }

  private static func append(
    _ text: [Unicode.Scalar], _ part: MailPart, _ encoding: TextEncoding, _ view: inout TextView
  ) {
    var own = TextView()
    switch part.encoding {
    case "quoted-printable":
      MappedBytes.quotedPrintable(text, part.body, isWord: false).decode(charset: part.charset, into: &own)
    case "base64": MappedBytes.base64(text, part.body).decode(charset: part.charset, into: &own)
    // The file as a whole was no UTF-8, but each mail may be in a charset of its own.
    case _ where encoding == .windows1252:
      MappedBytes.western(text, part.body).decode(charset: part.charset, into: &own)
    default: own.append(text, part.body)
    }
    if part.type == "text/html" { own = HTMLText.plain(own) }
    own = own.withoutControlSequences()
    view.append(own)
    if let last = own.scalars.last, !last.isLineEnd {
      view.append("\n", Int(own.ends.last ?? 0), Int(own.ends.last ?? 0))
    }
  }

  // MARK: - Reading

  /// - Parameter owner: whose mail it is.
  func read(_ owner: MailOwner) -> (NoteScanner, [Fact]) {
    let scalars = view.scalars
    let (lines, tokens) = source.parsedLines(
      scalars, lineSpans(of: scalars, in: TextSpan(0, scalars.count)), isOrg: false)
    let day = date?.day ?? source.options.on ?? source.options.today ?? Day(number: 0)
    let scanner = NoteScanner(
      text: scalars, lines: lines, tokens: tokens, reference: day, order: source.order(tokens[...], scalars),
      container: .mail)
    scanner.isAnchored = source.options.on ?? date?.day ?? source.options.today != nil
    scanner.owner = owner
    scanner.readMail(bodyStart: bodyStart)
    scanner.remarkDays()
    let facts = scanner.assembled()
    return (scanner, facts)
  }

  /// What the rules found in the view, as a reading of it.
  func reading(_ scanner: NoteScanner, _ facts: [Fact]) -> Reading {
    Reading(
      encoding: source.decoded.encoding, hasByteOrderMark: false, newline: source.decoded.newline, container: .mail,
      text: view.scalars, lines: scanner.lines.map { Line(span: $0.span, role: $0.role) },
      noteDate: date.map { .text($0, TextSpan(0, 0)) } ?? .missing, facts: facts, remarks: [], documents: [],
      dateOrder: scanner.order, reference: scanner.isAnchored ? scanner.reference : nil)
  }

  /// A fact of the view as one of the file.
  func mapped(_ fact: Fact, group: Int) -> Fact {
    var fact = view.mapped(fact, text)
    fact.interview = group
    return fact
  }

  /// A remark about a line of the view as one about a line of the file.
  func mapped(_ remark: Remark, _ scanner: NoteScanner, _ lines: [Line]) -> Remark {
    guard let line = remark.line, scanner.lines.indices.contains(line - 1) else { return remark }
    let start = view.source(scanner.lines[line - 1].content).start
    return Remark(line: lines.index(at: start).map { $0 + 1 }, text: remark.text, leavesUnread: remark.leavesUnread)
  }

  /// Gives the file's lines the roles of the view's.
  func markLines(_ scanner: NoteScanner, _ roles: inout [Line]) {
    var place = 0
    for line in scanner.lines where line.kind != .blank {
      let own = view.source(line.span)
      guard !own.isEmpty else { continue }
      while place > 0, roles[place - 1].span.end > own.start { place -= 1 }
      while place < roles.count, roles[place].span.end <= own.start { place += 1 }
      var at = place
      while at < roles.count, roles[at].span.start < own.end {
        if roles[at].role != .blank, roles[at].role == .syntax || line.role == .fact { roles[at].role = line.role }
        at += 1
      }
    }
  }
}
