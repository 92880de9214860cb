package import Model
package import Playbook

/// One search as it went, for a picture of it.
package struct Lane: Sendable {
  /// What happened or is set for a day, the weightier later in the list: where two fall on one place, that is shown.
  package enum Mark: Int, Sendable, CaseIterable, Comparable {
    case sent, received, word, interview, offer, end

    package static func < (left: Mark, right: Mark) -> Bool { left.rawValue < right.rawValue }
  }

  package let opportunity: RowID
  package let name: String
  /// By day.
  package let events: [(day: Day, mark: Mark)]
  package let isOpen: Bool
}

extension Planner {
  /// The lanes of some searches, the one that began first on top; those of which nothing has a day are left out.
  package func lanes(_ isWanted: (Opportunity) -> Bool) -> [Lane] {
    facts.opportunities.values.filter(isWanted).map { lane(process($0)) }.filter { !$0.events.isEmpty }.sorted {
      ($0.events[0].day, $0.name, $0.opportunity) < ($1.events[0].day, $1.name, $1.opportunity)
    }
  }

  private func lane(_ process: Process) -> Lane {
    let row = process.opportunity
    var events = process.interviews.map { (day: $0.day, mark: Lane.Mark.interview) }
    events += process.contacts.map { ($0.day, $0.isSent ? .sent : .received) }
    events += process.promises.compactMap { promise in
      promise.by == .them ? promise.lastDay.map { ($0, .word) } : nil
    }
    if row.stage == .offer, let day = row.closedOn { events.append((day, .offer)) }
    if let stage = row.stage, !stage.isOpen, let day = row.closedOn { events.append((day, .end)) }
    let organisation = row.organisation.flatMap { facts.organisations[$0]?.name }
    return Lane(
      opportunity: row.id, name: organisation ?? row.role ?? "(no name)",
      events: events.sorted { ($0.day, $0.mark) < ($1.day, $1.mark) }, isOpen: process.stage.isOpen)
  }
}
