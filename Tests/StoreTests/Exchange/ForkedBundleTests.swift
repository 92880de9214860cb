import BundleFile
import Merge
import Model
import SeededNumbers
import StoreTestSupport
import Testing

@testable import Store

/// What a store writes depends on what it holds alone (BUNDLE.md), also where one name was used for two histories.
@Suite struct ForkedBundleTests {
  /// A fork of a fork: a stem, two branches, a branch of one of them, and one that waits until the last of all has come.
  private func history() -> (begin: [Transaction], late: Transaction) {
    let row = Subject(kind: Organisation.kind, id: RowID(high: 1, low: 1))
    func write(_ name: String, _ incarnation: UInt64 = 1, after: Transaction? = nil, seeing: [Reference] = [])
      -> Transaction
    {
      Transaction(
        incarnation: Incarnation(RowID(high: 9, low: incarnation)), first: (after?.last ?? 0) + 1,
        previous: after?.hash,
        context: seeing, wall: 1, command: "set", changes: [Change(row, "name", .set(.string(name)))])
    }
    let stem = write("stem")
    let (left, right) = (write("left", after: stem), write("right", after: stem))
    let (tip, branch) = (write("tip", after: left), write("branch", after: left))
    let late = write("late", 2)
    let waiting = write("waiting", after: right, seeing: [late.tip])
    return ([stem, left, right, tip, branch, waiting, write("end", after: waiting)], late)
  }

  @Test(arguments: 0..<UInt64(20))
  func `forks are written alike in whatever order they came`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let (begin, late) = history()
    let (laptop, desktop) = (try Laptop(seed: 61), try Laptop(seed: 62, name: "desktop"))
    for transaction in begin { _ = try laptop.store.receive { take in try take(transaction) } }
    for transaction in begin.shuffled(using: &random) {
      _ = try desktop.store.receive { take in try take(transaction) }
    }
    #expect(try contentID(laptop) == contentID(desktop), "seed \(seed)")
    for machine in [laptop, desktop] { _ = try machine.store.receive { take in try take(late) } }
    let early = try Laptop(seed: 63, name: "early")
    for transaction in [late] + begin { _ = try early.store.receive { take in try take(transaction) } }
    #expect(try Set([laptop, desktop, early].map(contentID)).count == 1, "seed \(seed)")
  }

  /// Where a branch waits for what stands later in its backup, another came first than in the store that wrote it.
  @Test func `a backup of forks is restored to the same backup`() throws {
    let (begin, late) = history()
    let laptop = try Laptop(seed: 64)
    for transaction in begin + [late] { _ = try laptop.store.receive { take in try take(transaction) } }
    let written = try contentID(laptop)
    let environment = laptop.store.environment
    try laptop.store.close()
    #expect(try Store.restore(try BundleInput(laptop.path("all")), environment).contentID == written)
  }

  /// Its text is another, as earlier versions may have written it: the greatest hash goes on.
  @Test func `a backup that cuts its forks otherwise is restored too`() throws {
    let (begin, late) = history()
    let laptop = try Laptop(seed: 65)
    for transaction in begin + [late] { _ = try laptop.store.receive { take in try take(transaction) } }
    let written = try contentID(laptop)
    let tips = [begin[3], begin[4]].sorted { $0.hash > $1.hash }
    let branches = [[begin[1], tips[0]], [begin[2], begin[5], begin[6]]].sorted { $0[0].hash > $1[0].hash }
    let chains = [[begin[0]] + branches[0], branches[1], [tips[1]], [late]]
    let ranges = chains.map { chain in
      StreamRange(
        incarnation: chain[0].incarnation, first: chain[0].first, last: chain[chain.count - 1].last,
        before: chain[0].previous, end: chain[chain.count - 1].hash)
    }
    let order = chains.indices.sorted {
      (ranges[$0].incarnation, ranges[$0].first, ranges[$0].end) < (
        ranges[$1].incarnation, ranges[$1].first, ranges[$1].end
      )
    }
    let path = laptop.path("older")
    _ = try BundleOnDisk.write(BundleHead(kind: .backup, streams: order.map { ranges[$0] }), to: path) { append in
      for chain in order.map({ chains[$0] }) { try chain.forEach(append) }
    }
    #expect(try BundleInput(path).checkSums().contentID != written)
    let environment = laptop.store.environment
    try laptop.store.close()
    #expect(try Store.restore(try BundleInput(path), environment).changes == begin.count + 1)
    let restored = try Store(environment)
    #expect(try BundledTransactions.contentID(of: restored, writing: laptop.path("again")) == written)
  }

  private func contentID(_ machine: Laptop) throws -> String? {
    try BundledTransactions.contentID(of: machine.store, writing: machine.path("all"))
  }
}
