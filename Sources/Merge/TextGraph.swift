/// The version graph of one text while its heads are merged: finds the base of each merge, merging its several maximal
/// common ancestors first where there is more than one (MERGE.md, *text base*).
///
/// With three or more heads, those that share the greatest common ancestor by (generation, dot) are merged first, then the
/// result with the rest: one base for all would let a line return that one of them had removed.
final class TextGraph {
  private let history: TextHistory
  /// Versions in ascending (generation, reference), so that ancestors come first.
  private let order: [Int]
  private var bases: [[Int]: [TextPart]] = [:]
  /// Merges of common ancestors that may still be made; beyond them the base is the empty text, which makes differences
  /// conflicts and loses nothing.
  private var virtualMerges = 256

  /// More heads than this are not merged but shown whole, side by side.
  static let mostHeads = 64
  private static let deepest = 32

  init(_ history: TextHistory) {
    self.history = history
    order = TextGraph.ascending(history)
  }

  /// A set of merged versions: bit n stands for the n-th side.
  private typealias Sides = UInt64

  private struct Node {
    let versions: [Int]
    let side: TextSide
  }

  /// The merge of versions none of which descends from another.
  func merged(_ versions: [Int], text: (CellEvent) throws -> String) rethrows -> [TextPart] {
    guard versions.count <= TextGraph.mostHeads else {
      let sides = try versions.map { try side(of: $0, text) }
      return TextMerge.merge(base: [], sides)
    }
    return try merge(versions, isVirtual: false, depth: 0, text)
  }

  private func merge(
    _ versions: [Int], isVirtual: Bool, depth: Int, _ text: (CellEvent) throws -> String
  ) rethrows -> [TextPart] {
    var nodes = try versions.map { Node(versions: [$0], side: try side(of: $0, text)) }
    while nodes.count > 1 {
      let next = nextMerge(nodes)
      let base = try self.base(next.ancestors, depth: depth, text)
      let merged = next.sides.map { nodes[$0] }
      let parts = TextMerge.merge(base: base, merged.map(\.side), isVirtual: isVirtual)
      let side = TextSide(parts: parts, authors: merged.flatMap(\.side.authors).sorted())
      nodes = nodes.indices.filter { !next.sides.contains($0) }.map { nodes[$0] }
      nodes.append(Node(versions: merged.flatMap(\.versions), side: side))
    }
    return nodes.first?.side.parts ?? []
  }

  private func side(of version: Int, _ text: (CellEvent) throws -> String) rethrows -> TextSide {
    let event = history.events[version]
    return TextSide(parts: TextUnit.units(of: try text(event)).map(TextPart.unit), authors: [event.reference])
  }

  /// The text of the common ancestors: of one its own, of several their merge, of none the empty text.
  private func base(
    _ ancestors: [Int], depth: Int, _ text: (CellEvent) throws -> String
  ) rethrows -> [TextPart] {
    if ancestors.count < 2 { return try ancestors.first.map { try side(of: $0, text).parts } ?? [] }
    if let known = bases[ancestors] { return known }
    guard depth < TextGraph.deepest, virtualMerges > 0, ancestors.count <= TextGraph.mostHeads else { return [] }
    virtualMerges -= 1
    let merged = try merge(ancestors, isVirtual: true, depth: depth + 1, text)
    bases[ancestors] = merged
    return merged
  }

  /// Which sides to merge next, and their maximal common ancestors.
  ///
  /// All sides under the greatest common ancestor go together if any two of them have that one alone; else the two with
  /// the greatest references.
  private func nextMerge(_ nodes: [Node]) -> (sides: [Int], ancestors: [Int]) {
    let below = sidesBelow(nodes)
    guard let greatest = order.last(where: { isCommon(below[$0], $0) }) else {
      return (Array(nodes.indices), [])
    }
    let group = below[greatest]
    let older = history.ancestors(of: [greatest])
    let isAlone = order.allSatisfy { $0 == greatest || older.contains($0) || !isCommon(below[$0] & group, $0) }
    let members = nodes.indices.filter { group & (1 << UInt64($0)) != 0 }
    if isAlone { return (members, [greatest]) }
    let pair = members.sorted { isLater(nodes[$0], nodes[$1]) }.prefix(2)
    let both = pair.reduce(Sides(0)) { $0 | 1 << UInt64($1) }
    return (Array(pair), maximal { below[$0] & both == both && history.events[$0].isTextVersion })
  }

  private func isCommon(_ sides: Sides, _ version: Int) -> Bool {
    sides.nonzeroBitCount > 1 && history.events[version].isTextVersion
  }

  private func isLater(_ left: Node, _ right: Node) -> Bool {
    right.side.authors.reversed().lexicographicallyPrecedes(left.side.authors.reversed())
  }

  /// For each version the sides that descend from it.
  private func sidesBelow(_ nodes: [Node]) -> [Sides] {
    var below = [Sides](repeating: 0, count: history.events.count)
    var own = below
    for (index, node) in nodes.enumerated() {
      for version in node.versions { own[version] |= 1 << UInt64(index) }
    }
    for version in order.reversed() {
      for parent in history.ancestry[version] { below[parent] |= below[version] | own[version] }
    }
    return below
  }

  /// Of the versions that qualify those from which no other of them descends, greatest first.
  private func maximal(_ qualifies: (Int) -> Bool) -> [Int] {
    var covered: Set<Int> = []
    var found: [Int] = []
    for version in order.reversed() where qualifies(version) && !covered.contains(version) {
      found.append(version)
      covered.formUnion(history.ancestors(of: [version]))
    }
    return found
  }

  /// All versions by (generation, reference): a generation is one more than the greatest of the parents'.
  private static func ascending(_ history: TextHistory) -> [Int] {
    var children = [[Int]](repeating: [], count: history.events.count)
    var missing = history.ancestry.map(\.count)
    for (version, parents) in history.ancestry.enumerated() {
      for parent in parents { children[parent].append(version) }
    }
    var generations = [Int](repeating: 0, count: history.events.count)
    var waiting = missing.indices.filter { missing[$0] == 0 }
    while let version = waiting.popLast() {
      for child in children[version] {
        generations[child] = max(generations[child], generations[version] + 1)
        missing[child] -= 1
        if missing[child] == 0 { waiting.append(child) }
      }
    }
    return history.events.indices.sorted {
      (generations[$0], history.events[$0].reference) < (generations[$1], history.events[$1].reference)
    }
  }
}
