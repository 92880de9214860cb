import GRDB
import Merge
import Model

extension Store {
  /// Undoes what is asked for, in one write; what others have changed since is left alone and named. The undo of an undo is
  /// a redo.
  ///
  /// - Throws: `RequestError.nothingThere` where there is nothing to undo; `StoreError`.
  package func undo(_ request: UndoRequest) throws -> UndoOutcome {
    var reports: [UndoReport] = []
    let receipt = try commit { door in
      let numbers = try UndoTarget(session: door.session).numbers(request)
      guard !numbers.isEmpty else {
        throw RequestError.nothingThere("This machine has written nothing yet that could be undone.")
      }
      let label = try undoLabel(door.session, numbers)
      for number in numbers.reversed() { reports.append(try door.undo(number, command: label)) }
      return reports.last { $0.transaction != nil }?.transaction
    }
    return try outcome(reports, receipt)
  }

  /// What a rehearsal of the undo says: the commands that it would take back.
  package func undoWould(_ request: UndoRequest) throws -> [String] {
    try read { session in
      try UndoTarget(session: session).numbers(request).reversed().compactMap { try session.command($0) }
    }
  }

  /// The command text of the undoing transactions: the same for all of one undo, another for the next.
  private func undoLabel(_ session: Session, _ numbers: [Int64]) throws -> String {
    let first = try numbers.first.flatMap(session.command) ?? ""
    if first.hasPrefix("undo ") { return "redo " + first.dropFirst(5) }
    if first.hasPrefix("redo ") { return "undo " + first.dropFirst(5) }
    let more = numbers.count > 1 ? " and \(numbers.count - 1) more" : ""
    return "undo \(first)\(more)"
  }

  private func outcome(_ reports: [UndoReport], _ receipt: Receipt?) throws -> UndoOutcome {
    try read { session in
      let titles = Titles(session, today: today)
      let cells = try reports.flatMap(\.skippedCells).map { cell in
        "\(cell.field) of \(try titles.title(of: cell.subject))"
      }
      let shared = try SharedImportFinder(session: session, titles: titles).find(in: reports)
      let asked = Set(shared?.rows.map(\.subject) ?? [])
      let rows = try reports.flatMap(\.skippedRows).filter { !asked.contains($0) }.map(titles.title)
      return UndoOutcome(
        undone: reports.map(\.undone.command),
        changes: reports.compactMap { $0.transaction?.changes.count }.reduce(0, +),
        skipped: cells + rows, shared: shared, receipt: receipt)
    }
  }
}

extension Session {
  func command(_ number: Int64) throws -> String? {
    try String.fetchOne(db, sql: "SELECT command FROM tx WHERE id = ?", arguments: [number])
  }
}
