package import Merge

/// How far one of a bundle's ranges could be read.
package struct SalvagedRange: Hashable, Sendable {
  package var range: StreamRange
  /// The last change proven good; `range.first - 1` where there is none.
  package var last: Int

  package var isWhole: Bool { last == range.last }
}

/// What is proven good of a damaged or cut bundle, and what was lost.
package struct SalvageReport: Hashable, Sendable {
  package var head: BundleHead
  /// The first thing wrong, behind which nothing is taken; nil where the bundle is whole.
  package var damage: BundleError?
  package var transactions: Int
  package var counts: [KindCount]
  package var ranges: [SalvagedRange]
  /// Transactions before the last check line that held: their text is proven by a whole SHA-256, those after it by the
  /// 64 bits of their own chain hash.
  package var checked: Int

  package var changes: Int { counts.reduce(0) { $0 + $1.changes } }
  /// Ranges of which changes are missing.
  package var lost: [SalvagedRange] { ranges.filter { !$0.isWhole } }
}

extension BundleReader {
  /// Hands over every transaction before the first damage: each one's chain hash holds and continues the one before it.
  ///
  /// Throws where not even the head can be read, or what `transaction` throws.
  package static func salvage(
    _ source: @escaping ByteSource, container: ContainerRule = .strict,
    transaction: (Transaction) throws -> Void = { _ in }
  ) throws -> SalvageReport {
    var text = TextReader()
    var damage: BundleError?
    var refusal: (any Error)?
    do {
      try text.read(lines(source, container), head: { _ in }) { found in
        do {
          try transaction(found)
        } catch {
          refusal = error
          throw error
        }
      }
    } catch {
      guard refusal == nil, let error = error as? BundleError else { throw error }
      damage = error
    }
    return try text.salvaged(damage)
  }
}
