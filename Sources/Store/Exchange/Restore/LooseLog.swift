import BundleFile
import GRDB
import Merge
import Model

/// What a salvage brings back that cannot join the log as it is, kept in the file that is being restored until it is
/// written anew: transactions behind a gap, and those that wait for what is lost.
struct LooseLog {
  let db: Database

  /// One of them, and what it says of itself.
  struct Item {
    let id: Int64
    /// Its chain hash is not its own where it stands behind a gap.
    let transaction: Transaction
    /// The hash by which others refer to it.
    let hash: UInt64
  }

  func create() throws {
    try db.execute(
      sql: """
        CREATE TABLE loose(
          id INTEGER PRIMARY KEY, incarnation BLOB NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
          hash INTEGER NOT NULL, body BLOB NOT NULL, newIncarnation BLOB, newFirst INTEGER, newHash INTEGER);
        CREATE INDEX loose_position ON loose(incarnation, first);
        """)
  }

  func drop() throws { try db.execute(sql: "DROP TABLE loose") }

  func add(_ loose: LooseTransaction) throws {
    let transaction = Transaction(
      incarnation: loose.incarnation, first: loose.first, previous: nil, context: loose.context, wall: loose.wall,
      command: loose.command, batch: loose.batch, changes: loose.changes)
    try add(transaction, hash: loose.hash)
  }

  func add(_ transaction: Transaction, hash: UInt64) throws {
    try db.cachedStatement(sql: "INSERT INTO loose(incarnation, first, last, hash, body) VALUES(?, ?, ?, ?, ?)")
      .execute(arguments: [
        Database.blob(transaction.incarnation.id.bytes), transaction.first, transaction.last,
        Int64(bitPattern: hash), Database.blob(TransactionCodec.encode(transaction)),
      ])
  }

  /// The incarnations of what is not written anew yet.
  func incarnations() throws -> [Incarnation] {
    try Row.fetchAll(db, sql: "SELECT DISTINCT incarnation FROM loose WHERE newFirst IS NULL ORDER BY 1").compactMap {
      Database.bytes($0[0]).flatMap { RowID($0) }.map(Incarnation.init)
    }
  }

  /// The next of an incarnation that is not written anew yet.
  func next(of incarnation: Incarnation) throws -> Item? {
    let statement = try db.cachedStatement(
      sql: "SELECT id, hash, body FROM loose WHERE incarnation = ? AND newFirst IS NULL ORDER BY first, id LIMIT 1")
    return try Row.fetchOne(statement, arguments: [Database.blob(incarnation.id.bytes)]).map { row in
      Item(
        id: row["id"], transaction: try TransactionCodec.decode(Database.bytes(row["body"]) ?? [], previous: nil),
        hash: UInt64(bitPattern: row["hash"]))
    }
  }

  /// Whether something of the incarnation up to this position is still to be written anew.
  func isOpen(_ position: Reference) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: "SELECT 1 FROM loose WHERE incarnation = ? AND last <= ? AND newFirst IS NULL LIMIT 1")
    return try Int.fetchOne(statement, arguments: [Database.blob(position.incarnation.id.bytes), position.seq]) != nil
  }

  /// - Parameter first: where its first change now stands.
  func setWritten(_ item: Item, as new: Transaction, first: Int) throws {
    try db.cachedStatement(sql: "UPDATE loose SET newIncarnation = ?, newFirst = ?, newHash = ? WHERE id = ?")
      .execute(arguments: [
        Database.blob(new.incarnation.id.bytes), first, Int64(bitPattern: new.hash.short), item.id,
      ])
  }

  /// What became of a change; nil where it is not among them.
  func new(of change: Reference) throws -> Reference? {
    let hash = Int64(bitPattern: change.hash)
    return try written("first <= ? AND last >= ? AND hash = ?", change, [change.seq, change.seq, hash]).map {
      Reference(incarnation: $0.incarnation, seq: $0.newFirst + change.seq - $0.first, hash: $0.hash)
    }
  }

  /// The end of the last of an incarnation, up to a position, that was written anew.
  func newEnd(upTo position: Reference) throws -> Reference? {
    try written("last <= ?", position, [position.seq]).map {
      Reference(incarnation: $0.incarnation, seq: $0.newFirst + $0.last - $0.first, hash: $0.hash)
    }
  }

  private struct Written {
    let first: Int
    let last: Int
    let incarnation: Incarnation
    let newFirst: Int
    let hash: UInt64
  }

  private func written(
    _ condition: String, _ position: Reference, _ arguments: StatementArguments
  ) throws -> Written? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT first, last, newIncarnation, newFirst, newHash FROM loose
        WHERE incarnation = ? AND newFirst IS NOT NULL AND \(condition) ORDER BY last DESC LIMIT 1
        """)
    guard let row = try Row.fetchOne(statement, arguments: [Database.blob(position.incarnation.id.bytes)] + arguments),
      let id = Database.bytes(row["newIncarnation"]).flatMap({ RowID($0) })
    else { return nil }
    return Written(
      first: row["first"], last: row["last"], incarnation: Incarnation(id), newFirst: row["newFirst"],
      hash: UInt64(bitPattern: row["newHash"]))
  }
}
