/// A long text as it is shown: its heads merged.
package struct TextView: Hashable, Sendable {
  package let parts: [TextPart]
  /// Heads that this version cannot read, ascending: "needs a newer version".
  package let newer: [Reference]

  package var hasConflict: Bool {
    parts.contains { if case .conflict = $0 { true } else { false } }
  }

  /// Every unit, of conflict regions those of all variants.
  package var units: [TextUnit] {
    parts.flatMap { part in
      switch part {
      case .unit(let unit): [unit]
      case .conflict(let variants): variants.flatMap(\.units)
      }
    }
  }

  /// The text; of conflict regions all variants one after the other.
  package var text: String { TextUnit.text(units) }
}

extension TextHistory {
  /// What is shown of the text; nil where nothing stands.
  ///
  /// - Parameter text: the whole text of a version, asked for only where it is needed.
  package func view(text: (CellEvent) throws -> String) rethrows -> TextView? {
    let shown = shownVersions
    guard !shown.isEmpty else { return nil }
    let readable = shown.filter { events[$0].isTextVersion }
    let newer = shown.filter { !events[$0].isTextVersion }.map { events[$0].reference }
    guard !readable.isEmpty else { return TextView(parts: [], newer: newer) }
    return TextView(parts: try TextGraph(self).merged(readable, text: text), newer: newer)
  }

  /// What is shown, with the texts that the operations carry.
  package func view() -> TextView? {
    view { event in
      if case .text(_, let whole) = event.operation { whole } else { "" }
    }
  }
}

extension CellEvent {
  var isTextVersion: Bool { if case .text = operation { true } else { false } }
}
