import GRDB
package import Merge
package import Model

/// What a command displayed of a row when it opened: what its writes may count as shown. An import may happen meanwhile.
package struct RowSnapshot: Sendable {
  /// The row that was opened; for a joined row the canonical one.
  package let subject: Subject
  /// The members that are shown and written to.
  package let members: [Subject]
  package let state: RowState
  let histories: [RowHistory]

  /// The heads of a cell as they were; a text's versions likewise.
  func heads(_ cell: Cell) -> [CellEvent] {
    histories.first { $0.subject == cell.subject }?.heads(cell) ?? []
  }

  /// Whether a field, or an element of a set, ever held anything: cleared, removed and forgotten ones did.
  func wasWritten(_ field: String, element: String = "") -> Bool {
    histories.contains { history in
      // What was forgotten of a set no longer tells which element it was.
      let forgotten = history.cells[Cell(subject: history.subject, field: field)]?.contains {
        $0.operation == .erased(bases: [])
      }
      return history.cells[Cell(subject: history.subject, field: field, element: element)]?.isEmpty == false
        || forgotten ?? false
    }
  }

  /// Every change of a member, for a delete.
  func changes(of member: Subject) -> Set<Reference> {
    let history = histories.first { $0.subject == member }
    return Set(history?.cells.values.flatMap { $0.map(\.reference) } ?? [])
  }

  /// The members that a write of this field goes to: those with a head in its cell, else the first.
  func targets(_ field: String) -> [Subject] {
    let holding = histories.filter { !$0.heads(Cell(subject: $0.subject, field: field)).isEmpty }.map(\.subject)
    return holding.isEmpty ? Array(members.prefix(1)) : holding
  }

  /// The values of a register in display order, with their authors.
  package func entries(_ field: String) -> [Entry] {
    Entry.list(histories.map { CellHistory($0.cells[Cell(subject: $0.subject, field: field)] ?? []) })
  }

  /// The views of a text, one a member, equal ones once.
  package func texts(_ field: String) -> [TextView] {
    TextView.distinct(
      histories.compactMap { TextHistory($0.cells[Cell(subject: $0.subject, field: field)] ?? []).view() })
  }

  /// How writes of a field meet.
  func rule(_ field: String) -> MergeRule {
    let rules = histories.map { $0.rule(field) }
    return rules.contains(.text) ? .text : rules.first ?? .register
  }

  /// The elements of a set that are present.
  package func elements(_ field: String) -> [String] {
    Set(histories.flatMap { $0.events(field).presentElements }).sorted()
  }

  /// Every field that holds anything, those that this version does not know included.
  package var fields: [String] {
    Set(histories.flatMap { $0.cells.keys.map(\.field) })
      .filter { !ReservedField.contains($0) }.sorted()
  }
}

extension Session {
  /// What a command that opens this row displays; nil where the log holds nothing of it.
  func snapshot(_ subject: Subject) throws -> RowSnapshot? {
    guard let id = try interner.existing(subject) else { return nil }
    let group = try GroupShown(self, id)
    guard let canonical = group.canonical, let named = try interner.subject(canonical) else { return nil }
    let state: RowState = group.isAlive ? group.state : .kept
    return RowSnapshot(subject: named, members: group.shown.map(\.subject), state: state, histories: group.shown)
  }
}

extension Session {
  func isAlive(_ subject: Subject) throws -> Bool {
    guard let id = try interner.existing(subject) else { return false }
    let flags = try interner.flags(id)
    return flags.contains(.presence) ? try cells.row(id).life.isAlive : flags.contains(.life)
  }

  /// The visible rows whose displayed parent reference points to this row or to one joined with it, dead members included.
  func visibleChildren(of row: Subject) throws -> [Subject] {
    guard let id = try interner.existing(row) else { return [] }
    let members = try Joins.members(self, id)
    let kinds = registry.kinds.compactMap { kind in
      kind.parent.flatMap { $0.type == .reference(to: row.kind) ? (child: kind.name, field: $0.name) : nil }
    }
    return try kinds.flatMap { kind in
      let sql = "SELECT _row FROM \"\(kind.child)\" WHERE \"\(kind.field)\" = ? ORDER BY _row"
      let statement = try db.cachedStatement(sql: sql)
      let ids = try members.flatMap { try Int64.fetchAll(statement, arguments: [$0]) }
      return try ids.compactMap { try interner.subject($0) }
    }
  }
}

extension Store {
  /// What a command that opens this row displays, to be handed back with its writes.
  package func snapshot(_ subject: Subject) throws -> RowSnapshot? {
    try read { try $0.snapshot(subject) }
  }
}
