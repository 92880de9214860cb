/// A letter to be edited: what the user sends may differ, and only that counts.
package struct Draft: Hashable, Sendable {
  package let kind: DraftKind
  package let subject: String
  package let body: String
  /// What is missing, in the order of the text; each stands in it as `[gap: …]`.
  package let gaps: [String]
  /// The follow-ups beside its own that it says something for.
  package var carried: [ItemKey] = []

  /// The letter with what others say between its greeting and its close, one after another ahead of its own last
  /// paragraph. What it has no room for, or says already, it does not carry.
  func carrying(_ others: [(key: ItemKey, draft: Draft)]) -> Draft {
    var paragraphs = Draft.paragraphs(body)
    guard paragraphs.count > 3 else { return self }
    var place = paragraphs.count > 4 ? paragraphs.count - 3 : paragraphs.count - 2
    var (said, lacking, carried) = (Set(Overlap.sentences(body)), gaps, self.carried)
    for (key, other) in others {
      let added = Draft.paragraphs(other.body).dropFirst().dropLast(2).filter { paragraph in
        !paragraphs.contains(paragraph) && !Overlap.sentences(paragraph).contains { said.contains($0) }
      }
      guard !added.isEmpty else { continue }
      paragraphs.insert(contentsOf: added, at: place)
      place += added.count
      said.formUnion(added.flatMap(Overlap.sentences))
      lacking += other.gaps.filter { gap in !lacking.contains(gap) && added.contains { $0.contains("[gap: \(gap)]") } }
      carried.append(key)
    }
    let body = paragraphs.joined(separator: "\n\n") + "\n"
    return Draft(kind: kind, subject: subject, body: body, gaps: lacking, carried: carried)
  }

  private static func paragraphs(_ body: String) -> [String] {
    body.split(separator: "\n").map(String.init).filter { !$0.isEmpty }
  }
}
