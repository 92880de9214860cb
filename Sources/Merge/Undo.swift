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

  private let transaction: TransactionSpan

  /// - Parameters:
  ///   - rows: every row that the transaction wrote to, with all its changes, in the order of the transaction.
  ///   - children: the visible rows that a delete of this row would take along, with all their changes.
  package init(
    of transaction: TransactionSpan, rows: [RowHistory], children: (Subject) throws -> [RowHistory]
  ) rethrows {
    self.transaction = transaction
    for row in rows {
      let own = ownChanges(row)
      let was = row.before(transaction)
      let isRevived = own.contains { $0.event.operation.isSignOfLife(in: $0.cell.field) }
      if was.presence == .dead, row.presence != .dead, isRevived {
        try remove(row, own, children)
      } else {
        for change in own { revert(change.cell, change.event, row, was) }
      }
    }
  }

  private func ownChanges(_ row: RowHistory) -> [(cell: Cell, event: CellEvent)] {
    row.cells.flatMap { cell, events in events.filter(transaction.contains).map { (cell, $0) } }
      .sorted { $0.1.seq < $1.1.seq }
  }

  /// Deletes a row that the transaction created or revived, unless somebody has used it or its children since.
  private mutating func remove(
    _ row: RowHistory, _ own: [(cell: Cell, event: CellEvent)], _ children: (Subject) throws -> [RowHistory]
  ) rethrows {
    let signs = try ([row] + children(row.subject)).flatMap(\.life.standing)
    guard signs.allSatisfy({ transaction.contains($0) || transaction.hasSeen($0) }) else {
      skippedRows.append(row.subject)
      return
    }
    let shown = own.map(\.event.reference) + row.life.presenceCell.heads.map(\.reference)
    writes.append(Write(Change(row.subject, ReservedField.presence, .delete), shown: Set(shown)))
  }

  private mutating func revert(_ cell: Cell, _ event: CellEvent, _ row: RowHistory, _ was: RowHistory) {
    let heads = row.heads(cell)
    guard heads.contains(where: { $0.reference == event.reference }) else {
      if !heads.contains(where: transaction.contains) { skippedCells.append(cell) }
      return
    }
    let operation: Operation
    if cell.field == ReservedField.presence, was.presence == .alive {
      operation = .undelete
    } else if cell.field != ReservedField.presence, row.presence == .dead {
      skippedCells.append(cell)
      return
    } else {
      operation = restore(cell, event, heads, was)
    }
    writes.append(Write(Change(cell.subject, cell.field, operation), shown: [event.reference]))
  }

  /// A restore of what the change had superseded, less what another present head supersedes as well.
  private func restore(_ cell: Cell, _ event: CellEvent, _ heads: [CellEvent], _ was: RowHistory) -> Operation {
    let before = was.heads(cell)
    if was.isText(cell) || event.isTextVersion {
      let bases = Set(event.operation.replacedVersions)
      return .restore(dots: before.map(\.reference).filter(bases.contains).sorted(), bases: [event.reference])
    }
    let others = heads.filter { $0.reference != event.reference }
    let dots = before.filter { head in event.counts(head) && !others.contains { $0.counts(head) } }
    return .restore(dots: dots.map(\.reference).sorted(), element: cell.element)
  }
}
