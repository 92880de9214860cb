import GRDB
package import Merge
import Model

/// What taking in changes from outside did.
public struct ImportReport: Equatable, Sendable {
  /// Changes that joined the closed set, those that had been waiting included.
  public var newChanges = 0
  public var newTransactions = 0
  /// Transactions held before.
  public var known = 0
  /// Transactions that wait for others, in the whole store.
  public var waiting = 0
  public var conflictsBefore = 0
  public var conflictsAfter = 0
}

extension Store {
  /// Merges transactions from elsewhere: all or nothing, in any order, any number of times.
  ///
  /// - Parameter source: calls its argument with each transaction.
  package func receive(_ source: ((Transaction) throws -> Void) throws -> Void) throws -> ImportReport {
    try locked { session in
      let receiver = try Receiver(session, own: try Identity.stored(session.db))
      try source(receiver.take)
      return try receiver.finish()
    }
  }
}

/// Takes in foreign transactions: those that fit join the log, the others wait.
private final class Receiver {
  private let session: Session
  private let own: Incarnation?
  private let ingest: Ingest
  private var report = ImportReport()
  private var arrived = false

  init(_ session: Session, own: Incarnation?) throws {
    self.session = session
    self.own = own
    ingest = try Ingest(session)
  }

  func take(_ transaction: Transaction) throws {
    switch try session.streams.fit(transaction) {
    case .known: report.known += 1
    case .waits:
      let pending = Pending(db: session.db)
      if try pending.contains(transaction.hash) { report.known += 1 } else { try pending.add(transaction) }
    case .fits(let placement): try join(transaction, placement)
    }
  }

  private func join(_ transaction: Transaction, _ placement: Placement) throws {
    try ingest.take(transaction, at: placement)
    report.newTransactions += 1
    report.newChanges += transaction.changes.count
    arrived = true
    if transaction.incarnation == own { try Meta.set(session.db, "doubt", 1) }
  }

  func finish() throws -> ImportReport {
    let pending = Pending(db: session.db)
    while try arrived && pending.count > 0 {
      arrived = false
      for transaction in try pending.all() {
        guard case .fits(let placement) = try session.streams.fit(transaction) else { continue }
        try join(transaction, placement)
        try pending.remove(transaction.hash)
      }
    }
    try ingest.finish()
    report.waiting = try pending.count
    return report
  }
}
