package import Model

/// All changes of one row that the closed set holds, by cell.
package struct RowHistory: Sendable {
  package let subject: Subject
  package let cells: [Cell: [CellEvent]]
  package let life: RowLife
  /// What this version knows of the row's kind; nil for one that it does not know.
  private let kind: KindInfo?

  package init(_ subject: Subject, _ kind: KindInfo?, cells: [Cell: [CellEvent]]) {
    self.subject = subject
    self.kind = kind
    self.cells = cells
    let signs = cells.flatMap { cell, events in events.filter { $0.operation.isSignOfLife(in: cell.field) } }
    let presence = cells[Cell(subject: subject, field: ReservedField.presence)] ?? []
    life = RowLife(signs: signs, presenceCell: CellHistory(presence))
  }

  package var presence: Presence { life.presence }

  /// The row as the author of a transaction held it, before that transaction.
  package func before(_ transaction: TransactionSpan) -> RowHistory {
    RowHistory(subject, kind, cells: cells.mapValues { $0.filter(transaction.hasSeen) })
  }

  /// The row as the clocks of those who wrote say that it was at a moment, in milliseconds since 1970.
  package func asOf(_ wall: Int) -> RowHistory {
    RowHistory(subject, kind, cells: cells.mapValues { $0.filter { $0.wall <= wall } }.filter { !$0.value.isEmpty })
  }

  /// The heads of a cell, by the rule of its field.
  package func heads(_ cell: Cell) -> [CellEvent] {
    let events = cells[cell] ?? []
    return isText(cell) ? TextHistory(events).heads : CellHistory(events).heads
  }

  func isText(_ cell: Cell) -> Bool { rule(cell.field) == .text }

  /// How writes of a field meet. A field that this version does not know is a long text if it holds a version of one, else
  /// a register: so its conflicts are the same on every machine.
  package func rule(_ field: String) -> MergeRule {
    if let known = kind?.field(field) { return known.rule }
    return (cells[Cell(subject: subject, field: field)] ?? []).contains(where: \.isTextVersion) ? .text : .register
  }
}
