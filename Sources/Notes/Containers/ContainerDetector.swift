/// Tells a file's form by its content; the name is never asked.
struct ContainerDetector {
  let text: [Unicode.Scalar]
  /// Column names that the caller says mean a field.
  var columns: Set<String> = []

  var container: Container {
    let head = Array(lineSpans(of: text, in: TextSpan(0, min(text.count, 8192))).prefix(80))
    let content = head.drop { text.trimmed($0).isEmpty }
    guard let line = content.first.map(text.trimmed) else { return .plain }
    let first = text.text(TextSpan(line.start, min(line.end, line.start + 16)))
    if first.uppercased().hasPrefix("BEGIN:VCARD") { return .vcard }
    if first.uppercased().hasPrefix("BEGIN:VCALENDAR") { return .icalendar }
    if first.hasPrefix("From "), isMail(content.dropFirst()) { return .mbox }
    if isMail(content) { return .mail }
    if CSVTable.isTracker(text, line: line, columns) { return .csv }
    if isOrg(head) { return .org }
    return isMarkdown(head) ? .markdown : .plain
  }

  private static let headers: Set<String> = [
    "from", "to", "cc", "subject", "date", "message-id", "mime-version", "content-type", "received", "return-path",
    "reply-to", "delivered-to",
    "in-reply-to", "references", "content-transfer-encoding", "x-mailer", "dkim-signature", "sender", "bcc",
    "user-agent",
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
    let isTechnical = !found.isDisjoint(with: [
      "message-id", "mime-version", "received", "content-type", "return-path", "reply-to", "delivered-to",
    ])
    return found.contains("from") && found.count >= 3
      && (isTechnical || found.contains("subject") && found.contains("to"))
  }

  private static let orgMarks: [Unicode.Scalar] = ["#", ":", "S", "D", "*"]

  private func isOrg(_ lines: [TextSpan]) -> Bool {
    var stars = 0
    for span in lines where span.length > 2 {
      let trimmed = text.trimmed(span)
      guard trimmed.length > 2, ContainerDetector.orgMarks.contains(text[trimmed.start]) else { continue }
      let start = text[span.start..<span.end]
      if start.starts(with: "#+".unicodeScalars) { return true }
      let words = text[trimmed.start..<trimmed.end]
      if words.starts(with: ":PROPERTIES:".unicodeScalars) || words.starts(with: "SCHEDULED:".unicodeScalars)
        || words.starts(with: "DEADLINE: <".unicodeScalars)
      {
        return true
      }
      if start.starts(with: "** ".unicodeScalars) || start.starts(with: "*** ".unicodeScalars) { stars += 1 }
      if start.starts(with: "# ".unicodeScalars) || start.starts(with: "## ".unicodeScalars) { return false }
    }
    return stars > 0
  }

  private func isMarkdown(_ lines: [TextSpan]) -> Bool {
    if let first = lines.first, text[first.start..<first.end].elementsEqual("---".unicodeScalars) { return true }
    return lines.contains { span in
      let words = text[text.trimmed(span).start..<text.trimmed(span).end]
      return words.first == "#" && words.drop { $0 == "#" }.first == " " || words.starts(with: "- [".unicodeScalars)
        || words.starts(with: "**".unicodeScalars) || words.first == "|" && words.last == "|"
    }
  }
}
