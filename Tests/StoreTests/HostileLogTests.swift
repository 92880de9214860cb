import Merge
import MergeTestSupport
import Model
import Store
import StoreTestSupport
import Testing

/// Transactions that no honest machine writes: the store takes them, shows what the slow model shows, and does not stall.
@Suite struct HostileLogTests {
  private let org = Subject(kind: Organisation.kind, id: RowID(high: 1, low: 1))

  @Test func `ten thousand heads on one field do not stall the store`() throws {
    let laptop = try Laptop(seed: 1)
    let heads = (1...10_000).map { stranger($0, [Change(org, "name", .set(.string("v\($0 % 50)")))]) }
    let report = try laptop.store.receive { take in for transaction in heads { try take(transaction) } }
    #expect(report.newTransactions == 10_000)
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

  private func stranger(
    _ number: Int, _ changes: [Change], first: Int = 1, context: [Reference] = []
  ) -> Transaction {
    Transaction(
      incarnation: Incarnation(RowID(high: 9, low: UInt64(number))), first: first, previous: nil, context: context,
      wall: number, command: "", changes: changes)
  }
}
