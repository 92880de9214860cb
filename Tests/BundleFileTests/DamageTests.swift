import BundleFile
import Testing

@Suite struct `Damage is always noticed` {
  private func smallBundle() throws -> (bytes: [UInt8], report: BundleReport) {
    var maker = HistoryMaker(seed: 21)
    maker.addStream(transactions: 3)
    let (head, transactions) = maker.bundle()
    return try written(head, transactions)
  }

  @Test func `every prefix gives a typed error, in both readers`() throws {
    let bytes = try smallBundle().bytes
    for container in [ContainerRule.strict, .lenient] {
      for length in 0..<bytes.count - (container == .strict ? 0 : 28) {
        #expect(throws: BundleError.self, "length \(length)") {
          try read(Array(bytes[..<length]), container: container)
        }
      }
    }
  }

  /// The only bytes free to change are the bits that pad a deflate stream to its last byte: they carry nothing.
  @Test(arguments: [ContainerRule.strict, .lenient])
  func `every changed byte gives a typed error or changes nothing`(container: ContainerRule) throws {
    let (bytes, report) = try smallBundle()
    var harmless = 0
    for index in bytes.indices {
      for mask: UInt8 in [0x01, 0x10, 0x80, 0xFF] {
        var changed = bytes
        changed[index] ^= mask
        do {
          #expect(try read(changed, container: container).report == report, "byte \(index), mask \(mask)")
          harmless += 1
        } catch is BundleError {}
      }
    }
    if container == .strict { #expect(harmless <= 4) }
  }
}
