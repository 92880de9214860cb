/// The block of `key: value` lines between two `---` at the top of a Markdown note.
extension NoteScanner {
  func markFrontMatter() {
    guard let first = lines.first, first.kind == .syntax, text.text(first.span).hasPrefix("---") else { return }
    guard
      let last = lines.indices.dropFirst().prefix(64).first(where: {
        lines[$0].kind == .syntax && text.text(lines[$0].content).hasPrefix("---")
      })
    else { return }
    lines[0].role = .syntax
    for number in 1..<last where lines[number].kind != .blank {
      index = number
      // Lists such as "tags:" with items below are no findings.
      guard !lines[number].isItem, let label = label(in: lines[number].content), !label.value.isEmpty else { continue }
      let before = facts.count + people.count
      if lines[number].isTitleField(text), !isJobTitle(unwrapped(label.value)) {
        title(unwrapped(label.value))
        lines[number].role = .fact
        continue
      }
      assign(label.rubric, unwrapped(label.value), lines[number])
      lines[number].role = facts.count + people.count > before ? .fact : .syntax
    }
    for number in 0...last {
      lines[number].kind = .syntax
      if lines[number].role == .unclaimed { lines[number].role = .syntax }
    }
    index = last + 1
  }
}

extension NoteLine {
  /// `title: …` in front matter is the note's title, not somebody's.
  fileprivate func isTitleField(_ text: [Unicode.Scalar]) -> Bool {
    text.text(TextSpan(content.start, min(content.end, content.start + 6))).lowercased() == "title:"
  }
}
