/// Tables of plain text, whose columns are set apart by wide gaps.
extension NoteScanner {
  /// "Name      Job              E-mail" above lines of as many columns; the label found there is the first column's name.
  func alignedTable(_ label: Label) -> Bool {
    let line = lines[index]
    guard line.kind == .text, label.value.start - label.name.end >= 2,
      text[label.name.end..<label.value.start].allSatisfy(\.isBlank)
    else { return false }
    let names = gapCells(line.content)
    guard names.count >= 2, names.count(where: { exactRubric(tokens(in: $0)) != nil }) >= 2,
      let header = columns(names)
    else { return false }
    let rows = (index + 1..<lines.count).prefix { lines[$0].kind == .text && gapCells(lines[$0].content).count >= 2 }
    guard !rows.isEmpty else { return false }
    lines[index].role = .heading
    for row in rows { tableRow(row, header) }
    index = rows.upperBound - 1
    return true
  }

  /// The stretches between gaps of two blanks or a tabulator.
  func gapCells(_ span: TextSpan) -> [TextSpan] {
    var (out, start) = ([TextSpan](), span.start)
    var place = span.start
    while place < span.end {
      let isGap = text[place] == "\t" || text[place] == " " && place + 1 < span.end && text[place + 1] == " "
      guard isGap else {
        place += 1
        continue
      }
      out.append(TextSpan(start, place))
      while place < span.end, text[place].isBlank { place += 1 }
      start = place
    }
    if start < span.end { out.append(TextSpan(start, span.end)) }
    return out.filter { !$0.isEmpty }
  }
}
