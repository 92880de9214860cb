import BundleFile
import Foundation
import GRDB
import Merge
import Model

extension Store {
  /// Mends what can be: indexes, what is noted beside the log, every derived table, and the permissions of others. Where
  /// that does not do, the log is written to a new file, as a restore does. A store with damage in its file or its log is
  /// kept beside it first, byte for byte.
  ///
  /// - Returns: the store, opened anew where its file was replaced, and where the damaged one lies.
  /// - Throws: `StoreError.disk` where a damaged one cannot be kept: then nothing was changed.
  package static func repaired(_ environment: Environment) throws -> (store: Store, kept: String?) {
    let store = try Store.existing(environment)
    let kept = try store.checkup().contains { $0.isWrong && $0.place == .log } ? try store.keepDamaged() : nil
    try store.repair()
    guard try store.checkup().contains(where: { $0.isWrong && $0.place != .outside }) else { return (store, kept) }
    guard let replaced = try store.renew() else { return (try Store.existing(environment), kept) }
    // What was replaced is the same that is kept already, with its indexes tried anew.
    if kept != nil { for suffix in ["", "-wal", "-shm"] { unlink(replaced + suffix) } }
    return (try Store.existing(environment), kept ?? replaced)
  }

  /// Makes everything beside the log anew. What damage leaves as it is, the checkup that follows tells of.
  package func repair() throws {
    try pastDamage { try alone { try $0.execute(sql: "REINDEX") } }
    try pastDamage {
      try alone { db in
        try db.inTransaction(.immediate) {
          try LogRepair(db: db, registry: registry).run()
          return .commit
        }
      }
    }
    forgetSession()
    try pastDamage(rebuild)
    if let ownFolder { chmod(ownFolder, 0o700) }
    for suffix in ["", "-wal", "-shm"] { chmod(path + suffix, 0o600) }
  }

  private func pastDamage(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch {
      guard Damage(error) != nil else { throw error }
    }
  }

  /// Copies the file and its journal as they stand.
  private func keepDamaged() throws -> String {
    let lock = try ProcessLock(try markPath() + ".lock", store: path)
    defer { withExtendedLifetime(lock) {} }
    let kept = FreeName.beside((path as NSString).deletingPathExtension + ".before-repair", suffix: ".sqlite")
    for suffix in ["", "-wal"] where access(path + suffix, F_OK) == 0 {
      do {
        try FileManager.default.copyItem(atPath: path + suffix, toPath: kept + suffix)
        chmod(kept + suffix, 0o600)
        try Folders.flush(kept + suffix)
      } catch {
        for suffix in ["", "-wal"] { unlink(kept + suffix) }
        throw StoreError.disk(
          path: path, why: "it is damaged, and there is no room to keep it as it is before it is mended")
      }
    }
    return kept
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
    } catch {
      guard Damage(error) != nil else { throw error }
      return nil
    }
  }
}

/// Works out anew what the log's own tables repeat of it.
struct LogRepair {
  let db: Database
  let registry: Registry

  func run() throws {
    try mendStreams()
    let check = LogCheck(session: try Session(db, registry))
    try check.eachContext { context, stored, due in
      guard stored != due else { return }
      try db.execute(
        sql: "UPDATE context SET seen = ? WHERE id = ?", arguments: [Database.blob(Streams.bytes(of: due)), context])
    }
    try mendFlags()
    try mendSignatures()
  }

  /// What is no signature any more is of use to nobody: this machine's own comes with its next change, others' from them.
  private func mendSignatures() throws {
    try Session(db, registry).signatures.removeUnsound()
    if try Certificates(db).unsound() > 0 { try Certificates(db).removeUnsound() }
  }

  /// What is noted of rows, from their changes.
  func mendFlags() throws {
    let check = LogCheck(session: try Session(db, registry))
    let due = try check.dueFlags()
    var wrong: [Int64] = []
    try check.eachSubject { id, flags in if flags != due[id] ?? [] { wrong.append(id) } }
    for id in wrong {
      try db.execute(sql: "UPDATE subject SET flags = ? WHERE id = ?", arguments: [(due[id] ?? []).rawValue, id])
    }
  }

  /// A stream whose last change and hash both say otherwise than its transactions has lost some of them, and one that
  /// begins before them likewise: it stays as it is, so that what is lost is named.
  private func mendStreams() throws {
    try db.execute(
      sql: """
        WITH held AS (
          SELECT stream, min(first) AS start, max(last) AS last,
            (SELECT hash FROM tx tip WHERE tip.stream = tx.stream ORDER BY last DESC LIMIT 1) AS hash
          FROM tx GROUP BY stream)
        UPDATE stream SET start = held.start, last = held.last, hash = held.hash FROM held
        WHERE held.stream = stream.id AND (stream.last = held.last OR stream.hash = held.hash)
          AND (held.start = 1 OR stream.parent IS NOT NULL)
        """)
  }
}
