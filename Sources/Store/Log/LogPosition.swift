import GRDB
package import Model

/// How far a store's log had come when it was looked at: its last transaction by number and hash, so that another log
/// put in its place is told from it.
package struct LogPosition: Hashable, Sendable {
  /// 0 for an empty log.
  package let transaction: Int64
  /// Empty for an empty log.
  package let hash: [UInt8]

  package init(transaction: Int64, hash: [UInt8]) {
    self.transaction = transaction
    self.hash = hash
  }
}

extension Store {
  package func position() throws -> LogPosition { try read { try $0.position() } }

  /// The rows that changes touched which arrived after a position, each once under the identity it is shown by.
  ///
  /// - Returns: nil where the log does not hold that position: another one has taken its place.
  package func rowsTouched(since position: LogPosition) throws -> (rows: [Subject], position: LogPosition)? {
    try read { session in
      guard try session.position(at: position.transaction) == position else { return nil }
      // A transaction's number is that of its first change.
      let numbers = try Int64.fetchAll(
        session.db,
        sql: """
          SELECT DISTINCT cell >> \(Interner.fieldBits) FROM change
          WHERE id >= (SELECT id FROM tx WHERE id > ? ORDER BY id LIMIT 1) ORDER BY 1
          """, arguments: [position.transaction])
      var known: Set<Subject> = []
      let rows = try numbers.compactMap { try session.shownSubject($0) }.filter { known.insert($0).inserted }
      return (rows, try session.position())
    }
  }
}

extension Session {
  fileprivate func position() throws -> LogPosition {
    try position(at: try Int64.fetchOne(db, sql: "SELECT max(id) FROM tx") ?? 0)
      ?? LogPosition(transaction: 0, hash: [])
  }

  /// Nil where there is no such transaction.
  fileprivate func position(at transaction: Int64) throws -> LogPosition? {
    guard transaction > 0 else { return LogPosition(transaction: 0, hash: []) }
    let row = try Row.fetchOne(db, sql: "SELECT substr(hash, 1, 8) FROM tx WHERE id = ?", arguments: [transaction])
    return row.map { LogPosition(transaction: transaction, hash: Database.bytes($0[0]) ?? []) }
  }
}
