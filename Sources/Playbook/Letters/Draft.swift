/// A letter to be edited: what the user sends may differ, and only that counts.
package struct Draft: Hashable, Sendable {
  package let kind: DraftKind
  package let subject: String
  package let body: String
  /// What is missing, in the order of the text; each stands in it as `[gap: …]`.
  package let gaps: [String]

  /// The letter with what another says between its greeting and its close, ahead of its own last paragraph.
  func carrying(_ other: Draft) -> Draft {
    var paragraphs = Draft.paragraphs(body)
    let said = Set(Overlap.sentences(body))
    let added = Draft.paragraphs(other.body).dropFirst().dropLast(2).filter { paragraph in
      !paragraphs.contains(paragraph) && !Overlap.sentences(paragraph).contains { said.contains($0) }
    }
    guard paragraphs.count > 3 else { return self }
    paragraphs.insert(contentsOf: added, at: paragraphs.count > 4 ? paragraphs.count - 3 : paragraphs.count - 2)
    let lacking =
      gaps + other.gaps.filter { gap in !gaps.contains(gap) && added.contains { $0.contains("[gap: \(gap)]") } }
    return Draft(kind: kind, subject: subject, body: paragraphs.joined(separator: "\n\n") + "\n", gaps: lacking)
  }

  private static func paragraphs(_ body: String) -> [String] {
    body.split(separator: "\n").map(String.init).filter { !$0.isEmpty }
  }
}
