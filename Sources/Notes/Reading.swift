package import Model

/// What a note says, and where: the reader's proposal for one file.
///
/// All spans count Unicode scalars of `text`.
package struct Reading: Sendable {
  package var encoding: TextEncoding
  package var hasByteOrderMark: Bool
  package var newline: Newline
  package var container: Container
  /// The decoded file without its byte order mark.
  package var text: [Unicode.Scalar]
  /// Every line of the text, in order; together with their line ends they cover it.
  package var lines: [Line]
  package var noteDate: NoteDate
  /// In text order.
  package var facts: [Fact]
  /// What may be facts too, but not likely enough to make anything of them unasked; in text order.
  package var perhaps: [Fact] = []
  package var remarks: [Remark]
  /// One for most files; one for each mail of an mbox.
  package var documents: [Document]
  /// The papers that the file was cut into, where there are several or it is a message; their spans are the file's.
  package var papers: [Paper] = []
  /// What of them was said or sent, in order.
  package var correspondence: [Correspondence] = []
  /// A calendar's entries that are or were interviews.
  package var entries: [CalendarEntry] = []

  /// For findings in encoded parts and folded lines, by their spans: the line as it reads when decoded.
  package var decodedLines: [TextSpan: String] = [:]

  /// A table of contacts: most of whom have nothing to do with a search.
  package var isOfContacts = false

  /// A tracker's columns, in order; empty for other files.
  package var columns: [Column] = []

  /// Days in a tracker's rows that are no interview's, in text order.
  var daysBeside: [TextSpan] = []

  /// The order in which days and months were read, and what says so.
  package var dateOrder: DateOrder = .undecided
  /// Some date found could be another in the other order; a remark at its line says which.
  package var hasOpenOrder = false

  /// The day that relative dates were resolved against.
  package var reference: Day?

  /// What sort of paper it is, where that was judged, and how likely.
  package var paper: PaperKind?
  package var paperProbability = 1.0
  /// What spoke for the sort of paper and, by their places, for the findings; empty unless asked for.
  package var paperReasons: [String] = []
  package var reasons: [TextSpan: [String]] = [:]

  package func text(_ span: TextSpan) -> String { text.text(span) }
}

/// What stands in a stretch of a text.
package protocol Spanned {
  /// Of lines without the line end.
  var span: TextSpan { get }
}

extension Line: Spanned {}
extension Paper: Spanned {}
extension Fact: Spanned {}
extension TextSpan: Spanned { package var span: TextSpan { self } }
extension NoteLine: Spanned {}

extension Array where Element: Spanned {
  /// Of stretches in text order the one that a scalar lies in or that ends at it, else the next; nil behind the last.
  package func index(at scalar: Int) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].span.end < scalar { low = middle + 1 } else { high = middle }
    }
    return low < count ? low : nil
  }
}

/// A column of a job tracker and what it is read as.
package struct Column: Hashable, Sendable {
  package var name: String
  /// A name of `columnFields`; nil where the column is left as text.
  package var field: String?

  /// "Betrieb → organisation", "Bemerkung left as text".
  package var meaning: String { name + (field.map { " → " + $0 } ?? " left as text") }
}

/// The file's form, told by its content.
package enum Container: String, Sendable {
  case plain, markdown, org, mail, mbox, csv, vcard, icalendar

  package var isMail: Bool { self == .mail || self == .mbox }

  /// Whether what it says counts from the day it was written: a card says no days, a calendar whole ones.
  package var countsFromItsDay: Bool { self != .vcard && self != .icalendar }
}

/// One line: its place and what the reader took it for.
package struct Line: Hashable, Sendable {
  /// Without the line end.
  package var span: TextSpan
  package var role: LineRole
}

/// What a line is to the record of an interview.
package enum LineRole: String, Sendable {
  case blank
  /// At least one fact lies in it.
  case fact
  /// A heading or label that steers what its lines mean.
  case heading
  /// Syntax of the container: headers, boundaries, drawers, table rules, front matter fences.
  case syntax
  /// The candidate's own preparation: never record.
  case preparation
  /// An empty field or heading of a form.
  case template
  /// Somebody's earlier mail, quoted.
  case quoted
  case signature
  /// Kept verbatim as text.
  case unclaimed
}

/// The day a note was written, and who says so. A file's modification time is never asked.
package enum NoteDate: Hashable, Sendable {
  /// Said inside the file: a mail's header, front matter, a dated first line.
  case text(Moment, TextSpan)
  case name(Moment)
  /// Given by the caller.
  case option(Day)
  case missing

  package var day: Day? {
    switch self {
    case .text(let moment, _), .name(let moment): moment.day
    case .option(let day): day
    case .missing: nil
    }
  }
}

/// One document inside a file.
package struct Document: Hashable, Sendable {
  package var span: TextSpan
  /// A mail's Message-ID without its angle brackets.
  package var messageID: String?
  package var subject: String?
  package var date: Moment?
}

/// Something the user should know about a line: ambiguous, unreadable, left out.
package struct Remark: Hashable, Sendable {
  /// Counted from 1; nil for the whole file.
  package var line: Int?
  package var text: String
  /// Whether it tells of text that was not read: an import says so, too.
  package var leavesUnread = false
}
