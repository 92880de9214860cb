/// A long text as it is shown: its heads merged.
package struct TextView: Hashable, Sendable {
  package let parts: [TextPart]
  /// Heads that this version cannot read, ascending: "needs a newer version".
  package let newer: [Reference]

  package var hasConflict: Bool { parts.hasConflict }

  /// Every unit, of conflict regions those of all variants.
  package var units: [TextUnit] { parts.flatMap(\.alternatives).flatMap(\.self) }

  /// The text; of conflict regions all variants one after the other.
  package var text: String { TextUnit.text(units) }
}

extension TextHistory {
  /// What is shown of the text; nil where nothing stands.
  ///
  /// - Parameter text: the whole text of a version, asked for only where it is needed.
  package func view(text: (CellEvent) throws -> String) rethrows -> TextView? {
    try merged(shownVersions, text: text)
  }

  /// What is shown, with the texts that the operations carry.
  package func view() -> TextView? { merged(shownVersions, text: \.carriedText) }

  /// What would be shown were these the heads.
  func view(of heads: [Reference]) -> TextView? { merged(shownVersions(of: Set(heads)), text: \.carriedText) }

  /// The merge of these versions, none of which descends from another.
  package func merged(_ versions: Set<Reference>) -> TextView? {
    merged(events.indices.filter { versions.contains(events[$0].reference) }, text: \.carriedText)
  }

  private func merged(_ shown: [Int], text: (CellEvent) throws -> String) rethrows -> TextView? {
    guard !shown.isEmpty else { return nil }
    let readable = shown.filter { events[$0].isTextVersion }
    let newer = shown.filter { !events[$0].isTextVersion }.map { events[$0].reference }
    guard !readable.isEmpty else { return TextView(parts: [], newer: newer) }
    return TextView(parts: try TextGraph(self).merged(readable, text: text), newer: newer)
  }
}

extension TextView {
  /// The texts of the members of a joined row, in their order, equal ones once whoever wrote them. A member whose text is
  /// empty says nothing beside one whose text is not.
  package static func distinct(_ views: [TextView]) -> [TextView] {
    var known: Set<[[[TextUnit]]]> = []
    let distinct = views.filter { known.insert($0.parts.content).inserted }
    let filled = distinct.filter { !$0.isEmpty }
    return filled.isEmpty ? distinct : filled
  }

  private var isEmpty: Bool { parts == TextUnit.units(of: "").map(TextPart.unit) && newer.isEmpty }
}

extension CellEvent {
  var isTextVersion: Bool { if case .text = operation { true } else { false } }

  fileprivate var carriedText: String { if case .text(_, let whole) = operation { whole } else { "" } }
}
