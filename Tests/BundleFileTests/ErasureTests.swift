import Merge
import Model
import SeededNumbers
import Testing

@testable import BundleFile

@Suite struct `What was erased travels` {
  @Test(arguments: 1...20)
  func `under the hash it had, with what is left of it, and what it says of forgetting`(seed: UInt64) throws {
    var maker = HistoryMaker(seed: seed)
    for _ in 0..<2 { maker.addStream(transactions: 12) }
    let (plain, whole) = maker.bundle()
    var random = SplitMix(seed: seed)
    let transactions = whole.map { transaction in
      guard Bool.random(using: &random) else { return transaction }
      let indices = transaction.changes.indices.filter { _ in Bool.random(using: &random) }
      return transaction.erasing(Set(indices))
    }
    let head = BundleHead(kind: plain.kind, streams: plain.streams, parents: plain.parents, hasErased: true)
    let (bytes, report) = try written(head, transactions)
    let back = try read(bytes)
    #expect(back.report == report, "seed \(seed)")
    #expect(back.transactions == transactions, "seed \(seed)")
    #expect(back.transactions.map(\.hash) == whole.map(\.hash), "seed \(seed)")
  }

  @Test func `a forget comes back as it was`() throws {
    let machine = Incarnation(RowID(high: 7, low: 7))
    let row = Subject(kind: "person", id: RowID(high: 1, low: 2))
    let other = Reference(incarnation: machine, seq: 1, hash: 9)
    let transaction = Transaction(
      incarnation: machine, first: 1, previous: nil, context: [], wall: 0, command: "forget person",
      changes: [
        Change(row, ReservedField.forgotten, .forget(changes: [other], transactions: [other, other])),
        Change(row, ReservedField.forgotten, .forget(changes: [], transactions: [])),
      ])
    let range = StreamRange(incarnation: machine, first: 1, last: 2, before: nil, end: transaction.hash)
    let (bytes, _) = try written(BundleHead(kind: .backup, streams: [range]), [transaction])
    #expect(try read(bytes).transactions == [transaction])
  }
}
