import Scorer

/// What the learnt weights add to a table: its columns tell more than its words, where they are known.
extension LearntReading {
  /// A table whose columns are known, with what is likely of the fields that no column holds; left as text where it is
  /// surely no record of a search, whatever its columns are called.
  mutating func completedTable() -> Reading {
    if paper.other >= Thresholds.otherThanItsColumns { return leftAsText() }
    let likely = reading()
    guard let kind = likely.paper, kind != .other else { return rules }
    var table = rules
    table.paper = kind
    table.paperProbability = likely.paperProbability
    table.paperReasons = likely.paperReasons
    table.reasons = likely.reasons
    let known = Set(rules.facts.map(\.field))
    table.facts += inRows(likely.facts.filter { !known.contains($0.field) })
    table.perhaps += inRows(likely.perhaps.filter { !known.contains($0.field) })
    table.facts = table.facts.inTextOrder()
    return table
  }

  /// A table of which no column is known.
  mutating func likelyTable() -> Reading {
    if paper.other >= Thresholds.otherInTables { return leftAsText() }
    var table = reading()
    guard !table.facts.isEmpty else { return leftAsText() }
    table.remarks.removeAll(where: \.leavesUnread)
    table.remarks.append(
      Remark(line: nil, text: "this table's columns are not known: --map \"NAME=organisation\" says what one means"))
    return table
  }

  private func leftAsText() -> Reading {
    var table = rules
    table.paper = .other
    table.paperProbability = Double(paper.other)
    table.paperReasons = paper.reasons
    table.facts = []
    return table
  }

  /// Facts in the group of their row; what stands in no row that was read is left out.
  private func inRows(_ facts: [Fact]) -> [Fact] {
    facts.compactMap { fact in
      guard let row = rules.papers.first(where: { $0.span.overlaps(fact.span) }),
        let neighbour = rules.facts.first(where: { row.span.overlaps($0.span) })
      else { return nil }
      var fact = fact
      fact.interview = neighbour.interview
      return fact
    }
  }
}
