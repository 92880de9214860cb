package import Model

/// Kinds as people type them.
package enum KindName {
  private static let spoken: [String: String] = [
    "people": "person", "company": "organisation", "companies": "organisation", "organization": "organisation",
    "organizations": "organisation", "opportunities": "opportunity", "touches": "touch",
  ]

  /// The kind that a word means: its stored name, its plural, or what it is usually called.
  ///
  /// - Throws: `NamingError.unknownKind`.
  package static func find(_ word: String) throws -> KindInfo {
    if let kind = lookup(word) { return kind }
    let known = Registry.kinds.map(\.name) + spoken.keys
    throw NamingError.unknownKind(word, nearest: Suggestion.nearest(word, among: known))
  }

  static func lookup(_ word: String) -> KindInfo? {
    let folded = Fold.fold(word)
    if let kind = Registry.kind(spoken[folded] ?? folded) { return kind }
    return folded.hasSuffix("s") ? Registry.kind(String(folded.dropLast())) : nil
  }

  /// "people", "opportunities", "promises".
  package static func plural(_ kind: String) -> String {
    switch kind {
    case Person.kind: "people"
    case Opportunity.kind: "opportunities"
    case Touch.kind: "touches"
    default: kind + "s"
    }
  }
}
