/// One of the texts merged against a base: a version, or the merge of several.
package struct TextSide: Sendable {
  package let parts: [TextPart]
  /// The versions it stands for.
  package let authors: [Reference]

  package init(parts: [TextPart], authors: [Reference]) {
    self.parts = parts
    self.authors = authors
  }
}

/// Merges texts against one base, whatever their order (MERGE.md, *text view*).
///
///     base     a b c d e
///     one      a B c d e       a region that one changed, or all in the same way, is applied;
///     other    a X c d         one that they changed differently is a conflict region
///     merged   a {B|X} c d
///
/// Edits share a region when they share a base unit, insert at the same point, or one inserts strictly inside another.
package enum TextMerge {
  /// - Parameter isVirtual: for the base of another merge, where a conflict region stands as this base has it.
  package static func merge(base: [TextPart], _ sides: [TextSide], isVirtual: Bool = false) -> [TextPart] {
    var merged: [TextPart] = []
    var at = 0
    for region in regions(base, sides) {
      merged += base[at..<region.old.lowerBound]
      merged += resolve(region, base, sides, isVirtual)
      at = region.old.upperBound
    }
    return merged + base[at...]
  }

  /// The edits of all sides, grouped where they meet. Sorted by their start (insertions first), an edit meets those before
  /// it exactly if one of them reaches beyond its start or is an insertion at the same point.
  private static func regions(_ base: [TextPart], _ sides: [TextSide]) -> [Region] {
    let edits = sides.indices.flatMap { side in
      LineDiff.edits(from: base, to: sides[side].parts).map { Region.Part(side: side, edit: $0) }
    }
    let ordered = edits.sorted { left, right in
      let (a, b) = (left.edit.old, right.edit.old)
      return (a.lowerBound, a.upperBound, left.side) < (b.lowerBound, b.upperBound, right.side)
    }
    var regions: [Region] = []
    for part in ordered {
      let range = part.edit.old
      if let last = regions.last?.old, range.lowerBound < last.upperBound || (range == last && range.isEmpty) {
        regions[regions.count - 1].add(part)
      } else {
        regions.append(Region(old: range, parts: [part]))
      }
    }
    return regions
  }

  private static func resolve(
    _ region: Region, _ base: [TextPart], _ sides: [TextSide], _ isVirtual: Bool
  ) -> [TextPart] {
    let held = Dictionary(grouping: region.parts, by: \.side).sorted { $0.key < $1.key }.map { side, parts in
      TextSide(parts: region.applied(parts, base, sides[side].parts), authors: sides[side].authors)
    }
    if let first = held.first?.parts, held.allSatisfy({ $0.parts == first }) { return first }
    if isVirtual { return Array(base[region.old]) }
    return [.conflict(TextVariant.distinct(held.flatMap { $0.parts.variants(of: $0.authors) }))]
  }
}

/// A stretch of the base that one or more sides changed.
private struct Region {
  struct Part {
    let side: Int
    let edit: Edit
  }

  private(set) var old: Range<Int>
  private(set) var parts: [Part]

  init(old: Range<Int>, parts: [Part]) {
    self.old = old
    self.parts = parts
  }

  mutating func add(_ part: Part) {
    old = old.lowerBound..<max(old.upperBound, part.edit.old.upperBound)
    parts.append(part)
  }

  /// The base of the region with one side's edits applied.
  func applied(_ own: [Part], _ base: [TextPart], _ side: [TextPart]) -> [TextPart] {
    var out: [TextPart] = []
    var at = old.lowerBound
    for part in own {
      out += base[at..<part.edit.old.lowerBound]
      out += side[part.edit.new]
      at = part.edit.old.upperBound
    }
    return out + base[at..<old.upperBound]
  }
}
