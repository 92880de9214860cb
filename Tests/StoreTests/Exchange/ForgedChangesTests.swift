import BundleFile
import Foundation
import HostileCorpus
import Merge
import MergeTestSupport
import Model
import StoreTestSupport
import Testing

@testable import Store

/// Changes that no honest machine writes, each in a sound bundle: none crashes, stalls, or changes more than is valid.
@Suite struct ForgedChangesTests {
  private let stranger = Incarnation(RowID(high: 9, low: 9))

  private func forged(
    _ changes: [Change], by author: Incarnation? = nil, first: Int = 1, previous: ChainHash? = nil,
    context: [Reference] = []
  ) -> Transaction {
    Transaction(
      incarnation: author ?? stranger, first: first, previous: previous, context: context, wall: 0, command: "forged",
      changes: changes)
  }

  /// Gives these to a store that has one organisation, and sees that it is sound afterwards.
  private func take(_ laptop: Laptop, _ transactions: [Transaction]) throws -> ImportReport {
    let path = laptop.path("forged.afterword")
    try BundledTransactions.write(transactions, to: path)
    let report = try laptop.take(path)
    #expect(try laptop.store.checkup().allSatisfy(\.problems.isEmpty))
    return report
  }

  private func laptop() throws -> (laptop: Laptop, acme: Subject) {
    let laptop = try Laptop(seed: 31)
    return (laptop, try laptop.create("organisation", ["name": "Acme"]))
  }

  @Test func `impossible sequence numbers wait, and nothing is shown of them`() throws {
    let (laptop, acme) = try laptop()
    let before = try laptop.view()
    let unknown = try #require(ChainHash(repeatElement(7, count: 32)))
    let change = Change(acme, "name", .set(.string("Forged")))
    #expect(try take(laptop, [forged([change], first: 1 << 40, previous: unknown)]).waiting == 1)
    #expect(try laptop.view() == before)
  }

  @Test func `a context from the future waits, and nothing is shown of it`() throws {
    let (laptop, acme) = try laptop()
    let before = try laptop.view()
    let own = try #require(try laptop.store.incarnation())
    let future = Reference(incarnation: own, seq: 1 << 40, hash: 7)
    let change = Change(acme, "name", .set(.string("Forged")))
    #expect(try take(laptop, [forged([change], context: [future])]).waiting == 1)
    #expect(try laptop.view() == before)
  }

  @Test func `unknown kinds, fields and operations are kept, passed on and not shown`() throws {
    let (laptop, acme) = try laptop()
    let offer = Subject(kind: "offers", id: RowID(high: 1, low: 1))
    let changes = [
      Change(offer, "amount", .set(.integer(7))), Change(acme, "visa", .set(.unknown(tag: "zz", json: "[1]"))),
      Change(acme, "sector", .unknown(name: "zz", payload: "[2]")),
    ]
    let sent = forged(changes)
    #expect(try take(laptop, [sent]).unknown == 2)
    #expect(try laptop.view().allSatisfy { !$0.contains("offers") })
    let desktop = try Laptop(seed: 32, name: "desktop")
    try desktop.take(try laptop.export("on.afterword"))
    var passed: [Transaction] = []
    try desktop.store.send { passed.append($0) }
    #expect(passed.contains(sent))
  }

  @Test(arguments: ["AAAAAAAAAAEAAAAAAAAA", "AAAAAAAAAAEAAAAAAAAAAgAA", ""])
  func `ids of the wrong length are refused, and the store stays as it was`(id: String) throws {
    let (laptop, _) = try laptop()
    let text = TextBundle.tx("[\"name\",\"Forged\"]").replacing("person:\(TextBundle.id)", with: "person:\(id)")
    try refused(try TextBundle(TextBundle.head, text).file(), laptop)
  }

  @Test(arguments: ["[\"notes\",\"t\",[],[0,0,55]]", "[\"notes\",\"t\",[\"0:1:AAAAAAAAAAA\"],[7,0,9]]"])
  func `text deltas that do not fit their base are refused, and the store stays as it was`(change: String) throws {
    try refused(try TextBundle(TextBundle.head, TextBundle.tx(change)).file(), try laptop().laptop)
  }

  private func refused(_ bytes: [UInt8], _ laptop: Laptop) throws {
    let before = try laptop.view()
    let path = laptop.path("forged.afterword")
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    #expect(throws: BundleRefusal.self) { try laptop.take(path) }
    #expect(try laptop.view() == before)
  }

  @Test func `a ring of joins is one row`() throws {
    let (laptop, _) = try laptop()
    let rows = (1...4).map { Subject(kind: Organisation.kind, id: RowID(high: 1, low: $0)) }
    let ring = zip(rows, rows[1...] + rows[..<1]).map { Change($0, ReservedField.same, .add($1.id.description)) }
    _ = try take(laptop, [forged(rows.map { Change($0, "name", .set(.string("n"))) } + ring)])
    #expect(try laptop.store.all(Organisation.self).count == 2)
  }

  @Test func `thousands of heads are one conflict that an answer ends, more than a backup names are refused`() throws {
    let (laptop, acme) = try laptop()
    let heads = (1...4_600).map {
      forged(
        [Change(acme, "sector", .set(.string("v\($0 % 50)")))], by: Incarnation(RowID(high: 9, low: UInt64($0))))
    }
    #expect(try take(laptop, Array(heads[..<2_300])).conflicts == 1)
    #expect(throws: StoreError.self) { try take(laptop, Array(heads[2_300...])) }
    try laptop.set(acme, "sector", "rail")
    let open = try #require(try laptop.store.openConflicts().first)
    #expect(open.answers.count == 50)
    _ = try laptop.store.answer(open, open.answers[0], command: "resolve")
    #expect(try laptop.store.conflicts().isEmpty)
  }
}
