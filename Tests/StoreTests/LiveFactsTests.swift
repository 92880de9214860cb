import Model
import Playbook
import Testing

@testable import Store

/// Law: what is planned from the live rows is what is planned from all rows.
@Suite struct LiveFactsTests {
  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `the live rows give the plan that all rows give`(seed: UInt64) throws {
    let laptop = try Laptop(seed: seed)
    laptop.store.today = try day("2026-04-15")
    var search = RandomSearch(seed: seed, today: laptop.store.today)
    try laptop.store.save("fill", search.edits(opportunities: 12))
    if seed.isMultiple(of: 2) { try join(search.people[0], search.people[1], laptop.store) }
    let live = try laptop.store.agenda().items
    #expect(!live.isEmpty, "seed \(seed)")
    let all = try laptop.store.completePlanner().plan()
    let differing = Set(live).symmetricDifference(all).map { "\($0.rule) \($0.key.anchor) \($0.day) \($0.needs)" }
    #expect(live == all, "seed \(seed): \(differing.sorted())")
  }

  @Test func `touches with both rows of a joined person count`() throws {
    let search = try PracticeSearch()
    var double = Person(id: search.store.environment.freshID())
    double.name = "D. Reyes"
    try search.store.save("add", [RowEdit(new: double)])
    try search.log(.email, double.id, on: "2026-03-11", form: "thank-you")
    #expect(try search.plan("2026-03-11", search.dana).contains { $0.hasSuffix("thank-you-note") })
    try join(search.dana, double.id, search.store)
    let canonical = try #require(try search.store.one(Person.self, double.id))
    #expect(try search.plan("2026-03-11", canonical.id) == ["2026-05-06 persistent.keep-networking"])
  }

  private func join(_ left: RowID, _ right: RowID, _ store: Store) throws {
    _ = try store.write { door in
      let people = [left, right].map { Subject(kind: Person.kind, id: $0) }
      return try door.apply("join", Edits(session: door.session).join(people[0], people[1]))
    }
  }
}

/// Opportunities in every stage, a third of them archived, with people, interviews, promises, touches and decisions.
private struct RandomSearch {
  private var random: SplitMix
  private let today: Day
  private(set) var people: [RowID] = []
  private var rows: [RowEdit] = []

  init(seed: UInt64, today: Day) {
    random = SplitMix(seed: seed)
    self.today = today
  }

  private mutating func id() -> RowID { RowID(high: random.next(), low: random.next()) }
  private mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }
  private mutating func past() -> Day { today - number(0..<60) }

  mutating func edits(opportunities count: Int) -> [RowEdit] {
    for number in 0..<count { addOpportunity(number) }
    return rows
  }

  private mutating func addOpportunity(_ index: Int) {
    var organisation = Organisation(id: id())
    organisation.name = "Organisation \(index)"
    var opportunity = Opportunity(id: id())
    (opportunity.organisation, opportunity.archived) = (organisation.id, index % 3 == 2 ? true : nil)
    opportunity.stage = Stage.allCases[index % Stage.allCases.count]
    opportunity.playbook = Playbook.builtIn[index % Playbook.builtIn.count].name
    (opportunity.deadline, opportunity.closedOn) = (today + number(0..<9), past())
    rows += [RowEdit(new: organisation), RowEdit(new: opportunity)]
    let met = (0..<3).map { _ in addPerson(organisation.id) }
    _ = addPerson(organisation.id, title: "HR partner")
    for _ in 0..<number(1..<4) { addInterview(opportunity.id, met) }
    var promise = Promise(id: id())
    (promise.opportunity, promise.by, promise.person) = (opportunity.id, Promiser.allCases[number(0..<2)], met[0])
    (promise.given, promise.due) = (past(), past() + 7)
    rows.append(RowEdit(new: promise))
  }

  private mutating func addPerson(_ organisation: RowID, title: String? = nil) -> RowID {
    var person = Person(id: id())
    (person.name, person.organisation, person.title) = ("Person \(people.count)", organisation, title)
    people.append(person.id)
    rows.append(RowEdit(new: person))
    return person.id
  }

  private mutating func addInterview(_ opportunity: RowID, _ met: [RowID]) {
    var interview = Interview(id: id())
    (interview.opportunity, interview.start) = (opportunity, Moment(day: past() + number(0..<9)))
    if number(0..<4) == 0 { interview.archived = true }
    rows.append(RowEdit(new: interview))
    for person in met {
      var participation = Participation(id: StableID.participation(interview.id, person))
      (participation.interview, participation.person) = (interview.id, person)
      participation.part = Part.allCases[number(0..<Part.allCases.count)]
      rows.append(RowEdit(new: participation))
      if number(0..<2) == 0 { addTouch(person, number(0..<2) == 0 ? opportunity : nil) }
    }
    var finding = Finding(id: id())
    (finding.interview, finding.text) = (interview.id, "something said")
    finding.about = FindingKind.allCases[number(0..<FindingKind.allCases.count)]
    var decision = Decision(
      id: StableID.decision(
        rule: "persistent.thank-you-note", anchor: interview.subject, index: 0, person: met[0]))
    (decision.rule, decision.anchor, decision.index) = ("persistent.thank-you-note", interview.subject, 0)
    (decision.about, decision.outcome, decision.on) = (Subject(kind: Person.kind, id: met[0]), .done, past())
    rows += [RowEdit(new: finding), RowEdit(new: decision)]
  }

  private mutating func addTouch(_ person: RowID, _ opportunity: RowID?) {
    var touch = Touch(id: id())
    // Not this week: the cap counts what went to the people of archived searches, too.
    (touch.person, touch.opportunity, touch.day) = (person, opportunity, past() - 7)
    touch.channel = Channel.allCases[number(0..<Channel.allCases.count)]
    touch.direction = Direction.allCases[number(0..<2)]
    touch.form = [nil, "thank-you", "status", "reference-used"][number(0..<4)]
    rows.append(RowEdit(new: touch))
  }
}
