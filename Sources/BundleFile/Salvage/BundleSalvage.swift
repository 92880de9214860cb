package import Merge

/// A transaction that stands behind a gap of its stream: its blocks' sums hold and it is well formed, but the chain of
/// hashes that would prove it is broken.
package struct LooseTransaction: Sendable {
  package var incarnation: Incarnation
  /// Sequence number of the first change.
  package var first: Int
  package var context: [Reference]
  package var wall: Int
  package var command: String
  package var batch: String
  package var changes: [Change]
  /// What it says of its own hash, by which other transactions refer to it.
  package var hash: UInt64

  package var last: Int { first + changes.count - 1 }
}

/// How far one of a bundle's ranges could be read.
package struct SalvagedRange: Hashable, Sendable {
  package var range: StreamRange
  /// The changes proven good, in order.
  package var proven: [ClosedRange<Int>] = []
  /// Those that came from behind a gap, in order.
  package var loose: [ClosedRange<Int>] = []

  /// The changes that are gone, in order.
  package var lost: [ClosedRange<Int>] {
    var lost: [ClosedRange<Int>] = []
    var next = range.first
    for part in (proven + loose).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if part.lowerBound > next { lost.append(next...part.lowerBound - 1) }
      next = max(next, part.upperBound + 1)
    }
    if next <= range.last { lost.append(next...range.last) }
    return lost
  }
}

/// What is proven good of a damaged or cut bundle, what else came back, and what was lost.
package struct SalvageReport: Hashable, Sendable {
  package var head: BundleHead
  /// The first thing wrong; nil where the bundle is whole.
  package var damage: BundleError?
  /// Transactions and changes proven good.
  package var transactions: Int
  package var changes: Int
  /// Those behind a gap of their stream (`LooseTransaction`).
  package var looseTransactions = 0
  package var looseChanges = 0
  package var ranges: [SalvagedRange]
  /// Signatures, as far as the last line is there.
  package var seal = BundleSeal()
  /// Transactions before the last check line that held before the damage: their text is proven by a whole SHA-256, the
  /// others by the 64 bits of their own chain hash.
  package var checked: Int

  /// Ranges of which changes are missing.
  package var lost: [SalvagedRange] { ranges.filter { !$0.lost.isEmpty } }
}

extension BundleReader {
  /// Hands over every transaction that is proven good: its chain hash holds and continues the one before it. Behind
  /// damage, reading goes on at the next check line, since there everything starts anew; what then stands behind a gap of
  /// its stream is handed over apart.
  ///
  /// - Parameter source: gives the bundle from its first byte each time it is called.
  /// - Throws: `BundleError` where not even the head can be read; what the closures throw.
  package static func salvage(
    _ source: () throws -> ByteSource, container: ContainerRule = .strict,
    transaction: (Transaction) throws -> Void = { _ in }, loose: (LooseTransaction) throws -> Void = { _ in }
  ) throws -> SalvageReport {
    var text = TextReader()
    let reader = lines(try source(), container)
    var refusal: (any Error)?
    do {
      try text.read(reader, head: { _ in }) { found in
        do { try transaction(found) } catch {
          refusal = error
          throw error
        }
      }
      return try text.salvaged(nil)
    } catch {
      guard refusal == nil, let damage = error as? BundleError else { throw error }
      var report = try text.salvaged(damage)
      guard container == .strict else { return report }
      var resumed = ResumedReader(report.head, after: reader.bytes)
      try resumed.read(IntactBlocks(try source()), transaction: transaction, loose: loose)
      resumed.add(to: &report)
      return report
    }
  }
}
