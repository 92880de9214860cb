package import Model

/// A change as a command means it, with the references that its author was shown; the door adds what it must keep.
package struct Write: Sendable {
  package var change: Change
  package let shown: Set<Reference>

  package init(_ change: Change, shown: Set<Reference>) {
    self.change = change
    self.shown = shown
  }
}

/// The undoing of one transaction (MERGE.md, *Undo of T*): each of its changes that still stands is replaced by what it had
/// superseded. Never cascades; what others have changed since is left alone and named.
package struct Undo: Sendable {
  package private(set) var writes: [Write] = []
  /// Cells that were changed again since, or whose row is gone.
  package private(set) var skippedCells: [Cell] = []
  /// Rows that the transaction created or revived and that others have used since: left as they are.
  package private(set) var skippedRows: [Subject] = []
  /// Texts whose undone lines were changed again since, with those lines: left as they are.
  package private(set) var clashes: [TextClash] = []

  private let transaction: TransactionSpan

  /// - Parameters:
  ///   - rows: every row that the transaction wrote to, with all its changes, in the order of the transaction.
  ///   - isAnnulled: whether a change later than the transaction belongs to a command that was undone, or to its undo:
  ///     together those leave everything as the transaction did.
  ///   - children: the visible rows that a delete of this row would take along, with all their changes.
  package init(
    of transaction: TransactionSpan, rows: [RowHistory], isAnnulled: (CellEvent) throws -> Bool = { _ in false },
    children: (Subject) throws -> [RowHistory]
  ) rethrows {
    self.transaction = transaction
    for row in rows {
      let own = ownChanges(row)
      let was = row.before(transaction)
      let isRevived = own.contains { $0.event.operation.isSignOfLife(in: $0.cell.field) }
      if was.presence == .dead, row.presence != .dead, isRevived {
        try remove(row, own, isAnnulled, children)
      } else {
        for change in own { try revert(change.cell, change.event, row, was, isAnnulled) }
      }
    }
  }

  private func ownChanges(_ row: RowHistory) -> [(cell: Cell, event: CellEvent)] {
    row.cells.flatMap { cell, events in events.filter(transaction.contains).map { (cell, $0) } }
      .sorted { $0.1.seq < $1.1.seq }
  }

  /// Deletes a row that the transaction created or revived, unless somebody has used it or its children since.
  private mutating func remove(
    _ row: RowHistory, _ own: [(cell: Cell, event: CellEvent)], _ isAnnulled: (CellEvent) throws -> Bool,
    _ children: (Subject) throws -> [RowHistory]
  ) rethrows {
    let signs = try ([row] + children(row.subject)).flatMap(\.life.standing)
    guard try signs.allSatisfy({ try transaction.contains($0) || transaction.hasSeen($0) || isAnnulled($0) }) else {
      skippedRows.append(row.subject)
      return
    }
    let shown = own.map(\.event) + row.life.presenceCell.heads + row.life.standing
    writes.append(
      Write(Change(row.subject, ReservedField.presence, .delete), shown: Set(shown.map(\.reference))))
  }

  private mutating func revert(
    _ cell: Cell, _ event: CellEvent, _ row: RowHistory, _ was: RowHistory, _ isAnnulled: (CellEvent) throws -> Bool
  ) rethrows {
    if row.isText(cell) || event.isTextVersion { return revertText(cell, event, row) }
    let heads = row.heads(cell)
    let isPresence = cell.field == ReservedField.presence
    let history = CellHistory(row.cells[cell] ?? [])
    let holding = try heads.filter { try history.holds($0, event) || isPresence && isAnnulled($0) }
    guard !holding.isEmpty else {
      if !heads.contains(where: transaction.contains) { skippedCells.append(cell) }
      return
    }
    guard isPresence || row.presence != .dead else {
      skippedCells.append(cell)
      return
    }
    let operation =
      isPresence && was.presence == .alive ? .undelete : restore(cell, event, holding, history, was.heads(cell))
    writes.append(Write(Change(cell.subject, cell.field, operation), shown: Set(holding.map(\.reference))))
  }

  /// A restore of what the change had superseded, less what another present head supersedes as well; with what its holders
  /// hold besides.
  private func restore(
    _ cell: Cell, _ event: CellEvent, _ holding: [CellEvent], _ history: CellHistory, _ before: [CellEvent]
  ) -> Operation {
    let others = history.heads.filter { head in !holding.contains { $0.reference == head.reference } }
    let given = before.filter { head in event.counts(head) && !others.contains { $0.counts(head) } }
    let besides = holding.flatMap { history.held(by: $0, besides: event) }
    return .restore(dots: Set((given + besides).map(\.reference)).sorted(), element: cell.element)
  }

  private mutating func revertText(_ cell: Cell, _ event: CellEvent, _ row: RowHistory) {
    guard row.presence != .dead else {
      skippedCells.append(cell)
      return
    }
    switch TextHistory(row.cells[cell] ?? []).undo(of: event) {
    case .write(let operation): writes.append(Write(Change(cell.subject, cell.field, operation), shown: []))
    case .clash(let lines): clashes.append(TextClash(cell: cell, lines: lines))
    case .nothing: skippedCells.append(cell)
    }
  }
}

/// A text of which something cannot be taken back, because the same lines were changed since.
package struct TextClash: Sendable {
  package let cell: Cell
  /// As they are now.
  package let lines: [String]
}

extension CellHistory {
  /// Whether a change is another, or puts it back, through whatever restores.
  func holds(_ head: CellEvent, _ event: CellEvent) -> Bool {
    head.reference == event.reference || dots(of: head).contains { holds($0, event) }
  }

  /// What a change puts back besides another that it puts back.
  func held(by head: CellEvent, besides event: CellEvent) -> [CellEvent] {
    if head.reference == event.reference { return [] }
    return dots(of: head).flatMap { holds($0, event) ? held(by: $0, besides: event) : [$0] }
  }

  /// The changes that a restore names; only those that it has seen, so that they never form a cycle.
  private func dots(of restore: CellEvent) -> [CellEvent] {
    guard case .restore(let dots, _, _) = restore.operation, !dots.isEmpty else { return [] }
    return events.filter { dots.contains($0.reference) && restore.hasSeen($0) }
  }
}
