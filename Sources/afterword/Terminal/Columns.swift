/// Rows of cells laid out in columns that fit the terminal: the last column is cut, never wrapped.
struct Columns {
  private var rows: [[StyledText]] = []

  mutating func add(_ cells: StyledText...) { rows.append(cells) }
  mutating func add(_ cells: [StyledText]) { rows.append(cells) }

  var isEmpty: Bool { rows.isEmpty }

  /// - Parameter width: columns of the terminal; nil does not cut.
  func lines(width: Int?, indent: Int = 0) -> [StyledText] {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in rows.map { $0.count > column ? $0[column].width : 0 }.max() ?? 0 }
    return rows.map { cells in
      var line = StyledText(String(repeating: " ", count: indent))
      var used = indent
      for (column, cell) in cells.enumerated() {
        let isLast = column == cells.count - 1
        let room = width.map { max(8, $0 - used) }
        line = line + (isLast ? cell.cut(to: room) : cell)
        guard !isLast else { break }
        line = line + StyledText(String(repeating: " ", count: widths[column] - cell.width + 2))
        used += widths[column] + 2
      }
      return line
    }
  }
}

extension StyledText {
  /// The line cut to so many columns.
  func cut(to width: Int?) -> StyledText {
    guard let width, self.width > width else { return self }
    var out: StyledText = ""
    var room = width
    for span in spans {
      let text = DisplayWidth.cut(span.text, to: room)
      out = out + StyledText(text, span.style)
      room -= DisplayWidth.of(text)
      if room <= 0 { break }
    }
    return out
  }
}
