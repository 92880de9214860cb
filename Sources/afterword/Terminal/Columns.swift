/// Rows of cells laid out in columns. Where they do not fit the terminal, the widest columns are cut.
struct Columns {
  private static let gap = 2
  /// No column is cut below this.
  private static let narrowest = 12
  private var rows: [[StyledText]] = []

  mutating func add(_ cells: StyledText...) { add(cells) }
  mutating func add(_ cells: [StyledText]) { rows.append(cells) }

  /// - Parameter width: columns of the terminal; nil does not cut.
  func lines(width: Int?, indent: Int = 0) -> [StyledText] {
    let widths = fitted(to: width.map { $0 - indent })
    return rows.map { cells in
      let filled = (cells.lastIndex { $0.width > 0 } ?? 0) + 1
      var line = StyledText(String(repeating: " ", count: indent))
      for (column, cell) in cells.prefix(filled).enumerated() {
        let shown = cell.cut(to: widths[column])
        line = line + shown
        guard column < filled - 1 else { break }
        line = line + StyledText(String(repeating: " ", count: widths[column] - shown.width + Self.gap))
      }
      return line
    }
  }

  private func fitted(to width: Int?) -> [Int] {
    let count = rows.map(\.count).max() ?? 0
    var widths = (0..<count).map { column in rows.map { $0.count > column ? $0[column].width : 0 }.max() ?? 0 }
    guard let width else { return widths }
    var excess = widths.reduce(0, +) + Self.gap * (count - 1) - width
    while excess > 0, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }), widths[widest] > Self.narrowest
    {
      widths[widest] -= 1
      excess -= 1
    }
    return widths
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
