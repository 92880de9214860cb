/// Puts facts into the lines of a template.
struct Filler {
  let context: LetterContext
  /// Which wording of several.
  let variant: Int
  /// Whether notes stand as they are: for somebody who writes the letter, not for its reader.
  let isVerbatim: Bool

  /// What became of a line: nil where a field it needs is empty.
  private struct Filled {
    var text = ""
    var gaps: [String] = []
    var isEmptyField = false
    var isMisfit = false
    /// Whether the line says what is missing where its words do not fit.
    var isDescribed = false
  }

  /// The text of a line or, where its words do not fit, of the first other wording that they do; nil where none stands.
  /// What is missing is added to the gaps.
  func text(of line: Template.Line, else others: [Template.Line], _ gaps: inout [String]) -> String? {
    let filled = ([line] + others).compactMap { line in fill(line).map { (line: line, filled: $0) } }
    let fitting = filled.first { !$0.filled.isMisfit && !$0.filled.isEmptyField }
    // Where a field is empty a line stands only if it must, or says what is missing.
    let standing = filled.filter { one in
      !one.filled.isEmptyField || !one.line.isOptional && (!one.line.isOther || one.filled.isDescribed)
    }
    guard let found = (fitting ?? standing.first(where: \.filled.isDescribed) ?? standing.first)?.filled else {
      return nil
    }
    gaps += found.gaps
    return found.text
  }

  private func fill(_ line: Template.Line) -> Filled? {
    guard !line.variants.isEmpty else { return nil }
    if case .field(let name, let field, _, _)? = line.unless, context.words(name, field) != nil { return nil }
    var filled = Filled()
    for piece in line.variants[variant % line.variants.count] {
      switch piece {
      case .text(let words): filled.text += words
      case .gap(let gap): add(gap, to: &filled)
      case .greeting(let what):
        if let greeting = Greeting(context.people["person"], context.tongue) {
          filled.text += greeting.text
        } else {
          filled.text += context.tongue.isEnglish ? "Dear " : ""
          add(what ?? "the person's name", to: &filled)
        }
      case .caller(let what):
        if let greeting = Greeting(context.people["person"], context.tongue) {
          filled.text += greeting.spoken
        } else {
          add(what ?? "the person's name", to: &filled)
        }
      case .field(let name, let field, let place, let what):
        fill(name, field, place, what, &filled)
      }
    }
    return filled
  }

  private func fill(_ name: String, _ field: String, _ place: SentencePlace?, _ what: String?, _ filled: inout Filled) {
    if what != nil { filled.isDescribed = true }
    let what = what ?? LetterContext.plain(name, field)
    guard let words = context.words(name, field) else {
      filled.isEmptyField = true
      return add(what, to: &filled)
    }
    guard !isVerbatim, let perspective = context.perspective(name, field) else { return filled.text += words }
    let fragment = Fragment(words)
    if context.tongue.isEnglish,
      let fit = fragment.words(for: place ?? context.standardPlace(name, field), perspective)
    {
      filled.text += fit
    } else if !context.tongue.isEnglish, let quoted = fragment.quoted(in: context.tongue) {
      filled.text += quoted
    } else {
      filled.isMisfit = true
      add("\(what), in your words: \(words.replacing("]", with: ")"))", to: &filled)
    }
  }

  private func add(_ what: String, to filled: inout Filled) {
    filled.gaps.append(what)
    filled.text += "[gap: \(what)]"
  }
}
