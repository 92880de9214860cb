/// Goes through a table row by row.
struct CSVParser {
  let text: [Unicode.Scalar]
  let separator: Unicode.Scalar
  private(set) var index: Int
  private(set) var unclosed: Int?
  private let end: Int

  /// - Parameter limit: look no further than this many scalars from the place.
  init(text: [Unicode.Scalar], separator: Unicode.Scalar, index: Int, limit: Int = .max) {
    (self.text, self.separator, self.index) = (text, separator, index)
    end = limit < text.count - index ? index + limit : text.count
  }

  mutating func row() -> [TextSpan] {
    var cells = [TextSpan]()
    while true {
      cells.append(unguarded(cell()))
      guard index < end else { return cells }
      let mark = text[index]
      index += 1
      if mark == separator { continue }
      if mark == "\r", index < end, text[index] == "\n" { index += 1 }
      return cells
    }
  }

  /// Without the apostrophe that keeps a spreadsheet from computing a cell, as `export` writes it.
  private func unguarded(_ cell: TextSpan) -> TextSpan {
    guard cell.length > 1, text[cell.start] == "'", CSVParser.guarded.contains(text[cell.start + 1]) else {
      return cell
    }
    return TextSpan(cell.start + 1, cell.end)
  }

  private static let guarded: Set<Unicode.Scalar> = ["=", "+", "-", "@", "'", "\t", "＝", "＋", "－", "＠"]

  private mutating func cell() -> TextSpan {
    var start = index
    while start < end, text[start] == " " { start += 1 }
    if unclosed == nil, start < end, text[start] == "\"", let quoted = quoted(from: start) { return quoted }
    while index < end, text[index] != separator, !text[index].isLineEnd { index += 1 }
    return text.trimmed(TextSpan(start > index ? index : start, index))
  }

  /// Up to the closing quote; doubled quotes belong to the text.
  private mutating func quoted(from open: Int) -> TextSpan? {
    var place = open + 1
    while place < end {
      if text[place] == "\"" {
        if place + 1 < end, text[place + 1] == "\"" {
          place += 2
          continue
        }
        index = place + 1
        while index < end, text[index] != separator, !text[index].isLineEnd { index += 1 }
        return text.trimmed(TextSpan(open + 1, place))
      }
      place += 1
    }
    unclosed = open
    return nil
  }
}
