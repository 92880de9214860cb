/// Where a piece stands in a table.
struct Cell {
  var column: UInt32
  /// The pieces of the column's head.
  var head: Range<Int>
  var isHead: Bool
  /// Cells of the row, and whether this piece's cell is short.
  var width: UInt32
}

/// Finds tables by rows of the same number of separators: commas, semicolons, tabs, bars.
struct TableCells {
  private(set) var cells: [Cell?]
  private let text: ArraySlice<Unicode.Scalar>
  private let pieces: [Piece]

  init(text: ArraySlice<Unicode.Scalar>, pieces: [Piece]) {
    (self.text, self.pieces) = (text, pieces)
    cells = Array(repeating: nil, count: pieces.count)
    find()
  }

  private struct Row {
    var pieces: Range<Int>
    var start: Int
    var end: Int
    var counts: [Int]
  }

  private static let marks: [Unicode.Scalar] = ["|", "\t", ";", ","]

  private func rows() -> [Row] {
    var rows: [Row] = []
    var start = 0
    var from = text.startIndex
    for end in 0...pieces.count where end == pieces.count || pieces[end].kind == .newline {
      let to = end == pieces.count ? text.endIndex : Int(pieces[end].start)
      var counts = [0, 0, 0, 0]
      for scalar in text[from..<to] {
        if let mark = Self.marks.firstIndex(of: scalar) { counts[mark] += 1 }
      }
      rows.append(Row(pieces: start..<end, start: from, end: to, counts: counts))
      start = end + 1
      from = end == pieces.count ? to : Int(pieces[end].end)
    }
    return rows
  }

  private mutating func find() {
    let rows = rows()
    var first = 0
    while first < rows.count {
      let counts = rows[first].counts
      guard let most = counts.max(), most >= 2, let mark = counts.firstIndex(of: most) else {
        first += 1
        continue
      }
      let width = bounds(rows[first], Self.marks[mark]).count
      var last = first
      while last + 1 < rows.count, !rows[last + 1].pieces.isEmpty,
        rows[last + 1].counts[mark] > 0, abs(bounds(rows[last + 1], Self.marks[mark]).count - width) <= 1
      { last += 1 }
      if last - first >= 2 {
        fill(rows[first...last], Self.marks[mark])
        first = last
      }
      first += 1
    }
  }

  /// The cells of a row as stretches of pieces.
  private func bounds(_ row: Row, _ mark: Unicode.Scalar) -> [Range<Int>] {
    var out: [Range<Int>] = []
    var isQuoted = false
    var place = row.pieces.lowerBound
    var begin = place
    for index in row.start..<row.end {
      if text[index] == "\"" { isQuoted.toggle() }
      while place < row.pieces.upperBound, Int(pieces[place].start) < index { place += 1 }
      guard text[index] == mark, !isQuoted else { continue }
      out.append(begin..<max(begin, place))
      begin = place
      if place < row.pieces.upperBound, Int(pieces[place].start) == index { begin = place + 1 }
    }
    out.append(begin..<max(begin, row.pieces.upperBound))
    return out
  }

  private mutating func fill(_ rows: ArraySlice<Row>, _ mark: Unicode.Scalar) {
    guard let top = rows.first else { return }
    let heads = bounds(top, mark)
    for row in rows {
      let own = bounds(row, mark)
      for (column, range) in own.enumerated() {
        let head = column < heads.count ? heads[column].prefix(3) : 0..<0
        let cell = Cell(
          column: UInt32(min(column, 12)), head: head, isHead: row.start == top.start, width: UInt32(min(own.count, 12))
        )
        for piece in range { cells[piece] = cell }
      }
    }
  }
}
