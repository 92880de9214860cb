import Model
import Playbook
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
    var random = SeededGenerator(seed: seed)
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
