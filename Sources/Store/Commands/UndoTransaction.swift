import GRDB
package import Merge
package import Model

/// What an undo did and what it left alone.
package struct UndoReport: Sendable {
  package let undone: Transaction
  /// The undoing transaction; nil when nothing was left to undo.
  package let transaction: Transaction?
  package let skippedCells: [Cell]
  package let skippedRows: [Subject]
  package let clashes: [TextClash]
}

extension Door {
  /// Undoes the transaction with this local number (MERGE.md, *Undo of T*).
  ///
  /// - Parameter annulled: later transactions that were undone, and their undos: what they did is nobody's use of a row.
  func undo(_ number: Int64, command: String, annulled: Set<Int64> = []) throws -> UndoReport {
    guard let (transaction, span) = try session.transaction(number) else {
      throw StoreError.damaged("transaction \(number) is missing")
    }
    // The machine keeps its name and its parent, which came with its first transaction.
    let machine = transaction.incarnation
    var seen: Set<Subject> =
      transaction.first == 1 ? [MachineName.subject(machine), MachineParent.subject(machine)] : []
    let order = transaction.changes.map(\.subject).filter { seen.insert($0).inserted }
    let rows = try order.compactMap { try session.interner.existing($0) }.map { try session.cells.row($0) }
    let undo = try Undo(of: span, rows: rows) { event in
      try !annulled.isEmpty && annulled.contains(session.transaction(of: event))
    } children: { subject in
      try Edits(session: session).askDelete(subject).dropFirst().flatMap(\.histories)
    }
    let writes = undo.writes.map {
      CellWrite($0.change.subject, $0.change.field, $0.change.operation, shown: .these($0.shown))
    }
    return UndoReport(
      undone: transaction,
      transaction: try apply(command, batch: Batch.undoPrefix + transaction.hash.description.prefix(16), writes),
      skippedCells: undo.skippedCells,
      skippedRows: undo.skippedRows, clashes: undo.clashes)
  }
}

extension Session {
  /// The local number of the transaction that a change is in.
  func transaction(of event: CellEvent) throws -> Int64 {
    let statement = try db.cachedStatement(sql: "SELECT max(id) FROM tx WHERE id <= ?")
    return try Int64.fetchOne(statement, arguments: [event.id]) ?? 0
  }

  /// A transaction of the log by its local number, with the stretch of its stream that it takes up.
  func transaction(_ number: Int64) throws -> (Transaction, TransactionSpan)? {
    let sql = "SELECT id, stream, first, last, context, hash FROM tx WHERE id = ?"
    guard let position = try Row.fetchOne(db, sql: sql, arguments: [number]).map({ try Position($0) }),
      let stream = streams.all[position.stream]
    else { return nil }
    var found: Transaction?
    let (first, last) = (position.first, position.last)
    try log.transactions(of: stream, after: first - 1, through: last) { found = $0 }
    let seen = try streams.vector(context: position.context)
    return found.map { ($0, TransactionSpan(stream: stream.id, first: first, last: last, seen: seen)) }
  }
}

extension Store {
  /// Undoes one transaction; the report names what others have changed since and was left alone.
  package func undo(_ number: Int64, command: String = "undo") throws -> UndoReport {
    var report: UndoReport?
    _ = try write { door in
      let done = try door.undo(number, command: command)
      report = done
      return done.transaction
    }
    guard let report else { throw StoreError.damaged("an undo ended without a report") }
    return report
  }
}
