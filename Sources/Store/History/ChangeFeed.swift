import GRDB
package import Merge
package import Model

/// What was written since a position, in the order in which it came to this store: what another machine wrote earlier comes
/// when it was merged, so a reader that asks from its last position misses nothing.
package struct ChangeFeed: Sendable {
  package struct Change: Sendable {
    package let subject: Subject
    package let field: String
    /// `set`, `clear`, `add`, `remove`, `text`, `delete`, `undelete`, `restore`, `unknown`.
    package let operation: String
    /// What was set, added, removed or written; empty for the others.
    package let content: FieldContent
  }

  package struct Entry: Sendable {
    package let name: String
    /// From where to go on behind it.
    package let position: String
    /// Milliseconds since 1970 on its author's clock.
    package let wall: Int
    package let machine: String
    package let command: String
    package let changes: [Change]
  }

  /// From where to go on.
  package let position: String
  package let entries: [Entry]
  /// Whether there is more than was asked for.
  package let isMore: Bool

  package init(position: String, entries: [Entry], isMore: Bool) {
    (self.position, self.entries, self.isMore) = (position, entries, isMore)
  }
}

extension Store {
  /// The beginning of the log.
  package static let firstPosition = "0"

  /// The name that the feed gives a transaction.
  package static func name(of hash: ChainHash) -> String { String(hash.description.prefix(8)) }

  /// The position behind all that is written.
  package func lastPosition() throws -> String {
    try read { session in
      let row = try Row.fetchOne(session.db, sql: "SELECT \(Self.columns) FROM tx ORDER BY id DESC LIMIT 1")
      return try row.map { try Self.name(of: Position($0)) } ?? Self.firstPosition
    }
  }

  private static let columns = "id, stream, first, last, wall, context, hash, command, batch"

  private static func name(of place: Position) -> String { "\(place.transaction).\(place.hash.description.prefix(8))" }

  /// - Parameters:
  ///   - position: what an earlier call gave, or `firstPosition`.
  ///   - limit: of transactions.
  /// - Throws: `PracticeError.usage` for a position that this store never gave.
  package func changes(since position: String, limit: Int) throws -> ChangeFeed {
    try read { session in
      let after = try number(position, session)
      let sql = "SELECT \(Self.columns) FROM tx WHERE id > ? ORDER BY id LIMIT ?"
      let rows = try Row.fetchAll(session.db, sql: sql, arguments: [after, limit + 1])
      let machines = MachineNames(session)
      var end = position
      let entries = try rows.prefix(limit).map { row in
        let place = try Position(row)
        end = Self.name(of: place)
        let changes = try session.log.changes(from: place.transaction, count: place.last - place.first + 1)
        return ChangeFeed.Entry(
          name: Self.name(of: place.hash), position: end, wall: try row.number("wall"),
          machine: try machines.name(ofStream: place.stream), command: row.text("command") ?? "",
          changes: changes.map(ChangeFeed.Change.init))
      }
      return ChangeFeed(position: end, entries: entries, isMore: rows.count > limit)
    }
  }

  /// The local number of the transaction that a position is behind.
  private func number(_ position: String, _ session: Session) throws -> Int64 {
    if position == Self.firstPosition { return 0 }
    let parts = position.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int64(parts[0]) else {
      throw PracticeError.usage(
        "\"\(position)\" is no position. Begin with \(Self.firstPosition); each answer names the next.")
    }
    let row = try Row.fetchOne(
      session.db, sql: "SELECT \(Self.columns) FROM tx WHERE id = ?", arguments: [number])
    guard let row, try Position(row).hash.description.prefix(8) == parts[1] else {
      throw PracticeError.usage(
        "This store never gave the position \(position): it is another's, or was restored since. Begin with "
          + "\(Self.firstPosition).")
    }
    return number
  }
}

extension ChangeFeed.Change {
  fileprivate init(_ change: Merge.Change) {
    subject = change.subject
    field = change.field
    (operation, content) =
      switch change.operation {
      case .set(let value): ("set", .value(value))
      case .clear: ("clear", .empty)
      case .add(let element): ("add", .value(.string(element)))
      case .remove(let element): ("remove", .value(.string(element)))
      case .text(_, let whole): ("text", .text(whole))
      case .delete: ("delete", .empty)
      case .undelete: ("undelete", .empty)
      case .restore: ("restore", .empty)
      case .forget: ("forget", .empty)
      case .erased: ("erased", .empty)
      case .unknown: ("unknown", .empty)
      }
  }
}
