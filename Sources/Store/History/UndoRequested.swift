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
    var (isRedo, wasUndone, before): (Bool, Bool, String?) = (false, false, nil)
    let receipt = try commit { door in
      let log = try UndoLog(door.session)
      let numbers = try UndoTarget(session: door.session, log: log).numbers(request)
      let label = try undoLabel(door.session, numbers)
      isRedo = label.hasPrefix("redo ")
      wasUndone = try numbers.allSatisfy(log.isUndone)
      reports = try undo(numbers, label, log, door)
      if request == .last { before = try numbers.first.flatMap(log.last)?.name }
      return reports.last { $0.transaction != nil }?.transaction
    }
    return try outcome(reports, isRedo, wasUndone, receipt, before)
  }

  /// The last one first. What was undone just now annuls nothing of those before it.
  private func undo(_ numbers: [Int64], _ label: String, _ log: UndoLog, _ door: Door) throws -> [UndoReport] {
    var annulled = try numbers.first.map(log.annulled) ?? []
    return try numbers.reversed().map { number in
      let report = try door.undo(number, command: label, annulled: annulled)
      let undoing = try report.transaction.flatMap { try door.session.streams.locate($0.tip)?.transaction }
      annulled.formUnion([number, undoing].compactMap(\.self))
      return report
    }
  }

  /// What a rehearsal of the undo says: the commands that it would take back.
  package func undoWould(_ request: UndoRequest) throws -> [String] {
    try read { session in
      try UndoTarget(session: session, log: try UndoLog(session)).numbers(request).reversed()
        .compactMap { try session.command($0) }
    }
  }

  /// The command text of the undoing transactions: the same for all of one undo.
  private func undoLabel(_ session: Session, _ numbers: [Int64]) throws -> String {
    let first = try numbers.first.flatMap(session.command) ?? ""
    if first.hasPrefix("undo ") { return "redo " + first.dropFirst(5) }
    if first.hasPrefix("redo ") { return "undo " + first.dropFirst(5) }
    let commands = Set(try numbers.compactMap(session.command))
    let more = commands.count > 1 ? " and \(numbers.count - 1) more" : ""
    return "undo \(first)\(more)"
  }

  private func outcome(
    _ reports: [UndoReport], _ isRedo: Bool, _ wasUndone: Bool, _ receipt: Receipt?, _ before: String?
  ) throws -> UndoOutcome {
    try read { session in
      let titles = Titles(session, today: today)
      func text(_ cell: Cell) throws -> String { "\(cell.field) of \(try titles.title(of: cell.subject))" }
      let clashes = try reports.flatMap(\.clashes).map { clash in
        "\(try text(clash.cell)), in “\(clash.lines.joined(separator: " / "))”"
      }
      let shared = try SharedImportFinder(session: session, titles: titles).find(in: reports)
      let asked = Set(shared?.rows.map(\.subject) ?? [])
      let rows = try reports.flatMap(\.skippedRows).filter { !asked.contains($0) }.map(titles.title)
      return UndoOutcome(
        undone: reports.map(\.undone.command), isRedo: isRedo,
        changes: reports.compactMap { $0.transaction?.changes.count }.reduce(0, +),
        skipped: try reports.flatMap(\.skippedCells).map(text) + clashes + rows, shared: shared, receipt: receipt,
        wasUndone: wasUndone,
        before: receipt == nil ? before.map { String($0.prefix(8)) } : nil)
    }
  }
}

extension Session {
  func command(_ number: Int64) throws -> String? {
    try String.fetchOne(db, sql: "SELECT command FROM tx WHERE id = ?", arguments: [number])
  }
}
