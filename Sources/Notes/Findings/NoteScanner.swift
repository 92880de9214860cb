import Model

/// Walks a note's lines once, in order, and collects what they say.
///
/// What a line means depends on what stands above it: the heading or label in force (`section`), the application
/// (`group`), an open question. The rules themselves live in extensions, one file a kind of finding.
final class NoteScanner {
  let text: [Unicode.Scalar]
  var reference: Day
  let order: DateOrder
  var container: Container
  var lines: [NoteLine]
  let tokens: [Token]
  private let tokenStarts: TokenStarts

  /// The application that facts belong to, from 1.
  var group = 1 {
    didSet {
      guard group != oldValue else { return }
      firstOfGroup = people.count
      present = []
      employers = []
    }
  }
  var section: Rubric?
  /// The heading level that opened the section; 0 for a label, whose section ends at the next blank line and text.
  var sectionLevel = 0
  /// How far the item stands from the left that opened the section; -1 for sections opened otherwise.
  var outlineIndent = -1
  /// Lines of a label's section that are plain text, not items, still belong to it.
  var isSoft = false
  var index = 0
  /// The line of the group's title.
  var start = 0

  var facts = [Fact]()
  /// The fields found for the present application, each once.
  var present: [FactField] = []
  /// How many facts there were when the line was begun.
  var firstOfLine = 0
  /// How many lines with content came before.
  var contentLines = 0
  /// The application whose employer a label named.
  var labelledGroup: Int?
  /// The words of the present application's employer, by their keys.
  var employers: [[UInt64]] = []
  /// Some org heading has the keyword of an application.
  let hasApplications: Bool
  private var dateMemo = SpanMemo<[DateMatch]>()
  var claimMemo = SpanMemo<[Claim]>()
  /// The highest heading so far: the least level.
  var highestHeading = Int.max
  var people: [PersonDraft] = []
  /// Where the people of the present application begin in `people`.
  var firstOfGroup = 0
  var remarks: [Remark] = []
  /// A day is known that dates without a year count from; without it they stay text.
  var isAnchored = true
  /// Some date found could be another with day and month the other way round.
  var hasOpenOrder = false
  /// The fact of a question that waits for its answer on the next line.
  var openQuestion: Int?
  /// Under an org entry that is the candidate's own task: its deadline is nobody's promise.
  var isOwnTask = false
  /// The text up to here was read as an answer.
  var answeredUpTo = 0
  /// Whether "I" in the text is the candidate.
  var isCandidate = true
  /// What the last label said its value is.
  var lastRubric: Rubric?
  /// Groups that have a title of their own.
  var titled = Set<Int>()
  /// The user, who is never a contact.
  var owner = MailOwner()
  /// The lines at which entries of a journal begin, each about something else.
  var entryStarts: Set<Int> = []
  /// The tables of applications that the text holds.
  var tables: [TableGrid] = []
  /// Days in rows of applications that are no interview's, by their columns or because they date how a row stands.
  var daysBeside: [TextSpan] = []

  init(
    text: [Unicode.Scalar], lines: [NoteLine], tokens: [Token], reference: Day, order: DateOrder,
    container: Container
  ) {
    self.text = text
    self.lines = lines
    self.tokens = tokens
    tokenStarts = TokenStarts(tokens, length: text.count)
    self.reference = reference
    self.order = order
    self.container = container
    facts.reserveCapacity(min(lines.count, 64))
    hasApplications = lines.contains { $0.keyword.map(NoteScanner.applications.contains) ?? false }
  }

  // MARK: - Looking at the text

  /// The tokens that lie inside a span.
  func tokens(in span: TextSpan) -> ArraySlice<Token> {
    let first = tokenStarts.first(from: span.start)
    return tokens[first..<max(first, tokenStarts.first(from: span.end))]
  }

  func span(of slice: ArraySlice<Token>) -> TextSpan? {
    guard let first = slice.first, let last = slice.last else { return nil }
    return TextSpan(Int(first.start), Int(last.end))
  }

  func wordKeys(_ span: TextSpan) -> [UInt64] {
    let slice = tokens(in: span)
    var keys = [UInt64]()
    keys.reserveCapacity(slice.count)
    for token in slice where token.kind == .word { keys.append(token.key) }
    return keys
  }

  /// The date phrases of a span, outside its addresses and numbers of other kinds.
  func dates(in span: TextSpan) -> [DateMatch] {
    let slice = tokens(in: span)
    guard slice.contains(where: { $0.kind == .number || !$0.word.bits.isDisjoint(with: .solid) }) else { return [] }
    if let known = dateMemo[span] { return known }
    let found = readDates(in: span, slice)
    dateMemo[span] = found
    return found
  }

  private func readDates(in span: TextSpan, _ slice: ArraySlice<Token>) -> [DateMatch] {
    let claims = claims(in: span)
    if claims.isEmpty { return readDates(slice) }
    var out = [DateMatch]()
    var start = slice.startIndex
    for end in claims.map(\.span) + [TextSpan(span.end, span.end)] {
      let stop = slice[start...].firstIndex { Int($0.start) >= end.start } ?? slice.endIndex
      if stop > start { out += readDates(slice[start..<stop]) }
      start = slice[stop...].firstIndex { Int($0.start) >= end.end } ?? slice.endIndex
    }
    return out
  }

  private func readDates(_ slice: ArraySlice<Token>) -> [DateMatch] {
    DatePhrases.find(in: text, tokens: slice, reference: Moment(day: reference), order: order.order)
  }

  // MARK: - Adding facts

  func add(_ field: FactField, _ span: TextSpan, value: String? = nil, alternatives: [String] = []) {
    let span = text.trimmed(span)
    guard !span.isEmpty else { return }
    let own = text.text(span)
    if !present.contains(field) { present.append(field) }
    if field == .organisation { employers.append(wordKeys(span)) }
    let fact = Fact(
      field: field, interview: group, value: value ?? collapsed(own), span: span, text: own, alternatives: alternatives)
    facts.append(fact)
  }

  /// Whether the application has a fact of a field.
  func has(_ field: FactField) -> Bool { present.contains(field) }

  /// Whether a fact of a field found on the same line lies over a span; lines do not overlap.
  func isTaken(_ span: TextSpan, by field: FactField) -> Bool {
    (min(firstOfLine, facts.count)..<facts.count).contains {
      facts[$0].field == field && facts[$0].interview == group && facts[$0].span.overlaps(span)
    }
  }

  func remark(_ text: String, leavesUnread: Bool = false) {
    let new = Remark(line: index + 1, text: text, leavesUnread: leavesUnread)
    if remarks.count < 200, remarks.last != new { remarks.append(new) }
  }
}
