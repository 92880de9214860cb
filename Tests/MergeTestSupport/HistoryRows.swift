package import Merge
package import Model

extension Subject {
  package var presenceCell: Cell { Cell(subject: self, field: ReservedField.presence) }
  package func cell(_ field: String) -> Cell { Cell(subject: self, field: field) }
}

extension History {
  package func isSignOfLife(_ change: HeldChange) -> Bool {
    switch change.operation {
    case .delete, .remove: false
    default: change.change.field != ReservedField.same
    }
  }

  /// The signs of life that no delete of the row counts as shown.
  package func life(of row: Subject) -> [HeldChange] {
    let all = changes(of: row)
    let deletes = all.filter { $0.operation == .delete && $0.change.field == ReservedField.presence }
    return all.filter { sign in isSignOfLife(sign) && !deletes.contains { counts($0, sign) } }
  }

  package func presence(of row: Subject) -> Presence {
    guard !life(of: row).isEmpty else { return .dead }
    return origins(of: row.presenceCell).contains { $0.operation == .delete } ? .contested : .alive
  }

  package func isAlive(_ row: Subject) -> Bool { presence(of: row) != .dead }

  /// The cells of present joins.
  package func edges() -> [Cell] {
    cells.keys.filter { $0.field == ReservedField.same && isPresent($0) }
  }

  /// Each row of a joined one with all its members, sorted: the first is canonical.
  package func components() -> [Subject: [Subject]] {
    var groups: [Subject: [Subject]] = [:]
    for edge in edges() {
      guard let id = RowID(edge.element) else { continue }
      let ends = [edge.subject, Subject(kind: edge.subject.kind, id: id)]
      let merged = Set(ends.flatMap { groups[$0] ?? [$0] }).sorted()
      for member in merged { groups[member] = merged }
    }
    return groups
  }
}
