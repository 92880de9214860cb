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

  /// Facts in the group of their row; what stands in no row that was read is left out, and a day that the columns say is of
  /// something else.
  private func inRows(_ facts: [Fact]) -> [Fact] {
    facts.compactMap { fact in
      if [.interviewDate, .promisedDate].contains(fact.field), isBeside(fact.span) { return nil }
      guard let place = rules.papers.index(at: fact.span.start), rules.papers[place].span.overlaps(fact.span),
        let neighbour = firstFact(in: rules.papers[place].span)
      else { return nil }
      var fact = fact
      fact.interview = neighbour.interview
      return fact
    }
  }

  private func isBeside(_ span: TextSpan) -> Bool {
    rules.daysBeside.index(at: span.start).map { rules.daysBeside[$0].overlaps(span) } ?? false
  }

  private func firstFact(in row: TextSpan) -> Fact? {
    rules.facts.index(at: row.start).map { rules.facts[$0] }.flatMap { row.overlaps($0.span) ? $0 : nil }
  }
}
