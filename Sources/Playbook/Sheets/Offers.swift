package import Model

/// An offer with its deadline and what else is decided around it.
package struct OfferView: Hashable, Sendable {
  package let opportunity: RowID
  package let heard: Day?
  package let deadline: Day?
  /// As it is kept: "GBP 38000/year".
  package let pay: String?
  /// Other offers and promised decisions, in words, by day.
  package let collisions: [String]
}

extension Planner {
  /// All live offers, the earliest deadline first.
  package var offers: [OfferView] {
    let open = facts.opportunities.values.filter { $0.archived != true && $0.stage == .offer }
    let views = open.map { row in
      let planning = RulePlanning(planner: self, process: process(row), rules: [])
      return OfferView(
        opportunity: row.id, heard: row.closedOn, deadline: row.deadline, pay: row.compensation,
        collisions: row.deadline.map { planning.collisions($0).map(\.text) } ?? [])
    }
    return views.sorted { ($0.deadline ?? .last, $0.opportunity) < ($1.deadline ?? .last, $1.opportunity) }
  }
}
