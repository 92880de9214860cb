import GRDB
import Merge
import Model

/// Appends transactions to the log. The only writer of `tx` and `change`.
final class LogWriter {
  private let db: Database
  private let interner: Interner
  private let streams: Streams
  private var nextID: Int64

  init(_ db: Database, _ interner: Interner, _ streams: Streams) throws {
    self.db = db
    self.interner = interner
    self.streams = streams
    nextID = (try Int64.fetchOne(db, sql: "SELECT max(id) FROM change") ?? 0) + 1
  }

  /// A change as it now stands in the log.
  struct Entry {
    let id: Int64
    let subject: Int64
    let isNewSubject: Bool
    let field: Int
    let change: Change

    var cell: Int64 { Interner.cell(subject, field) }
  }

  /// Writes a transaction where it fits and returns its entries with the stream and context they were given.
  func append(_ transaction: Transaction, at placement: Placement) throws -> (
    entries: [Entry], stream: Int, context: Int
  ) {
    let context = try streams.contextID(transaction.context, placement.seen)
    let stream = try streams.extend(placement, with: transaction, context: context)
    let insert = try db.cachedStatement(
      sql: "INSERT INTO tx(id, stream, first, last, wall, context, hash, command, batch) VALUES(?,?,?,?,?,?,?,?,?)")
    try insert.execute(arguments: [
      nextID, stream, transaction.first, transaction.last, transaction.wall, context,
      Database.blob(transaction.hash.bytes), transaction.command,
      transaction.batch.isEmpty ? nil : transaction.batch,
    ])
    let change = try db.cachedStatement(sql: "INSERT INTO change(id, cell, op, payload, keep) VALUES(?,?,?,?,?)")
    var entries: [Entry] = []
    entries.reserveCapacity(transaction.changes.count)
    for item in transaction.changes { entries.append(try append(item, change)) }
    return (entries, stream, context)
  }

  private func append(_ change: Change, _ statement: Statement) throws -> Entry {
    let subject = try interner.number(change.subject)
    let entry = Entry(
      id: nextID, subject: subject.id, isNewSubject: subject.isNew, field: try interner.name(change.field),
      change: change)
    let (code, payload) = OperationCodec.encode(change.operation)
    let keep = change.keep.isEmpty ? DatabaseValue.null : Database.blob(ReferenceCodec.encode(change.keep))
    try statement.execute(arguments: [entry.id, entry.cell, code.rawValue, payload, keep])
    nextID += 1
    return entry
  }
}
