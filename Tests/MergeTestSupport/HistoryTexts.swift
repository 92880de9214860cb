package import Merge

extension History {
  /// The versions that a text's view merges: heads, restores replaced by their dots, less those that another of them
  /// descends from.
  package func textHeads(of cell: Cell) -> [HeldChange] { shownVersions(of: heads(of: cell)) }

  /// The same were these the heads.
  private func shownVersions(of heads: [HeldChange]) -> [HeldChange] {
    var known: Set<Reference> = []
    let shown = heads.flatMap(origins).filter { known.insert($0.reference).inserted }
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

  /// The text's view; nil where nothing stands.
  package func textView(of cell: Cell) -> [TextPart]? {
    let heads = textHeads(of: cell)
    guard !heads.isEmpty else { return nil }
    let readable = heads.filter(\.isTextVersion)
    if mutations.contains(.oneBaseForAllHeads) { return mergedOverOneBase(readable) }
    return merged(readable, isVirtual: false)
  }

  /// What would be shown were these the heads; nothing where none can be read.
  func text(of heads: [HeldChange]) -> [TextPart] {
    merged(shownVersions(of: heads).filter(\.isTextVersion), isVirtual: false)
  }

  /// Wrong on purpose: all heads against the one version that all of them descend from.
  private func mergedOverOneBase(_ heads: [HeldChange]) -> [TextPart] {
    let common = heads.map(ancestors).reduce(nil as Set<Reference>?) { $0?.intersection($1) ?? $1 } ?? []
    let base = maximal(common).max { $0.reference < $1.reference }
    return SlowTextMerge.merge(base: base.map(side)?.parts ?? [], heads.map(side), isVirtual: false)
  }

  // MARK: The merge of several versions

  /// A version, or several merged already.
  private struct Node {
    let side: SlowTextMerge.Side
    /// What its versions descend from.
    let ancestors: Set<Reference>
  }

  /// The executable model leaves more than two heads open; MERGE.md's rule is: with three or more, the two with the greatest (generation, dot) common ancestor are merged first, and so on; all that
  /// have this one ancestor alone in common go together.
  private func merged(_ versions: [HeldChange], isVirtual: Bool) -> [TextPart] {
    var nodes = versions.map { Node(side: side($0), ancestors: ancestors(of: $0)) }
    while nodes.count > 1 {
      let (members, bases) = nextMerge(nodes)
      let parts = SlowTextMerge.merge(base: base(bases), members.map { nodes[$0].side }, isVirtual: isVirtual)
      let authors = members.flatMap { nodes[$0].side.authors }.sorted()
      let ancestors = members.reduce(into: Set<Reference>()) { $0.formUnion(nodes[$1].ancestors) }
      nodes = nodes.indices.filter { !members.contains($0) }.map { nodes[$0] }
      nodes.append(Node(side: SlowTextMerge.Side(parts: parts, authors: authors), ancestors: ancestors))
    }
    return nodes.first?.side.parts ?? []
  }

  /// The text of the common ancestors: of none the empty text, of several their own merge.
  private func base(_ versions: [HeldChange]) -> [TextPart] {
    switch versions.count {
    case 0: []
    case 1: side(versions[0]).parts
    default: merged(versions, isVirtual: true)
    }
  }

  private func nextMerge(_ nodes: [Node]) -> (members: [Int], bases: [HeldChange]) {
    let shared = common(to: nodes)
    guard let greatest = shared.max(by: { rank($0) < rank($1) }) else { return (Array(nodes.indices), []) }
    let group = nodes.indices.filter { nodes[$0].ancestors.contains(greatest.reference) }
    let below = ancestors(of: greatest).union([greatest.reference])
    if common(to: group.map { nodes[$0] }).allSatisfy({ below.contains($0.reference) }) { return (group, [greatest]) }
    let pair = Array(
      group.sorted { left, right in
        nodes[right].side.authors.reversed().lexicographicallyPrecedes(nodes[left].side.authors.reversed())
      }.prefix(2))
    return (pair, maximal(nodes[pair[0]].ancestors.intersection(nodes[pair[1]].ancestors)))
  }

  /// The texts that at least two of these descend from.
  private func common(to nodes: [Node]) -> [HeldChange] {
    let all = nodes.reduce(into: Set<Reference>()) { $0.formUnion($1.ancestors) }
    return all.filter { version in nodes.count { $0.ancestors.contains(version) } > 1 }.compactMap(change)
      .filter(\.isTextVersion)
  }

  /// Of these the texts from which no other of these texts descends, greatest first.
  private func maximal(_ versions: Set<Reference>) -> [HeldChange] {
    let texts = versions.compactMap(change).filter(\.isTextVersion)
    let covered = texts.reduce(into: Set<Reference>()) { $0.formUnion(ancestors(of: $1)) }
    return texts.filter { !covered.contains($0.reference) }.sorted { rank($0) > rank($1) }
  }

  private func rank(_ version: HeldChange) -> (Int, Reference) { (generation(of: version), version.reference) }

  /// One more than the greatest of those it was written over; 0 for one written over nothing.
  private func generation(of version: HeldChange) -> Int {
    if let known = generations[version.reference] { return known }
    let generation = parents(of: version).compactMap(change).map { self.generation(of: $0) + 1 }.max() ?? 0
    generations[version.reference] = generation
    return generation
  }

  private func side(_ version: HeldChange) -> SlowTextMerge.Side {
    guard case .text(_, let whole) = version.operation else { return SlowTextMerge.Side(parts: [], authors: []) }
    return SlowTextMerge.Side(parts: SlowTextUnits.units(whole).map(TextPart.unit), authors: [version.reference])
  }
}

extension HeldChange {
  fileprivate var isTextVersion: Bool { if case .text = operation { true } else { false } }
}
