import Notes

/// How well readings tell what annotators found: counted field by field, paper by paper.
package struct Score: Sendable {
  package struct Count: Sendable {
    package var gold = 0
    package var read = 0
    package var right = 0

    package var precision: Double { read == 0 ? 0 : Double(right) / Double(read) }
    package var recall: Double { gold == 0 ? 0 : Double(right) / Double(gold) }
    package var f1: Double { gold + read == 0 ? 0 : 2 * Double(right) / Double(gold + read) }

    package static func += (count: inout Count, other: Count) {
      count.gold += other.gold
      count.read += other.read
      count.right += other.right
    }
  }

  package var fields: [String: Count] = [:]
  package var papers = 0
  package var rightKinds = 0
  package var saidKinds = 0
  /// Papers with nothing to record, and how many of them nothing was made of.
  package var empty = 0
  package var silent = 0
  /// Pairs of right facts in papers of several applications, and how many of them were rightly put together or apart.
  package var pairs = 0
  package var rightPairs = 0
  /// What was missed and what was invented, one line each, where asked for.
  package var errors: [String] = []
  /// Of all that was read: how sure the reader was, and whether it was right.
  package var judged: [(field: String, confidence: Float, isRight: Bool)] = []
  private let errorField: String?

  package init(errorsOf field: String? = nil) { errorField = field }

  package var total: Count {
    fields.values.reduce(into: Count()) { $0 += $1 }
  }

  package static func += (score: inout Score, other: Score) {
    for (field, count) in other.fields { score.fields[field, default: Count()] += count }
    score.papers += other.papers
    score.rightKinds += other.rightKinds
    score.saidKinds += other.saidKinds
    score.empty += other.empty
    score.silent += other.silent
    score.pairs += other.pairs
    score.rightPairs += other.rightPairs
    score.errors += other.errors
    score.judged += other.judged
  }

  /// Adds a paper as it was read: `kind` is the sort of paper that the reading says.
  package mutating func add(_ paper: MarkedPaper, read items: [Item], kind: String?) {
    papers += 1
    if let said = paper.kind {
      saidKinds += 1
      if kind == said {
        rightKinds += 1
      } else if errorField == "kind" || errorField == "all" {
        errors.append("KIND  \(paper.name) \(said) -> \(kind ?? "none")")
      }
    }
    if paper.knownKind == "other" {
      empty += 1
      if items.isEmpty { silent += 1 }
    }
    let gold = Dictionary(grouping: paper.items, by: \.field)
    let read = Dictionary(grouping: items, by: \.field)
    var groups: [(gold: Int, read: Int)] = []
    for field in Item.allFields {
      groups += compare(field, gold[field] ?? [], Score.deduped(read[field] ?? []), paper)
    }
    for (place, one) in groups.enumerated() where Set(groups.map(\.gold)).count > 1 {
      for other in groups[..<place] {
        pairs += 1
        if (one.gold == other.gold) == (one.read == other.read) { rightPairs += 1 }
      }
    }
  }

  private mutating func compare(_ field: String, _ gold: [Item], _ read: [Item], _ paper: MarkedPaper) -> [(
    gold: Int, read: Int
  )] {
    let byPlace = Score.matched(gold, read) { $0.isNear($1) }
    let isValue = Item.valueFields.contains(field)
    let byValue = Score.matched(gold, read, NormalForm.isSame)
    let right = isValue ? byValue : byPlace
    let used = Set(byPlace.values).union(byValue.values)
    let counted = read.indices.filter { used.contains($0) || !read[$0].lies(in: paper.ignored) }
    fields[field, default: Count()] += Count(gold: gold.count, read: counted.count, right: right.count)
    let hits = Set(right.values)
    judged += counted.map { (field, read[$0].confidence, hits.contains($0)) }
    if errorField == field || errorField == "all" {
      let hit = Set(right.values)
      for place in gold.indices where right[place] == nil {
        errors.append("MISS  \(paper.name) \(field) \(gold[place].text.debugDescription) -> \(gold[place].value)")
      }
      for place in counted where !hit.contains(place) {
        errors.append("EXTRA \(paper.name) \(field) \(read[place].text.debugDescription) -> \(read[place].value)")
      }
    }
    guard field != "person.role" else { return [] }
    return right.map { (gold[$0.key].group, read[$0.value].group) }
  }

  /// The same thing said twice in one group counts once.
  private static func deduped(_ items: [Item]) -> [Item] {
    var out: [Item] = []
    for item in items {
      let isValue = Item.valueFields.contains(item.field)
      let same = out.firstIndex {
        $0.group == item.group
          && (isValue && NormalForm.text($0.value) == NormalForm.text(item.value) || $0.spans.first == item.spans.first)
      }
      if let same { out[same].spans += item.spans } else { out.append(item) }
    }
    return out
  }

  /// The greatest set of pairs, each item in one at most: gold places and the read ones they go with.
  private static func matched(_ gold: [Item], _ read: [Item], _ fits: (Item, Item) -> Bool) -> [Int: Int] {
    let choices = gold.map { one in read.indices.filter { fits(one, read[$0]) } }
    var owner: [Int: Int] = [:]
    func place(_ one: Int, _ seen: inout Set<Int>) -> Bool {
      for choice in choices[one] where seen.insert(choice).inserted {
        guard let before = owner[choice] else {
          owner[choice] = one
          return true
        }
        if place(before, &seen) {
          owner[choice] = one
          return true
        }
      }
      return false
    }
    for one in gold.indices {
      var seen = Set<Int>()
      _ = place(one, &seen)
    }
    return Dictionary(uniqueKeysWithValues: owner.map { ($0.value, $0.key) })
  }
}

extension Item {
  /// Whether some place of it and one of the other share half of both.
  fileprivate func isNear(_ other: Item) -> Bool {
    spans.contains { one in
      other.spans.contains { two in
        let shared = min(one.end, two.end) - max(one.start, two.start)
        return shared > 0 && 2 * shared >= max(one.end, two.end) - min(one.start, two.start)
      }
    }
  }

  fileprivate func lies(in ignored: [TextSpan]) -> Bool {
    spans.contains { one in
      ignored.contains { 2 * (min(one.end, $0.end) - max(one.start, $0.start)) >= one.length }
    }
  }
}
