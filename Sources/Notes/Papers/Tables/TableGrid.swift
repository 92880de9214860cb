/// A table cut into cells, whatever its dress: separators, pipes, or wide gaps.
struct TableGrid {
  var header: [TextSpan]
  var rows: [[TextSpan]]
  /// A quote was opened and never closed: the text from there on was read as lines without quoting.
  var unclosedQuote: Int?
  /// Where the rows begin that were not cut, where there are too many.
  var cutOff: Int?

  /// More rows than a search ever has.
  static let mostRows = 20_000

  /// A comma, semicolon or tab separated table (RFC 4180, read leniently).
  init(text: [Unicode.Scalar], head: TableHead) {
    var parser = CSVParser(text: text, separator: head.separator, index: head.start)
    header = parser.row()
    rows = []
    while parser.index < text.count {
      guard rows.count < TableGrid.mostRows else {
        cutOff = parser.index
        break
      }
      let row = parser.row()
      if row.contains(where: { !$0.isEmpty }) { rows.append(row) }
    }
    unclosedQuote = parser.unclosed
  }

  init(header: [TextSpan], rows: [[TextSpan]]) {
    (self.header, self.rows) = (header, rows)
  }

  func cell(_ row: [TextSpan], _ column: Int) -> TextSpan? {
    column < row.count && !row[column].isEmpty ? row[column] : nil
  }
}
