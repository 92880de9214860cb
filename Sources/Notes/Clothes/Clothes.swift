/// What a note may come dressed in: a page's markup, a program's export. What it says is found beneath.
enum Clothes: Sendable {
  case page, notebook, keep, journal, records, richText, chat, subtitles

  /// Told by how the text begins; nil for a text that wears nothing.
  init?(_ text: [Unicode.Scalar]) {
    guard let start = text.prefix(400).firstIndex(where: { !$0.isSpace }) else { return nil }
    switch text[start] {
    case "<":
      let head = string(text[start..<min(text.count, start + 4000)]).lowercased()
      if head.hasPrefix("<?xml"), head.contains("<en-export") {
        self = .notebook
      } else if Clothes.isPage(head) {
        self = .page
      } else {
        return nil
      }
    case "{":
      let head = string(text[start..<min(text.count, start + 20_000)])
      if head.hasPrefix("{\\rtf") {
        self = .richText
      } else if head.contains("\"textContent\"")
        || head.contains("\"listContent\"")
      {
        self = .keep
      } else if head.contains("\"entries\""), head.contains("\"body\"") {
        self = .journal
      } else if JSONRecords.areApplications(text) {
        self = .records
      } else {
        return nil
      }
    case "[" where JSONRecords.areApplications(text): self = .records
    default:
      let head = TextSpan(start, min(text.count, start + 4000))
      if text.begins(head, "WEBVTT") || SubtitleText.isSubRip(text, head) {
        self = .subtitles
      } else if ChatText.isChat(
        text, head)
      {
        self = .chat
      } else {
        return nil
      }
    }
  }

  private static func isPage(_ head: String) -> Bool {
    ["<!doctype html", "<html", "<head", "<body", "<meta ", "<!-- saved from"].contains { head.hasPrefix($0) }
      || head.hasPrefix("<?xml") && head.contains("<html")
  }

  /// The text beneath, every scalar knowing its place in the file, and where the file says when it was written.
  func undressed(_ text: [Unicode.Scalar]) -> (view: TextView, day: TextSpan?) {
    var own = TextView()
    own.append(text, TextSpan(0, text.count))
    switch self {
    case .page: return (HTMLText.page(own), nil)
    case .notebook: return (NotebookText.text(own), nil)
    case .keep: return (JSONNotes.keep(text), nil)
    case .journal: return (JSONNotes.journal(text), nil)
    case .records: return (JSONRecords.table(text), nil)
    case .richText: return (RichText.text(text), nil)
    case .chat: return ChatText.text(text)
    case .subtitles: return (SubtitleText.text(text), nil)
    }
  }
}

extension NoteSource {
  /// The reading of what stands beneath, every place one of the file.
  func reading(beneath clothes: Clothes) -> Reading {
    let text = decoded.scalars
    let (view, day) = clothes.undressed(text)
    var inner = NoteSource(decoded: decoded.showing(view.scalars), name: name, options: options)
    if case .subtitles = clothes { inner.isTranscript = true }
    inner.stamp = day.map { Array(text[$0.start..<$0.end]) }
    let found = inner.reading()
    var reading = found
    let spans = lineSpans(of: text, in: TextSpan(0, text.count))
    reading.text = text
    reading.facts = found.facts.map { view.mapped($0, text) }
    reading.perhaps = found.perhaps.map { view.mapped($0, text) }
    reading.reasons = Dictionary(
      found.reasons.map { (view.source($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
    reading.papers = []
    reading.documents = [Document(span: TextSpan(0, text.count), messageID: nil, subject: nil, date: nil)]
    reading.lines = spans.map { Line(span: $0, role: text.trimmed($0).isEmpty ? .blank : .syntax) }
    reading.decodedLines = [:]
    for (own, fact) in zip(found.facts, reading.facts) {
      if let line = found.lines.index(at: own.span.start) {
        reading.decodedLines[fact.span] = found.text(found.lines[line].span)
      }
      for place in lines(over: fact.span, reading.lines) where reading.lines[place].role == .syntax {
        reading.lines[place].role = .fact
      }
    }
    reading.remarks = found.remarks.map { remark in
      let start = remark.line.flatMap { $0 <= found.lines.count ? view.source(found.lines[$0 - 1].span).start : nil }
      return Remark(
        line: start.flatMap { reading.lines.index(at: $0) }.map { $0 + 1 }, text: remark.text,
        leavesUnread: remark.leavesUnread)
    }
    if case .text(let moment, let span) = found.noteDate { reading.noteDate = .text(moment, view.source(span)) }
    return reading
  }

  private func lines(over span: TextSpan, _ lines: [Line]) -> Range<Int> {
    guard let first = lines.index(at: span.start) else { return 0..<0 }
    let last = lines.index(at: max(span.end - 1, span.start)) ?? first
    return first..<max(first, last) + 1
  }
}
