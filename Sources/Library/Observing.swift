import Model
import Store

/// How far a store had come when it was looked at. It can be kept and asked with later, by another process too.
public struct StorePosition: Hashable, Sendable, Codable {
  let transaction: Int64
  let hash: [UInt8]
}

/// What has changed since a position.
public struct StoredChanges: Hashable, Sendable {
  /// The rows that were touched, each once: made, changed, deleted, brought back. ``AfterwordStore/show(_:)`` takes the
  /// id of one that is shown.
  public let rows: [RowReference]
  /// Where to go on from.
  public let position: StorePosition
}

extension AfterwordStore {
  /// Where the store stands now.
  public func position() throws(AfterwordError) -> StorePosition {
    try use { StorePosition(try $0.position()) }
  }

  /// What arrived after a position, from this program, another one, or another machine. Cheap where nothing did, so it
  /// may be asked every second.
  ///
  /// - Throws: `outdated` where another store has been put in its place; then read anew what you show.
  public func changes(since position: StorePosition) throws(AfterwordError) -> StoredChanges {
    try use { store in
      let then = LogPosition(transaction: position.transaction, hash: position.hash)
      guard let (rows, now) = try store.rowsTouched(since: then) else {
        throw AfterwordError(.outdated, path: store.path)
      }
      let titles = try store.titles(of: rows)
      return StoredChanges(rows: rows.map { RowReference($0, title: titles[$0]) }, position: StorePosition(now))
    }
  }
}

extension StorePosition {
  init(_ position: LogPosition) {
    self.init(transaction: position.transaction, hash: position.hash)
  }
}
