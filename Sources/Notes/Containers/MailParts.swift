/// A mail's head: its fields, unfolded, with their places in the file.
struct MailHead {
  var fields: [(name: String, value: TextSpan)] = []
  /// After the blank line.
  var end = 0

  func value(_ name: String) -> TextSpan? { fields.first { $0.name == name }?.value }

  /// The fields from a place up to a blank line (RFC 5322); a line without a colon ends them too.
  init(_ text: [Unicode.Scalar], in span: TextSpan) {
    var place = span.start
    while place < span.end {
      let line = MailHead.lineEnd(text, place, span.end)
      if line.end == place {
        end = line.next
        return
      }
      if text[place].isBlank, !fields.isEmpty {
        fields[fields.count - 1].value.end = line.end
      } else if let colon = text[place..<min(line.end, place + 80)].firstIndex(of: ":"),
        !text[place..<colon].contains(where: \.isBlank)
      {
        fields.append((string(text[place..<colon]).lowercased(), text.trimmed(TextSpan(colon + 1, line.end))))
      } else if !text[place..<line.end].starts(with: "From ".unicodeScalars),
        !text[place..<line.end].starts(with: ">From ".unicodeScalars)
      {
        break
      }
      place = line.next
    }
    end = place
  }

  /// Whether a field of a head stands at a place.
  static func begins(_ text: [Unicode.Scalar], _ start: Int) -> Bool {
    let line = lineEnd(text, start, text.count)
    guard start < line.end, let colon = text[start..<min(line.end, start + 80)].firstIndex(of: ":"), colon > start
    else {
      return text.begins(TextSpan(start, line.end), ">From ") && begins(text, line.next)
    }
    return text[start..<colon].allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == "-" || $0 == "_" }
  }

  /// What the fields say of the message; the subject as it is coded.
  func message(_ text: [Unicode.Scalar]) -> MessageHead {
    var head = MessageHead()
    head.sender = value("from").map { MessageHead.Correspondent(text, $0) }
    for (name, value) in fields where name == "to" || name == "cc" {
      head.addressees += MessageHead.Correspondent.list(text, value)
    }
    head.subject = value("subject").map { collapsed(text.text($0)) }
    head.date = value("date").flatMap { Mail.moment(text.text($0)) }
    head.messageID = value("message-id").map { text.text($0).filter { $0 != "<" && $0 != ">" } }
    return head
  }

  static func lineEnd(_ text: [Unicode.Scalar], _ start: Int, _ limit: Int) -> (end: Int, next: Int) {
    var end = start
    while end < limit, !text[end].isLineEnd { end += 1 }
    guard end < limit else { return (limit, limit) }
    return (end, text[end] == "\r" && end + 1 < limit && text[end + 1] == "\n" ? end + 2 : end + 1)
  }
}

/// A stretch of a mail's body and how it is coded.
struct MailPart {
  var body: TextSpan
  var type: String
  var charset: String
  var encoding: String

  /// The parts that hold text, those of attached mails among them, in order: plain text rather than HTML where both are offered (MIME, RFC 2046). Nested
  /// parts are opened with a list of work instead of recursion, and no more than `mostParts` in all.
  ///
  /// - Returns: the parts, and whether there are no others.
  static func textParts(
    _ text: [Unicode.Scalar], head: MailHead, in span: TextSpan
  ) -> (parts: [MailPart], areAll: Bool) {
    var work = [part(text, head, TextSpan(head.end, span.end))]
    var out = [MailPart]()
    var opened = 0
    while opened < mostParts, let next = work.popLast() {
      opened += 1
      if next.type == "message/rfc822" {
        let inner = MailHead(text, in: next.body)
        work.append(part(text, inner, TextSpan(min(inner.end, next.body.end), next.body.end)))
        continue
      }
      guard next.type.hasPrefix("multipart/"), let boundary = next.boundary else {
        if next.type.hasPrefix("text/") || next.type.isEmpty { out.append(next) }
        continue
      }
      let children = split(text, next.body, boundary).map { piece -> MailPart in
        let inner = MailHead(text, in: piece)
        return part(text, inner, TextSpan(min(inner.end, piece.end), piece.end))
      }
      work += children.reversed()
    }
    let plain = out.filter { $0.type != "text/html" && !$0.type.hasPrefix("text/calendar") }
    return (plain.isEmpty ? out : plain, work.isEmpty)
  }

  static let mostParts = 64

  private var boundary: [Unicode.Scalar]?

  private static func part(_ text: [Unicode.Scalar], _ head: MailHead, _ body: TextSpan) -> MailPart {
    let type = head.value("content-type").map { text.text($0) } ?? ""
    let disposition = head.value("content-disposition").map { text.text($0).lowercased() } ?? ""
    let own = type.split { $0 == ";" || $0 == " " || $0 == "\n" || $0 == "\r\n" }.first.map { $0.lowercased() } ?? ""
    let isAttached = disposition.hasPrefix("attachment") && own != "message/rfc822"
    let kind = isAttached ? "application/attachment" : own
    return MailPart(
      body: body, type: kind, charset: parameter("charset", type).lowercased(),
      encoding: head.value("content-transfer-encoding").map { text.text($0).lowercased() } ?? "",
      boundary: kind.hasPrefix("multipart/") ? Array(("--" + parameter("boundary", type)).unicodeScalars) : nil)
  }

  private static func parameter(_ name: String, _ field: String) -> String {
    for piece in field.split(separator: ";").dropFirst() {
      let trimmed = collapsed(String(piece))
      guard trimmed.lowercased().hasPrefix(name + "=") else { continue }
      return String(trimmed.dropFirst(name.count + 1)).filter { $0 != "\"" }
    }
    return ""
  }

  /// The stretches between boundary lines.
  private static func split(_ text: [Unicode.Scalar], _ span: TextSpan, _ boundary: [Unicode.Scalar]) -> [TextSpan] {
    guard boundary.count > 2 else { return [] }
    var out = [TextSpan]()
    var start: Int?
    var place = span.start
    while place < span.end, out.count < 256 {
      let line = MailHead.lineEnd(text, place, span.end)
      if text[place] == "-", text[place..<line.end].starts(with: boundary) {
        if let start { out.append(TextSpan(start, place)) }
        start = line.next
        if line.end - place >= boundary.count + 2, text[place + boundary.count] == "-",
          text[place + boundary.count + 1] == "-"
        {
          return out
        }
      }
      place = line.next
    }
    if let start, start < span.end { out.append(TextSpan(start, span.end)) }
    return out
  }
}
