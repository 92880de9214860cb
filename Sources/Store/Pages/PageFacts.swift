import GRDB
package import Model
package import Playbook

/// What pages are made from: every search and the plan, or the same without what tells who and where.
package struct PageFacts: Sendable {
  package let agenda: Agenda
  package let isRedacted: Bool
  package var facts: Facts { agenda.facts }
  package var planner: Planner { agenda.planner }
  package var today: Day { agenda.today }

  package init(agenda: Agenda, isRedacted: Bool) {
    self.agenda = agenda
    self.isRedacted = isRedacted
  }
}

extension Store {
  /// - Parameter isRedacted: names become stand-ins; addresses, places, pay and notes as they came are left out.
  package func pageFacts(isRedacted: Bool) throws -> PageFacts {
    try read { session in
      let facts =
        try isRedacted
        ? RedactedFacts(session).read() : CompleteFacts(session: session).read()
      let planner = try planner(session, facts)
      let archived = facts.opportunities.values.count { $0.archived == true }
      return PageFacts(
        agenda: Agenda(planner: planner, items: planner.plan(), archived: archived, isPlaybookChosen: true),
        isRedacted: isRedacted)
    }
  }
}
