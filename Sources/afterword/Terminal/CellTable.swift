/// Rows of cells of which nothing is cut: what is too wide for its column goes on in the next line, between words, and
/// within a word that is wider than its column.
struct CellTable {
  private static let gap = 2
  /// No column is made narrower than this, unless all it holds is.
  private static let narrowest = 14
  private var rows: [[StyledText]] = []
  /// Columns that stay as wide as what they hold.
  private let whole: Set<Int>

  init(whole: Set<Int> = []) { self.whole = whole }

  mutating func add(_ cells: [StyledText]) { rows.append(cells) }

  /// The lines of each row.
  ///
  /// - Parameter width: columns of the terminal; nil breaks nothing.
  func lines(width: Int?, indent: Int = 0) -> [[StyledText]] {
    let widths = widths(within: width.map { $0 - indent })
    guard let widths else { return rows.map { stacked($0, width ?? 80, indent) } }
    return rows.map { row in
      let cells = zip(row, widths).map { $0.pieces(to: $1) }
      let blank = StyledText(String(repeating: " ", count: indent))
      return (0..<max(1, cells.map(\.count).max() ?? 0)).map { line in
        Self.joined(cells.map { line < $0.count ? $0[line] : "" }, widths, after: blank)
      }
    }
  }

  private static func joined(_ cells: [StyledText], _ widths: [Int], after blank: StyledText) -> StyledText {
    let filled = (cells.lastIndex { $0.width > 0 } ?? 0) + 1
    return cells.prefix(filled).enumerated().reduce(blank) { line, cell in
      let (column, text) = cell
      guard column < filled - 1 else { return line + text }
      return line + text + StyledText(String(repeating: " ", count: widths[column] - text.width + gap))
    }
  }

  /// The width of each column; nil where there is no room for columns.
  private func widths(within room: Int?) -> [Int]? {
    let count = rows.map(\.count).max() ?? 0
    var widths = (0..<count).map { column in rows.map { $0.count > column ? $0[column].width : 0 }.max() ?? 0 }
    guard let room else { return widths }
    var excess = widths.reduce(0, +) + Self.gap * max(0, count - 1) - room
    while excess > 0 {
      let flexible = widths.indices.filter { !whole.contains($0) && widths[$0] > Self.narrowest }
      guard let widest = flexible.max(by: { widths[$0] < widths[$1] }) else { return nil }
      widths[widest] -= 1
      excess -= 1
      if excess == 0, flexible.count == 2 { return shortest(widths, flexible[0], flexible[1]) }
    }
    return widths
  }

  /// Two columns share their room so that the rows take the fewest lines; of equals the most even share.
  private func shortest(_ widths: [Int], _ first: Int, _ second: Int) -> [Int] {
    let room = widths[first] + widths[second]
    guard room >= 2 * Self.narrowest else { return widths }
    let shares = (Self.narrowest...room - Self.narrowest).map { share -> (lines: Int, unevenness: Int, widths: [Int]) in
      var widths = widths
      (widths[first], widths[second]) = (share, room - share)
      let lines = rows.reduce(0) { sum, row in
        sum + ([first, second].filter(row.indices.contains).map { row[$0].pieces(to: widths[$0]).count }.max() ?? 1)
      }
      return (lines, abs(room - 2 * share), widths)
    }
    return shares.min { ($0.lines, $0.unevenness) < ($1.lines, $1.unevenness) }?.widths ?? widths
  }

  /// The first two cells together, each other one on lines of its own, further in.
  private func stacked(_ cells: [StyledText], _ width: Int, _ indent: Int) -> [StyledText] {
    let first = cells.prefix(2).reduce(StyledText("")) { $0.width == 0 ? $1 : $0 + " " + $1 }
    let further = indent + 3
    return ([first] + cells.dropFirst(2)).enumerated().filter { $0.element.width > 0 }.flatMap { index, cell in
      let inset = index == 0 ? indent : further
      return cell.pieces(to: max(8, width - further)).enumerated().map { part, text in
        StyledText(String(repeating: " ", count: part == 0 ? inset : further)) + text
      }
    }
  }
}

extension StyledText {
  /// The text on lines of at most so many columns, broken between words where there is a blank in time, else within one.
  func pieces(to columns: Int) -> [StyledText] {
    wrapped(to: max(1, columns)).flatMap { $0.split(to: max(2, columns)) }
  }

  private func split(to columns: Int) -> [StyledText] {
    guard width > columns else { return [self] }
    var lines: [[Span]] = [[]]
    var used = 0
    for span in spans {
      var text = String.UnicodeScalarView()
      for scalar in span.text.unicodeScalars {
        let wide = DisplayWidth.of(scalar)
        if used + wide > columns {
          lines[lines.count - 1].append(Span(text: String(text), style: span.style))
          lines.append([])
          (text, used) = (String.UnicodeScalarView(), 0)
        }
        text.append(scalar)
        used += wide
      }
      lines[lines.count - 1].append(Span(text: String(text), style: span.style))
    }
    return lines.map { StyledText(spans: $0) }
  }
}
