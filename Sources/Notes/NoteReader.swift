package import Model
package import Scorer

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
  /// The names and mail addresses of the user, who is never a contact.
  var owner = MailOwner()

  /// Whether the reading is to say what spoke for each finding.
  package var explains = false
  /// The learnt weights; nil to read by rules alone.
  package var scorer: Scorer? = .shared

  package init(
    on: Day? = nil, today: Day? = nil, near: Day? = nil, order: DateOrder = .undecided, columns: [String: String] = [:],
    ownNames: [String] = []
  ) {
    owner.names = Set(ownNames.map { collapsed($0).lowercased() })
    self.on = on
    self.today = today
    self.near = near
    self.order = order
    self.columns = columns
  }
}

/// Reads a file of interview notes: any bytes in, a proposal out, never an error.
package enum NoteReader {
  /// Text above this size is kept and not read: a life's notes are no larger.
  package static let largestText = 8 << 20
  /// The same of lines.
  package static let mostLines = 200_000

  /// The fields that a tracker's column may be said to mean; `ignore` leaves it as text.
  package static let columnFields = Rubric.allCases.map(\.rawValue) + ColumnKind.namedDays.compactMap(\.field)

  /// How many lines a text has: the cost of cutting it without reading it.
  package static func lineCount(_ text: [Unicode.Scalar]) -> Int {
    lineSpans(of: text, in: TextSpan(0, text.count)).count
  }

  /// Attached files are no text of a mail: large ones are left out before it is read, and so of the reading's text.
  package static func read(_ bytes: [UInt8], name: String? = nil, options: ReadingOptions = ReadingOptions())
    -> Reading
  {
    let bytes = Attachments.isLarge(bytes) ? Attachments.leftOut(of: bytes) : bytes
    if let why = unread(bytes) { return uninterpreted(bytes, why) }
    return NoteSource(decoded: DecodedText(bytes), name: name, options: options).readingOfText()
  }

  /// Why a file is kept and not read; nil where it is read.
  private static func unread(_ bytes: [UInt8]) -> String? {
    if bytes.count > largestText { return "larger than \(largestText >> 20) MB of text" }
    var (feeds, returns) = (0, 0)
    for byte in bytes { if byte == 0x0A { feeds += 1 } else if byte == 0x0D { returns += 1 } }
    if max(feeds, returns) > mostLines { return "more than \(mostLines) lines" }
    return NonNote.data(bytes).map { "it is \($0)" }
  }

  /// A file that is kept: nothing of it is held in memory.
  private static func uninterpreted(_ bytes: [UInt8], _ why: String) -> Reading {
    let head = DecodedText(Array(bytes.prefix(4)))
    return Reading(
      encoding: .utf8, hasByteOrderMark: head.hasByteOrderMark, newline: .lf, container: .plain, text: [], lines: [],
      noteDate: .missing, facts: [],
      remarks: [Remark(line: nil, text: "kept and not read: \(why)", leavesUnread: true)],
      documents: [])
  }
}
