import GRDB
import Merge

/// The tables of what is forgotten.
enum ErasedLog {
  static func remainder(_ db: Database, _ transaction: Int64) throws -> ChainHash? {
    let bytes = try Row.fetchOne(db, sql: "SELECT remainder FROM erased WHERE tx = ?", arguments: [transaction])
    return bytes.flatMap { ChainHash($0.bytes("remainder")) }
  }

  /// Notes what is left of a transaction that comes with something erased.
  static func note(_ transaction: Transaction, _ number: Int64, _ db: Database) throws {
    guard transaction.isErased else { return }
    try db.execute(
      sql: "INSERT OR REPLACE INTO erased(tx, remainder) VALUES(?, ?)",
      arguments: [number, Database.blob(transaction.remainder.bytes)])
  }

  /// Puts what is left of a transaction in its place.
  static func write(_ transaction: Transaction, _ number: Int64, _ indices: Set<Int>, _ db: Database) throws {
    for index in indices {
      let (code, payload) = OperationCodec.encode(transaction.changes[index].operation)
      try db.execute(
        sql: "UPDATE change SET op = ?, payload = ? WHERE id = ?",
        arguments: [code.rawValue, payload, number + Int64(index)])
    }
    try db.execute(sql: "UPDATE tx SET command = ? WHERE id = ?", arguments: [transaction.command, number])
    try note(transaction, number, db)
  }

  /// Notes a change that says that something is to be forgotten.
  static func note(_ db: Database, _ change: Int64) throws {
    try db.execute(sql: "INSERT OR IGNORE INTO forgotten(change) VALUES(?)", arguments: [change])
  }

  /// The same of all that the log holds.
  static func note(_ db: Database) throws {
    try db.execute(
      sql: "INSERT OR IGNORE INTO forgotten(change) SELECT id FROM change WHERE op = ?",
      arguments: [OperationCodec.Code.forget.rawValue])
  }

  private static let unpacked = "unpacked"

  /// Makes sure that, whatever happens next, the derived tables and the file are made anew.
  static func leaveToRebuild(_ db: Database) throws {
    try Meta.set(db, "kinds", "to be made anew")
    try Meta.set(db, unpacked, 1)
    try Meta.set(db, times, try self.times(db) + 1)
  }

  private static let times = "erasures"

  /// How often something was taken out of this log: what was written elsewhere before the last time may hold it.
  static func times(_ db: Database) throws -> Int { try Meta.get(db, times) ?? 0 }

  /// Whether the file may still hold what was taken out of the log.
  static func isUnpacked(_ db: Database) throws -> Bool { try Meta.get(db, unpacked) as Int? != nil }

  /// Whether only its journal still may: the file itself was made anew.
  static func isJournalLeft(_ db: Database) throws -> Bool { try Meta.get(db, unpacked) as Int? == 2 }

  static func leaveJournal(_ db: Database) throws { try Meta.set(db, unpacked, 2) }

  static func setPacked(_ db: Database) throws { try Meta.set(db, unpacked, nil) }
}
