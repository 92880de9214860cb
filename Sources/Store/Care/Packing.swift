import GRDB

/// Making the file anew once something was taken out of the log: a page that is free, an index or a journal would go on
/// holding it.
extension Store {
  /// Makes derived tables anew. What fails here is tried again by whoever opens the store next.
  func settleErased() throws {
    try alone { db in
      try db.inTransaction(.immediate) {
        try LogRepair(db: db, registry: registry).mendFlags()
        return .commit
      }
    }
    try rebuild()
  }

  /// Makes the file anew.
  ///
  /// - Throws: `StoreError.busy` while another process reads the store, `.disk` where there is no room.
  func pack() throws {
    guard place == .file else { return }
    try alone { db in
      guard try ErasedLog.isUnpacked(db) else { return }
      // Once: as long as somebody is in the way of the journal, no write has to make all of the file anew.
      if try !ErasedLog.isJournalLeft(db) {
        try db.execute(sql: "VACUUM")
        try ErasedLog.leaveJournal(db)
      }
      // Its first column says whether somebody was in the way.
      guard try Int.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)") == 0 else { throw StoreError.busy(path: path) }
      try ErasedLog.setPacked(db)
    }
  }

  /// Whether the file may still hold words that were taken out of the log.
  package func isUnpacked() throws -> Bool { try read { try ErasedLog.isUnpacked($0.db) } }
}
