package import Merge
import Model

extension Replica {
  package func undo(_ transaction: Transaction) throws -> Undone {
    guard let index = history.index(of: transaction) else { return Undone(skippedCells: [], skippedRows: []) }
    var undoing = SlowUndo(history, index)
    undoing.run(view())
    try undoing.compare()
    apply("undo", undoing.writes)
    return undoing.undone
  }
}

/// Undo the slow way: on a second history of what the undone transaction had seen.
private struct SlowUndo {
  let history: History
  let index: Int
  let before: History
  let mine: Set<Reference>
  var writes: [Write] = []
  var undone = Undone(skippedCells: [], skippedRows: [])

  init(_ history: History, _ index: Int) {
    self.history = history
    self.index = index
    before = History(history.past[index].sorted().map { history.transactions[$0] }, schema: history.schema)
    mine = Set(history.changes.filter { $0.transaction == index }.map(\.reference))
  }

  mutating func run(_ view: View) {
    let own = history.changes.filter { $0.transaction == index }
    var rows: [Subject] = []
    for change in own where !rows.contains(change.cell.subject) { rows.append(change.cell.subject) }
    for row in rows {
      let changes = own.filter { $0.cell.subject == row }
      let isRevived = changes.contains(where: history.isSignOfLife)
      if before.presence(of: row) == .dead, history.presence(of: row) != .dead, isRevived {
        remove(row, view)
      } else {
        for change in changes { revert(change) }
      }
    }
  }

  private func children(_ row: Subject, _ view: View) -> [Subject] {
    let canonical = history.components()[row]?.first ?? row
    return history.cascade(canonical, view).dropFirst().flatMap { view.rows[$0]?.members ?? [] }
  }

  private mutating func remove(_ row: Subject, _ view: View) {
    let signs = ([row] + children(row, view)).flatMap(history.life).map(\.reference)
    guard Set(signs).subtracting(mine).allSatisfy({ before.change($0) != nil }) else {
      undone.skippedRows.append(row)
      return
    }
    let heads = history.heads(of: row.presenceCell).map(\.reference)
    writes.append(Write(Change(row, ReservedField.presence, .delete), shown: mine.union(heads)))
  }

  private mutating func revert(_ change: HeldChange) {
    let cell = change.cell
    let heads = history.heads(of: cell)
    let isPresence = cell == cell.subject.presenceCell
    guard heads.contains(where: { $0.reference == change.reference }) else {
      if !heads.contains(where: { $0.transaction == index }) { undone.skippedCells.append(cell) }
      return
    }
    if isPresence, before.presence(of: cell.subject) == .alive {
      writes.append(Write(Change(cell.subject, cell.field, .undelete), shown: [change.reference]))
    } else if !isPresence, !history.isAlive(cell.subject) {
      undone.skippedCells.append(cell)
    } else {
      let operation = restore(change, heads)
      writes.append(Write(Change(cell.subject, cell.field, operation), shown: [change.reference]))
    }
  }

  private func restore(_ change: HeldChange, _ heads: [HeldChange]) -> Operation {
    let was = before.heads(of: change.cell).map(\.reference).compactMap(history.change)
    if history.isText(change.cell) {
      let bases = Set(change.operation.replacedVersions)
      let dots = was.map(\.reference).filter(bases.contains)
      return .restore(dots: dots.sorted(), bases: [change.reference])
    }
    let others = heads.filter { $0.reference != change.reference }
    let dots = was.filter { head in
      !change.change.keep.contains(head.reference) && !others.contains { history.counts($0, head) }
    }
    return .restore(dots: dots.map(\.reference).sorted(), element: change.cell.element)
  }
}

extension SlowUndo {
  /// Holds the program's own computation against this one; faults built in make both differ.
  func compare() throws {
    guard history.mutations.isEmpty else { return }
    let rows = writesOrder.map(history.rowHistory)
    let view = history.view()
    let undo = Undo(of: history.span(index), rows: rows) { children($0, view).map(history.rowHistory) }
    let same =
      Set(undo.writes.map(\.change)) == Set(writes.map(\.change))
      && Set(undo.skippedCells) == Set(undone.skippedCells) && undo.skippedRows == undone.skippedRows
    try expect(same, "the fast undo differs", "\(undo.writes.map(\.change)) \(writes.map(\.change))")
  }

  private var writesOrder: [Subject] {
    var rows: [Subject] = []
    for change in history.changes where change.transaction == index && !rows.contains(change.cell.subject) {
      rows.append(change.cell.subject)
    }
    return rows
  }
}
