import BundleFile
import Foundation
import GRDB
import Merge
import Model

extension Store {
  /// Mends what can be: indexes, what is noted beside the log, every derived table, and the permissions of others. Where
  /// that does not do, the log is written to a new file, as a restore does, and the old one is kept beside it.
  ///
  /// - Returns: the store, opened anew where its file was replaced, and where the old one lies then.
  package static func repaired(_ environment: Environment) throws -> (store: Store, kept: String?) {
    let store = try Store.existing(environment)
    try store.repair()
    guard try store.checkup().contains(where: { !$0.problems.isEmpty }) else { return (store, nil) }
    guard let kept = try store.renew() else { return (store, nil) }
    return (try Store.existing(environment), kept)
  }

  /// Makes everything beside the log anew.
  package func repair() throws {
    // An index that cannot be made anew is told of by the checkup that follows.
    try? alone { try $0.execute(sql: "REINDEX") }
    try? alone { db in
      try db.inTransaction(.immediate) {
        try LogRepair(db: db, registry: registry).run()
        return .commit
      }
    }
    forgetSession()
    try rebuild()
    if let ownFolder { chmod(ownFolder, 0o700) }
    for suffix in ["", "-wal", "-shm"] { chmod(path + suffix, 0o600) }
  }

  /// Writes the whole log to a bundle beside the store and restores it in the store's place. Closes this store.
  ///
  /// - Returns: where the old store lies; nil where the log itself cannot be read whole, and nothing was changed.
  private func renew() throws -> String? {
    let bundle = FreeName.beside((path as NSString).deletingPathExtension + ".repair", suffix: ".afterword")
    defer { unlink(bundle) }
    do {
      guard case .written = try export(to: bundle, replace: false, packing: .init(level: .fast)) else { return nil }
      try close()
      return try Store.restore(try BundleInput(bundle), environment).kept
    } catch let error as StoreError {
      if case .damaged = error { return nil }
      if case .damagedFile = error { return nil }
      throw error
    }
  }
}

/// Works out anew what the log's own tables repeat of it.
private struct LogRepair {
  let db: Database
  let registry: Registry

  func run() throws {
    try db.execute(
      sql: """
        UPDATE stream SET (start, last, hash) = (
          SELECT min(first), max(last), (SELECT hash FROM tx WHERE stream = stream.id ORDER BY last DESC LIMIT 1)
          FROM tx WHERE stream = stream.id)
        WHERE id IN (SELECT stream FROM tx)
        """)
    let check = LogCheck(session: try Session(db, registry))
    try check.eachContext { context, stored, due in
      guard stored != due else { return }
      try db.execute(
        sql: "UPDATE context SET seen = ? WHERE id = ?", arguments: [Database.blob(Streams.bytes(of: due)), context])
    }
    let due = try check.dueFlags()
    var wrong: [Int64] = []
    try check.eachSubject { id, flags in if flags != due[id] ?? [] { wrong.append(id) } }
    for id in wrong {
      try db.execute(sql: "UPDATE subject SET flags = ? WHERE id = ?", arguments: [(due[id] ?? []).rawValue, id])
    }
  }
}
