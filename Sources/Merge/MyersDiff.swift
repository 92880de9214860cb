/// The greedy algorithm of Myers on lists without anchors, with a bound on its work.
enum MyersDiff {
  /// Edits after which a comparison is given up; the trace takes its square in memory.
  private static let mostEdits = 1_000

  /// Pairs of equal elements, ascending in both lists, as many as possible; none where finding them takes too long.
  ///
  /// - Parameter budget: the steps left for a whole diff; lowered by those taken.
  static func matches(_ old: ArraySlice<Int>, _ new: ArraySlice<Int>, budget: inout Int) -> [(old: Int, new: Int)] {
    let common = Set(old).intersection(new)
    let oldPlaces = old.indices.filter { common.contains(old[$0]) }
    let newPlaces = new.indices.filter { common.contains(new[$0]) }
    let found = search(oldPlaces.map { old[$0] }, newPlaces.map { new[$0] }, &budget)
    return found.map { (oldPlaces[$0.0], newPlaces[$0.1]) }
  }

  /// Follows the furthest reaching paths with 0, 1, 2 … edits until one ends both lists.
  private static func search(_ old: [Int], _ new: [Int], _ budget: inout Int) -> [(Int, Int)] {
    let most = min(old.count + new.count, mostEdits)
    var furthest = Paths(edits: -1, ends: [0])
    var trace: [Paths] = []
    for edits in 0...most {
      trace.append(furthest)
      var next = Paths(edits: edits, ends: [])
      for diagonal in stride(from: -edits, through: edits, by: 2) {
        let entry = furthest.entry(diagonal, edits).x
        var x = entry
        while x < old.count, x - diagonal < new.count, old[x] == new[x - diagonal] { x += 1 }
        budget -= x - entry + 1
        next.ends.append(x)
        if x >= old.count, x - diagonal >= new.count { return path(trace, old.count, new.count) }
      }
      guard budget > 0 else { return [] }
      furthest = next
    }
    return []
  }

  /// Walks the trace back and collects the diagonal steps.
  private static func path(_ trace: [Paths], _ oldCount: Int, _ newCount: Int) -> [(Int, Int)] {
    var matches: [(Int, Int)] = []
    var (x, y) = (oldCount, newCount)
    for edits in trace.indices.reversed() {
      let diagonal = x - y
      let entry = trace[edits].entry(diagonal, edits)
      while x > entry.x {
        (x, y) = (x - 1, y - 1)
        matches.append((x, y))
      }
      (x, y) = entry.isInsertion ? (x, y - 1) : (x - 1, y)
    }
    return matches.reversed()
  }
}

/// How far the best paths with a number of edits reach: their ends, one for every second diagonal from `-edits` on.
private struct Paths {
  let edits: Int
  var ends: [Int]

  /// Where the best of these paths enters the diagonal with one more edit: by an insertion or by a removal.
  func entry(_ diagonal: Int, _ nextEdits: Int) -> (x: Int, isInsertion: Bool) {
    guard nextEdits > 0 else { return (0, true) }
    let above = (diagonal + 1 + edits) / 2
    let left = above - 1
    if diagonal == -nextEdits || (diagonal != nextEdits && ends[left] < ends[above]) { return (ends[above], true) }
    return (ends[left] + 1, false)
  }
}
