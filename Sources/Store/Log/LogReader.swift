import GRDB
import Merge
import Model

/// Reads transactions back out of the log, whole and as they were written: their chain hash proves it.
struct LogReader {
  /// What becomes of the chain hash that the log holds of a transaction.
  enum Proof {
    /// It is computed anew; one that differs is damage.
    case here
    /// It is taken as it stands, for a reader that computes it anew itself.
    case byTaker
  }

  let session: Session
  private var db: Database { session.db }
  private var interner: Interner { session.interner }
  private var streams: Streams { session.streams }

  /// Calls `body` with each transaction of a stream that ends above `after` and not above `through`, in order.
  func transactions(
    of stream: Stream, after: Int = 0, through: Int = .max, proof: Proof = .here, _ body: (Transaction) throws -> Void
  ) throws {
    var previous = try hash(before: stream, after: after)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, stream, first, last, wall, context, hash, command, batch FROM tx
        WHERE stream = ? AND last > ? AND last <= ? ORDER BY last
        """, arguments: [stream.id, after, through])
    var contexts: [Int: [Reference]] = [:]
    while let row = try rows.next() {
      let context = try row.number("context")
      if contexts[context] == nil { contexts[context] = try streams.references(context: context) }
      let transaction = try transaction(row, of: stream, previous, contexts[context] ?? [], proof)
      previous = transaction.hash
      try body(transaction)
    }
  }

  private func transaction(
    _ row: Row, of stream: Stream, _ previous: ChainHash?, _ context: [Reference], _ proof: Proof
  ) throws -> Transaction {
    let position = try Position(row)
    let (first, hash) = (position.first, position.hash)
    let changes = try changes(from: position.transaction, count: position.last - first + 1)
    let wall = try row.number("wall")
    let (command, batch) = (row.text("command") ?? "", row.text("batch") ?? "")
    let transaction = Transaction(
      incarnation: stream.incarnation, first: first, previous: previous, context: context, wall: wall,
      command: command, batch: batch, changes: changes, unproven: hash)
    // Of one from which something was erased a taker can prove nothing.
    if proof == .byTaker, !transaction.isErased { return transaction }
    let due = transaction.isErased ? try ErasedLog.remainder(db, position.transaction) : hash
    guard transaction.remainder == due else {
      throw StoreError.damaged("transaction \(first) of \(stream.incarnation) does not match its hash")
    }
    return transaction
  }

  private func hash(before stream: Stream, after: Int) throws -> ChainHash? {
    if after >= stream.start { return try streams.position(stream.id, at: after)?.hash }
    guard let parent = stream.parent else { return nil }
    return try streams.position(parent, at: stream.start - 1)?.hash
  }

  /// The changes with consecutive ids from this one.
  func changes(from id: Int64, count: Int) throws -> [Change] {
    let rows = try session.hot("SELECT cell, op, payload, keep FROM change WHERE id >= ? AND id < ? ORDER BY id")
    rows.bind(1, id)
    rows.bind(2, id &+ Int64(count))
    var out: [Change] = []
    try rows.forEach { out.append(try change(rows)) }
    guard out.count == count else { throw StoreError.damaged("changes are missing from the log") }
    return out
  }

  private func change(_ row: HotStatement) throws -> Change {
    let cell = row.int(0)
    guard let subject = try interner.subject(Interner.subject(ofCell: cell)) else {
      throw StoreError.damaged("a change is about a row that is missing")
    }
    return Change(
      subject, interner.text(ofName: Interner.field(ofCell: cell)),
      try OperationCodec.decode(code: Int(row.int(1)), payload: row.value(2)),
      keep: row.isNull(3) ? [] : try ReferenceCodec.decode(row.bytes(3)))
  }
}
