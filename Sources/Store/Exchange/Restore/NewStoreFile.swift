import BundleFile
import Foundation
import GRDB
import Merge
import Model

/// A store that is being made beside where it will lie. Written without a journal: until it is complete, it is nobody's
/// store, and what a crash leaves is removed by the next run. Nor is it left to closing to put a write-ahead log into the
/// file, since a failure of that would go unnoticed.
final class NewStoreFile {
  let path: String
  private let queue: DatabaseQueue

  init(beside store: String) throws {
    path = store + ".new"
    NewStoreFile.remove(path)
    try Folders.createPrivateFile(path)
    do {
      queue = try Store.translating(path) { [path] in try NewStoreFile.make(path) }
    } catch {
      NewStoreFile.remove(path)
      throw error
    }
  }

  private static func make(_ path: String) throws -> DatabaseQueue {
    let queue = try DatabaseQueue(path: path, configuration: Store.configuration)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE")
      // Rows have random ids, so their index is written all over: 48 MiB of it in memory save most of the writing.
      try db.execute(sql: "PRAGMA cache_size = -49152")
      try db.inTransaction(.immediate) {
        try Schema.create(db, .current)
        return .commit
      }
    }
    return queue
  }

  /// Takes in what a bundle gives, with its signatures: whoever brings a backup back takes its maker's word for his own.
  func fill(
    _ source: ((Transaction) throws -> Void) throws -> BundleReport
  ) throws -> (taken: ImportReport, source: BundleReport) {
    try inTransaction { session in
      let receiver = try Receiver(session, own: nil)
      let report = try source(receiver.take)
      let taken = try receiver.finish()
      try keep(report.seal, report.head, session)
      if let maker = report.seal.maker(of: report.contentID) { try OwnKeys(session.db).add(maker) }
      return (taken, report)
    }
  }

  /// Takes words on keys that count already.
  func keep(_ words: [Certificate]) throws { try inTransaction { try Certificates($0.db).keep(words) } }

  private func keep(_ seal: BundleSeal, _ head: BundleHead, _ session: Session) throws {
    for (ordinal, range) in head.streams.enumerated() {
      try seal.signer(ofStream: ordinal, range).map(session.signatures.keep)
    }
    try Certificates(session.db).keep(seal.certificates.filter(\.isSound))
  }

  /// Takes in what a salvage gives: what is proven good as it is; what stands behind a gap, or waits for what is lost,
  /// written anew under new incarnations.
  func fill(salvaging bundle: BundleInput, freshID: @escaping () -> RowID) throws -> (
    anew: Int, salvaged: SalvageReport
  ) {
    try inTransaction { session in
      let loose = LooseLog(db: session.db)
      try loose.create()
      let receiver = try Receiver(session, own: nil)
      let salvaged = try bundle.salvage(receiver.take, loose: loose.add)
      _ = try receiver.finish()
      try Pending(db: session.db).moveAll { try loose.add($0, hash: $0.hash.short) }
      let writing = try Receiver(session, own: nil)
      let anew = WriteAnew(session, loose, freshID: freshID, take: writing.take)
      try anew.run()
      _ = try writing.finish()
      try keep(salvaged.seal, salvaged.head, session)
      try loose.drop()
      return (anew.changes, salvaged)
    }
  }

  private func inTransaction<Result>(_ body: (Session) throws -> Result) throws -> Result {
    try queue.writeWithoutTransaction { db in
      var result: Result?
      try db.inTransaction(.immediate) {
        result = try body(try Session(db, .current))
        return .commit
      }
      guard let result else { throw StoreError.damaged("a write ended without a result") }
      return result
    }
  }

  /// Checks the file as SQLite sees it, on another core, while a backup of it is made that is not kept.
  ///
  /// - Returns: the content id of that backup, and the ends of its chains, which prove all that leads to them.
  func check() throws -> (contentID: String, ends: Set<ChainHash>) {
    // Both read; nobody else does, so the lock that keeps others out can go.
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA locking_mode = NORMAL; SELECT 1 FROM meta") }
    let work = OrderedWork<Bool>()
    work.put { [path] in try NewStoreFile.isSound(path) }
    let backup = try self.backup()
    guard try work.take() == true else {
      throw StoreError.disk(path: path, why: "what was written is not what is read back: check the disk")
    }
    return backup
  }

  private static func isSound(_ path: String) throws -> Bool {
    try Store.translating(path) {
      let queue = try DatabaseQueue(path: path, configuration: Store.configuration)
      defer { try? queue.close() }
      return try queue.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") } == ["ok"]
    }
  }

  private func backup() throws -> (contentID: String, ends: Set<ChainHash>) {
    try queue.read { db in
      let session = try Session(db, .current)
      let runs = try session.runs()
      let writer = try BundleWriter(summing: try session.head(.backup, runs))
      try session.transactions(of: runs, writer.append)
      return (try writer.finish().contentID, Set(runs.map(\.range.end)))
    }
  }

  /// Makes it an ordinary store and puts it on the disk.
  func complete() throws {
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA locking_mode = NORMAL; PRAGMA journal_mode = WAL") }
    try queue.close()
    try Folders.flush(path)
  }

  /// Removes what is left of it: nothing, once it has taken the store's place.
  func remove() {
    try? queue.close()
    NewStoreFile.remove(path)
  }

  /// Removes what a killed restore left beside a store, unless another is at work there.
  static func removeStale(beside store: String, lock: String) {
    let path = store + ".new"
    var status = stat()
    guard lstat(path, &status) == 0, let hold = ProcessLock(ifFree: lock) else { return }
    withExtendedLifetime(hold) { remove(path) }
  }

  private static func remove(_ path: String) {
    for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
  }
}
