/// The text of HTML: tags left out, block ends as line ends, named and numbered characters as what they are.
enum HTMLText {
  /// Of a mail's part: paragraphs and lines.
  static func plain(_ source: TextView) -> TextView { HTMLWalk(source, isPage: false).text() }

  /// Of a page: headings, lists, boxes and tables as Markdown writes them.
  static func page(_ source: TextView) -> TextView { HTMLWalk(source, isPage: true).text() }
}

/// Goes through HTML once.
private struct HTMLWalk {
  private let source: TextView
  private let isPage: Bool
  private var out = TextView()
  /// Cells since the row began, and rows since the table did.
  private var (cells, rows) = (0, 0)

  init(_ source: TextView, isPage: Bool) { (self.source, self.isPage) = (source, isPage) }

  private static let blocks: Set<String> = [
    "br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "blockquote", "section",
    "article", "header", "footer", "dt", "dd", "pre", "hr", "title", "en-note",
  ]
  private static let hidden: Set<String> = ["style", "script", "title", "template", "noscript"]

  consuming func text() -> TextView {
    let text = source.scalars
    var place = 0
    while place < text.count {
      let (start, end) = (Int(source.starts[place]), Int(source.ends[place]))
      if text[place] == "<", let close = tagEnd(place) {
        place = tag(place, close)
      } else if text[place] == "&", let entity = entity(place) {
        for scalar in entity.scalars { out.append(scalar, start, Int(source.ends[entity.end - 1])) }
        place = entity.end
      } else {
        let scalar: Unicode.Scalar = text[place].isLineEnd ? " " : text[place]
        // White space at a line's start says nothing in HTML.
        if !scalar.isBlank || scalar == "\u{A0}" || !isAtLineStart { out.append(scalar, start, end) }
        place += 1
      }
    }
    return out
  }

  private var isAtLineStart: Bool { out.scalars.last.map { $0 == "\n" } ?? true }

  /// Reads a tag; the place behind it.
  private mutating func tag(_ place: Int, _ close: Int) -> Int {
    let text = source.scalars
    let isEnd = place + 1 < close && text[place + 1] == "/"
    let name = tagName(place + 1, close)
    let (at, end) = (Int(source.starts[place]), Int(source.ends[close]))
    if HTMLWalk.hidden.contains(name), !isEnd { return skipped(close + 1, name) }
    if HTMLWalk.blocks.contains(name) { out.append("\n", at, end) }
    if isPage { mark(name, isEnd, place, close) } else if name == "td" || name == "th" { insert("\t", at) }
    return close + 1
  }

  private mutating func insert(_ mark: String, _ at: Int) { out.insert(mark, at: at) }

  /// What Markdown writes for a tag.
  private mutating func mark(_ name: String, _ isEnd: Bool, _ place: Int, _ close: Int) {
    let at = Int(source.starts[place])
    switch (name, isEnd) {
    case ("h1", false), ("h2", false), ("h3", false), ("h4", false), ("h5", false), ("h6", false):
      insert(String(repeating: "#", count: name.last?.wholeNumberValue ?? 1) + " ", at)
    case ("li", false): insert("- ", at)
    case ("en-todo", false), ("input", false):
      let own = string(source.scalars[place..<close]).lowercased()
      guard name == "en-todo" || own.contains("checkbox") else { return }
      insert(own.contains("checked=\"true\"") || name == "input" && own.contains("checked") ? "- [x] " : "- [ ] ", at)
    case ("table", false): (rows, cells) = (0, 0)
    case ("tr", false): cells = 0
    case ("td", false), ("th", false):
      insert(cells == 0 ? "| " : " | ", at)
      cells += 1
    case ("tr", true) where cells > 0:
      // The block's line end stands before this already: the row ends on the line of its cells.
      if out.scalars.last == "\n" { out.removeLast() }
      insert(" |\n", at)
      rows += 1
      if rows == 1 { insert("|" + String(repeating: "---|", count: cells) + "\n", at) }
    default: break
    }
  }

  private func tagEnd(_ start: Int) -> Int? {
    let text = source.scalars
    guard start + 1 < text.count,
      text[start + 1].isASCIILetter || text[start + 1] == "/" || text[start + 1] == "!"
        || text[start + 1] == "?"
    else { return nil }
    if start + 3 < text.count, text[start + 1] == "!", text[start + 2] == "-", text[start + 3] == "-" {
      return commentEnd(start + 4)
    }
    return text[start..<min(text.count, start + 20_000)].firstIndex(of: ">")
  }

  private func commentEnd(_ start: Int) -> Int? {
    let text = source.scalars
    var place = start
    while place + 2 < text.count {
      if text[place] == "-", text[place + 1] == "-", text[place + 2] == ">" { return place + 2 }
      place += 1
    }
    return nil
  }

  private func tagName(_ start: Int, _ end: Int) -> String {
    let body = source.scalars[start..<end].drop { $0 == "/" }
    return string(body.prefix { $0.isASCIILetter || $0.isASCIIDigit || $0 == "-" }).lowercased()
  }

  /// After the closing tag of what is not shown, or the end.
  private func skipped(_ start: Int, _ name: String) -> Int {
    let text = source.scalars
    var place = start
    while place < text.count {
      if text[place] == "<", place + 1 < text.count, text[place + 1] == "/", let end = tagEnd(place),
        tagName(place + 1, end) == name
      {
        return end + 1
      }
      place += 1
    }
    return text.count
  }

  private func entity(_ start: Int) -> (scalars: [Unicode.Scalar], end: Int)? {
    let text = source.scalars
    guard let end = text[start..<min(text.count, start + 40)].firstIndex(of: ";"), end > start + 1 else { return nil }
    let name = string(text[start + 1..<end])
    guard name.hasPrefix("#") else { return HTMLEntities.scalars(name).map { ($0, end + 1) } }
    let digits = name.dropFirst()
    let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
    let value = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    // Numbers of Windows-1252 stand for its characters, as browsers read them.
    if let value, (0x80..<0xA0).contains(value) { return ([windows1252(UInt8(value))], end + 1) }
    return value.flatMap(Unicode.Scalar.init).map { ([$0 == "\0" ? "\u{FFFD}" : $0], end + 1) }
  }
}
