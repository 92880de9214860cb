package import Merge

extension History {
  /// The versions that a text's view merges: heads, restores replaced by their dots, less those that another of them
  /// descends from.
  package func textHeads(of cell: Cell) -> [HeldChange] {
    let shown = origins(of: cell)
    let older = shown.reduce(into: Set<Reference>()) { $0.formUnion(ancestors(of: $1)) }
    return shown.filter { !older.contains($0.reference) }.sorted { $0.reference < $1.reference }
  }

  package func ancestors(of version: HeldChange) -> Set<Reference> {
    var found: Set<Reference> = []
    var waiting = parents(of: version)
    while let next = waiting.popLast() {
      guard let parent = change(next), found.insert(parent.reference).inserted else { continue }
      waiting += parents(of: parent)
    }
    return found
  }

  private func parents(of version: HeldChange) -> [Reference] {
    switch version.operation {
    case .text(let bases, _): bases
    case .restore(let dots, _, _): dots
    default: []
    }
  }

  /// The text's view; the merge itself is the one that the program uses, on the heads found here.
  package func textView(of cell: Cell) -> [TextPart]? {
    let heads = textHeads(of: cell)
    guard !heads.isEmpty else { return nil }
    if mutations.contains(.oneBaseForAllHeads) { return mergedOverOneBase(heads) }
    return TextHistory(events(of: cell)).merged(Set(heads.map(\.reference)))?.parts
  }

  /// Wrong on purpose: all heads against the one version that all of them descend from.
  private func mergedOverOneBase(_ heads: [HeldChange]) -> [TextPart] {
    let common = heads.map(ancestors).reduce(nil as Set<Reference>?) { $0?.intersection($1) ?? $1 } ?? []
    let base = common.compactMap(change).filter { candidate in
      !common.contains { other in change(other).map { ancestors(of: $0).contains(candidate.reference) } ?? false }
    }.max { $0.reference < $1.reference }
    return TextMerge.merge(base: base.map(side)?.parts ?? [], heads.map(side))
  }

  private func side(_ version: HeldChange) -> TextSide {
    guard case .text(_, let whole) = version.operation else { return TextSide(parts: [], authors: []) }
    return TextSide(parts: TextUnit.units(of: whole).map(TextPart.unit), authors: [version.reference])
  }
}
