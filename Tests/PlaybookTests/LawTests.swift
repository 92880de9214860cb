import Model
import Playbook
import SeededNumbers
import Testing

/// What holds for every plan.
@Suite struct LawTests {
  /// A search in the middle of its year.
  private func search(_ seed: UInt64) -> SimulatedSearch {
    var search = SimulatedSearch(seed: seed, organisations: 8)
    var interviews = 24
    for _ in 0..<60 {
      search.hear(interviewsLeft: &interviews, chance: 6)
      for item in search.planner.plan() where item.day <= search.today { search.act(on: item) }
      search.nextDay()
    }
    return search
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `the order in which rows come in never matters`(seed: UInt64) {
    let search = search(seed)
    var random = SplitMix(seed: seed)
    let plan = search.planner.plan()
    var shuffled = search
    shuffled.rows.people.shuffle(using: &random)
    shuffled.rows.interviews.shuffle(using: &random)
    shuffled.rows.participations.shuffle(using: &random)
    shuffled.rows.touches.shuffle(using: &random)
    shuffled.rows.decisions.shuffle(using: &random)
    shuffled.rows.promises.shuffle(using: &random)
    shuffled.rows.opportunities.shuffle(using: &random)
    #expect(shuffled.planner.plan() == plan, "seed \(seed)")
    #expect(!plan.isEmpty)
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `rows of another organisation change no item`(seed: UInt64) {
    var search = search(seed)
    let before = search.planner.plan()
    var other = Opportunity(id: search.rows.newID())
    other.stage = .interviewing
    search.rows.opportunities.append(other)
    search.interview(other)
    let after = search.planner.plan().filter { $0.opportunity != other.id }
    #expect(after == before, "seed \(seed)")
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `a subset with one opportunity plans that opportunity alike`(seed: UInt64) {
    let search = search(seed)
    let all = search.planner.plan()
    for opportunity in search.rows.opportunities {
      var one = search
      one.rows.opportunities = [opportunity]
      let ids = Set(one.planner.plan().map(\.id))
      #expect(ids == Set(all.filter { $0.opportunity == opportunity.id }.map(\.id)), "seed \(seed)")
    }
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `what is done or skipped does not come back`(seed: UInt64) {
    var search = search(seed)
    let plan = search.planner.plan()
    for item in plan {
      var decision = Decision(id: search.rows.newID())
      (decision.rule, decision.anchor, decision.index) = (item.rule.description, item.key.anchor, item.key.index)
      decision.about = item.person.map { Subject(kind: Person.kind, id: $0) }
      (decision.outcome, decision.on) = (.skipped, search.today)
      search.rows.decisions.append(decision)
    }
    let ids = Set(search.planner.plan().map(\.id))
    #expect(ids.isDisjoint(with: plan.map(\.id)), "seed \(seed)")
  }

  @Test func `an archived search has an empty plan`() {
    var search = search(5)
    for index in search.rows.opportunities.indices { search.rows.opportunities[index].archived = true }
    #expect(search.planner.plan().isEmpty)
  }

  @Test func `an id is found by its prefix`() throws {
    let plan = search(1).planner.plan()
    let first = try #require(plan.first)
    #expect(Planner.items(plan, matching: first.id) == [first])
    #expect(Planner.items(plan, matching: "zz").isEmpty)
    #expect(first.id.utf8.count == 16)
  }

  @Test func `the id of a key is the same on every machine`() {
    let key = ItemKey(
      rule: RuleName("executive", "letter"), anchor: Subject(kind: "interview", id: RowID(high: 1, low: 2)), index: 0,
      person: RowID(high: 3, low: 4))
    #expect(key.id == "683c2708ed2a6d72")
  }
}

@Suite struct BoundaryTests {
  @Test(arguments: ["0001-01-01", "9999-12-31"])
  func `a plan at the end of the calendar ends`(text: String) throws {
    var rows = ScenarioRows()
    try rows.execute(words("organisation acme"))
    for name in ["a", "b", "c", "d"] {
      for line in [
        "person \(name) organisation=acme keep_ideal=1",
        "opportunity job-\(name) organisation=acme playbook=value-added",
        "interview i-\(name) opportunity=job-\(name) start=\(text)T23:59 with=\(name)",
        "promise p-\(name) opportunity=job-\(name) by=them given=\(text) due=\(text) due_end=0001-01-01",
      ] {
        try rows.execute(words(line))
      }
    }
    let plan = Planner(facts: rows.facts, preferences: Preferences(), today: try day(text), zones: .utc).plan()
    #expect(plan.flatMap(\.keys).count >= 8)
  }

  @Test func `rows that point nowhere are ignored`() throws {
    var rows = ScenarioRows()
    for line in [
      "interview i opportunity=gone start=2026-03-10 with=gone", "finding f interview=gone kind=concern",
      "promise p opportunity=gone by=me due=2026-03-12", "touch t person=gone day=2026-03-12 direction=sent",
      "letter l person=gone sent=2026-03-12", "opportunity job recruiter=gone told_by=gone stage=rejected",
    ] {
      try rows.execute(words(line))
    }
    for name in Playbook.builtIn.map(\.name) {
      try rows.execute(words("opportunity job playbook=\(name)"))
      let planner = Planner(facts: rows.facts, preferences: Preferences(), today: Day(number: 20_600), zones: .utc)
      for item in planner.plan() { #expect(!item.command.words.isEmpty) }
    }
  }
}
