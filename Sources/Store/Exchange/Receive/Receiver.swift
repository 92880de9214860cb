import GRDB
import Merge
import Model

/// Takes in foreign transactions: those that fit join the log, the others wait.
final class Receiver {
  private let session: Session
  private let own: Incarnation?
  private let ingest: Ingest
  private let knownMachines: Set<Incarnation>
  private var report = ImportReport()
  private var sharesHistory = false
  /// Whether copies of notes were joined elsewhere.
  private(set) var bringsJoins = false

  init(_ session: Session, own: Incarnation?) throws {
    self.session = session
    self.own = own
    knownMachines = Set(session.streams.all.values.map(\.incarnation))
    report.rowsBefore = try session.registry.kinds.reduce(0) { sum, kind in
      sum + (try Int.fetchOne(session.db, sql: "SELECT count(*) FROM \"\(kind.name)\"") ?? 0)
    }
    ingest = try Ingest(session)
  }

  /// Documents that were not held before, by local number.
  var newDocuments: [Int64] {
    get throws {
      guard session.registry.kind(Model.Document.kind) != nil, !ingest.effect.born.isEmpty else { return [] }
      return try Int64.fetchAll(session.db, sql: "SELECT _row FROM \"\(Model.Document.kind)\"")
        .filter(ingest.effect.born.contains)
    }
  }

  func take(_ transaction: Transaction) throws {
    guard Self.canBeKept(transaction) else { throw StoreError.tooMuch(Self.unkeepable) }
    sharesHistory =
      sharesHistory || knownMachines.contains(transaction.incarnation)
      || transaction.context.contains { knownMachines.contains($0.incarnation) }
    switch try session.streams.fit(transaction) {
    case .known: report.known += 1
    case .waits:
      let pending = Pending(db: session.db)
      if try pending.contains(transaction.hash) {
        report.known += 1
      } else {
        try pending.add(session.erasure.waiting(transaction))
      }
    case .fits(let placement): try join(transaction, placement)
    }
  }

  private static let unkeepable =
    "The file names a kind, a field or a command with U+0000, which no store can give back as it came. Nothing was taken in."

  /// Names and commands are texts of SQLite, which ends them at a zero: they would come back as others than were hashed, and
  /// the store could never be exported again.
  private static func canBeKept(_ transaction: Transaction) -> Bool {
    func isWhole(_ text: String) -> Bool { !text.utf8.contains(0) }
    return isWhole(transaction.command) && isWhole(transaction.batch)
      && transaction.changes.allSatisfy { isWhole($0.subject.kind) && isWhole($0.field) }
  }

  private func join(_ transaction: Transaction, _ placement: Placement) throws {
    try ingest.take(transaction, at: placement)
    report.newTransactions += 1
    report.newChanges += transaction.changes.count
    report.unknown += transaction.changes.count { !session.registry.knows($0) }
    bringsJoins = bringsJoins || transaction.batch.hasPrefix(Batch.joinPrefix)
    if transaction.incarnation == own { try Meta.set(session.db, "doubt", 1) }
  }

  func finish() throws -> ImportReport {
    try Pending(db: session.db).promote { transaction in
      switch try session.streams.fit(transaction) {
      // It waited, and came once more when what it waited for was there.
      case .known: return true
      case .waits: return false
      case .fits(let placement):
        try join(transaction, placement)
        return true
      }
    }
    try ingest.finish()
    report.waiting = try Pending(db: session.db).count
    report.conflicts = try session.questions().count
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
  fileprivate func knows(_ change: Change) -> Bool {
    if ReservedField.contains(change.field) { return true }
    return kind(change.subject.kind)?.field(change.field) != nil
  }
}
