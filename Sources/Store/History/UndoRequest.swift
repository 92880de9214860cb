import GRDB
import Merge
import Model

/// What an undo is to take back.
package enum UndoRequest: Sendable {
  /// What this machine did last: one transaction, or the whole of an import or of an undo of one.
  case last
  /// One transaction by the first digits of its hash.
  case transaction(String)
  /// Everything that was written in one batch with that transaction, or under that label.
  case batch(String)
}

/// What an undo did.
package struct UndoOutcome: Sendable {
  /// The commands that were undone, the last one first.
  package let undone: [String]
  /// How many of their changes were put back.
  package let changes: Int
  /// What was left alone because it has changed since, by title and field.
  package let skipped: [String]
  /// What was left alone because other machines imported it too.
  package let shared: SharedImport?
  /// To redo; nil when nothing was left to undo.
  package let receipt: Receipt?
}

/// Finds the transactions that an undo means.
struct UndoTarget {
  let session: Session

  /// Local numbers, in the order in which they were written.
  func numbers(_ request: UndoRequest) throws -> [Int64] {
    switch request {
    case .last: return try lastOwn()
    case .transaction(let name): return [try number(name)]
    case .batch(let name):
      let labelled = try Int64.fetchAll(
        session.db, sql: "SELECT id FROM tx WHERE batch = ? ORDER BY id", arguments: [name])
      return labelled.isEmpty ? try batch(with: try number(name)) : labelled
    }
  }

  private func number(_ name: String) throws -> Int64 {
    let digits = name.lowercased()
    let rows = try Row.fetchAll(
      session.db, sql: "SELECT id, hex(hash) AS hash, command FROM tx WHERE hex(substr(hash, 1, 8)) LIKE ?",
      arguments: [digits.uppercased().filter(\.isHexDigit).prefix(16) + "%"])
    guard digits.count >= 4, digits.allSatisfy(\.isHexDigit), let first = rows.first else {
      throw RequestError.nothingThere("No transaction is called \"\(name)\". `afterword history` lists them.")
    }
    guard rows.count == 1 else {
      throw RequestError.nothingAsked("\"\(name)\" names \(rows.count) transactions. Give more of its digits.")
    }
    return first["id"]
  }

  private func lastOwn() throws -> [Int64] {
    guard let own = try Identity.stored(session.db) else { return [] }
    let streams = session.streams.streams(of: own).map { String($0.id) }.joined(separator: ",")
    let last = try Int64.fetchOne(session.db, sql: "SELECT max(id) FROM tx WHERE stream IN (\(streams))")
    return try last.map(batch) ?? []
  }

  /// The transaction with the others of its import or its joining of copies, or of the undo of one: those share the command's text.
  private func batch(with number: Int64) throws -> [Int64] {
    let sql = "SELECT stream, batch, command FROM tx WHERE id = ?"
    guard let row = try Row.fetchOne(session.db, sql: sql, arguments: [number]), let batch = row["batch"] as String?
    else { return [number] }
    if batch.hasPrefix(Batch.importPrefix) || batch.hasPrefix(Batch.joinPrefix) {
      return try Int64.fetchAll(session.db, sql: "SELECT id FROM tx WHERE batch = ? ORDER BY id", arguments: [batch])
    }
    return try run(endingAt: number, stream: row["stream"], command: row["command"])
  }

  private func run(endingAt number: Int64, stream: Int, command: String) throws -> [Int64] {
    let before = try Int64.fetchOne(
      session.db, sql: "SELECT max(id) FROM tx WHERE stream = ? AND id < ? AND command <> ?",
      arguments: [stream, number, command])
    return try Int64.fetchAll(
      session.db, sql: "SELECT id FROM tx WHERE stream = ? AND id > ? AND id <= ? ORDER BY id",
      arguments: [stream, before ?? 0, number])
  }
}
