import Foundation
import GRDB
import Merge
import Model

/// Transactions that wait for something they name (MERGE.md, *closed*): kept whole, counted, exported, not part of F.
struct Pending {
  let db: Database

  func add(_ transaction: Transaction) throws {
    try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO pending(hash, incarnation, first, last, previous, body) VALUES(?,?,?,?,?,?)"
    ).execute(arguments: [
      Database.blob(transaction.hash.bytes), Database.blob(transaction.incarnation.id.bytes), transaction.first,
      transaction.last, transaction.previous.map { Database.blob($0.bytes) } ?? .null,
      Database.blob(TransactionCodec.encode(transaction)),
    ])
  }

  func contains(_ hash: ChainHash) throws -> Bool {
    try Int.fetchOne(
      try db.cachedStatement(sql: "SELECT 1 FROM pending WHERE hash = ?"), arguments: [Database.blob(hash.bytes)])
      != nil
  }

  func remove(_ hash: ChainHash) throws {
    try db.cachedStatement(sql: "DELETE FROM pending WHERE hash = ?").execute(arguments: [Database.blob(hash.bytes)])
  }

  var count: Int { get throws { try Int.fetchOne(db, sql: "SELECT count(*) FROM pending") ?? 0 } }

  /// - Throws: `StoreError.damaged` where it does not wait.
  func transaction(_ hash: ChainHash) throws -> Transaction {
    let statement = try db.cachedStatement(sql: "SELECT hash, previous, body FROM pending WHERE hash = ?")
    guard let row = try Row.fetchOne(statement, arguments: [Database.blob(hash.bytes)]) else {
      throw StoreError.damaged("a waiting transaction is missing")
    }
    return try decode(row)
  }

  /// All of them, by stream and position.
  func all() throws -> [Transaction] {
    try Row.fetchAll(db, sql: "SELECT hash, previous, body FROM pending ORDER BY incarnation, first, hash").map(decode)
  }

  /// The local number of the one that came last.
  var newest: Int { get throws { try Int.fetchOne(db, sql: "SELECT max(rowid) FROM pending") ?? 0 } }

  /// - Parameter newest: those that came after this one are looked at.
  /// - Throws: `StoreError.damaged` where one does not come back as it was put in.
  func check(after newest: Int = 0) throws {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT hash, previous, body FROM pending WHERE rowid > ?", arguments: [newest])
    while let row = try rows.next() {
      let transaction = try decode(row)
      // Of one from which something was erased only the store's own sums tell.
      guard transaction.isErased || transaction.hash.bytes == Database.bytes(row["hash"]) else {
        throw StoreError.damaged("a waiting transaction does not match its hash")
      }
    }
  }

  /// Gives each and lets go of it.
  func moveAll(_ body: (Transaction) throws -> Void) throws {
    let rows = try Row.fetchCursor(db, sql: "SELECT hash, previous, body FROM pending")
    while let row = try rows.next() { try body(try decode(row)) }
    try db.execute(sql: "DELETE FROM pending")
  }

  private func decode(_ row: Row) throws -> Transaction {
    let read = try TransactionCodec.decode(
      Database.bytes(row["body"]) ?? [], previous: Database.bytes(row["previous"]).flatMap { ChainHash($0) })
    guard let transaction = read.proven(by: Database.bytes(row["hash"]).flatMap { ChainHash($0) }) else {
      throw StoreError.damaged("a waiting transaction cannot be read")
    }
    return transaction
  }

  /// Offers each stream's next transactions until none is taken any more, and lets go of those that were. Asks once a
  /// transaction and once more a stream and round, so alternating streams cost no more than their length.
  func promote(_ take: (Transaction) throws -> Bool) throws {
    let incarnations = try Row.fetchAll(db, sql: "SELECT DISTINCT incarnation FROM pending").map {
      $0[0] as DatabaseValue
    }
    var progress = !incarnations.isEmpty
    while progress {
      progress = false
      for incarnation in incarnations where try promote(incarnation, take) { progress = true }
    }
  }

  private func promote(_ incarnation: DatabaseValue, _ take: (Transaction) throws -> Bool) throws -> Bool {
    var taken: [ChainHash] = []
    var stuckAt = Int.max
    let rows = try Row.fetchCursor(
      db, sql: "SELECT hash, first, previous, body FROM pending WHERE incarnation = ? ORDER BY first, hash",
      arguments: [incarnation])
    while let row = try rows.next(), try row.number("first") <= stuckAt {
      let transaction = try decode(row)
      if try take(transaction) { taken.append(transaction.hash) } else { stuckAt = min(stuckAt, transaction.first) }
    }
    try taken.forEach(remove)
    return !taken.isEmpty
  }
}

/// A whole transaction as bytes, for the pending table alone.
enum TransactionCodec {
  static func encode(_ transaction: Transaction) -> [UInt8] {
    var writer = ByteWriter()
    ReferenceCodec.write([transaction.tip], &writer)
    writer.unsigned(transaction.first)
    ReferenceCodec.write(transaction.context, &writer)
    writer.unsigned(transaction.wall)
    writer.string(transaction.command)
    writer.string(transaction.batch)
    writer.unsigned(transaction.changes.count)
    for change in transaction.changes { write(change, &writer) }
    return writer.bytes
  }

  private static func write(_ change: Change, _ writer: inout ByteWriter) {
    writer.string(change.subject.kind)
    writer.word(change.subject.id.high)
    writer.word(change.subject.id.low)
    writer.string(change.field)
    let (code, payload) = OperationCodec.encode(change.operation)
    writer.unsigned(code.rawValue)
    write(payload, &writer)
    ReferenceCodec.write(change.keep, &writer)
  }

  private static func write(_ payload: DatabaseValue, _ writer: inout ByteWriter) {
    switch payload.storage {
    case .null, .double: writer.bytes.append(0)
    case .int64(let number):
      writer.bytes.append(1)
      writer.word(UInt64(bitPattern: number))
    case .string(let text):
      writer.bytes.append(2)
      writer.string(text)
    case .blob(let data):
      writer.bytes.append(3)
      writer.unsigned(data.count)
      writer.bytes.append(contentsOf: data)
    }
  }

  static func decode(_ bytes: [UInt8], previous: ChainHash?) throws -> Transaction {
    var reader = ByteReader(bytes)
    guard let tip = ReferenceCodec.read(&reader)?.first, let first = reader.unsigned(),
      let context = ReferenceCodec.read(&reader), let wall = reader.unsigned(), let command = reader.string(),
      let batch = reader.string(), let count = reader.unsigned()
    else { throw StoreError.damaged("a waiting transaction cannot be read") }
    var changes: [Change] = []
    for _ in 0..<max(0, count) { changes.append(try readChange(&reader)) }
    return Transaction(
      incarnation: tip.incarnation, first: first, previous: previous, context: context, wall: wall, command: command,
      batch: batch, changes: changes)
  }

  private static func readChange(_ reader: inout ByteReader) throws -> Change {
    guard let kind = reader.string(), let high = reader.word(), let low = reader.word(), let field = reader.string(),
      let code = reader.unsigned(), let payload = readPayload(&reader), let keep = ReferenceCodec.read(&reader)
    else { throw StoreError.damaged("a waiting change cannot be read") }
    return Change(
      Subject(kind: kind, id: RowID(high: high, low: low)), field,
      try OperationCodec.decode(code: code, payload: payload), keep: keep)
  }

  private static func readPayload(_ reader: inout ByteReader) -> DatabaseValue? {
    switch reader.byte() {
    case 0: .null
    case 1: reader.word().map { Int64(bitPattern: $0).databaseValue }
    case 2: reader.string().map(\.databaseValue)
    case 3: reader.unsigned().flatMap { reader.take($0) }.map { Data($0).databaseValue }
    default: nil
    }
  }
}
