package import Merge

/// Merges texts against one base the plain way: a port of the executable model's `merge_texts`, with the authors of each
/// variant added. Of the program only the line diff is used, which is part of the format and frozen by golden vectors.
package enum SlowTextMerge {
  /// A version, or a merge of several: its parts, and the versions it stands for.
  package struct Side {
    package let parts: [TextPart]
    package let authors: [Reference]

    package init(parts: [TextPart], authors: [Reference]) {
      (self.parts, self.authors) = (parts, authors)
    }
  }

  /// One side's replacement of a stretch of the base.
  private struct Replacement {
    let old: Range<Int>
    let side: Int
    let new: [TextPart]

    /// Two share a region when they share a base unit, insert at the same point, or one inserts strictly inside the other.
    func clashes(_ other: Replacement) -> Bool {
      (old.lowerBound < other.old.upperBound && other.old.lowerBound < old.upperBound) || old == other.old
    }
  }

  /// - Parameter isVirtual: in the base of another merge a conflict region stands as its own base has it.
  package static func merge(base: [TextPart], _ sides: [Side], isVirtual: Bool) -> [TextPart] {
    let edits = sides.indices.flatMap { side in
      LineDiff.edits(from: base, to: sides[side].parts).map {
        Replacement(old: $0.old, side: side, new: Array(sides[side].parts[$0.new]))
      }
    }
    var out: [TextPart] = []
    var at = 0
    for region in regions(edits) {
      let (low, high) = (region.map(\.old.lowerBound).min() ?? at, region.map(\.old.upperBound).max() ?? at)
      out += base[at..<low] + resolved(region, low..<high, base, sides, isVirtual)
      at = high
    }
    return out + base[at...]
  }

  /// The connected components of clashing edits, from the beginning of the text.
  private static func regions(_ edits: [Replacement]) -> [[Replacement]] {
    var regions: [[Replacement]] = []
    for edit in edits {
      let hit = regions.filter { $0.contains(where: edit.clashes) }
      regions.removeAll { $0.contains(where: edit.clashes) }
      regions.append(hit.joined() + [edit])
    }
    func place(_ region: [Replacement]) -> (Int, Int) {
      (region.map(\.old.lowerBound).min() ?? 0, region.map(\.old.upperBound).max() ?? 0)
    }
    return regions.sorted { place($0) < place($1) }
  }

  private static func resolved(
    _ region: [Replacement], _ range: Range<Int>, _ base: [TextPart], _ sides: [Side], _ isVirtual: Bool
  ) -> [TextPart] {
    let held = Set(region.map(\.side)).sorted().map { side in
      var (text, at): ([TextPart], Int) = ([], range.lowerBound)
      for edit in region.filter({ $0.side == side }).sorted(by: { $0.old.lowerBound < $1.old.lowerBound }) {
        text += base[at..<edit.old.lowerBound] + edit.new
        at = edit.old.upperBound
      }
      return Side(parts: text + base[at..<range.upperBound], authors: sides[side].authors)
    }
    if let first = held.first, held.allSatisfy({ $0.parts == first.parts }) { return first.parts }
    return isVirtual ? Array(base[range]) : [.conflict(variants(held))]
  }

  /// What each author holds, each distinct text once, in ascending order.
  private static func variants(_ held: [Side]) -> [TextVariant] {
    var authors: [[TextUnit]: Set<Reference>] = [:]
    for side in held {
      for author in side.authors { authors[side.parts.flatMap { units($0, of: author) }, default: []].insert(author) }
    }
    return authors.map { TextVariant(units: $0.key, authors: $0.value.sorted()) }
      .sorted { $0.units.lexicographicallyPrecedes($1.units) }
  }

  /// A part as one author holds it: of a conflict region the own variant, else the first.
  private static func units(_ part: TextPart, of author: Reference) -> [TextUnit] {
    switch part {
    case .unit(let unit): [unit]
    case .conflict(let variants): (variants.first { $0.authors.contains(author) } ?? variants[0]).units
    }
  }
}
