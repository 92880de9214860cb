import Model
import Notes

/// The facts of a reading by where they stand and to which application they belong; a mailbox of years has thousands.
struct PlacedFacts {
  let all: [Fact]
  /// Places in `all`, by where the facts begin.
  private let order: [Int]
  private let groups: [Int: [Fact]]

  init(_ facts: [Fact]) {
    all = facts
    order = facts.indices.sorted { (facts[$0].span.start, $0) < (facts[$1].span.start, $1) }
    groups = Dictionary(grouping: facts, by: \.interview)
  }

  /// Those of one application, as read.
  func ofGroup(_ group: Int) -> [Fact] { groups[group] ?? [] }

  /// Those that stand wholly in a stretch, as read.
  func within(_ span: TextSpan) -> [Fact] { places(span).sorted().map { all[$0] } }

  /// Those that stand in none of the stretches, as read.
  func outside(_ spans: [TextSpan]) -> [Fact] {
    var isInside = Array(repeating: false, count: all.count)
    for span in spans { for place in places(span) { isInside[place] = true } }
    return all.indices.filter { !isInside[$0] }.map { all[$0] }
  }

  private func places(_ span: TextSpan) -> [Int] {
    var (low, high) = (0, order.count)
    while low < high {
      let middle = (low + high) / 2
      if all[order[middle]].span.start < span.start { low = middle + 1 } else { high = middle }
    }
    return order[low...].prefix { all[$0].span.start <= span.end }.filter { span.contains(all[$0].span) }
  }
}
