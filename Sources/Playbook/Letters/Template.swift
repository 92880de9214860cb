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
/// `{NAME.FIELD|WHAT}` is the field of a row (`LetterContext.names`) by its stored name; where it is empty the text shows
/// `[gap: WHAT]`, and `{gap|WHAT}` always does. A line that begins with `? ` is left out instead; one that begins with
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
      line.unless = try field(
        source, scalars[(scalars.startIndex + 2)..<colon.lowerBound], column: scalars.startIndex + 3)
      scalars = scalars[colon.upperBound...]
    }
    guard scalars.contains(where: { $0 != " " }) else { return Line() }
    var variants: [[Piece]] = [[]]
    var text = String.UnicodeScalarView()
    var index = scalars.startIndex
    func flush() {
      if !text.isEmpty { variants[variants.count - 1].append(.text(String(text))) }
      text.removeAll()
    }
    while index < scalars.endIndex {
      if scalars[index...].starts(with: " || ".unicodeScalars) {
        flush()
        variants.append([])
        index += 4
      } else if scalars[index] == "{" {
        flush()
        guard let end = scalars[index...].firstIndex(of: "}") else {
          throw source.error("“{” without “}”", column: index + 1)
        }
        variants[variants.count - 1].append(try field(source, scalars[(index + 1)..<end], column: index + 2))
        index = end + 1
      } else {
        text.append(scalars[index])
        index += 1
      }
    }
    flush()
    line.variants = variants
    return line
  }

  private static func field(
    _ source: SourceLine, _ scalars: ArraySlice<Unicode.Scalar>, column: Int
  ) throws(SourceError) -> Piece {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    let halves = String(view).split(separator: "|", maxSplits: 1).map(String.init)
    if halves.count == 2 && halves[0] == "gap" { return .gap(halves[1]) }
    let path = (halves.first ?? "").split(separator: ".", maxSplits: 1).map(String.init)
    guard path.count == 2, let kind = LetterContext.names[path[0]] else {
      let names = LetterContext.names.keys.sorted().joined(separator: ", ")
      throw source.error("no row is called “\(path.first ?? "")”; there are \(names)", column: column)
    }
    guard let info = Registry.kind(kind), info.field(path[1]) != nil else {
      let fields = Registry.kind(kind)?.fields.map(\.name).joined(separator: ", ") ?? ""
      throw source.error("“\(path[0])” has no field “\(path[1])”; it has \(fields)", column: column)
    }
    return .field(name: path[0], field: path[1], what: halves.count > 1 ? halves[1] : nil)
  }
}

extension Template {
  /// The letter with the context's facts. `variant` chooses among wordings.
  func fill(_ context: LetterContext, kind: DraftKind, variant: Int) -> Draft {
    var gaps: [String] = []
    let subject = filled(self.subject, context, variant, &gaps) ?? ""
    var paragraphs: [[String]] = [[]]
    for line in lines {
      if line.variants.isEmpty {
        paragraphs.append([])
      } else if let text = filled(line, context, variant, &gaps) {
        paragraphs[paragraphs.count - 1].append(text)
      }
    }
    let body = paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }.joined(separator: "\n\n")
    return Draft(kind: kind, subject: subject, body: body + "\n", gaps: unique(gaps))
  }

  private func filled(_ line: Line, _ context: LetterContext, _ variant: Int, _ gaps: inout [String]) -> String? {
    guard !line.variants.isEmpty else { return nil }
    if case .field(let name, let field, _) = line.unless, context.words(name, field) != nil { return nil }
    var result = ""
    var missing: [String] = []
    for piece in line.variants[variant % line.variants.count] {
      switch piece {
      case .text(let text): result += text
      case .gap(let gap):
        missing.append(gap)
        result += "[gap: \(gap)]"
      case .field(let name, let field, let what):
        if let words = context.words(name, field) {
          result += words
        } else {
          let gap = what ?? "\(name) \(field)"
          missing.append(gap)
          result += "[gap: \(gap)]"
        }
      }
    }
    if line.isOptional && !missing.isEmpty { return nil }
    gaps += missing
    return result
  }
}

extension Template {
  /// Each line by itself, for what is spoken; gaps stay visible.
  func filledLines(_ context: LetterContext) -> [String] {
    var gaps: [String] = []
    return lines.compactMap { filled($0, context, 0, &gaps) }
  }
}
