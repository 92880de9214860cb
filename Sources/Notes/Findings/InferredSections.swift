/// Sections whose heading no list knows, told by what stands below: "What might sink me" above "I've never managed …".
extension NoteScanner {
  /// Opens the section that most of the items below speak of; false where they speak of nothing or of several matters.
  func openInferred(level: Int) -> Bool {
    guard contentLines > 0, let rubric = rubricOfItems() else { return false }
    open(rubric, level: level)
    lines[index].role = .heading
    return true
  }

  /// "Where they see it differently:" alone above items.
  func isInferredHeading(_ line: NoteLine) -> Bool {
    guard !line.isItem, line.quoteDepth == 0, followsItem(), tokens(in: line.content).last?.isMark(":") ?? false else {
      return false
    }
    return openInferred(level: 0)
  }

  private func rubricOfItems() -> Rubric? {
    var found: FactField?
    var (items, telling) = (0, 0)
    for line in lines[min(index + 1, lines.count)...].prefix(9) {
      if line.kind == .blank, items == 0 { continue }
      guard line.isItem else { break }
      items += 1
      guard let field = cue(in: line.content)?.0.field, NoteScanner.inferred[field] != nil else { continue }
      if let found, found != field { return nil }
      found = field
      telling += 1
    }
    guard let found, items >= 2, telling * 2 >= items else { return nil }
    return NoteScanner.inferred[found]
  }

  private static let inferred: [FactField: Rubric] = [
    .challenge: .challenge, .objection: .objection, .missedAccomplishment: .missed,
  ]
}
