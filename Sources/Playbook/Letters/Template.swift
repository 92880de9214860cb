import Model

/// A letter's text with placeholders.
///
///     Subject: Thank you, {organisation.name|the company}
///
///     Dear {person.name|the name},
///
///     Thank you for {interview.start|the day}. || I enjoyed {interview.start|the day}.
///     ? You spoke about {finding:topic.text as noun}.
///     | You told me that {finding:topic.text as clause}.
///
/// `{NAME.FIELD as PLACE|WHAT}` is a row's field (`LetterContext.names`) by its stored name, in the form that the place
/// takes (`SentencePlace`); where it is empty, or a note's words do not fit, the text shows `[gap: WHAT]`, and `{gap|WHAT}`
/// always does. `{greeting}` is the reader's, `{caller}` what one calls them. A line that begins with `? ` is left out where a field is empty; one that
/// begins with `| ` takes the place of the line before where the words do not fit that; one that begins with
/// `! NAME.FIELD: ` stands only where that field is empty. ` || ` separates wordings, so that people of one panel get
/// different sentences. Lines of one paragraph are joined; those that begin with `~ ` may change places.
package struct Template: Sendable {
  enum Piece: Hashable, Sendable {
    case text(String)
    case field(name: String, field: String, place: SentencePlace?, what: String?)
    case greeting(String?)
    /// What the reader is called in speech.
    case caller(String?)
    case gap(String)
  }

  struct Line: Sendable {
    var isOptional = false
    /// Takes the place of the line before it where that does not fit.
    var isOther = false
    /// May change places with others of its paragraph.
    var isMovable = false
    /// The field that must be empty for the line to stand.
    var unless: Piece?
    /// Wordings, each a list of pieces; empty for a blank line.
    var variants: [[Piece]] = []
  }

  let subject: Line
  let lines: [Line]

  /// Reads a template; an unknown placeholder is an error with its place.
  package init(_ text: String) throws(SourceError) {
    var subject = Line()
    var lines: [Line] = []
    for (index, text) in SourceLine.split(text).enumerated() {
      let source = SourceLine(number: index + 1, text: text)
      let mark = "Subject: "
      if index == 0, text.hasPrefix(mark) {
        subject = try Template.line(source, dropping: mark.unicodeScalars.count)
      } else {
        lines.append(try Template.line(source, dropping: 0))
      }
    }
    self.subject = subject
    self.lines = lines
  }

  private static func line(_ source: SourceLine, dropping count: Int) throws(SourceError) -> Line {
    var scalars = Array(source.text.unicodeScalars)[count...]
    var line = Line()
    if scalars.starts(with: "~ ".unicodeScalars) {
      line.isMovable = true
      scalars = scalars.dropFirst(2)
    }
    if scalars.starts(with: "| ".unicodeScalars) {
      line.isOther = true
      scalars = scalars.dropFirst(2)
    }
    if scalars.starts(with: "? ".unicodeScalars) {
      line.isOptional = true
      scalars = scalars.dropFirst(2)
    } else if scalars.starts(with: "! ".unicodeScalars), let colon = scalars.firstRange(of: ": ".unicodeScalars) {
      let start = scalars.startIndex + 2
      line.unless = try field(source, scalars[start..<colon.lowerBound], column: start + 1)
      scalars = scalars[colon.upperBound...]
    }
    guard scalars.contains(where: { $0 != " " }) else { return Line() }
    while let bar = scalars.firstRange(of: " || ".unicodeScalars) {
      line.variants.append(try pieces(source, scalars[..<bar.lowerBound]))
      scalars = scalars[bar.upperBound...]
    }
    line.variants.append(try pieces(source, scalars))
    return line
  }

  /// Text and placeholders in turn.
  private static func pieces(
    _ source: SourceLine, _ scalars: ArraySlice<Unicode.Scalar>
  ) throws(SourceError) -> [Piece] {
    var pieces: [Piece] = []
    var rest = scalars
    while let open = rest.firstIndex(of: "{") {
      if open > rest.startIndex { pieces.append(.text(string(rest[..<open]))) }
      guard let close = rest[open...].firstIndex(of: "}") else {
        throw source.error("“{” without “}”", column: open + 1)
      }
      pieces.append(try field(source, rest[(open + 1)..<close], column: open + 2))
      rest = rest[(close + 1)...]
    }
    return rest.isEmpty ? pieces : pieces + [.text(string(rest))]
  }

  private static func field(
    _ source: SourceLine, _ scalars: ArraySlice<Unicode.Scalar>, column: Int
  ) throws(SourceError) -> Piece {
    let halves = string(scalars).split(separator: "|", maxSplits: 1).map(String.init)
    let what = halves.count > 1 ? halves[1] : nil
    if let what, halves[0] == "gap" { return .gap(what) }
    if halves.first == "greeting" { return .greeting(what) }
    if halves.first == "caller" { return .caller(what) }
    let named = (halves.first ?? "").split(separator: " ").map(String.init)
    let place = named.count == 3 && named[1] == "as" ? SentencePlace(rawValue: named[2]) : nil
    guard named.count < 2 || place != nil else {
      let places = SentencePlace.allCases.map(\.rawValue).joined(separator: ", ")
      throw source.error(
        "after “as” stands a place: \(places)", column: column + (named.first?.unicodeScalars.count ?? 0))
    }
    let path = (named.first ?? "").split(separator: ".", maxSplits: 1).map(String.init)
    guard let row = path.first, let kind = LetterContext.names[row] else {
      let names = LetterContext.names.keys.sorted().joined(separator: ", ")
      throw source.error("no row is called “\(path.first ?? "")”; there are \(names)", column: column)
    }
    let wanted = path.count > 1 ? path[1] : ""
    guard let info = Registry.kind(kind), info.field(wanted) != nil else {
      let fields = Registry.kind(kind)?.fields.map(\.name).joined(separator: ", ") ?? ""
      throw source.error("“\(row)” has no field “\(wanted)”; it has \(fields)", column: column)
    }
    return .field(name: row, field: wanted, place: place, what: what)
  }
}
