import Merge
import Synchronization

/// One run of the program: whatever it writes, however often it asks, is one step back. What it writes after its first
/// transaction is labelled with the name of that one; a run that writes once leaves no label.
package final class CommandStep: Sendable {
  private let first = Mutex<String?>(nil)

  package init() {}

  /// What the next transaction is labelled with that has no label of its own; empty before the first.
  var label: String { first.withLock { $0.map { Batch.stepPrefix + $0 } ?? "" } }

  /// Told of each transaction that was committed. What an undo is asked about besides is a step of its own.
  func note(_ transaction: Transaction) {
    guard !transaction.batch.hasPrefix(Batch.undoPrefix) else { return }
    first.withLock { $0 = $0 ?? String(transaction.hash.description.prefix(16)) }
  }
}
