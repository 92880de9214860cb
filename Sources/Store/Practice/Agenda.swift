import GRDB
package import Model
package import Playbook

/// The plan of a day, with the facts it was made from.
package struct Agenda: Sendable {
  package let planner: Planner
  /// Every follow-up of the live opportunities, upcoming ones too, in order of day.
  package let items: [PlanItem]
  /// How many opportunities are archived: nothing is planned for them.
  package let archived: Int
  /// Whether the user chose the playbook of the search.
  package let isPlaybookChosen: Bool

  package var facts: Facts { planner.facts }
  package var today: Day { planner.today }
}

/// How a follow-up stands on the day of the agenda, in the order it is shown.
package enum Urgency: String, CaseIterable, Comparable, Sendable {
  case overdue, due
  /// Can be done already, is due later.
  case open
  case upcoming, snoozed

  package static func < (left: Urgency, right: Urgency) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}

extension PlanItem {
  package func urgency(today: Day) -> Urgency {
    switch state {
    // What is only offered is never late.
    case .overdue: isOptional ? .due : .overdue
    case .open: day <= today ? .due : .open
    case .upcoming: .upcoming
    case .snoozed: .snoozed
    }
  }

  /// How many days late; 0 for what is not overdue.
  package var daysLate: Int { if case .overdue(let days) = state, !isOptional { days } else { 0 } }
}

extension Agenda {
  package func items(_ urgency: Urgency) -> [PlanItem] { items.filter { $0.urgency(today: today) == urgency } }

  /// What can be done today: overdue, due and open.
  package var doable: [PlanItem] { items.filter { $0.urgency(today: today) <= .open } }

  /// Thanks that nobody expects any more.
  package var stale: [PlanItem] { items.filter(\.isStale) }

  /// Without what grew stale, which is told in one line.
  package var withoutStale: Agenda {
    Agenda(
      planner: planner, items: items.filter { !$0.isStale }, archived: archived, isPlaybookChosen: isPlaybookChosen)
  }

  /// The plan narrowed to a person, an organisation, an opportunity, an interview or any other row an item counts from.
  package func narrowed(to row: Subject) -> Agenda {
    Agenda(
      planner: planner, items: items.filter { concerns($0, row) }, archived: archived,
      isPlaybookChosen: isPlaybookChosen)
  }

  /// The plan with this item alone.
  package func narrowed(to item: PlanItem) -> Agenda {
    Agenda(planner: planner, items: [item], archived: archived, isPlaybookChosen: isPlaybookChosen)
  }

  func concerns(_ item: PlanItem, _ row: Subject) -> Bool {
    if item.key.anchor == row { return true }
    switch row.kind {
    case Person.kind: return item.person == row.id
    case Opportunity.kind: return item.opportunity == row.id
    case Organisation.kind:
      let opportunity = item.opportunity.flatMap { facts.opportunities[$0] }
      return opportunity?.organisation == row.id || item.person.flatMap { facts.people[$0] }?.organisation == row.id
    case Interview.kind: return item.opportunity != nil && item.opportunity == facts.interviews[row.id]?.opportunity
    default: return false
    }
  }

  /// What an item is called in a list of candidates: "thank-you note: Dana Reyes, Acme — Engineer".
  package func title(_ item: PlanItem) -> String {
    let whom = [item.person.map { facts.name($0) }, item.opportunity.map { facts.name(opportunity: $0) }]
    let about = whom.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
    return item.title + (about.isEmpty ? "" : ": " + about)
  }

  /// The one item whose id begins so.
  ///
  /// - Throws: `PracticeError.noItem`, `.ambiguousItem`.
  package func item(_ prefix: String) throws(PracticeError) -> PlanItem {
    let wanted = prefix.lowercased()
    let matches = wanted.isEmpty ? [] : Planner.items(items, matching: wanted)
    guard let first = matches.first else { throw .noItem(prefix) }
    guard matches.count == 1 else {
      throw .ambiguousItem(prefix, matches.map { .init(id: $0.id, title: title($0)) })
    }
    return first
  }
}

extension Store {
  /// The plan on the environment's day.
  package func agenda() throws -> Agenda {
    try read { session in
      let planner = try planner(session)
      let archived = try Int.fetchOne(session.db, sql: "SELECT count(*) FROM opportunity WHERE archived = 1") ?? 0
      let chosen = try session.setting(SettingName.playbook) != nil
      return Agenda(planner: planner, items: planner.plan(), archived: archived, isPlaybookChosen: chosen)
    }
  }
}
