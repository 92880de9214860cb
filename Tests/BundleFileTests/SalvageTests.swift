import BundleFile
import Merge
import Model
import Testing

@Suite struct `Salvage` {
  private func bundle() throws -> (bytes: [UInt8], head: BundleHead, transactions: [Transaction]) {
    var maker = HistoryMaker(seed: 41)
    maker.addStream(transactions: 300)
    maker.addStream(transactions: 300)
    let (head, transactions) = maker.bundle()
    return (try written(head, transactions).bytes, head, transactions)
  }

  @Test func `a whole bundle has lost nothing`() throws {
    let (bytes, _, transactions) = try bundle()
    let report = try BundleReader.salvage(memorySource(bytes))
    #expect(report.damage == nil)
    #expect(report.lost.isEmpty)
    #expect(report.checked == transactions.count)
  }

  @Test(arguments: [3, 5, 7, 9])
  func `all transactions before the damage come out, the rest is named`(tenths: Int) throws {
    let (bytes, head, transactions) = try bundle()
    var damaged = bytes
    damaged[bytes.count * tenths / 10] ^= 0x55
    for file in [damaged, Array(bytes[..<(bytes.count * tenths / 10)])] {
      var found: [Transaction] = []
      let report = try BundleReader.salvage(memorySource(file)) { found.append($0) }
      #expect(report.damage != nil)
      #expect(found == Array(transactions[..<found.count]))
      #expect(report.transactions == found.count)
      let lost = report.lost.reduce(0) { $0 + $1.range.last - $1.last }
      let all = head.streams.reduce(0) { $0 + $1.last }
      #expect(report.changes + lost == all)
      #expect(lost > 0)
    }
  }

  @Test func `without a head there is nothing to salvage, and what the taker throws is passed on`() throws {
    struct Full: Error {}
    let (bytes, _, _) = try bundle()
    #expect(throws: BundleError.self) { try BundleReader.salvage(memorySource(Array(bytes[..<100]))) }
    #expect(throws: Full.self) { try BundleReader.salvage(memorySource(bytes)) { _ in throw Full() } }
  }
}
