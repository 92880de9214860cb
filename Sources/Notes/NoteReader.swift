package import Model

/// What the caller knows about a note that its bytes do not say.
package struct ReadingOptions: Sendable {
  /// The day that a note without a full date of its own counts as written; without one, and without a date in the note,
  /// relative dates count from `today`.
  package var on: Day?
  /// The caller's day, used only where neither the note nor `on` gives one; without it days said without a year stay text.
  package var today: Day?
  /// The day of the import: near it, a weekday and day without a year tell the year.
  package var near: Day?
  /// The order of day and month where the note's own dates do not tell it.
  package var order: DateOrder
  /// Column names of a job tracker, in small letters, and the fields of `NoteReader.columnFields` that they mean.
  package var columns: [String: String]

  package init(
    on: Day? = nil, today: Day? = nil, near: Day? = nil, order: DateOrder = .undecided, columns: [String: String] = [:]
  ) {
    self.on = on
    self.today = today
    self.near = near
    self.order = order
    self.columns = columns
  }
}

/// Reads a file of interview notes: any bytes in, a proposal out, never an error.
package enum NoteReader {
  /// Files above this size are kept but not interpreted.
  package static let largestFile = 64 << 20

  /// The fields that a tracker's column may be said to mean; `ignore` leaves it as text.
  package static let columnFields = Rubric.allCases.map(\.rawValue)

  /// How many lines a text has: the cost of cutting it without reading it.
  package static func lineCount(_ text: [Unicode.Scalar]) -> Int {
    lineSpans(of: text, in: TextSpan(0, text.count)).count
  }

  package static func read(_ bytes: [UInt8], name: String? = nil, options: ReadingOptions = ReadingOptions())
    -> Reading
  {
    let decoded = DecodedText(bytes)
    guard bytes.count <= largestFile else { return uninterpreted(decoded) }
    return NoteSource(decoded: decoded, name: name, options: options).readingOfText()
  }

  /// A file too large to be a note: its text is kept, its lines are not read.
  private static func uninterpreted(_ decoded: DecodedText) -> Reading {
    let lines = lineSpans(of: decoded.scalars, in: TextSpan(0, decoded.scalars.count))
    return Reading(
      encoding: decoded.encoding, hasByteOrderMark: decoded.hasByteOrderMark, newline: decoded.newline,
      container: .plain,
      text: decoded.scalars, lines: lines.map { Line(span: $0, role: .unclaimed) }, noteDate: .missing, facts: [],
      remarks: [
        Remark(line: nil, text: "larger than \(largestFile >> 20) MiB: not read for findings", leavesUnread: true)
      ], documents: [])
  }
}
