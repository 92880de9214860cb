import Foundation
import Model
import Playbook
import Testing

/// A year of search, planned day by day: 40 organisations, 120 interviews.
@Suite struct SimulationTests {
  /// How many chasing contacts were made in a week with an organisation.
  private struct Week: Hashable {
    let organisation: RowID?
    let monday: Day
  }

  /// One seed in the suite; more with `SIMULATED_YEARS=20`.
  static var seeds: [UInt64] {
    let years = ProcessInfo.processInfo.environment["SIMULATED_YEARS"].flatMap { UInt64($0) } ?? 1
    return Array(1...max(1, years))
  }

  @Test(arguments: seeds)
  func `a year keeps the cap, forgets nobody and plans nothing twice`(seed: UInt64) throws {
    var search = SimulatedSearch(seed: seed, organisations: 40)
    var interviewsLeft = 120
    var chasing: [Week: Set<PersonDay>] = [:]
    while search.today - search.start < 365 {
      search.hear(interviewsLeft: &interviewsLeft, chance: 2)
      let planner = search.planner
      let (facts, items) = (planner.facts, planner.plan())
      #expect(Set(items.map(\.id)).count == items.count, "seed \(seed), \(search.today): an item twice")
      checkStopped(items, facts, seed: seed, today: search.today)
      checkNobodyForgotten(items, facts, seed: seed, today: search.today)
      let due = items.filter { $0.day <= search.today && !isSnoozed($0) }
      // What rides on a letter that is exempt is no contact of its own.
      let exempt = Set(due.filter { !$0.purpose.isChasing && $0.purpose != .card && $0.draft != nil }.map(\.person))
      for item in due {
        let isContact = search.act(on: item)
        if isContact, item.purpose.isChasing, let person = item.person, !exempt.contains(person) {
          let week = Week(organisation: facts.people[person]?.organisation, monday: search.today.monday)
          chasing[week, default: []].insert(PersonDay(person: person, day: search.today))
        }
      }
      search.nextDay()
    }
    #expect(interviewsLeft == 0, "seed \(seed): \(interviewsLeft) interviews left")
    for (week, contacts) in chasing {
      #expect(contacts.count <= 2, "seed \(seed): \(contacts.count) chasing contacts in the week of \(week.monday)")
    }
  }

  private struct PersonDay: Hashable {
    let person: RowID?
    let day: Day
  }

  private func isSnoozed(_ item: PlanItem) -> Bool {
    if case .snoozed = item.state { true } else { false }
  }

  private func checkStopped(_ items: [PlanItem], _ facts: Facts, seed: UInt64, today: Day) {
    for item in items {
      let stage = item.opportunity.flatMap { facts.opportunities[$0]?.stage } ?? .interviewing
      let asks = item.purpose == .status || item.purpose == .announcedCall
      #expect(!asks || stage == .interviewing, "seed \(seed), \(today): \(item.rule) at stage \(stage)")
    }
  }

  /// Whoever has a cadence is in the plan, and never later than a snooze and two weeks of the cap make it.
  private func checkNobodyForgotten(_ items: [PlanItem], _ facts: Facts, seed: UInt64, today: Day) {
    for item in items where item.purpose == .keepInTouch || item.purpose == .value {
      if case .overdue(let days) = item.state {
        #expect(days <= 21, "seed \(seed), \(today): \(item.rule) is \(days) days late")
      }
      #expect(item.day - today <= 8 * 7 + 2 * 7, "seed \(seed), \(today): \(item.rule) only on \(item.day)")
    }
    let planned = Set(items.filter { $0.purpose == .value }.compactMap(\.opportunity))
    for opportunity in facts.opportunities.values where opportunity.playbook == "value-added" {
      let runs =
        opportunity.stage == .interviewing && facts.interviews.values.contains { $0.opportunity == opportunity.id }
      #expect(!runs || planned.contains(opportunity.id), "seed \(seed), \(today): nobody is contacted")
    }
  }
}
