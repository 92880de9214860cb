/// Tells a file's form by its content; the name is never asked.
struct ContainerDetector {
  let text: [Unicode.Scalar]
  /// All lines of the text, of which the first few are looked at.
  let lines: [TextSpan]
  /// Column names that the caller says mean a field.
  var columns: Set<String> = []

  var container: Container {
    let head = lines.prefix(80).prefix { $0.start < 8192 }
    let content = head.drop { text.trimmed($0).isEmpty }
    guard let line = content.first.map(text.trimmed) else { return .plain }
    if let card = card(content) { return card }
    if text.begins(line, "From "), isMail(content.dropFirst()) { return .mbox }
    if isMail(content) { return .mail }
    if TableHead(text, lines, mapped: columns) != nil { return .csv }
    if isOrg(head) { return .org }
    return isMarkdown(head) ? .markdown : .plain
  }

  /// Cards and calendars, also behind lines of `WORD:VALUE` that some program wraps them in.
  private func card(_ lines: ArraySlice<TextSpan>) -> Container? {
    for line in lines.prefix(12) {
      let start = text.text(TextSpan(line.start, min(line.end, line.start + 24))).uppercased()
      if start.hasPrefix("BEGIN:VCARD") { return .vcard }
      if start.hasPrefix("BEGIN:VCALENDAR") { return .icalendar }
      guard let colon = start.firstIndex(of: ":"), start[..<colon].allSatisfy({ $0.isLetter || $0 == "-" }),
        start.index(after: colon) < start.endIndex, !start[start.index(after: colon)].isWhitespace
      else { return nil }
    }
    return nil
  }

  private static let headers: Set<String> = [
    "from", "to", "cc", "subject", "date", "message-id", "mime-version", "content-type", "received", "return-path",
    "reply-to", "delivered-to",
    "in-reply-to", "references", "content-transfer-encoding", "x-mailer", "dkim-signature", "sender", "bcc",
    "user-agent",
  ]

  private static let technical: Set<String> = [
    "message-id", "mime-version", "received", "content-type", "return-path", "reply-to", "delivered-to",
  ]

  /// Header fields up to the first blank line: "From" and at least two more that mails have.
  private func isMail(_ lines: ArraySlice<TextSpan>) -> Bool {
    var found = Set<String>()
    for span in lines {
      if span.isEmpty { break }
      if text[span.start].isBlank { continue }
      guard text[span.start].isASCIILetter,
        let colon = text[span.start..<min(span.end, span.start + 60)].firstIndex(of: ":")
      else { break }
      let name = string(text[span.start..<colon]).lowercased()
      if ContainerDetector.headers.contains(name) { found.insert(name) } else if name.contains(" ") { return false }
    }
    guard found.count >= 3, found.contains("from") else { return false }
    return found.contains("subject") && found.contains("to") || !found.isDisjoint(with: ContainerDetector.technical)
  }

  private func isOrg(_ lines: ArraySlice<TextSpan>) -> Bool {
    var stars = 0
    for span in lines {
      let content = text.trimmed(span)
      guard content.length > 2 else { continue }
      // Most lines begin with none of the signs.
      switch text[content.start] {
      case "#", "*", ":", "S", "D": break
      default: continue
      }
      if text.begins(span, "#+") || text.begins(content, ":PROPERTIES:") || text.begins(content, "SCHEDULED:")
        || text.begins(content, "DEADLINE: <")
      {
        return true
      }
      // "*** Acme ***" is a title between ornaments.
      let isHeading = text[content.end - 1] != "*" && (text.begins(span, "** ") || text.begins(span, "*** "))
      if isHeading { stars += 1 }
      if text.begins(span, "# ") || text.begins(span, "## ") { return false }
    }
    return stars > 0
  }

  private func isMarkdown(_ lines: ArraySlice<TextSpan>) -> Bool {
    if let first = lines.first, first.length == 3, text.begins(first, "---") { return true }
    return lines.contains { span in
      let content = text.trimmed(span)
      guard !content.isEmpty else { return false }
      return switch text[content.start] {
      case "#": text[content.start..<content.end].drop { $0 == "#" }.first == " "
      case "-": text.begins(content, "- [")
      case "*": text.begins(content, "**")
      case "|": text[content.end - 1] == "|"
      default: false
      }
    }
  }
}
