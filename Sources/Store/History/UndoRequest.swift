import GRDB
import Merge
import Model

/// What an undo is to take back.
package enum UndoRequest: Sendable, Equatable {
  /// This machine's last command that stands: one transaction, or the whole of an import.
  case last
  /// This machine's last undo that stands.
  case redo
  /// One transaction by the first digits of its hash.
  case transaction(String)
  /// Everything that was written in one batch with that transaction, or under that label.
  case batch(String)
}

/// What an undo did.
package struct UndoOutcome: Sendable {
  /// The commands that were undone, the last one first.
  package let undone: [String]
  /// Whether it did again what had been undone.
  package let isRedo: Bool
  /// How many of their changes were put back.
  package let changes: Int
  /// What was left alone because it has changed since, by title and field.
  package let skipped: [String]
  /// What was left alone because other machines imported it too.
  package let shared: SharedImport?
  /// To redo; nil when nothing was left to undo.
  package let receipt: Receipt?
  /// Whether every transaction of it had been taken back before.
  package let wasUndone: Bool
  /// Where nothing was left: the command before, by what a person types to undo that one.
  package let before: String?
}

/// Finds the transactions that an undo means.
struct UndoTarget {
  let session: Session
  let log: UndoLog

  /// Local numbers, in the order in which they were written.
  ///
  /// - Throws: `RequestError.nothingThere` where there is nothing of the kind.
  func numbers(_ request: UndoRequest) throws -> [Int64] {
    let numbers = try found(request)
    for number in numbers where try session.isOfForgetting(number) {
      throw RequestError.nothingThere("What is forgotten cannot be brought back: no word of it is left.")
    }
    return numbers
  }

  private func found(_ request: UndoRequest) throws -> [Int64] {
    switch request {
    case .last:
      guard let last = try log.last() else {
        throw RequestError.nothingThere("This machine has written nothing more that could be undone.")
      }
      return try log.unit(of: last.number)
    case .redo:
      guard let undo = try log.lastUndo() else {
        throw RequestError.nothingThere(
          "Nothing was undone on this machine since its last command. `afterword history` lists earlier undos by name.")
      }
      return try log.unit(of: undo.number)
    case .transaction(let name): return [try number(name)]
    case .batch(let name):
      let labelled = try Int64.fetchAll(
        session.db, sql: "SELECT id FROM tx WHERE batch = ? ORDER BY id", arguments: [name])
      return labelled.isEmpty ? try log.unit(of: try number(name)) : labelled
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
}

extension Session {
  /// Whether a transaction says that something is to be forgotten, or lost what it said by one that does.
  fileprivate func isOfForgetting(_ number: Int64) throws -> Bool {
    let sql = """
      SELECT EXISTS(SELECT 1 FROM erased WHERE tx = ?1) OR EXISTS(
        SELECT 1 FROM forgotten f JOIN tx t ON f.change BETWEEN t.id AND t.id + t.last - t.first WHERE t.id = ?1)
      """
    return try Bool.fetchOne(db, sql: sql, arguments: [number]) ?? false
  }
}
