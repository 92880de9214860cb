import Model

/// The rules of every playbook that are about a person rather than an opportunity.
struct PersonPlanning {
  let planner: Planner

  func candidates(besides planned: [Candidate]) -> [Candidate] {
    let rules = planner.preferences.practice.rules
    let kept = Set(planned.filter { $0.rule.purpose == .keepInTouch || $0.rule.purpose == .value }.compactMap(\.person))
    return rules.flatMap { rule -> [Candidate] in
      switch rule.anchor {
      case .reference: references(rule)
      case .keepInTouch: cadences(rule, besides: kept)
      default: []
      }
    }
  }

  /// A planning without an opportunity behind it: only its helpers are used.
  private func planning(_ opportunity: RowID?) -> RulePlanning {
    let row = opportunity.flatMap { planner.facts.opportunities[$0] } ?? Opportunity(id: RowID(high: 0, low: 0))
    return RulePlanning(planner: planner, process: planner.process(row), rules: [])
  }

  /// Whoever spoke for me is thanked.
  private func references(_ rule: Rule) -> [Candidate] {
    let given = planner.facts.touches.values.filter { $0.form == ReferenceForm.used.rawValue }.sorted { $0.id < $1.id }
    return given.compactMap { touch in
      guard let person = touch.person, let day = touch.day, isLive(touch.opportunity) else { return nil }
      var item = planning(touch.opportunity).candidate(
        rule, anchor: touch.subject, person: person, from: day, text: "the reference given on \(spoken(day))")
      item.fulfilled = planner.facts.contactsOfPerson[person]?.first {
        $0.day >= day && $0.row != touch.subject && rule.isFulfilled(by: $0)
      }
      item.opportunity = touch.opportunity
      return item
    }
  }

  /// Nothing is planned for what is archived, or not among the facts.
  private func isLive(_ opportunity: RowID?) -> Bool {
    guard let opportunity else { return true }
    return planner.facts.opportunities[opportunity].map { $0.archived != true } ?? false
  }

  /// People with a cadence of their own that no playbook keeps.
  private func cadences(_ rule: Rule, besides kept: Set<RowID>) -> [Candidate] {
    let people = planner.facts.people.values.filter { $0.keepIdeal != nil && !kept.contains($0.id) }
    let planning = planning(nil)
    return people.sorted { $0.id < $1.id }.map { person in
      var item =
        planning.cadence(rule, person: person.id)
        ?? planning.candidate(
          rule, anchor: person.subject, person: person.id, on: planner.today,
          text: "no touch with \(planner.facts.name(person.id)) yet",
          arithmetic: "due at once: \(spoken(planner.today))")
      item.opportunity = nil
      return item
    }
  }
}

/// What a touch with a reference was: the stored forms.
package enum ReferenceForm: String, CaseIterable, Sendable {
  case asked = "reference-asked"
  case used = "reference-used"
}
