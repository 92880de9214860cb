import GRDB
import Merge
import Model

/// Appends transactions to the log. The only writer of `tx` and `change`.
final class LogWriter {
  private let session: Session
  private let insert: HotStatement
  private var nextID: Int64

  init(_ session: Session) throws {
    self.session = session
    insert = try session.hot("INSERT INTO change(id, cell, op, payload, keep) VALUES(?,?,?,?,?)")
    nextID = (try Int64.fetchOne(try session.db.cachedStatement(sql: "SELECT max(id) FROM change")) ?? 0) + 1
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
    let context = try session.streams.contextID(transaction.context, placement.seen)
    let stream = try session.streams.extend(placement, with: transaction, context: context)
    let insert = try session.db.cachedStatement(
      sql: "INSERT INTO tx(id, stream, first, last, wall, context, hash, command, batch) VALUES(?,?,?,?,?,?,?,?,?)")
    try insert.execute(arguments: [
      nextID, stream, transaction.first, transaction.last, transaction.wall, context,
      Database.blob(transaction.hash.bytes), transaction.command,
      transaction.batch.isEmpty ? nil : transaction.batch,
    ])
    var entries: [Entry] = []
    entries.reserveCapacity(transaction.changes.count)
    for item in transaction.changes { entries.append(try append(item)) }
    return (entries, stream, context)
  }

  private func append(_ change: Change) throws -> Entry {
    let subject = try session.interner.number(change.subject)
    let entry = Entry(
      id: nextID, subject: subject.id, isNewSubject: subject.isNew, field: try session.interner.name(change.field),
      change: change)
    let (code, payload) = OperationCodec.encode(change.operation)
    let keep = change.keep.isEmpty ? DatabaseValue.null : Database.blob(ReferenceCodec.encode(change.keep))
    insert.bind(1, entry.id)
    insert.bind(2, entry.cell)
    insert.bind(3, Int64(code.rawValue))
    insert.bind(4, payload)
    insert.bind(5, keep)
    try insert.run()
    nextID += 1
    return entry
  }
}
