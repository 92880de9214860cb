import BundleFile
import HostileCorpus
import Merge
import Model
import SeededNumbers
import Testing

@Suite struct `Salvage` {
  private func small() throws -> (bytes: [UInt8], head: BundleHead, transactions: [Transaction]) {
    var maker = HistoryMaker(seed: 41)
    maker.addStream(transactions: 300)
    maker.addStream(transactions: 300)
    let (head, transactions) = maker.bundle()
    return (try written(head, transactions).bytes, head, transactions)
  }

  /// Two streams of about 6 MB of text each, of which a check line follows every 4 MiB.
  private func large() throws -> (bytes: [UInt8], head: BundleHead, transactions: [Transaction]) {
    var maker = HistoryMaker(seed: 42)
    for stream in 1...2 {
      let incarnation = Incarnation(RowID(high: UInt64(stream), low: 0))
      var before: Transaction?
      for number in 0..<100 {
        let text = noise(60_000, &maker.random)
        let row = Subject(kind: "finding", id: RowID(high: 5, low: UInt64(number % 10)))
        let base = before.map { [$0.reference(at: 1)] } ?? []
        let transaction = Transaction(
          incarnation: incarnation, first: (before?.last ?? 0) + 1, previous: before?.hash, context: [], wall: number,
          command: "edit",
          changes: [
            Change(row, "name", .set(.integer(number))), Change(row, "notes", .text(bases: base, whole: text)),
          ])
        maker.add(transaction)
        before = transaction
      }
      let last = try #require(before)
      maker.addRange(
        StreamRange(incarnation: incarnation, first: 1, last: last.last, before: nil, end: last.hash))
    }
    let (head, transactions) = maker.bundle()
    return (try written(head, transactions).bytes, head, transactions)
  }

  /// Lines of letters that hardly compress.
  private func noise(_ count: Int, _ random: inout SplitMix) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    while bytes.count < count {
      var word = random.next()
      for _ in 0..<10 {
        bytes.append(UInt8(ascii: "A") + UInt8(word & 31))
        word >>= 6
      }
      if bytes.count % 60 == 0 { bytes.append(0x0A) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private struct Salvaged {
    var report: SalvageReport
    var proven: [Transaction] = []
    var loose: [LooseTransaction] = []
  }

  private func salvage(_ bytes: [UInt8]) throws -> Salvaged {
    var (proven, loose): ([Transaction], [LooseTransaction]) = ([], [])
    let report = try BundleReader.salvage({ memorySource(bytes) }, transaction: { proven.append($0) }) {
      loose.append($0)
    }
    return Salvaged(report: report, proven: proven, loose: loose)
  }

  /// Whatever came back is as it was written, and what did not is named.
  private func check(_ found: Salvaged, _ transactions: [Transaction]) throws {
    let byTip = Dictionary(uniqueKeysWithValues: transactions.map { ($0.tip, $0) })
    for transaction in found.proven { #expect(byTip[transaction.tip] == transaction) }
    for loose in found.loose {
      let written = try #require(byTip[Reference(incarnation: loose.incarnation, seq: loose.last, hash: loose.hash)])
      #expect(written.changes == loose.changes && written.context == loose.context)
      #expect(written.first == loose.first && written.wall == loose.wall && written.command == loose.command)
    }
    let lost = found.report.lost.flatMap(\.lost).reduce(0) { $0 + $1.count }
    let all = transactions.reduce(0) { $0 + $1.changes.count }
    #expect(found.report.changes + found.report.looseChanges + lost == all)
    #expect(found.report.transactions == found.proven.count)
    #expect(found.report.looseTransactions == found.loose.count)
  }

  @Test func `a whole bundle has lost nothing`() throws {
    let (bytes, _, transactions) = try small()
    let found = try salvage(bytes)
    #expect(found.report.damage == nil && found.report.lost.isEmpty && found.loose.isEmpty)
    #expect(found.report.checked == transactions.count)
    #expect(found.proven == transactions)
  }

  @Test(arguments: [3, 5, 7, 9])
  func `all transactions before the damage come out, the rest is named`(tenths: Int) throws {
    let (bytes, _, transactions) = try small()
    var damaged = bytes
    damaged[bytes.count * tenths / 10] ^= 0x55
    for file in [damaged, Array(bytes[..<(bytes.count * tenths / 10)])] {
      let found = try salvage(file)
      #expect(found.report.damage != nil && !found.report.lost.isEmpty)
      #expect(found.proven == Array(transactions[..<found.proven.count]))
      try check(found, transactions)
    }
  }

  @Test func `one damaged byte spoils at most its own stretch between two check lines`() throws {
    let (bytes, head, transactions) = try large()
    var damaged = bytes
    damaged[bytes.count / 4] ^= 0x04
    let found = try salvage(damaged)
    try check(found, transactions)
    #expect(found.report.lost.map(\.range) == [head.streams[0]])
    let lost = try #require(found.report.ranges[0].lost.first)
    #expect(found.report.ranges[0].lost.count == 1 && lost.count < 110)
    #expect(found.loose.allSatisfy { $0.incarnation == head.streams[0].incarnation && $0.first > lost.upperBound })
    #expect(!found.loose.isEmpty)
    #expect(found.proven.filter { $0.incarnation == head.streams[1].incarnation }.count == 100)
  }

  @Test func `holes, blocks of zeros and a cut end leave what lies between them`() throws {
    let (bytes, _, transactions) = try large()
    let third = bytes.count / 3
    let hole = Array(bytes[..<third]) + Array(bytes[(third + 100_001)...])
    let zeros = Array(bytes[..<third]) + [UInt8](repeating: 0, count: 5000) + Array(bytes[(third + 5000)...])
    for file in [hole, zeros, Array(hole.dropLast(third)), Array(zeros.dropLast(40))] {
      let found = try salvage(file)
      try check(found, transactions)
      #expect(!found.report.lost.isEmpty)
      #expect(found.report.changes + found.report.looseChanges > 120)
    }
  }

  @Test func `behind a damaged chunk of an encrypted bundle reading goes on`() throws {
    let (_, head, transactions) = try large()
    let folder = TestFolder()
    let identity = try #require(AgeIdentity(random: [UInt8](repeating: 3, count: 32)))
    let path = folder.path + "/large.afterword.age"
    _ = try BundleOnDisk.write(head, to: path, packing: .init(lock: .recipients([identity.recipient]))) { append in
      try transactions.forEach(append)
    }
    var bytes = try folder.bytes("large.afterword.age")
    bytes[bytes.count / 4] ^= 1
    folder.put("damaged.age", bytes: bytes)
    var found = 0
    let report = try OpenedBundle(folder.path + "/damaged.age", unlock: .identities([identity])).salvage(
      transaction: { found += $0.changes.count }, loose: { found += $0.changes.count })
    #expect(report.damage != nil && report.looseChanges > 0)
    #expect(found > 250 && found < 400)
  }

  @Test func `no damage of any byte makes it invent something`() throws {
    var maker = HistoryMaker(seed: 43)
    maker.addStream(transactions: 3)
    maker.addStream(transactions: 3)
    let (head, transactions) = maker.bundle()
    let bytes = try written(head, transactions).bytes
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 0xFF
      guard let found = try? salvage(damaged) else { continue }
      try check(found, transactions)
    }
  }

  @Test func `without a head there is nothing to salvage, and what the taker throws is passed on`() throws {
    struct Full: Error {}
    let (bytes, _, _) = try small()
    #expect(throws: BundleError.self) { try salvage(Array(bytes[..<100])) }
    #expect(throws: Full.self) { try BundleReader.salvage({ memorySource(bytes) }) { _ in throw Full() } }
  }
}
