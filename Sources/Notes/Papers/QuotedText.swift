/// What of a message is somebody's earlier words: lines behind ">", all below "On … wrote:", below "-----Original
/// Message-----" and below the fields that Outlook writes there. What is passed on is not quoted: it is news.
extension PageLines {
  mutating func markQuotes(_ body: Range<Int>) {
    for place in body where lines[place].quoteDepth > 0 && lines[place].kind != .blank { roles[place] = .quoted }
    var place = body.lowerBound
    while place < body.upperBound {
      guard roles[place] != .quoted, lines[place].kind != .blank, let head = quoteHead(place, body) else {
        place += 1
        continue
      }
      for line in place..<head.end where lines[line].kind != .blank { roles[line] = .quoted }
      if head.isForward {
        place = head.end
        continue
      }
      // Where ">" marks what is quoted, an answer may stand between; else all below is.
      let isMarked = (head.end..<body.upperBound).contains { lines[$0].quoteDepth > 0 }
      if !isMarked {
        for line in head.end..<body.upperBound where lines[line].kind != .blank { roles[line] = .quoted }
        return
      }
      place = head.end
    }
  }

  private func quoteHead(_ place: Int, _ body: Range<Int>) -> (end: Int, isForward: Bool)? {
    let line = bare(place)
    if PaperWords.originals.contains(line) {
      return (headFields(place + 1, body)?.end ?? place + 1, false)
    }
    if PaperWords.forwards.contains(line) { return (headFields(place + 1, body)?.end ?? place + 1, true) }
    if isRule(place), let next = next(place, body), let end = headFields(next, body)?.end { return (end, false) }
    if let fields = headFields(place, body), fields.count >= 3, fields.hasSender { return (fields.end, false) }
    return attribution(place, body).map { ($0, false) }
  }

  /// Without dashes and other marks around it, in small letters; empty for long lines.
  private func bare(_ place: Int) -> String {
    lines[place].span.length <= 80 ? text.text(lines[place].span).lowercased().trimmingMarks() : ""
  }

  /// "________________________________", as Outlook draws.
  private func isRule(_ place: Int) -> Bool {
    let span = text.trimmed(lines[place].span)
    return span.length >= 5 && text[span.start..<span.end].allSatisfy { $0 == "_" }
  }

  private func next(_ place: Int, _ body: Range<Int>) -> Int? {
    (place + 1..<body.upperBound).prefix(3).first { lines[$0].kind != .blank }
  }

  /// A run of a mail head's fields.
  func headFields(_ start: Int, _ range: Range<Int>) -> (end: Int, count: Int, hasSender: Bool)? {
    var (place, count, hasSender) = (start, 0, false)
    while place < range.upperBound, count < 10, let name = fieldName(place), PaperWords.headFields.contains(name) {
      hasSender = hasSender || PaperWords.senderFields.contains(name)
      (place, count) = (place + 1, count + 1)
    }
    return count > 0 ? (place, count, hasSender) : nil
  }

  /// "gesendet" of "*Gesendet:* Mittwoch, 13. Mai".
  func fieldName(_ place: Int) -> String? {
    let span = lines[place].content
    guard lines[place].kind != .blank, lines[place].quoteDepth == 0,
      let colon = text[span.start..<span.end].prefix(20).firstIndex(of: ":")
    else { return nil }
    return string(text[span.start..<colon]).lowercased().trimmingMarks()
  }

  /// The place after "On 3 March 2026 at 10:00, Dana wrote:", which may go on over three lines.
  private func attribution(_ place: Int, _ body: Range<Int>) -> Int? {
    var words = [Substring]()
    var own = ""
    for end in place..<min(place + 3, body.upperBound) {
      guard lines[end].kind != .blank, lines[end].quoteDepth == 0, lines[end].content.length <= 200 else { return nil }
      own += (own.isEmpty ? "" : " ") + text.text(lines[end].content).lowercased()
      guard own.hasSuffix(":") else { continue }
      words = own.split { !$0.isLetter && $0 != "'" }
      let isOpened = words.first.map { PaperWords.attributionOpenings.contains(String($0)) } ?? false
      let isDated = own.contains { $0.isNumber }
      let hasWrote = words.contains { PaperWords.wrote.contains(String($0)) }
      return hasWrote && (isOpened && isDated || own.contains("@")) ? end + 1 : nil
    }
    return nil
  }
}
