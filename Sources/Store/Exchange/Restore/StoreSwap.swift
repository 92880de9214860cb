import Foundation
import GRDB

/// Puts a new file in a store's place and keeps the old one beside it. At every moment the store's path names a whole store.
struct StoreSwap {
  let path: String

  /// - Returns: where the old store lies now; nil where there was none.
  /// - Throws: `StoreError.busy` while another process uses the store, `.disk`.
  func put(_ new: String) throws -> String? {
    guard try !StoreFile.isMissingOrEmpty(path) else {
      try move(new)
      return nil
    }
    let hold = try ExclusiveHold(path)
    defer { hold?.release() }
    let kept = FreeName.beside((path as NSString).deletingPathExtension + ".before-restore", suffix: ".sqlite")
    if hold == nil { try setAside(kept) }
    guard link(path, kept) == 0 || copy(to: kept) else { throw failure("the store that is there cannot be kept") }
    try move(new)
    return kept
  }

  /// The journal of a store that cannot be opened goes with it, so that it is never taken for the new one's.
  private func setAside(_ kept: String) throws {
    for suffix in ["-wal", "-shm"] where access(path + suffix, F_OK) == 0 {
      guard rename(path + suffix, kept + suffix) == 0 else { throw failure("its journal cannot be kept") }
    }
  }

  /// For file systems without links.
  private func copy(to kept: String) -> Bool {
    (try? FileManager.default.copyItem(atPath: path, toPath: kept)) != nil && chmod(kept, 0o600) == 0
  }

  private func move(_ new: String) throws {
    guard rename(new, path) == 0 else { throw failure("the new store cannot be put in place") }
    try Folders.flush((path as NSString).deletingLastPathComponent)
  }

  private func failure(_ what: String) -> StoreError {
    .disk(path: path, why: "\(what) (\(String(cString: strerror(errno))))")
  }
}

/// Sole use of a store's file, its write-ahead log folded in and gone.
private final class ExclusiveHold {
  private let queue: DatabaseQueue

  /// Nil for a file that SQLite cannot open, which nobody can be using.
  ///
  /// - Throws: `StoreError.busy` while another process has the store open.
  init?(_ path: String) throws {
    var configuration = Configuration()
    configuration.busyMode = .timeout(2)
    // The exclusive transaction stays open until `release`.
    configuration.allowsUnsafeTransactions = true
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
      // Leaving WAL needs the only connection; the exclusive transaction then keeps others out.
      let mode = try queue.writeWithoutTransaction { try String.fetchOne($0, sql: "PRAGMA journal_mode = DELETE") }
      guard mode == "delete" else { throw StoreError.busy(path: path) }
      try queue.writeWithoutTransaction { try $0.execute(sql: "BEGIN EXCLUSIVE") }
    } catch let error as DatabaseError {
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: throw StoreError.busy(path: path)
      case .SQLITE_NOTADB, .SQLITE_CORRUPT: return nil
      default: throw StoreError.disk(path: path, why: error.message ?? "it cannot be opened")
      }
    }
  }

  func release() {
    try? queue.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
    try? queue.close()
  }
}
