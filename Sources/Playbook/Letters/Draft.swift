/// A letter to be edited: what the user sends may differ, and only that counts.
package struct Draft: Hashable, Sendable {
  package let kind: DraftKind
  package let subject: String
  package let body: String
  /// What is missing, in the order of the text; each stands in it as `[gap: …]`.
  package let gaps: [String]
}
