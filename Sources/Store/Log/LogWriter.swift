import GRDB
import Merge
import Model

/// Appends transactions to the log. The only writer of `tx` and `change`.
final class LogWriter {
  private let session: Session
  private let insert: HotStatement
  private var nextID: Int64

  /// The last change of the log.
  var last: Int64 { nextID - 1 }

  init(_ session: Session) throws {
    self.session = session
    insert = try session.hot("INSERT INTO change(id, cell, op, payload, keep) VALUES(?,?,?,?,?)")
    nextID = (try Int64.fetchOne(try session.db.cachedStatement(sql: "SELECT max(id) FROM change")) ?? 0) + 1
  }

  /// Where a transaction's changes stand.
  struct Origin {
    let stream: Int
    let context: Int
  }

  /// What a change in the log is about, by local numbers.
  struct Place {
    let subject: Int64
    let cell: Int64
    /// Whether the row had never been heard of.
    let isNew: Bool
  }

  /// Writes what belongs to the whole transaction; its changes must follow.
  func begin(_ transaction: Transaction, at placement: Placement) throws -> Origin {
    let context = try session.streams.contextID(transaction.context, placement.seen)
    let stream = try session.streams.extend(placement, with: transaction, number: nextID, context: context)
    let insert = try session.db.cachedStatement(
      sql: "INSERT INTO tx(id, stream, first, last, wall, context, hash, command, batch) VALUES(?,?,?,?,?,?,?,?,?)")
    try insert.execute(arguments: [
      nextID, stream, transaction.first, transaction.last, transaction.wall, context,
      Database.blob(transaction.hash.bytes), transaction.command,
      transaction.batch.isEmpty ? nil : transaction.batch,
    ])
    try ErasedLog.note(transaction, nextID, session.db)
    return Origin(stream: stream, context: context)
  }

  /// Writes the next change of the transaction begun.
  func append(_ change: Change) throws -> Place {
    let newest = session.interner.newest
    let isLife = change.operation.isSignOfLife(in: change.field)
    let subject = try session.interner.number(change.subject, new: isLife ? .life : [])
    let cell = Interner.cell(subject, try session.interner.name(change.field))
    let (code, payload) = OperationCodec.encode(change.operation)
    insert.bind(1, nextID)
    insert.bind(2, cell)
    insert.bind(3, Int64(code.rawValue))
    insert.bind(5, change.keep.isEmpty ? .null : Database.blob(ReferenceCodec.encode(change.keep)))
    try insert.run(binding: 4, payload)
    nextID += 1
    return Place(subject: subject, cell: cell, isNew: session.interner.newest != newest)
  }
}
