import Model

/// A letter's text with placeholders.
///
///     Subject: Thank you, {organisation.name|the company}
///
///     Dear {person.name|the name},
///
///     Thank you for {interview.start|the day}. || I enjoyed {interview.start|the day}.
///     ? You spoke about {finding:topic.text}.
///
/// `{NAME.FIELD|WHAT}` is a row's field (`LetterContext.names`) by its stored name; where it is empty the text shows
/// `[gap: WHAT]`, and `{gap|WHAT}` always does; a note that is no phrase for a letter shows in a gap. A line that begins with `? ` is left out instead; one that begins with
/// `! NAME.FIELD: ` stands only where that field is empty. ` || ` separates wordings, so that people of one panel
/// get different sentences. Lines of one paragraph are joined.
package struct Template: Sendable {
  enum Piece: Hashable, Sendable {
    case text(String)
    case field(name: String, field: String, what: String?)
    case gap(String)
  }

  struct Line: Sendable {
    var isOptional = false
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
    if halves.count == 2 && halves[0] == "gap" { return .gap(halves[1]) }
    let path = (halves.first ?? "").split(separator: ".", maxSplits: 1).map(String.init)
    guard let row = path.first, let kind = LetterContext.names[row] else {
      let names = LetterContext.names.keys.sorted().joined(separator: ", ")
      throw source.error("no row is called “\(path.first ?? "")”; there are \(names)", column: column)
    }
    let wanted = path.count > 1 ? path[1] : ""
    guard let info = Registry.kind(kind), info.field(wanted) != nil else {
      let fields = Registry.kind(kind)?.fields.map(\.name).joined(separator: ", ") ?? ""
      throw source.error("“\(row)” has no field “\(wanted)”; it has \(fields)", column: column)
    }
    return .field(name: row, field: wanted, what: halves.count > 1 ? halves[1] : nil)
  }
}

extension Template {
  /// The letter with the context's facts. `variant` chooses among wordings.
  func fill(_ context: LetterContext, kind: DraftKind, variant: Int) -> Draft {
    var gaps: [String] = []
    let filler = Filler(context: context, variant: variant, isVerbatim: kind == .brief)
    let subject = filler.text(of: self.subject, &gaps) ?? ""
    var paragraphs: [[String]] = [[]]
    for line in lines {
      if line.variants.isEmpty {
        paragraphs.append([])
      } else if let text = filler.text(of: line, &gaps) {
        paragraphs[paragraphs.count - 1].append(text)
      }
    }
    let body = paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }.joined(separator: "\n\n")
    return Draft(kind: kind, subject: subject, body: body + "\n", gaps: unique(gaps))
  }
}

extension Template {
  /// Each line by itself, for what is spoken; gaps stay visible.
  func filledLines(_ context: LetterContext) -> [String] {
    let filler = Filler(context: context, variant: 0, isVerbatim: false)
    var gaps: [String] = []
    return lines.compactMap { filler.text(of: $0, &gaps) }
  }
}
