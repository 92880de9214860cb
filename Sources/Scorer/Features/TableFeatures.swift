/// The column a piece stands in and what that column is called.
extension FeatureWriter {
  func tableFeatures(_ place: Int, _ out: inout Features) {
    guard let cell = page.cells[place] else { return }
    out.add(.column, cell.column)
    out.add(.columnRow, cell.isHead ? 1 : 0)
    out.add(.columnWidth, cell.width)
    whole(cell.head, .columnWord, .columnClass, .columnWhole, &out)
  }
}

/// The part of a message a line stands in.
extension FeatureWriter {
  func messageFeatures(_ line: PageLine, _ out: inout Features) {
    if line.parts.isQuoted { out.add(.quoted, 1) }
    if line.parts.head != 0 { out.add(.mailHead, line.parts.head) }
    if line.parts.greeting != 0 { out.add(.greeting, line.parts.greeting) }
    if line.parts.closing != 0 { out.add(.closing, line.parts.closing) }
  }

  func kindFeatures(_ out: inout Features) {
    out.add(.kind, kind)
    out.add(.other, other)
  }
}
