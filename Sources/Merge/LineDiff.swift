/// A stretch of the old list replaced by a stretch of the new one; either may be empty, not both.
package struct Edit: Hashable, Sendable {
  package let old: Range<Int>
  package let new: Range<Int>
}

/// The one line diff of the merge. Its results are part of the format: every machine must cut the same edits, so a change
/// of it is a change of what a conflict is. Golden vectors in Fixtures/TextMerge freeze it.
///
/// Common head and tail are trimmed; units that occur once on both sides anchor the rest in their longest common order
/// (patience diff, Bram Cohen); what lies between anchors is compared by the greedy algorithm of Myers ("An O(ND)
/// Difference Algorithm", 1986) after units of one side alone are set aside. Bounded: a gap in which that takes too much
/// work is replaced as a whole.
package struct LineDiff {
  private let old: [Int]
  private let new: [Int]
  private var matches: [(old: Int, new: Int)] = []
  /// How often each element occurs in the stretch at hand; all zero between two of them.
  private var tallies: [Tally]
  /// Steps that comparisons without anchors may still take.
  private var budget = 20_000_000

  /// The edits that turn the old list into the new one, ascending, with at least one common element between two of them.
  package static func edits<Element: Hashable>(from old: [Element], to new: [Element]) -> [Edit] {
    var head = 0
    while head < old.count, head < new.count, old[head] == new[head] { head += 1 }
    var tail = 0
    while tail < old.count - head, tail < new.count - head, old[old.count - 1 - tail] == new[new.count - 1 - tail] {
      tail += 1
    }
    var numbers: [Element: Int] = [:]
    numbers.reserveCapacity(old.count - head - tail)
    func number(_ element: Element) -> Int {
      if let known = numbers[element] { return known }
      numbers[element] = numbers.count
      return numbers.count - 1
    }
    let oldMiddle = old[head..<(old.count - tail)].map(number)
    let newMiddle = new[head..<(new.count - tail)].map(number)
    var diff = LineDiff(old: oldMiddle, new: newMiddle, distinct: numbers.count)
    diff.compare(oldMiddle.indices, newMiddle.indices, depth: 0)
    return diff.edits(offset: head)
  }

  /// - Parameter distinct: all elements are less.
  private init(old: [Int], new: [Int], distinct: Int) {
    self.old = old
    self.new = new
    tallies = Array(repeating: Tally(), count: distinct)
  }

  private struct Tally {
    var old: Int32 = 0
    var new: Int32 = 0
    /// Where it occurs last in the new stretch.
    var place = 0
  }

  /// The stretches between the matches found.
  private func edits(offset: Int) -> [Edit] {
    var edits: [Edit] = []
    var at = (old: 0, new: 0)
    for match in matches + [(old.count, new.count)] {
      if at.old < match.old || at.new < match.new {
        edits.append(Edit(old: offset + at.old..<offset + match.old, new: offset + at.new..<offset + match.new))
      }
      at = (match.old + 1, match.new + 1)
    }
    return edits
  }

  private static let deepest = 24

  private mutating func compare(_ oldRange: Range<Int>, _ newRange: Range<Int>, depth: Int) {
    var (lower, upper) = ((oldRange.lowerBound, newRange.lowerBound), (oldRange.upperBound, newRange.upperBound))
    while lower.0 < upper.0, lower.1 < upper.1, old[lower.0] == new[lower.1] {
      matches.append(lower)
      lower = (lower.0 + 1, lower.1 + 1)
    }
    while lower.0 < upper.0, lower.1 < upper.1, old[upper.0 - 1] == new[upper.1 - 1] {
      upper = (upper.0 - 1, upper.1 - 1)
    }
    if lower.0 < upper.0, lower.1 < upper.1 {
      let anchors = depth < LineDiff.deepest ? commonAnchors(lower.0..<upper.0, lower.1..<upper.1) : []
      if anchors.isEmpty {
        matches += MyersDiff.matches(old[lower.0..<upper.0], new[lower.1..<upper.1], budget: &budget)
      } else {
        for anchor in anchors {
          compare(lower.0..<anchor.old, lower.1..<anchor.new, depth: depth + 1)
          matches.append(anchor)
          lower = (anchor.old + 1, anchor.new + 1)
        }
        compare(lower.0..<upper.0, lower.1..<upper.1, depth: depth + 1)
      }
    }
    for step in 0..<(oldRange.upperBound - upper.0) { matches.append((upper.0 + step, upper.1 + step)) }
  }

  /// The elements that occur exactly once on both sides, thinned to the longest run that ascends on both.
  private mutating func commonAnchors(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> [(old: Int, new: Int)] {
    for index in oldRange { tallies[old[index]].old += 1 }
    for index in newRange {
      tallies[new[index]].new += 1
      tallies[new[index]].place = index
    }
    let unique = oldRange.compactMap { index in
      let tally = tallies[old[index]]
      return tally.old == 1 && tally.new == 1 ? (old: index, new: tally.place) : nil
    }
    for index in oldRange { tallies[old[index]] = Tally() }
    for index in newRange { tallies[new[index]] = Tally() }
    return longestAscent(unique)
  }
}

/// The longest strictly ascending run of the second parts, for pairs ascending in the first (patience sorting). Of several
/// equally long the one that ends lowest.
private func longestAscent(_ pairs: [(old: Int, new: Int)]) -> [(old: Int, new: Int)] {
  var piles: [Int] = []
  var previous = [Int?](repeating: nil, count: pairs.count)
  for index in pairs.indices {
    var low = 0
    var high = piles.count
    while low < high {
      let middle = (low + high) / 2
      if pairs[piles[middle]].new < pairs[index].new { low = middle + 1 } else { high = middle }
    }
    previous[index] = low > 0 ? piles[low - 1] : nil
    if low == piles.count { piles.append(index) } else { piles[low] = index }
  }
  var run: [(old: Int, new: Int)] = []
  var next = piles.last
  while let index = next {
    run.append(pairs[index])
    next = previous[index]
  }
  return run.reversed()
}
