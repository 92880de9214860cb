import GRDB
import Merge
import Model

/// Reads transactions back out of the log, whole and as they were written: their chain hash proves it.
struct LogReader {
  let db: Database
  let interner: Interner
  let streams: Streams

  /// Calls `body` with each transaction of a stream that ends above `after` and not above `through`, in order.
  func transactions(
    of stream: Stream, after: Int = 0, through: Int = .max, _ body: (Transaction) throws -> Void
  ) throws {
    var previous = try hash(before: stream, after: after)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, first, last, wall, context, hash, command, batch FROM tx
        WHERE stream = ? AND last > ? AND last <= ? ORDER BY last
        """, arguments: [stream.id, after, through])
    var contexts: [Int: [Reference]] = [:]
    while let row = try rows.next() {
      let context: Int = row["context"]
      if contexts[context] == nil { contexts[context] = try streams.references(context: context) }
      let transaction = Transaction(
        incarnation: stream.incarnation, first: row["first"], previous: previous, context: contexts[context] ?? [],
        wall: row["wall"], command: row["command"], batch: row["batch"] ?? "",
        changes: try changes(from: row["id"], count: (row["last"] as Int) - (row["first"] as Int) + 1))
      guard transaction.hash.bytes == Database.bytes(row["hash"]) else {
        throw StoreError.damaged("transaction \(row["first"] as Int) of \(stream.incarnation) does not match its hash")
      }
      previous = transaction.hash
      try body(transaction)
    }
  }

  private func hash(before stream: Stream, after: Int) throws -> ChainHash? {
    if after >= stream.start { return try streams.position(stream.id, at: after)?.hash }
    guard let parent = stream.parent else { return nil }
    return try streams.position(parent, at: stream.start - 1)?.hash
  }

  /// The changes with consecutive ids from this one.
  func changes(from id: Int64, count: Int) throws -> [Change] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT c.cell, c.op, c.payload, c.keep, s.kind, s.uuid FROM change c JOIN subject s ON s.id = c.cell >> 12
        WHERE c.id >= ? AND c.id < ? ORDER BY c.id
        """)
    let rows = try Row.fetchCursor(statement, arguments: [id, id + Int64(count)])
    var out: [Change] = []
    out.reserveCapacity(count)
    while let row = try rows.next() { out.append(try change(row)) }
    guard out.count == count else { throw StoreError.damaged("changes are missing from the log") }
    return out
  }

  private func change(_ row: Row) throws -> Change {
    guard let uuid = RowID(Database.bytes(row["uuid"]) ?? []) else {
      throw StoreError.damaged("a row's id is malformed")
    }
    let keep = try Database.bytes(row["keep"]).map(ReferenceCodec.decode) ?? []
    return Change(
      Subject(kind: interner.text(ofName: row["kind"]), id: uuid),
      interner.text(ofName: Interner.field(ofCell: row["cell"])),
      try OperationCodec.decode(code: row["op"], payload: row["payload"]), keep: keep)
  }
}
