package import Model

/// Kinds as people type them.
package enum KindName {
  private static let spoken = Dictionary(
    Registry.kinds.flatMap { kind in ([kind.manner.plural] + kind.manner.alsoCalled).map { ($0, kind.name) } }
  ) { first, _ in first }

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
    return Registry.kind(spoken[folded] ?? folded)
  }

  /// "people", "opportunities", "promises".
  package static func plural(_ kind: String) -> String { Registry.kind(kind)?.manner.plural ?? kind + "s" }
}
