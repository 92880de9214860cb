/// Notes as Evernote exports them (ENEX): each a title, the day it was made, and a page of HTML in a CDATA section.
enum NotebookText {
  static func text(_ source: TextView) -> TextView {
    let text = source.scalars
    var out = TextView()
    var place = 0
    while let open = find("<note>", in: text, from: place) {
      let end = find("</note>", in: text, from: open) ?? text.count
      if let title = element("title", in: text, open, end) {
        out.insert("\n# ", at: Int(source.starts[title.start]))
        out.append(HTMLText.plain(source[title.start..<title.end]))
      }
      if let made = element("created", in: text, open, end), made.length >= 8 {
        let digits = text[made.start..<made.start + 8].map { String($0) }
        out.insert("\ncreated: ", at: Int(source.starts[made.start]))
        out.insert(
          (digits[..<4] + ["-"] + digits[4..<6] + ["-"] + digits[6...]).joined(), at: Int(source.starts[made.start]))
      }
      out.insert("\n", at: Int(source.starts[open]))
      if let content = element("content", in: text, open, end) { out.append(page(source, content)) }
      out.insert("\n", at: Int(source.starts[min(end, text.count - 1)]))
      place = end
    }
    return out
  }

  private static func page(_ source: TextView, _ span: TextSpan) -> TextView {
    let text = source.scalars
    let open = find("<![CDATA[", in: text, from: span.start).map { $0 + 9 } ?? span.start
    let close = find("]]>", in: text, from: open) ?? span.end
    return HTMLText.page(source[min(open, span.end)..<max(min(open, span.end), min(close, span.end))])
  }

  private static func element(_ name: String, in text: [Unicode.Scalar], _ start: Int, _ end: Int) -> TextSpan? {
    guard let open = find("<\(name)>", in: text, from: start), open < end,
      let close = find("</\(name)>", in: text, from: open), close <= end
    else { return nil }
    return TextSpan(open + name.count + 2, close)
  }

  private static func find(_ word: String, in text: [Unicode.Scalar], from start: Int) -> Int? {
    let word = Array(word.unicodeScalars)
    var place = start
    while place + word.count <= text.count {
      if text[place] == word[0], text[place..<place + word.count].elementsEqual(word) { return place }
      place += 1
    }
    return nil
  }
}
