import Merge
import Model
import SeededNumbers
import Testing

@testable import Store

/// Fields that mean one thing together: what machines say differently of them is one question.
@Suite struct FactAnswerTests {
  private let laptop: Laptop
  private let desktop: Laptop

  init() throws {
    laptop = try Laptop(seed: 71)
    desktop = try Laptop(seed: 72, name: "desktop", clock: 1_700_000_100_000)
  }

  private func exchange() throws {
    _ = try desktop.receive(laptop)
    _ = try laptop.receive(desktop)
  }

  private func search() throws -> RowID {
    var row = Opportunity(id: laptop.store.environment.freshID())
    (row.role, row.stage) = ("Engineer", .interviewing)
    try laptop.store.save("add", [RowEdit(new: row)])
    try exchange()
    return row.id
  }

  private func change<R: Model.Record>(_ machine: Laptop, _ id: RowID, _ body: (inout R) -> Void) throws {
    let old = try #require(try machine.store.one(R.self, id))
    var new = old
    body(&new)
    try machine.store.save("set", [RowEdit(old: old, new: new)])
  }

  private func close(_ machine: Laptop, _ id: RowID, _ stage: Stage, _ day: Int) throws {
    try change(machine, id) { (row: inout Opportunity) in (row.stage, row.closedOn) = (stage, Day(number: day)) }
  }

  @Test(arguments: [0, 1]) func `a search closed on both machines is one question, and its answer settles all of it`(
    choice: Int
  ) throws {
    let id = try search()
    try close(laptop, id, .rejected, 19_670)
    try close(desktop, id, .withdrawn, 19_675)
    try exchange()
    let asked = try [laptop, desktop].map { try $0.store.openConflicts() }
    #expect(asked.allSatisfy { $0.count == 1 && $0[0].answers.count == 2 })
    #expect(asked[0][0].answers.map(\.code) == asked[1][0].answers.map(\.code))
    #expect(asked[0][0].answers.map(\.isShown) == [true, false])
    #expect(asked[0][0].answers.map { $0.text.prefix(5) } == ["withd", "rejec"], "\(asked[0][0].answers.map(\.text))")
    #expect(try laptop.store.countOfQuestions() == 1)
    let answer = asked[0][0].answers[choice]
    _ = try laptop.store.answer(code: answer.code, command: "resolve")
    try exchange()
    for machine in [laptop, desktop] {
      let row = try #require(try machine.store.one(Opportunity.self, id))
      #expect(row.stage == (choice == 0 ? .withdrawn : .rejected))
      #expect(row.closedOn == Day(number: choice == 0 ? 19_675 : 19_670))
      #expect(try machine.store.openConflicts().isEmpty && machine.store.conflicts().isEmpty)
    }
    // One step back asks again.
    _ = try laptop.store.undo(.last)
    #expect(try laptop.store.openConflicts().count == 1)
  }

  @Test func `an answer takes with it what its author wrote with it, and nothing that somebody else did`() throws {
    let id = try search()
    try close(laptop, id, .rejected, 19_670)
    try change(desktop, id) { (row: inout Opportunity) in row.stage = .offer }
    let tablet = try Laptop(seed: 73, name: "tablet")
    _ = try tablet.receive(desktop)
    var dana = Person(id: tablet.store.environment.freshID())
    dana.name = "Dana"
    try tablet.store.save("add", [RowEdit(new: dana)])
    try change(tablet, id) { (row: inout Opportunity) in row.toldBy = dana.id }
    _ = try desktop.receive(tablet)
    try exchange()
    let question = try #require(try laptop.store.openConflicts().first)
    #expect(try laptop.store.openConflicts().count == 1)
    let offer = try #require(question.answers.first { $0.text == "offer" }, "\(question.answers.map(\.text))")
    _ = try laptop.store.answer(code: offer.code, command: "resolve")
    let row = try #require(try laptop.store.one(Opportunity.self, id))
    #expect(row.stage == .offer && row.closedOn == nil && row.toldBy == dana.id)
  }

  /// - Returns: whether anything waits for an answer.
  private func checkBytes(_ machine: Laptop, _ told: Comment) throws -> Bool {
    let open = try machine.store.openConflicts()
    for document in try machine.store.all(Document.self) {
      let snapshot = try #require(try machine.store.read { try $0.snapshot(document.subject) })
      guard Set(snapshot.entries("content").map(\.content)).count == 1 else { continue }
      #expect(!open.contains { $0.subject == document.subject && $0.fields.contains("hash") }, told)
    }
    return !open.isEmpty
  }

  @Test(arguments: 0..<UInt64(8)) func `each answer leaves one question less, and the same bytes are never one`(
    seed: UInt64
  ) throws {
    let told: Comment = "seed \(seed)"
    var random = SplitMix(seed: seed)
    let id = try search()
    let firm = "Acme Robotics, onsite, 2 March 2026\nInterviewer: Dana Whitfield\n"
    let notes = ["", "They decide by Friday\n", "I promised the plans\n", "asked about Kafka\n"].map { firm + $0 }
    for _ in 0..<24 {
      let machine = Bool.random(using: &random) ? laptop : desktop
      switch Int.random(in: 0..<8, using: &random) {
      case 0...2: try machine.take("acme.md", try #require(notes.randomElement(using: &random)))
      case 3: _ = try? machine.store.undo(.last)
      case 4: _ = try? machine.store.undo(.redo)
      case 5 where try machine.store.one(Opportunity.self, id) != nil:
        try close(machine, id, Bool.random(using: &random) ? .rejected : .filled, .random(in: 19_670...19_672))
      default: try exchange()
      }
      for machine in [laptop, desktop] { _ = try checkBytes(machine, told) }
    }
    try exchange()
    #expect(try laptop.store.openConflicts().map(\.title) == desktop.store.openConflicts().map(\.title), told)
    while try checkBytes(laptop, told) {
      let open = try laptop.store.openConflicts()
      let question = try #require(open.randomElement(using: &random))
      let answer = try #require(question.answers.randomElement(using: &random))
      _ = try laptop.store.answer(question, answer, command: "resolve")
      let left = try laptop.store.openConflicts().count
      #expect(left < open.count, "seed \(seed): \(question.title) \(question.fields) \(answer.text)")
      guard left < open.count else { return }
    }
    try exchange()
    #expect(try desktop.store.openConflicts().isEmpty && laptop.store.openConflicts().isEmpty, told)
  }
}
