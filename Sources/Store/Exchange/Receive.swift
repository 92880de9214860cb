import GRDB
package import Merge
import Model

/// What taking in changes from outside did, or would do.
package struct ImportReport: Equatable, Sendable {
  /// Changes that joined the closed set, those that had been waiting included.
  package var newChanges = 0
  package var newTransactions = 0
  /// Transactions held before.
  package var known = 0
  /// Transactions that wait for others, in the whole store.
  package var waiting = 0
  /// Rows that were shown before and were changed, and those that are gone.
  package var changedRows = 0
  package var removedRows = 0
  package var rowsBefore = 0
  package var conflictsBefore = 0
  package var conflictsAfter = 0
  /// Changes of kinds and fields that this version does not know: kept, not shown.
  package var unknown = 0
  /// Machines heard of for the first time.
  package var newMachines: [Incarnation] = []

  /// Whether it deletes or overwrites more than a fifth of the rows, and at least twenty (BUNDLE.md §5).
  package var isSweeping: Bool {
    let touched = changedRows + removedRows
    return touched >= 20 && touched * 5 > rowsBefore
  }

  /// Whether it comes from a store that shares no history with this one.
  package var isStrange = false
}

/// Why an import was put back without effect.
package enum ImportStop: Error {
  /// It was a rehearsal.
  case rehearsed(ImportReport)
  /// It would change much, or mix in a store never met: somebody must say yes first.
  case needsAnswer(ImportReport)
}

/// How far an import may go.
package enum ImportConsent: Sendable {
  case rehearse
  /// Stops at what needs an answer.
  case ask
  case yes
}

extension Store {
  /// Merges transactions from elsewhere: all or nothing, in any order, any number of times.
  ///
  /// - Parameter source: calls its argument with each transaction.
  /// - Throws: `ImportStop` where nothing was to be changed; what `source` throws; `StoreError`.
  package func receive(
    consent: ImportConsent = .yes, _ source: ((Transaction) throws -> Void) throws -> Void
  ) throws -> ImportReport {
    try locked { session in
      let receiver = try Receiver(session, own: try Identity.stored(session.db))
      try source(receiver.take)
      let report = try receiver.finish()
      switch consent {
      case .rehearse: throw ImportStop.rehearsed(report)
      case .ask where report.isSweeping || report.isStrange: throw ImportStop.needsAnswer(report)
      default: return report
      }
    }
  }
}

/// Takes in foreign transactions: those that fit join the log, the others wait.
private final class Receiver {
  private let session: Session
  private let own: Incarnation?
  private let ingest: Ingest
  private let knownMachines: Set<Incarnation>
  private var report = ImportReport()
  private var sharesHistory = false

  init(_ session: Session, own: Incarnation?) throws {
    self.session = session
    self.own = own
    knownMachines = Set(session.streams.all.values.map(\.incarnation))
    report.conflictsBefore = try session.conflicts().count
    report.rowsBefore = try Registry.kinds.reduce(0) { sum, kind in
      sum + (try Int.fetchOne(session.db, sql: "SELECT count(*) FROM \"\(kind.name)\"") ?? 0)
    }
    ingest = try Ingest(session)
  }

  func take(_ transaction: Transaction) throws {
    if knownMachines.contains(transaction.incarnation) { sharesHistory = true }
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
    report.unknown += transaction.changes.count { !Registry.knows($0) }
    if transaction.incarnation == own { try Meta.set(session.db, "doubt", 1) }
  }

  func finish() throws -> ImportReport {
    try Pending(db: session.db).promote { transaction in
      guard case .fits(let placement) = try session.streams.fit(transaction) else { return false }
      try join(transaction, placement)
      return true
    }
    try ingest.finish()
    report.waiting = try Pending(db: session.db).count
    report.conflictsAfter = try session.conflicts().count
    report.changedRows = ingest.effect.changed.count
    report.removedRows = ingest.effect.removed.count
    let machines = Set(session.streams.all.values.map(\.incarnation)).subtracting(knownMachines)
    report.newMachines = machines.sorted()
    report.isStrange = report.rowsBefore > 0 && report.newTransactions > 0 && !sharesHistory && !knownMachines.isEmpty
    return report
  }
}

extension Registry {
  /// Whether this version knows what the change is about.
  fileprivate static func knows(_ change: Change) -> Bool {
    if change.field == ReservedField.presence || change.field == ReservedField.same { return true }
    return kind(change.subject.kind)?.field(change.field) != nil
  }
}
