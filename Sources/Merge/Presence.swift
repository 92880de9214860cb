/// Whether a row is there (MERGE.md, *alive* and *openDelete*).
package enum Presence: Sendable {
  case alive
  /// Deleted by one, edited by another who had not seen that.
  case contested
  case dead
}

extension Operation {
  /// Whether a change with this operation shows that somebody still works with the row: all but deletes, removals of an
  /// element, joins, and what is forgotten. Unknown operations count.
  package func isSignOfLife(in field: String) -> Bool {
    switch self {
    case .delete, .remove, .forget, .erased: false
    default: field != ReservedField.same
    }
  }
}

/// What decides whether a row is there: its signs of life and the changes of its presence cell.
package struct RowLife: Sendable {
  /// The row's changes that are signs of life, in any order; those of the presence cell among them.
  package let signs: [CellEvent]
  package let presenceCell: CellHistory
  /// The signs that no delete of the row counts.
  package let standing: [CellEvent]

  package init(signs: [CellEvent], presenceCell: CellHistory) {
    self.signs = signs
    self.presenceCell = presenceCell
    let deletes = presenceCell.events.filter { $0.operation == .delete }
    standing = Supersession.uncounted(signs, by: deletes).map { signs[$0] }
  }

  package var isAlive: Bool { !standing.isEmpty }

  package var presence: Presence {
    guard isAlive else { return .dead }
    return presenceCell.hasOpenDelete ? .contested : .alive
  }
}
