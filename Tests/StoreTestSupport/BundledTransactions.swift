import BundleFile
package import Merge
package import Store

/// Transactions in any order as the bundle file that carries them: what continues what makes a range.
package enum BundledTransactions {
  package static func write(_ transactions: [Transaction], to path: String) throws {
    var runs: [[Transaction]] = []
    var known: Set<ChainHash> = []
    for transaction in transactions.sorted(by: { ($0.first, $0.hash) < ($1.first, $1.hash) })
    where known.insert(transaction.hash).inserted {
      if let before = transaction.previous, let index = runs.firstIndex(where: { $0.last?.hash == before }) {
        runs[index].append(transaction)
      } else {
        runs.append([transaction])
      }
    }
    let carried = runs.compactMap { run in range(of: run).map { (range: $0, transactions: run) } }
    let head = BundleHead(kind: .delta, streams: carried.map(\.range))
    _ = try BundleOnDisk.write(head, to: path, replace: true) { append in
      for range in head.streams {
        for transaction in carried.first(where: { $0.range == range })?.transactions ?? [] { try append(transaction) }
      }
    }
  }

  /// The content id of a bundle of all that a store holds; nil where it holds nothing.
  package static func contentID(of store: Store, writing path: String) throws -> String? {
    do {
      switch try store.export(to: path, replace: true) {
      case .written(let report): return report.contentID
      case .alreadyThere(let contentID): return contentID
      case .nothingNew: return nil
      }
    } catch ExportError.nothingToShow { return nil }
  }

  private static func range(of run: [Transaction]) -> StreamRange? {
    guard let first = run.first, let last = run.last else { return nil }
    return StreamRange(
      incarnation: first.incarnation, first: first.first, last: last.last, before: first.previous, end: last.hash)
  }
}
