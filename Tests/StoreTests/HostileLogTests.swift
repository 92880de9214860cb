import GRDB
import Merge
import MergeTestSupport
import Model
import StoreTestSupport
import Testing

@testable import Store

/// Transactions that no honest machine writes: the store takes them, shows what the slow model shows, and does not stall.
@Suite struct HostileLogTests {
  private let org = Subject(kind: Organisation.kind, id: RowID(high: 1, low: 1))

  @Test func `ten thousand heads on one field do not stall the store`() throws {
    let laptop = try Laptop(seed: 1)
    // From no more machines than a backup can name, each of which kept what it had written before.
    let heads = (1...2_000).flatMap { keeping($0, 5) }
    let report = try laptop.store.receive { take in for transaction in heads { try take(transaction) } }
    #expect(report.newTransactions == 10_000)
    #expect(try laptop.store.snapshot(org)?.entries("name").count == 10_000)
    #expect(try laptop.store.conflicts().count == 1)
    try laptop.set(org, "name", "answer")
    #expect(try laptop.store.snapshot(org)?.entries("name").first?.content == .value(.string("answer")))
  }

  @Test func `thousands of heads on one field are one conflict`() throws {
    let heads = (1...1_000).map { stranger($0, [Change(org, "name", .set(.string("v\($0 % 50)")))]) }
    let view = try takeIn(heads)
    #expect(view.rows[org]?.values("name").count == 1_000)
    #expect(view.conflicts == [Conflict(row: org, field: "name")])
  }

  @Test func `hundreds of heads of one text stand side by side`() throws {
    let heads = (1...200).map { stranger($0, [Change(org, "notes", .text(bases: [], whole: "text \($0)"))]) }
    #expect(try takeIn(heads).conflicts == [Conflict(row: org, field: "notes")])
  }

  @Test func `joins in a ring, with itself, with nothing and with no id are one row`() throws {
    let rows = (1...4).map { Subject(kind: Organisation.kind, id: RowID(high: 1, low: $0)) }
    let edges = zip(rows, rows[1...] + rows[..<1]).map { Change($0, ReservedField.same, .add($1.id.description)) }
    let odd = ["no id", org.id.description, RowID(high: 7, low: 7).description].map {
      Change(org, ReservedField.same, .add($0))
    }
    let view = try takeIn([stranger(1, rows.map { Change($0, "name", .set(.string("n"))) } + edges + odd)])
    #expect(view.rows.values.map(\.members) == [rows])
  }

  @Test func `thousands joined in a chain, and hundreds each with each, do not stall the store`() throws {
    let laptop = try Laptop(seed: 2)
    let chain = (1...5_000).map { Subject(kind: Person.kind, id: RowID(high: 1, low: $0)) }
    let web = (1...100).map { Subject(kind: Organisation.kind, id: RowID(high: 2, low: $0)) }
    let edges =
      zip(chain, chain.dropFirst()).map { ($1, $0) } + web.flatMap { left in web.map { (left, $0) } }.filter(!=)
    let names = (chain + web).map { Change($0, "name", .set(.string("v\($0.id.low % 50)"))) }
    let joins = edges.map { Change($0, ReservedField.same, .add($1.id.description)) }
    _ = try laptop.store.receive { try $0(stranger(1, names + joins)) }
    #expect(try laptop.store.shownRow(chain[4_999])?.subject == chain[0])
    #expect(try laptop.store.shownRow(web[99])?.subject == web[0])
    #expect(try laptop.store.conflicts().count == 2)
    #expect(try laptop.store.checkup().allSatisfy(\.problems.isEmpty))
  }

  @Test func `a thousand copies of one machine that wrote on do not stall the store`() throws {
    let laptop = try Laptop(seed: 3)
    let machine = Incarnation(RowID(high: 9, low: 1))
    let first = Transaction(
      incarnation: machine, first: 1, previous: nil, context: [], wall: 0, command: "",
      changes: [Change(org, "name", .set(.string("n")))])
    let forks = (0..<1_000).map { number in
      Transaction(
        incarnation: machine, first: 2, previous: first.hash, context: [], wall: number, command: "",
        changes: [Change(org, "name", .set(.string("v\(number % 3)")))])
    }
    _ = try laptop.store.receive { take in for transaction in [first] + forks { try take(transaction) } }
    try laptop.set(org, "website", "x.example")
    #expect(try laptop.store.snapshot(org)?.entries("name").count == 1_000)
    var sent = 0
    try laptop.store.send { _ in sent += 1 }
    #expect(sent == 1_002)
  }

  @Test func `what would come back out as something else is not taken in`() throws {
    let laptop = try Laptop(seed: 4)
    _ = try laptop.store.receive { try $0(stranger(3, [Change(org, "name", .set(.string("Acme")))])) }
    try laptop.store.alone { db in
      try db.execute(
        sql: """
          CREATE TRIGGER lossy AFTER INSERT ON change WHEN NEW.payload LIKE '%lossy%'
          BEGIN UPDATE change SET payload = 'other' WHERE id = NEW.id; END
          """)
    }
    #expect(throws: StoreError.self) {
      try laptop.store.receive { try $0(stranger(1, [Change(org, "sector", .set(.string("lossy")))])) }
    }
    _ = try laptop.store.receive { try $0(stranger(2, [Change(org, "sector", .set(.string("sound")))])) }
    var sent = 0
    try laptop.store.send { _ in sent += 1 }
    #expect(sent == 2)
  }

  @Test func `what was wrong before is no reason to refuse what is sound`() throws {
    let laptop = try Laptop(seed: 6)
    let sound = stranger(1, [Change(org, "name", .set(.string("Acme")))])
    let waiting = Transaction(
      incarnation: Incarnation(RowID(high: 9, low: 9)), first: 2, previous: sound.hash, context: [], wall: 0,
      command: "", changes: [Change(org, "sector", .set(.string("x")))])
    _ = try laptop.store.receive { try $0(waiting) }
    try laptop.store.alone { try $0.execute(sql: "UPDATE pending SET hash = zeroblob(32)") }
    _ = try laptop.store.receive { try $0(sound) }
    #expect(try laptop.store.snapshot(org)?.entries("name").count == 1)
  }

  @Test func `more machines than a backup can name are not taken in`() throws {
    let laptop = try Laptop(seed: 5)
    let crowd = (1...4_000).map { stranger($0, [Change(org, "name", .set(.string("v")))]) }
    _ = try laptop.store.receive { take in for transaction in crowd[..<1_000] { try take(transaction) } }
    // The second leaves no room for a machine that begins later.
    for count in [4_000, 2_550] {
      #expect(throws: StoreError.self) {
        try laptop.store.receive { take in for transaction in crowd[..<count] { try take(transaction) } }
      }
    }
    var sent = 0
    try laptop.store.send { _ in sent += 1 }
    #expect(sent == 1_000)
  }

  @Test func `bases, dots and keeps that do not exist count for nothing`() throws {
    let nowhere = Reference(incarnation: Incarnation(RowID(high: 8, low: 8)), seq: 5, hash: 5)
    _ = try takeIn([
      stranger(
        1,
        [
          Change(org, "name", .set(.string("n")), keep: [nowhere]),
          Change(org, "notes", .text(bases: [nowhere], whole: "text")),
          Change(org, "website", .restore(dots: [nowhere])),
          Change(org, "notes", .restore(dots: [nowhere], bases: [nowhere])),
          Change(org, ReservedField.presence, .restore(dots: [nowhere])),
        ])
    ])
  }

  @Test func `operations in fields of another rule show as the model shows them`() throws {
    _ = try takeIn([
      stranger(
        1,
        [
          Change(org, "name", .add("element")), Change(org, "name", .text(bases: [], whole: "text")),
          Change(org, "notes", .set(.string("value"))), Change(org, "website", .delete),
          Change(org, "sector", .undelete), Change(org, ReservedField.presence, .set(.boolean(true))),
          Change(org, ReservedField.same, .set(.string("x"))),
        ]),
      stranger(2, [Change(org, "name", .set(.integer(7))), Change(org, "website", .set(.reference(org)))]),
    ])
  }

  @Test func `numbers that skip ahead and contexts from the future wait for ever`() throws {
    let future = Reference(incarnation: Incarnation(RowID(high: 8, low: 8)), seq: 1 << 40, hash: 5)
    let changes = [Change(org, "name", .set(.string("n")))]
    let waiting = [
      stranger(1, changes, first: 1 << 50), stranger(2, changes, first: 0), stranger(3, changes, first: -3),
      stranger(4, changes, context: [future]),
    ]
    #expect(try takeIn(waiting).rows.isEmpty)
  }

  /// Gives the transactions to a store and holds what it shows, also rebuilt, against the model.
  private func takeIn(_ transactions: [Transaction]) throws -> View {
    let machine = try StoreMachine("m0", random: Randomness(seed: 1))
    try machine.receiveUnbundled(transactions)
    let (view, model) = (try machine.view(), machine.history.view())
    #expect(view == model, "\(view.difference(from: model))")
    try machine.rebuild()
    let rebuilt = try machine.view()
    #expect(rebuilt == view, "rebuilt: \(rebuilt.difference(from: view))")
    return view
  }

  /// Changes of a machine's own in a row, of which none supersedes another.
  private func keeping(_ number: Int, _ count: Int) -> [Transaction] {
    var made: [Transaction] = []
    for seq in 1...count {
      let before = made.map { Reference(incarnation: $0.incarnation, seq: $0.first, hash: $0.hash.short) }
      made.append(
        Transaction(
          incarnation: Incarnation(RowID(high: 9, low: UInt64(number))), first: seq, previous: made.last?.hash,
          context: [],
          wall: number, command: "",
          changes: [Change(org, "name", .set(.string("v\((number * count + seq) % 50)")), keep: before)]))
    }
    return made
  }

  private func stranger(
    _ number: Int, _ changes: [Change], first: Int = 1, context: [Reference] = []
  ) -> Transaction {
    Transaction(
      incarnation: Incarnation(RowID(high: 9, low: UInt64(number))), first: first, previous: nil, context: context,
      wall: number, command: "", changes: changes)
  }
}
