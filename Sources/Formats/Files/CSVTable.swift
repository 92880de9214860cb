/// A table for spreadsheets (RFC 4180): lines end in CR LF, and a byte order mark says that it is UTF-8.
///
/// A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula. Such a cell begins with an apostrophe here,
/// and so does one that begins with an apostrophe itself: whoever takes one apostrophe off the front has every cell as it
/// was.
package struct CSVTable: Sendable {
  package let header: [String]
  package let rows: [[String]]

  package init(header: [String], rows: [[String]]) { (self.header, self.rows) = (header, rows) }

  package var text: String {
    "\u{FEFF}" + ([header] + rows).map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func cell(_ content: String) -> String {
    let guarded = (isGuarded(content) ? "'" : "") + content
    let isQuoted =
      guarded.unicodeScalars.contains { ",;\"\r\n\t".unicodeScalars.contains($0) } || guarded.hasPrefix(" ")
    return isQuoted ? "\"" + guarded.replacing("\"", with: "\"\"") + "\"" : guarded
  }

  private static func isGuarded(_ content: String) -> Bool {
    content.unicodeScalars.first.map { "=+-@'\t\r\n＝＋－＠".unicodeScalars.contains($0) } ?? false
  }
}
