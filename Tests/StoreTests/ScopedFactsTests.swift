import Model
import Playbook
import SeededNumbers
import Testing

@testable import Store

/// Law: what is planned from the live rows is what is planned from all rows.
@Suite struct ScopedFactsTests {
  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `the live rows give the plan that all rows give`(seed: UInt64) throws {
    let laptop = try Laptop(seed: seed)
    laptop.store.today = try day("2026-04-15")
    var search = RandomSearch(seed: seed, today: laptop.store.today)
    try laptop.store.save("fill", search.edits(opportunities: 12))
    if seed.isMultiple(of: 2) { try joinSome(laptop.store, seed: seed) }
    let live = try laptop.store.agenda().items
    #expect(!live.isEmpty, "seed \(seed)")
    let all = try laptop.store.completePlanner().plan()
    let differing = Set(live).symmetricDifference(all).map { "\($0.rule) \($0.key.anchor) \($0.day) \($0.needs)" }
    #expect(live == all, "seed \(seed): \(differing.sorted())")
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `the rows about somebody give the story that all rows give`(seed: UInt64) throws {
    let laptop = try Laptop(seed: seed)
    laptop.store.today = try day("2026-04-15")
    var search = RandomSearch(seed: seed, today: laptop.store.today)
    try laptop.store.save("fill", search.edits(opportunities: 12))
    if seed.isMultiple(of: 2) { try joinSome(laptop.store, seed: seed) }
    let (agenda, searches) = (try laptop.store.agenda(), StoriedSearches(try laptop.store.completePlanner()))
    for kind in RowStory.kinds {
      for row in try laptop.store.read({ try $0.shownRows(#require(Registry.kind(kind))).map(\.subject) }) {
        let all = RowStory(row, agenda, searches)
        let own = try #require(try laptop.store.story(of: row))
        let note: Comment = "seed \(seed), \(row)"
        #expect(own.toDo == all.toDo && own.promises.map(\.id) == all.promises.map(\.id), note)
        #expect(own.contacts == all.contacts && own.interviews == all.interviews && own.notes == all.notes, note)
        #expect(own.searches == all.searches && own.people == all.people, note)
      }
    }
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `the organisations that live rows refer to are read, also under the name of a joined one`(seed: UInt64) throws {
    let laptop = try Laptop(seed: seed)
    laptop.store.today = try day("2026-04-15")
    var search = RandomSearch(seed: seed, today: laptop.store.today)
    try laptop.store.save("fill", search.edits(opportunities: 12))
    try joinSome(laptop.store, seed: seed)
    let facts = try laptop.store.read { try ScopedFacts(.live, session: $0).read() }
    let employers = Set(facts.opportunities.values.compactMap(\.organisation))
      .union(facts.people.values.compactMap(\.organisation))
    #expect(!employers.isEmpty && employers.isSubset(of: facts.organisations.keys), "seed \(seed)")
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

  /// Two pairs of each kind that plans refer to.
  private func joinSome(_ store: Store, seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    for kind in [Organisation.kind, Person.kind, Opportunity.kind, Interview.kind, Finding.kind, Promise.kind] {
      let info = try #require(Registry.kind(kind))
      let rows = try store.read { try $0.shownRows(info).map(\.subject) }.shuffled(using: &random)
      for first in [0, 2] where first + 1 < rows.count {
        _ = try store.write { door in
          try door.apply("join", Edits(session: door.session).join(rows[first], rows[first + 1]))
        }
      }
    }
  }

  private func join(_ left: RowID, _ right: RowID, _ store: Store) throws {
    _ = try store.write { door in
      let people = [left, right].map { Subject(kind: Person.kind, id: $0) }
      return try door.apply("join", Edits(session: door.session).join(people[0], people[1]))
    }
  }
}
