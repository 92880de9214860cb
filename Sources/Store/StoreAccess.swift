import Foundation
import GRDB
import GRDBSQLite
import Merge
import Model

/// What a store's tables lie in.
enum StorePlace {
  /// The file at its path.
  case file
  /// A copy in memory of a file that cannot be written: for looking alone.
  case copy
  /// Memory alone, for a rehearsal without a store.
  case scratch
}

extension Store {
  /// SQLite's version, for people.
  public static var sqliteVersion: String { String(cString: sqlite3_libversion()) }
}

/// Opening a store without leaving anything behind.
extension Store {
  /// Opens a store that exists, to look: neither the store nor anything beside it changes. One that cannot be written, on a
  /// read-only medium, of another user or on a full disk, is read into memory.
  ///
  /// - Throws: `StoreError.missing`, `.notAStore`, `.newerStore`, `.disk`.
  public static func reading(_ environment: Environment) throws -> Store {
    let path = environment.storePath
    try StoreFile.checkNotLost(environment)
    guard try !StoreFile.isMissingOrEmpty(path) else { throw StoreError.missing(path: path) }
    try StoreFile.check(path)
    if let queue = try StoreFile.openWhereWritable(path) {
      return try Store(environment, .current, queue, .file)
    }
    return try Store(environment, .current, try translating(path) { try StoreFile.copy(path) }, .copy)
  }

  /// Opens a store to look something up at once: nothing is made, mended or waited for.
  ///
  /// - Returns: nil where there is no store, another process holds it, or this version would have to make its tables anew.
  package static func glance(_ environment: Environment) -> Store? {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .immediateError
    guard (try? StoreFile.isMissingOrEmpty(environment.storePath)) == false,
      (try? StoreFile.check(environment.storePath)) != nil,
      let queue = try? DatabaseQueue(path: environment.storePath, configuration: configuration),
      (try? queue.read { try Meta.get($0, "kinds") as String? }) == Schema.fingerprint(.current)
    else { return nil }
    return try? Store(environment, .current, queue, .copy)
  }

  /// The same store as its file stands, to look at only.
  func inMemory() throws -> Store {
    try Store(environment, registry, try Self.translating(path) { try StoreFile.copy(path) }, .copy)
  }

  /// An empty store in memory, for finding out what an import would do where there is no store.
  public static func scratch(_ environment: Environment) throws -> Store { try scratch(environment, .current) }

  static func scratch(_ environment: Environment, _ registry: Registry) throws -> Store {
    let queue = try translating(environment.storePath) {
      let queue = try DatabaseQueue(configuration: configuration)
      try queue.write { try Schema.create($0, registry) }
      return queue
    }
    return try Store(environment, registry, queue, .scratch)
  }

  /// Removes a store that was just made and in which nothing was ever written, with the folders that are empty then: a
  /// command that fails leaves nothing behind.
  public func removeIfUnused() {
    let folder = (path as NSString).deletingLastPathComponent
    guard place == .file, let lockPath = try? markPath() + ".lock",
      let lock = try? ProcessLock(lockPath, store: path), Folders.inode(path) == inode, (try? isUnused()) == true
    else { return }
    try? close()
    for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
    // Whoever waits for the lock finds that its store is gone.
    unlink(lockPath)
    withExtendedLifetime(lock) {}
    for folder in [folder, environment.stateFolder] { rmdir(folder) }
  }

  private func isUnused() throws -> Bool {
    try read { try Int.fetchOne($0.db, sql: "SELECT (SELECT count(*) FROM tx) + (SELECT count(*) FROM pending)") }
      == 0
  }
}

extension StoreFile {
  /// Nil where the file or its folder cannot be written, which SQLite needs for reading too.
  fileprivate static func openWhereWritable(_ path: String) throws -> DatabaseQueue? {
    let folder = (path as NSString).deletingLastPathComponent
    guard access(path, W_OK) == 0, access(folder, W_OK) == 0 else { return nil }
    do {
      let queue = try DatabaseQueue(path: path, configuration: Store.configuration)
      _ = try queue.read { try Meta.get($0, "kinds") as String? }
      return queue
    } catch let error as DatabaseError {
      switch error.resultCode {
      case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_FULL, .SQLITE_IOERR: return nil
      default: return try Store.translating(path) { throw error }
      }
    }
  }

  /// The file's content in memory, with what stands only in its journal.
  static func copy(_ path: String) throws -> DatabaseQueue {
    var status = stat()
    guard stat(path + "-wal", &status) == 0, status.st_size > 0 else { return try load(path) }
    do {
      var configuration = Store.configuration
      configuration.readonly = true
      return try copy(of: DatabaseQueue(path: path, configuration: configuration))
    } catch let error as DatabaseError {
      switch error.resultCode {
      // SQLite reads a journal only where it may write beside it.
      case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_FULL, .SQLITE_IOERR: return try copyElsewhere(path)
      default: throw error
      }
    }
  }

  private static func copy(of source: DatabaseQueue) throws -> DatabaseQueue {
    let copy = try DatabaseQueue(configuration: Store.configuration)
    try source.backup(to: copy)
    try source.close()
    return copy
  }

  /// By way of a folder of its own that is gone again at once.
  static func copyElsewhere(_ path: String) throws -> DatabaseQueue {
    let roots = ["/dev/shm/", NSTemporaryDirectory()]
    for root in roots {
      let folder = root + "afterword-" + UUID().uuidString
      defer { try? FileManager.default.removeItem(atPath: folder) }
      guard mkdir(folder, 0o700) == 0,
        (try? FileManager.default.copyItem(atPath: path, toPath: folder + "/store")) != nil,
        (try? FileManager.default.copyItem(atPath: path + "-wal", toPath: folder + "/store-wal")) != nil
      else { continue }
      return try copy(of: DatabaseQueue(path: folder + "/store", configuration: Store.configuration))
    }
    throw StoreError.disk(
      path: path, why: "it cannot be read: its journal must be folded in, and there is no room for that")
  }

  private static func load(_ path: String) throws -> DatabaseQueue {
    guard var bytes = FileManager.default.contents(atPath: path), bytes.count > 100 else {
      throw StoreError.disk(path: path, why: "it cannot be read")
    }
    // A database in memory has no write-ahead log (SQLite file format, offsets 18 and 19).
    (bytes[bytes.startIndex + 18], bytes[bytes.startIndex + 19]) = (1, 1)
    let queue = try DatabaseQueue(configuration: Store.configuration)
    try queue.writeWithoutTransaction { db in try fill(db, bytes) }
    return queue
  }

  private static func fill(_ db: Database, _ bytes: Data) throws {
    let place = sqlite3_malloc64(UInt64(bytes.count))?.assumingMemoryBound(to: UInt8.self)
    guard let place else { throw DatabaseError(resultCode: .SQLITE_NOMEM) }
    bytes.copyBytes(to: place, count: bytes.count)
    let flags = UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE)
    let size = Int64(bytes.count)
    let code = sqlite3_deserialize(db.sqliteConnection, "main", place, size, size, flags)
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }
}
