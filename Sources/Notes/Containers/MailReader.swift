import Model

/// Mails: one, or an mbox of many (RFC 4155). The head tells who and when, the body is read like a note, quoted replies
/// and the signature by rules of their own.
struct MailReader {
  let source: NoteSource
  let container: Container

  func reading() -> Reading {
    let text = source.decoded.scalars
    var roles = lineSpans(of: text, in: TextSpan(0, text.count)).map {
      Line(span: $0, role: text.trimmed($0).isEmpty ? .blank : .syntax)
    }
    var result = Reading(
      encoding: source.decoded.encoding, hasByteOrderMark: source.decoded.hasByteOrderMark,
      newline: source.decoded.newline, container: container,
      text: text, lines: [], noteDate: .missing, facts: [], remarks: [], documents: [])
    var groups = [String: Int]()
    var bulk = [(reason: String, span: TextSpan)]()
    let messages = messages(text)
    let owner = owner(messages, text)
    for (number, span) in messages.enumerated() {
      var mail = Mail(text: text, span: span, source: source)
      if number == 0, let moment = mail.date {
        result.noteDate = .text(moment, mail.head.value("date") ?? TextSpan(0, 0))
      }
      let read = mail.isLeft ? nil : read(&mail, owner)
      result.papers.append(
        Paper(form: .message(mail.messageHead), span: span, lines: Self.lines(span, roles)))
      guard let (learnt, scanner, owner, side) = read else {
        bulk.append((mail.messageHead.bulk ?? BulkMail.program, span))
        result.documents.append(mail.document)
        Self.leave(&roles, Self.lines(span, roles))
        continue
      }
      let facts = learnt.facts
      result.add(sortOf: learnt, isFirst: result.paper == nil)
      let key = facts.first { $0.field == .organisation }?.value.lowercased() ?? mail.threadKey
      let group = groups[key] ?? groups.count + 1
      groups[key] = group
      result.correspondence.append(
        mail.correspondence(owner, side, group: group, sort: learnt.paper, learnt.paperProbability))
      var decoded = DecodedLines(mail.view, scanner.lines, text)
      for fact in facts {
        result.facts.append(mail.mapped(fact, group: group))
        guard let line = decoded.line(of: fact) else { continue }
        result.decodedLines[mail.view.source(fact.span)] = line
      }
      result.perhaps += learnt.perhaps.map { mail.mapped($0, group: group) }
      for (span, reasons) in learnt.reasons { result.reasons[mail.view.source(span)] = reasons }
      result.remarks += scanner.remarks.map { mail.mapped($0, scanner, roles) }
      if !mail.isWhole {
        result.remarks.append(Self.unread("parts of the mail after \(MailPart.mostParts)", span, roles))
      }
      if number == 0 || scanner.hasOpenOrder { result.dateOrder = scanner.order }
      result.hasOpenOrder = result.hasOpenOrder || scanner.hasOpenOrder
      result.documents.append(mail.document)
      mail.markLines(scanner, &roles)
    }
    if bulk.count == messages.count { result.paper = .other }
    result.remarks += Self.remarks(bulk, of: messages.count, roles)
    result.remarks += source.unreadText(roles.lazy.map(\.span))
    if result.noteDate == .missing, let on = source.options.on { result.noteDate = .option(on) }
    result.lines = roles
    result.facts = result.facts.inTextOrder()
    result.perhaps = result.perhaps.inTextOrder()
    result.reference = source.isAnchored(result.noteDate) ? source.reference(result.noteDate) : nil
    return result
  }

  /// What a mail says, without the user among its people; nil where a program sent it and it is surely no news.
  private func read(_ mail: inout Mail, _ known: MailOwner) -> (
    learnt: Reading, scanner: NoteScanner, owner: MailOwner, side: Direction?
  )? {
    let (owner, side) = mail.user(known)
    let (scanner, ruled) = mail.read(owner)
    var learnt = source.learnt(mail.reading(scanner, ruled), side: side)
    guard mail.takeNews(learnt) else { return nil }
    learnt.leaveOut(owner)
    let head = mail.correspondents
    if let side { learnt.believe(side == .sent ? head.addressees : [head.sender].compactMap(\.self)) }
    if let user = mail.messageHead.user(in: mail.text, learnt) { learnt.leaveOut(user) }
    if mail.isAutomaticReply { learnt.leaveOutDays() }
    return (learnt, scanner, owner, side)
  }

  private static func unread(_ what: String, _ span: TextSpan, _ lines: [Line]) -> Remark {
    Remark(line: lines.index(at: span.start).map { $0 + 1 }, text: "\(what) are kept and not read", leavesUnread: true)
  }

  private func owner(_ messages: [TextSpan], _ text: [Unicode.Scalar]) -> MailOwner {
    var owner = source.options.owner
    if messages.count > 2 { owner.learn(messages.map { MailHead(text, in: $0).message(text) }, text) }
    return owner
  }

  private static func lines(_ span: TextSpan, _ lines: [Line]) -> Range<Int> {
    let first = lines.index(at: span.start) ?? lines.count
    let last = lines.index(at: max(span.end - 1, span.start)) ?? lines.count - 1
    return first..<max(first, last + 1)
  }

  private static func leave(_ lines: inout [Line], _ range: Range<Int>) {
    for place in range where lines[place].role != .blank { lines[place].role = .unclaimed }
  }

  /// What was left because it was written to nobody in particular.
  private static func remarks(_ bulk: [(reason: String, span: TextSpan)], of all: Int, _ lines: [Line]) -> [Remark] {
    guard let first = bulk.first else { return [] }
    let line = lines.index(at: first.span.start).map { $0 + 1 }
    if all == 1 { return [Remark(line: nil, text: "\(first.reason): kept as text", leavesUnread: true)] }
    let what = bulk.count == 1 ? "1 mail is" : "\(bulk.count) mails are"
    let text = "\(what) of lists, newsletters or programs, kept as text; the first stands here"
    return [Remark(line: line, text: text, leavesUnread: true)]
  }

  /// The stretches of an mbox's mails, each after its "From " line: a line that begins so, after a blank one and before a
  /// field of a head. Such a line of a mail's text has no field below it.
  func messages(_ text: [Unicode.Scalar]) -> [TextSpan] {
    let whole = TextSpan(0, text.count)
    guard container == .mbox else { return [whole] }
    var starts = [Int]()
    var place = 0
    var isAfterBlank = true
    while place < text.count {
      let line = MailHead.lineEnd(text, place, text.count)
      if isAfterBlank, text[place] == "F", text[place..<line.end].starts(with: "From ".unicodeScalars),
        MailHead.begins(text, line.next)
      {
        starts.append(place)
      }
      isAfterBlank = line.end == place
      place = line.next
    }
    return starts.indices.map { TextSpan(starts[$0], $0 + 1 < starts.count ? starts[$0 + 1] : text.count) }
  }
}

extension Reading {
  /// The sort of a file of one mail is that mail's; of one with several that tell of a search, a log of it.
  fileprivate mutating func add(sortOf mail: Reading, isFirst: Bool) {
    if isFirst {
      (paper, paperProbability, paperReasons) = (mail.paper, mail.paperProbability, mail.paperReasons)
    } else if let own = mail.paper, own != .other {
      (paper, paperProbability) = (paper == .other ? own : .log, paperProbability)
    }
  }
}
