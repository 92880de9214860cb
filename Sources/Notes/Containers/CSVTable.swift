/// A comma, semicolon or tab separated table (RFC 4180, read leniently): cells as spans, quotes left out.
struct CSVTable {
  let header: [TextSpan]
  let rows: [[TextSpan]]
  /// A quote was opened and never closed: the text from there on is read as lines without quoting.
  let unclosedQuote: Int?

  /// Nil where the first line has no separator.
  init?(text: [Unicode.Scalar]) {
    guard var parser = Parser(text: text) else { return nil }
    header = parser.row()
    guard header.count >= 2 else { return nil }
    var all = [[TextSpan]]()
    while parser.index < text.count {
      let row = parser.row()
      if row.contains(where: { !$0.isEmpty }) { all.append(row) }
    }
    rows = all
    unclosedQuote = parser.unclosed
  }

  /// Whether a text is a job tracker's table: the first line has known columns, the employer among them, all short.
  /// `line` is the first with content: without two separators it heads no table.
  /// `mapped` are further column names that mean something.
  static func isTracker(_ text: [Unicode.Scalar], line: TextSpan, _ mapped: Set<String>) -> Bool {
    guard text[line.start..<line.end].reduce(0, { $0 + ($1 == "," || $1 == ";" || $1 == "\t" ? 1 : 0) }) >= 2,
      var parser = Parser(text: text)
    else { return false }
    let header = parser.row()
    if header.count >= 2, header.contains(where: { mapped.contains(collapsed(text.text($0)).lowercased()) }) {
      return true
    }
    let lexer = Tokenizer(text: text)
    var known = Set<Rubric>()
    for cell in header {
      guard cell.length <= 40 else { return false }
      let tokens = lexer.tokens(in: cell).filter { $0.kind == .word }
      guard !tokens.isEmpty || cell.isEmpty else { return false }
      if let found = tokens.first.flatMap({ _ in RubricWords.exact.match(tokens[...], at: 0) }),
        found.end == tokens.endIndex
      {
        known.insert(found.meaning)
      }
    }
    return header.count >= 3 && known.count >= 2
      && (known.contains(.organisation) || known.contains(.role) && known.contains(.date))
  }

  private struct Parser {
    let text: [Unicode.Scalar]
    let separator: Unicode.Scalar
    var index: Int
    var unclosed: Int?

    /// At the first line with content, whose commonest separator is the table's.
    init?(text: [Unicode.Scalar]) {
      let head = lineSpans(of: text, in: TextSpan(0, min(text.count, 4096)))
      guard let first = head.first(where: { !text.trimmed($0).isEmpty }) else { return nil }
      let line = text[first.start..<first.end]
      let marks: [Unicode.Scalar] = [",", ";", "\t"]
      let counts = marks.map { mark in line.count { $0 == mark } }
      guard let most = counts.max(), most > 0, let place = counts.firstIndex(of: most) else { return nil }
      (self.text, separator, index) = (text, marks[place], first.start)
    }

    mutating func row() -> [TextSpan] {
      var cells = [TextSpan]()
      while true {
        cells.append(cell())
        guard index < text.count else { return cells }
        let mark = text[index]
        index += 1
        if mark == separator { continue }
        if mark == "\r", index < text.count, text[index] == "\n" { index += 1 }
        return cells
      }
    }

    private mutating func cell() -> TextSpan {
      var start = index
      while start < text.count, text[start] == " " { start += 1 }
      if unclosed == nil, start < text.count, text[start] == "\"", let quoted = quoted(from: start) { return quoted }
      while index < text.count, text[index] != separator, !text[index].isLineEnd { index += 1 }
      return text.trimmed(TextSpan(start > index ? index : start, index))
    }

    /// Up to the closing quote; doubled quotes belong to the text.
    private mutating func quoted(from open: Int) -> TextSpan? {
      var place = open + 1
      while place < text.count {
        if text[place] == "\"" {
          if place + 1 < text.count, text[place + 1] == "\"" {
            place += 2
            continue
          }
          index = place + 1
          while index < text.count, text[index] != separator, !text[index].isLineEnd { index += 1 }
          return text.trimmed(TextSpan(open + 1, place))
        }
        place += 1
      }
      unclosed = open
      return nil
    }
  }
}
