/// Puts facts into the lines of a template.
struct Filler {
  let context: LetterContext
  /// Which wording of several.
  let variant: Int
  /// Whether notes stand as they are: for somebody who writes the letter, not for its reader.
  let isVerbatim: Bool

  /// The line's text, nil where the line does not stand. What is missing is added to the gaps.
  func text(of line: Template.Line, _ gaps: inout [String]) -> String? {
    guard !line.variants.isEmpty else { return nil }
    if case .field(let name, let field, _) = line.unless, context.words(name, field) != nil { return nil }
    var text = ""
    var found: [String] = []
    for piece in line.variants[variant % line.variants.count] {
      switch piece {
      case .text(let words): text += words
      case .gap(let gap): text += self.gap(gap, &found)
      case .field(let name, let field, let what):
        switch phrase(name, field) {
        case .fits(let words): text += words
        case .note(let note): text += gap("\(what ?? LetterContext.plain(name)), in your words: \(note)", &found)
        case nil where line.isOptional: return nil
        case nil: text += gap(what ?? LetterContext.plain(name), &found)
        }
      }
    }
    gaps += found
    return text
  }

  private func phrase(_ name: String, _ field: String) -> NotedPhrase? {
    isVerbatim ? context.words(name, field).map { .fits($0) } : context.phrase(name, field)
  }

  private func gap(_ what: String, _ found: inout [String]) -> String {
    found.append(what)
    return "[gap: \(what)]"
  }
}

extension LetterContext {
  /// A row's name in words, for a gap: "promise:them" is their next step.
  fileprivate static func plain(_ name: String) -> String {
    switch name {
    case "finding:topic": "a topic you discussed"
    case "finding:challenge": "a challenge they face"
    case "finding:connection": "what connects you"
    case "finding:objection": "the doubt"
    case "finding:missed-accomplishment": "what you left out"
    case "promise:them": "the next step"
    default: name.replacing(":", with: " ")
    }
  }
}
