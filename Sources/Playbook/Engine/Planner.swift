package import Model

/// The plan: a pure function of facts, preferences, a day and zone data.
package struct Planner: Sendable {
  package let facts: Facts
  package let preferences: Preferences
  package let today: Day
  package let zones: ZoneData

  package init(facts: Facts, preferences: Preferences, today: Day, zones: ZoneData) {
    self.facts = facts
    self.preferences = preferences
    self.today = today
    self.zones = zones
  }

  /// Every follow-up of the live opportunities, upcoming ones too, in order of day.
  package func plan() -> [PlanItem] {
    let live = facts.opportunities.values.filter { $0.archived != true }.sorted { $0.id < $1.id }
    let rules = Dictionary(grouping: live, by: playbookName).mapValues { self.rules(of: $0[0]) }
    var candidates = live.flatMap { row in
      RulePlanning(planner: self, process: process(row), rules: rules[playbookName(row)] ?? []).candidates()
    }
    candidates += PersonPlanning(planner: self).candidates(besides: candidates)
    candidates = candidates.map(onBusinessDay)
    var seen: Set<ItemKey> = []
    var items: [PlanItem] = []
    for candidate in candidates where candidate.fulfilled == nil && seen.insert(candidate.key).inserted {
      let pause = candidate.rule.isHeldByPause ? pause(of: candidate.opportunity) : nil
      if let item = PlanItem(candidate, facts: facts, today: today, pause: pause) { items.append(aged(item)) }
    }
    let spread = ContactCap(planner: self).spread(items)
    return Planner.inOrder(OneMessage(today: today).joined(spread))
  }

  /// The day until which the user put off an opportunity, or everything.
  package func pause(of opportunity: RowID?) -> Day? {
    [preferences.pause, opportunity.flatMap { facts.opportunities[$0]?.pausedUntil }].compactMap { $0 }.max()
  }

  /// Thanks grow stale: who was met weeks ago expects none.
  private func aged(_ item: PlanItem) -> PlanItem {
    let isThanks = item.purpose == .firstThanks || item.draft == .rejectionThanks || item.draft == .otherOpenings
    guard isThanks, case .overdue(let days) = item.state else { return item }
    var item = item
    item.isStale = days > preferences.thanksStaleAfter
    return item
  }

  /// The item with this id, or whose id begins so, or on which one rides that is called so; all that match.
  package static func items(_ items: [PlanItem], matching prefix: String) -> [PlanItem] {
    items.filter { $0.keys.contains { $0.id.hasPrefix(prefix) } }
  }

  /// The rules that hold for an opportunity: its playbook's, then those of every playbook.
  package func rules(of opportunity: Opportunity) -> [Rule] {
    let playbook =
      preferences.playbook(playbookName(opportunity)) ?? preferences.playbook(Playbook.defaultName)
    return (playbook?.rules ?? []) + preferences.practice.rules
  }

  private func playbookName(_ opportunity: Opportunity) -> String {
    opportunity.playbook ?? preferences.playbook
  }

  package func process(_ opportunity: Opportunity) -> Process {
    Process(opportunity, facts: facts, today: today, zones: zones)
  }

  func candidates(of opportunity: Opportunity) -> [Candidate] {
    RulePlanning(planner: self, process: process(opportunity), rules: rules(of: opportunity)).candidates()
  }

  /// By day, then the order of recipients, then rule and id.
  static func inOrder(_ items: [PlanItem]) -> [PlanItem] {
    let keys = items.map { PlanOrder(day: $0.day, then: $0.rank, rule: $0.rule, id: $0.id) }
    return keys.indices.sorted { keys[$0] < keys[$1] }.map { items[$0] }
  }
}

/// The order of items, apart from them: items are large to move about.
struct PlanOrder: Comparable {
  let day: Day
  let then: Int
  let rule: RuleName
  let id: String

  static func < (left: PlanOrder, right: PlanOrder) -> Bool {
    if left.day != right.day { return left.day < right.day }
    if left.then != right.then { return left.then < right.then }
    return left.rule == right.rule ? left.id < right.id : left.rule < right.rule
  }
}
