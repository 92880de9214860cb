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
    let isPresence = cell == cell.subject.presenceCell
    if history.isText(cell), !history.mutations.contains(.textUndoRestores) { return revertText(change) }
    let heads = history.heads(of: cell)
    let holding = heads.filter { holds($0.reference, change.reference) }
    guard !holding.isEmpty else {
      if !heads.contains(where: { $0.transaction == index }) { undone.skippedCells.append(cell) }
      return
    }
    let shown = Set(holding.map(\.reference))
    if isPresence, before.presence(of: cell.subject) == .alive {
      writes.append(Write(Change(cell.subject, cell.field, .undelete), shown: shown))
    } else if !isPresence, !history.isAlive(cell.subject) {
      undone.skippedCells.append(cell)
    } else {
      let operation = restore(change, holding, heads.filter { !shown.contains($0.reference) })
      writes.append(Write(Change(cell.subject, cell.field, operation), shown: shown))
    }
  }

  /// Whether a change is another, or puts it back through any number of restores.
  private func holds(_ one: Reference, _ other: Reference) -> Bool {
    one == other || dots(one).contains { holds($0, other) }
  }

  private func dots(_ reference: Reference) -> [Reference] {
    guard case .restore(let dots, _, _)? = history.change(reference)?.operation else { return [] }
    return dots
  }

  private func restore(_ change: HeldChange, _ holding: [HeldChange], _ others: [HeldChange]) -> Operation {
    let was = before.heads(of: change.cell).map(\.reference).compactMap(history.change)
    if history.isText(change.cell) {
      let bases = Set(change.operation.replacedVersions)
      return .restore(dots: was.map(\.reference).filter(bases.contains).sorted(), bases: [change.reference])
    }
    let given = was.filter { head in
      !change.change.keep.contains(head.reference) && !others.contains { history.counts($0, head) }
    }
    let besides = holding.flatMap { leaves($0.reference, without: change.reference) }
    return .restore(dots: Set(given.map(\.reference) + besides).sorted(), element: change.cell.element)
  }

  /// What a change puts back apart from another.
  private func leaves(_ one: Reference, without other: Reference) -> [Reference] {
    if one == other { return [] }
    return holds(one, other) ? dots(one).flatMap { leaves($0, without: other) } : [one]
  }

  // MARK: Texts

  private mutating func revertText(_ change: HeldChange) {
    let cell = change.cell
    guard history.isAlive(cell.subject), let operation = textUndone(change) else {
      undone.skippedCells.append(cell)
      return
    }
    writes.append(Write(Change(cell.subject, cell.field, operation), shown: []))
  }

  /// What is shown with the difference that a version made taken out; nil where that cannot be done.
  private func textUndone(_ change: HeldChange) -> Operation? {
    let heads = history.heads(of: change.cell)
    switch change.operation {
    case .text, .restore: break
    default:
      return heads.contains { $0.reference == change.reference } ? .restore(dots: [], bases: [change.reference]) : nil
    }
    let holding = heads.filter {
      $0.reference == change.reference || history.ancestors(of: $0).contains(change.reference)
    }
    let replaced = change.operation.replacedVersions.compactMap(history.change)
    let newer = ([change] + replaced).flatMap(history.origins).filter { !$0.isText }
    if change.isRestore, holding.map(\.reference) == [change.reference], !newer.isEmpty {
      return .restore(dots: replaced.map(\.reference).sorted(), bases: [change.reference])
    }
    // What puts away a newer version's change holds no text that could be edited.
    let held = holding.flatMap(history.origins)
    guard !held.isEmpty, held.allSatisfy(\.isText) else { return nil }
    let (now, made, old) = (history.text(of: holding), history.text(of: [change]), history.text(of: replaced))
    let bases = holding.map(\.reference).sorted()
    if now.map(\.alternatives) == made.map(\.alternatives) {
      return old.isContested
        ? .restore(dots: replaced.map(\.reference).sorted(), bases: bases) : .text(bases: bases, whole: old.whole)
    }
    let sides = [(old, replaced), (now, holding)].map { parts, versions in
      SlowTextMerge.Side(parts: parts, authors: versions.map(\.reference))
    }
    let merged = SlowTextMerge.merge(base: made, sides, isVirtual: false)
    guard !merged.isContested, merged.map(\.alternatives) != now.map(\.alternatives) else { return nil }
    return .text(bases: bases, whole: merged.whole)
  }
}

extension HeldChange {
  fileprivate var isText: Bool { if case .text = operation { true } else { false } }
  fileprivate var isRestore: Bool { if case .restore = operation { true } else { false } }
}

extension [TextPart] {
  fileprivate var isContested: Bool { contains { if case .conflict = $0 { true } else { false } } }
  fileprivate var whole: String { TextUnit.text(flatMap(\.alternatives).joined()) }
}

extension SlowUndo {
  /// Holds the program's own computation against this one; faults built in make both differ.
  func compare() throws {
    guard history.mutations.isEmpty else { return }
    let rows = writesOrder.map(history.rowHistory)
    let view = history.view()
    let undo = try Undo(of: history.span(index), rows: rows) { children($0, view).map(history.rowHistory) }
    let skipped = undo.skippedCells + undo.clashes.map(\.cell)
    let same =
      Set(undo.writes.map(\.change)) == Set(writes.map(\.change))
      && Set(skipped) == Set(undone.skippedCells) && undo.skippedRows == undone.skippedRows
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
