/// The text of an HTML mail: tags left out, block ends as line ends, the common entities as their characters.
enum HTMLText {
  private static let blocks: Set<String> = [
    "br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "table", "ul", "ol", "blockquote",
  ]
  private static let entities: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "nbsp": " ", "apos": "'", "ndash": "–", "mdash": "—", "rsquo": "’",
    "lsquo": "‘",
    "ldquo": "“", "rdquo": "”", "euro": "€", "pound": "£", "eacute": "é", "egrave": "è", "uuml": "ü", "ouml": "ö",
    "auml": "ä", "szlig": "ß",
  ]

  static func plain(_ source: TextView) -> TextView {
    let text = source.scalars
    var out = TextView()
    var place = 0
    while place < text.count {
      let (start, end) = (Int(source.starts[place]), Int(source.ends[place]))
      if text[place] == "<", let close = tagEnd(text, place) {
        let name = tagName(text, place + 1, close)
        if blocks.contains(name) { out.append("\n", start, Int(source.ends[close])) }
        place = name == "style" || name == "script" ? skipped(text, close + 1, name) : close + 1
      } else if text[place] == "&", let entity = entity(text, place) {
        out.append(entity.scalar, start, Int(source.ends[entity.end - 1]))
        place = entity.end
      } else {
        out.append(text[place].isLineEnd ? " " : text[place], start, end)
        place += 1
      }
    }
    return out
  }

  private static func tagEnd(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
    text[start..<min(text.count, start + 2000)].firstIndex(of: ">")
  }

  private static func tagName(_ text: [Unicode.Scalar], _ start: Int, _ end: Int) -> String {
    let body = text[start..<end].drop { $0 == "/" }
    return string(body.prefix { $0.isASCIILetter || $0.isASCIIDigit }).lowercased()
  }

  /// After the closing tag of a style sheet or script, or the end.
  private static func skipped(_ text: [Unicode.Scalar], _ start: Int, _ name: String) -> Int {
    var place = start
    while place < text.count {
      if text[place] == "<", place + 1 < text.count, text[place + 1] == "/", let end = tagEnd(text, place),
        tagName(text, place + 1, end) == name
      {
        return end + 1
      }
      place += 1
    }
    return text.count
  }

  private static func entity(_ text: [Unicode.Scalar], _ start: Int) -> (scalar: Unicode.Scalar, end: Int)? {
    guard let end = text[start..<min(text.count, start + 12)].firstIndex(of: ";"), end > start + 1 else { return nil }
    let name = string(text[start + 1..<end])
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let value = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return value.flatMap(Unicode.Scalar.init).map { ($0, end + 1) }
    }
    return entities[name].map { ($0, end + 1) }
  }
}
