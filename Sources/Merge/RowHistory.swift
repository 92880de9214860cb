package import Model

/// All changes of one row that the closed set holds, by cell.
package struct RowHistory: Sendable {
  package let subject: Subject
  package let cells: [Cell: [CellEvent]]
  package let life: RowLife

  package init(_ subject: Subject, cells: [Cell: [CellEvent]]) {
    self.subject = subject
    self.cells = cells
    let signs = cells.flatMap { cell, events in events.filter { $0.operation.isSignOfLife(in: cell.field) } }
    let presence = cells[Cell(subject: subject, field: ReservedField.presence)] ?? []
    life = RowLife(signs: signs, presenceCell: CellHistory(presence))
  }

  package var presence: Presence { life.presence }

  /// The row as the author of a transaction held it, before that transaction.
  package func before(_ transaction: TransactionSpan) -> RowHistory {
    RowHistory(subject, cells: cells.mapValues { $0.filter(transaction.hasSeen) })
  }

  /// The heads of a cell, by the rule of its field.
  package func heads(_ cell: Cell) -> [CellEvent] {
    let events = cells[cell] ?? []
    return isText(cell) ? TextHistory(events).heads : CellHistory(events).heads
  }

  /// Whether the cell is a long text; a field that this version does not know is one if it holds a version of a text.
  func isText(_ cell: Cell) -> Bool {
    guard let field = Registry.kind(cell.subject.kind)?.field(cell.field) else {
      return (cells[cell] ?? []).contains(where: \.isTextVersion)
    }
    return field.rule == .text
  }
}
