import GRDB
import Merge
import Model

/// Writes what F shows into the kind tables: plain rows column by column, all others whole.
final class Projector {
  let session: Session
  /// Rows to be computed whole, by the depth of their kind: children before the rows they may keep visible.
  private var waiting: [Int: Set<Int64>] = [:]
  private(set) var effect = ProjectionEffect()
  /// Called for each row that was computed whole.
  private let onProjected: () -> Void

  init(_ session: Session, onProjected: @escaping () -> Void = {}) {
    self.session = session
    self.onProjected = onProjected
  }

  /// Brings one row's touched cells in step.
  ///
  /// - Parameter isBorn: whether the row's first sign of life is among them.
  func project(_ row: [(cell: Int64, newest: NewestChange)], isBorn: Bool) throws {
    guard let first = row.first else { return }
    let id = Interner.subject(ofCell: first.cell)
    guard let table = try session.table(ofRow: id) else { return try settleContested(row) }
    guard try session.interner.flags(id) == .life else {
      try settleContested(row)
      return enqueue(id, table)
    }
    var columns: [(Int, DatabaseValue)] = []
    var movesParent = false
    for (cell, newest) in row {
      let number = Interner.field(ofCell: cell)
      let field = table.field(number)
      let isPlain = newest.isPlain && (newest.isRegister || newest.begins(field))
      guard let column = try isPlain ? plain(newest, field) : computed(cell, field) else { continue }
      columns.append((number, column))
      movesParent = movesParent || field?.isParent == true
    }
    try write(id, table, columns, isBorn: isBorn, movesParent: movesParent)
  }

  private func write(
    _ id: Int64, _ table: TableWriter, _ columns: [(Int, DatabaseValue)], isBorn: Bool, movesParent: Bool
  ) throws {
    if isBorn {
      effect.born.insert(id)
      try table.insert(id, state: .alive, columns)
    } else {
      if movesParent { try enqueueParent(try table.parent(id)) }
      try table.update(id, columns)
      effect.change(id)
    }
    guard movesParent, let parent = columns.first(where: { table.field($0.0)?.isParent == true }) else { return }
    try enqueueParent(Int64.fromDatabaseValue(parent.1))
  }

  /// The column of a field whose newest change alone decides; nil where nothing is shown.
  private func plain(_ newest: NewestChange, _ field: FieldInfo?) throws -> DatabaseValue? {
    guard let field, !field.isBlob else { return nil }
    switch (field.rule, newest.operation) {
    case (.register, .set(let value)): return try column(value, field)
    case (.register, _): return .null
    case (.set, .add(let element)): return ColumnCodec.column(words: element.isEmpty ? [] : [element])
    case (.text, .text(_, let whole)): return whole.isEmpty ? .null : whole.databaseValue
    default: return nil
    }
  }

  private func column(_ value: Value, _ field: FieldInfo) throws -> DatabaseValue {
    try ColumnCodec.column(value, field.type) { try session.interner.number($0) }
  }

  /// The column of a field from the whole history of its cell; also notes whether the cell is contested.
  private func computed(_ cell: Int64, _ field: FieldInfo?) throws -> DatabaseValue? {
    let events = try session.cells.field(cell).map(\.event)
    try noteContested(cell, events)
    guard let field, !field.isBlob else { return nil }
    return try shown(field, [events])
  }

  /// For rows and kinds without a table the list of contested cells is kept all the same: a later write relies on it.
  private func settleContested(_ row: [(cell: Int64, newest: NewestChange)]) throws {
    for (cell, newest) in row where !newest.isPlain {
      try noteContested(cell, try session.cells.field(cell).map(\.event))
    }
  }

  func noteContested(_ cell: Int64, _ events: [CellEvent]) throws {
    if events.contains(where: \.operation.isTextVersion) {
      let heads = TextHistory(events).heads
      return try session.contested.set(cell, heads.count > 1 || !heads.allSatisfy(\.operation.isTextVersion))
    }
    guard events.allSatisfy(\.operation.element.isEmpty) else { return }
    let heads = CellHistory(events).heads
    let newest = events.map(\.id).max()
    let isSimple = heads.count == 1 && heads[0].id == newest && !heads[0].operation.isRestoring
    try session.contested.set(cell, !isSimple)
  }

  /// What a field shows, given the histories of its cell in each member of a joined row.
  func shown(_ field: FieldInfo, _ members: [[CellEvent]]) throws -> DatabaseValue {
    switch field.rule {
    case .register:
      let entries = Entry.list(members.map(CellHistory.init))
      guard case .value(let value)? = entries.first?.content else { return .null }
      return try column(value, field)
    case .set:
      return ColumnCodec.column(words: Set(members.flatMap(\.presentElements)))
    case .text:
      let views = TextView.distinct(members.compactMap { TextHistory($0).view() })
      return ColumnCodec.column(texts: views)
    }
  }

  // MARK: Rows computed whole

  private func enqueue(_ id: Int64, _ table: TableWriter) {
    waiting[table.depth, default: []].insert(id)
  }

  func enqueue(_ id: Int64) throws {
    if let table = try session.table(ofRow: id) { enqueue(id, table) }
  }

  private func enqueueParent(_ parent: Int64?) throws {
    guard let parent, try session.interner.flags(parent) != .life else { return }
    try enqueue(parent)
  }

  /// Computes the waiting rows, deepest kinds first, until none is left: the least fixed point of *visible*.
  func settle() throws {
    while let depth = waiting.keys.max() {
      // In place: taking it out first would copy the whole set for each row.
      guard let id = waiting[depth]?.popFirst() else {
        waiting[depth] = nil
        continue
      }
      guard let table = try session.table(ofRow: id) else { continue }
      let members = try Joins.members(session, id)
      // All members at once, or a group would cost the square of its size.
      if members.count > 1 { waiting[depth]?.subtract(members) }
      try projectGroup(members, table)
      onProjected()
    }
  }

  private func projectGroup(_ members: [Int64], _ table: TableWriter) throws {
    let group = try GroupShown(session, members: members)
    var parents = Set(try members.compactMap(table.parent))
    for id in members where try table.delete(id) { effect.remove(id) }
    if let canonical = group.canonical, try group.isAlive || hasVisibleChild(members, table.table.kind) {
      let columns = try table.table.columns.map { field in
        (try session.interner.name(field.name), try shown(field, group.shown.map { $0.events(field.name) }))
      }
      try table.insert(canonical, state: group.state, columns)
      if effect.removed.remove(canonical) != nil { effect.change(canonical) }
      if let parent = try table.parent(canonical) { parents.insert(parent) }
    }
    for parent in parents { try enqueueParent(parent) }
  }

  private func hasVisibleChild(_ members: [Int64], _ above: KindInfo) throws -> Bool {
    for kind in session.registry.kinds {
      guard let parent = kind.parent, case .reference(above.name) = parent.type else { continue }
      let sql = "SELECT 1 FROM \"\(kind.name)\" WHERE \"\(parent.name)\" = ? LIMIT 1"
      for id in members where try Int.fetchOne(session.db, sql: sql, arguments: [id]) != nil { return true }
    }
    return false
  }

  /// Recomputes which rows are joined, and has all rows of changed groups computed anew.
  func recomputeJoins() throws {
    for id in try Joins.recompute(session) { try enqueue(id) }
  }
}

extension NewestChange {
  /// Whether it is a first element of a set field, or the first version of a text.
  fileprivate func begins(_ field: FieldInfo?) -> Bool {
    switch (field?.rule, operation) {
    case (.set, .add), (.text, .text): true
    default: false
    }
  }
}

extension Operation {
  var isTextVersion: Bool { if case .text = self { true } else { false } }
  var isRestoring: Bool { if case .restore = self { true } else { false } }
}

extension [CellEvent] {
  /// Of a set field's changes, the elements that are present.
  var presentElements: [String] {
    // By bytes: elements that only look alike are two, on every machine.
    let byElement = Dictionary(grouping: self) { (event: CellEvent) in [UInt8](event.operation.element.utf8) }
    return byElement.filter { !$0.key.isEmpty && CellHistory($0.value).isPresent }
      .map { String(decoding: $0.key, as: UTF8.self) }
  }
}
