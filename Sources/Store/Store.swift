import Crypto
import Foundation
import GRDB
import Merge
public import Model

/// One store: a SQLite file with the log and the tables derived from it. Open, use from one thread, let go.
public final class Store {
  public private(set) var environment: Environment
  /// Private, so that the compiler keeps everybody else from opening the database while it is open: all go through `read`,
  /// `locked` and `alone`.
  private let queue: DatabaseQueue
  package let registry: Registry
  let place: StorePlace
  /// Of the file that was opened.
  let inode: UInt64
  private var loaded: Session?
  /// The session of the read or write under way.
  private var running: Session?

  public var path: String { environment.storePath }
  /// The day the user means by "today".
  public var today: Day {
    get { environment.today }
    set { environment.today = newValue }
  }

  /// Opens the store, making it first when it is not there.
  ///
  /// - Parameter isNewOne: whether an empty one may take the place of one that was lost.
  /// - Throws: `StoreError.notAStore`, `.newerStore`, `.disk`, `.busy`, `.lost`.
  public convenience init(_ environment: Environment, beginningAnew isNewOne: Bool = false) throws {
    if !isNewOne { try StoreFile.checkNotLost(environment) }
    try self.init(environment, .current)
    if isNewOne { unlink(try markPath()) }
  }

  /// Opens the store as a version of the program that knows these kinds.
  package convenience init(_ environment: Environment, _ registry: Registry) throws {
    let path = environment.storePath
    if try StoreFile.isMissingOrEmpty(path) { try Store.create(environment) }
    try StoreFile.check(path)
    NewStoreFile.removeStale(beside: path, lock: try Store.markPath(environment) + ".lock")
    let queue = try Store.translating(path) { try DatabaseQueue(path: path, configuration: Store.configuration) }
    // A store that an exclusive lock took out of WAL goes back to it; otherwise this changes nothing.
    try Store.translating(path) {
      try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
    }
    try self.init(environment, registry, queue, .file)
  }

  init(_ environment: Environment, _ registry: Registry, _ queue: DatabaseQueue, _ place: StorePlace) throws {
    self.environment = environment
    self.registry = registry
    self.queue = queue
    self.place = place
    inode = Folders.inode(environment.storePath)
    let (kinds, isUnpacked) = try Store.translating(path) {
      try queue.read { (try Meta.get($0, "kinds") as String?, try ErasedLog.isUnpacked($0)) }
    }
    if kinds != Schema.fingerprint(registry) { try isUnpacked ? settleErased() : rebuild() }
  }

  /// A store that is open already, for looking alone.
  init(_ environment: Environment, _ registry: Registry, _ queue: DatabaseQueue) {
    self.environment = environment
    self.registry = registry
    self.queue = queue
    place = .copy
    inode = Folders.inode(environment.storePath)
  }

  /// Makes a new store beside its path and moves it there whole, so that no half-made store is ever found.
  private static func create(_ environment: Environment) throws {
    let path = environment.storePath
    try Folders.make((path as NSString).deletingLastPathComponent)
    let lock = try ProcessLock(path + ".lock", store: path)
    defer {
      unlink(path + ".lock")
      withExtendedLifetime(lock) {}
    }
    guard try StoreFile.isMissingOrEmpty(path) else { return }
    let file = try NewStoreFile(beside: path)
    defer { file.remove() }
    try translating(path) { try file.complete() }
    guard rename(file.path, path) == 0 else { throw StoreError.disk(path: path, why: String(cString: strerror(errno))) }
    try Folders.flush((path as NSString).deletingLastPathComponent)
  }

  /// Opens a store that exists; a missing one is an error that says how to begin.
  public static func existing(_ environment: Environment) throws -> Store {
    try StoreFile.checkNotLost(environment)
    guard FileManager.default.fileExists(atPath: environment.storePath) else {
      throw StoreError.missing(path: environment.storePath)
    }
    return try Store(environment)
  }

  static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { db in
      // A store of years fits 32 MB of cache, and a write-ahead log of 16 MB gathers what many commands write to one page.
      try db.execute(
        sql: """
          PRAGMA trusted_schema = OFF; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY;
          PRAGMA cache_size = -32000; PRAGMA wal_autocheckpoint = 4000
          """)
    }
    return configuration
  }

  /// Lets go of the file. Nothing can be read or written afterwards.
  package func close() throws {
    loaded = nil
    try Store.translating(path) { try queue.close() }
  }

  /// Runs a read on what is committed; inside a read or write under way on what that sees, so that no question asked or
  /// title looked up in the middle of one can open the database twice.
  func read<T>(_ body: (Session) throws -> T) throws -> T {
    if let running { return try body(running) }
    return try wording {
      try Store.translating(path) { try queue.read { try run(body, try self.session($0)) } }
    }
  }

  /// Runs `body` as what is under way.
  private func run<T>(_ body: (Session) throws -> T, _ session: Session) throws -> T {
    running = session
    defer { running = nil }
    return try body(session)
  }

  /// The one place where what is wrong with a row is put into words: its name is read when nothing is under way any more.
  private func wording<T>(_ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let trouble as RowTrouble {
      throw try trouble.worded(by: self)
    }
  }

  /// Runs one local transaction through the door, under SQLite's write lock and this machine's process lock; then writes
  /// the mark.
  func write(_ body: (Door) throws -> Transaction?) throws -> Transaction? {
    guard place != .copy else { throw StoreError.disk(path: path, why: StoreError.unwritable) }
    let identity = Identity(environment: environment, markPath: try markPath())
    return try locked { session in
      let transaction = try body(Door(session: session, identity: identity))
      if transaction != nil { try identity.rememberTip(session) }
      return transaction
    } afterCommit: { transaction in
      if let transaction {
        identity.writeMark(transaction)
        environment.step?.note(transaction)
      }
    }
  }

  /// Runs `body` in one immediate transaction. A throw leaves everything as it was.
  func locked<T>(_ body: (Session) throws -> T, afterCommit: (T) -> Void = { _ in }) throws -> T {
    guard running == nil else { throw StoreError.busy(path: path) }
    let result = try wording { try lockedWrite(body, afterCommit) }
    if loaded?.erasure.hasErased == true { try settleErased() }
    // Whoever writes makes the file anew where something was in the way before; whoever looks is not made to wait.
    if try isUnpacked() { try? pack() }
    return result
  }

  private func lockedWrite<T>(_ body: (Session) throws -> T, _ afterCommit: (T) -> Void) throws -> T {
    let lock = try place == .file ? ProcessLock(try markPath() + ".lock", store: path) : nil
    defer { withExtendedLifetime(lock) {} }
    // A restore may have put another file in the store's place since this one was opened.
    guard place != .file || Folders.inode(path) == inode else { throw StoreError.busy(path: path) }
    do {
      return try Store.translating(path) {
        var result: T?
        try queue.writeWithoutTransaction { db in
          try db.inTransaction(.immediate) {
            result = try run(body, try session(db))
            return .commit
          }
        }
        guard let result else { throw StoreError.damaged("a write ended without a result") }
        afterCommit(result)
        return result
      }
    } catch {
      loaded = nil
      throw error
    }
  }

  /// Runs what no command does, on the bare database: making derived tables anew, looking after the file.
  func alone<T>(_ body: (Database) throws -> T) throws -> T {
    guard running == nil else { throw StoreError.busy(path: path) }
    return try Store.translating(path) { try queue.writeWithoutTransaction(body) }
  }

  func forgetSession() { loaded = nil }

  private func session(_ db: Database) throws -> Session {
    if let loaded, try loaded.isCurrent() { return loaded }
    let session = try Session(db, registry)
    loaded = session
    return session
  }

  /// Where this machine's mark for the store lies, named after the store's path.
  func markPath() throws -> String { try Store.markPath(environment) }

  package static func markPath(_ environment: Environment) throws -> String {
    let name = SHA256.hash(data: Data(environment.storePath.utf8)).prefix(8).map {
      String($0 >> 4, radix: 16) + String($0 & 15, radix: 16)
    }
    return environment.stateFolder + "/" + name.joined() + ".mark"
  }

  /// SQLite's errors as ours, with the path.
  static func translating<T>(_ path: String, _ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as DatabaseError {
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: throw StoreError.busy(path: path)
      case .SQLITE_NOTADB: throw StoreError.notAStore(path: path, why: "it is no SQLite file")
      case .SQLITE_FULL: throw StoreError.disk(path: path, why: "the disk is full")
      case .SQLITE_IOERR: throw StoreError.disk(path: path, why: "the disk cannot be read or written; it may be full")
      case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN:
        throw StoreError.disk(path: path, why: StoreError.unwritable)
      case .SQLITE_CORRUPT: throw StoreError.damagedFile(path: path)
      // Nobody foresaw it: its own words are SQL's, and told only where somebody asks.
      default: throw error
      }
    }
  }
}
