import GRDB
import Merge
import Model

/// Writes what F shows into the kind tables: plain rows column by column, all others whole.
final class Projector {
  let session: Session
  private let tables: [String: KindTable]
  /// Rows to be computed whole, by the depth of their kind: children before the rows they may keep visible.
  private var waiting: [Int: Set<Int64>] = [:]
  private(set) var effect = ProjectionEffect()

  init(_ session: Session) {
    self.session = session
    tables = Dictionary(uniqueKeysWithValues: Registry.kinds.map { ($0.name, KindTable($0)) })
  }

  /// Brings one row's touched cells in step.
  ///
  /// - Parameter isBorn: whether the row's first sign of life is among them.
  func project(_ row: [(cell: Int64, newest: NewestChange)], isBorn: Bool) throws {
    guard let first = row.first else { return }
    let id = Interner.subject(ofCell: first.cell)
    guard let subject = try session.interner.subject(id) else { return }
    guard let table = tables[subject.kind] else { return try settleContested(row) }
    guard try session.interner.flags(id) == .life else {
      try settleContested(row)
      return enqueue(id, table)
    }
    var columns: [(FieldInfo, DatabaseValue)] = []
    for (cell, newest) in row {
      let name = session.interner.text(ofName: Interner.field(ofCell: cell))
      let field = table.kind.field(name)
      let column = try newest.isPlain ? plain(newest, field) : computed(cell, field)
      if let field, let column, !field.isBlob { columns.append((field, column)) }
    }
    try write(id, table, columns, isBorn: isBorn)
  }

  private func write(_ id: Int64, _ table: KindTable, _ columns: [(FieldInfo, DatabaseValue)], isBorn: Bool) throws {
    let parent = try parentNumber(id, table)
    if isBorn {
      effect.born.insert(id)
      try insert(id, table, state: .alive, columns)
    } else {
      for (field, value) in columns { try update(id, table, field, value) }
      effect.change(id)
    }
    if isBorn || columns.contains(where: { $0.0.isParent }) {
      try enqueueParent(parent, table)
      try enqueueParent(try parentNumber(id, table), table)
    }
  }

  /// The column of a field whose newest change alone decides; nil where nothing is shown.
  private func plain(_ newest: NewestChange, _ field: FieldInfo?) throws -> DatabaseValue? {
    guard let field, field.rule == .register else { return nil }
    guard case .set(let value) = newest.operation else { return .null }
    return try column(value, field)
  }

  private func column(_ value: Value, _ field: FieldInfo) throws -> DatabaseValue {
    try ColumnCodec.column(value, field.type) { try session.interner.number($0).id }
  }

  /// The column of a field from the whole history of its cell; also notes whether the cell is contested.
  private func computed(_ cell: Int64, _ field: FieldInfo?) throws -> DatabaseValue? {
    let events = try session.cells.field(cell).map(\.event)
    try noteContested(cell, events)
    guard let field else { return nil }
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

  func enqueue(_ id: Int64, _ table: KindTable) {
    waiting[KindDepth.of(table.kind.name), default: []].insert(id)
  }

  func enqueue(_ id: Int64) throws {
    guard let subject = try session.interner.subject(id), let table = tables[subject.kind] else { return }
    enqueue(id, table)
  }

  private func enqueueParent(_ parent: Int64?, _ child: KindTable) throws {
    guard let parent, try session.interner.flags(parent) != .life else { return }
    try enqueue(parent)
  }

  private func parentNumber(_ id: Int64, _ table: KindTable) throws -> Int64? {
    guard let parent = table.kind.parent else { return nil }
    let sql = "SELECT \"\(parent.name)\" FROM \"\(table.kind.name)\" WHERE _row = ?"
    return try Int64.fetchOne(try session.db.cachedStatement(sql: sql), arguments: [id])
  }

  /// Computes the waiting rows, deepest kinds first, until none is left: the least fixed point of *visible*.
  func settle() throws {
    while let depth = waiting.keys.max() {
      guard var ids = waiting[depth], let id = ids.popFirst() else {
        waiting[depth] = nil
        continue
      }
      waiting[depth] = ids
      guard let subject = try session.interner.subject(id), let table = tables[subject.kind] else { continue }
      try projectGroup(try Joins.members(session.db, id), table)
    }
  }

  private func projectGroup(_ members: [Int64], _ table: KindTable) throws {
    let group = try GroupShown(session, members: members)
    var parents = Set(try members.compactMap { try parentNumber($0, table) })
    for id in members where try delete(id, table) { effect.remove(id) }
    if let canonical = group.canonical, try group.isAlive || hasVisibleChild(members, table) {
      let columns = try table.columns.map { field in
        (field, try shown(field, group.shown.map { $0.events(field.name) }))
      }
      try insert(canonical, table, state: group.state, columns)
      if effect.removed.remove(canonical) != nil { effect.change(canonical) }
      if let parent = try parentNumber(canonical, table) { parents.insert(parent) }
    }
    for parent in parents { try enqueueParent(parent, table) }
  }

  private func hasVisibleChild(_ members: [Int64], _ table: KindTable) throws -> Bool {
    for kind in Registry.kinds {
      guard let parent = kind.parent, case .reference(table.kind.name) = parent.type else { continue }
      let sql = "SELECT 1 FROM \"\(kind.name)\" WHERE \"\(parent.name)\" = ? LIMIT 1"
      for id in members where try Int.fetchOne(session.db, sql: sql, arguments: [id]) != nil { return true }
    }
    return false
  }

  /// Recomputes which rows are joined, and has all rows of changed groups computed anew.
  func recomputeJoins() throws {
    for id in try Joins.recompute(session) { try enqueue(id) }
  }

  // MARK: Table rows

  private func insert(_ id: Int64, _ table: KindTable, state: RowState, _ columns: [(FieldInfo, DatabaseValue)]) throws
  {
    let values = Dictionary(columns.map { ($0.0.name, $0.1) }) { _, last in last }
    let all = table.columns
    let names = all.map { "\"\($0.name)\"" }.joined(separator: ",")
    let marks = all.map { _ in "?" }.joined(separator: ",")
    let sql = "INSERT OR REPLACE INTO \"\(table.kind.name)\"(_row,_state,\(names)) VALUES(?,?,\(marks))"
    let arguments = [id.databaseValue, state.rawValue.databaseValue] + all.map { values[$0.name] ?? .null }
    try session.db.cachedStatement(sql: sql).execute(arguments: StatementArguments(arguments))
  }

  private func update(_ id: Int64, _ table: KindTable, _ field: FieldInfo, _ value: DatabaseValue) throws {
    let sql = "UPDATE \"\(table.kind.name)\" SET \"\(field.name)\" = ? WHERE _row = ?"
    try session.db.cachedStatement(sql: sql).execute(arguments: [value, id])
  }

  /// Whether there was a row to delete.
  private func delete(_ id: Int64, _ table: KindTable) throws -> Bool {
    try session.db.cachedStatement(sql: "DELETE FROM \"\(table.kind.name)\" WHERE _row = ?").execute(arguments: [id])
    return session.db.changesCount > 0
  }
}

/// Rows that were shown before and came out different.
struct ProjectionEffect {
  /// Rows that are new with what was taken in: nothing of them is overwritten.
  var born: Set<Int64> = []
  private(set) var changed: Set<Int64> = []
  var removed: Set<Int64> = []

  mutating func change(_ id: Int64) { if !born.contains(id) { changed.insert(id) } }
  mutating func remove(_ id: Int64) { if !born.contains(id) { removed.insert(id) } }
}

extension Operation {
  var isTextVersion: Bool { if case .text = self { true } else { false } }
  var isRestoring: Bool { if case .restore = self { true } else { false } }
}

extension [CellEvent] {
  /// Of a set field's changes, the elements that are present.
  var presentElements: [String] {
    Dictionary(grouping: self, by: \.operation.element).filter { !$0.key.isEmpty && CellHistory($0.value).isPresent }
      .map(\.key)
  }
}

/// How deep a kind lies below the rows it is a part of: an interview is a part of an opportunity, that of an organisation.
enum KindDepth {
  private static let depths: [String: Int] = {
    var depths: [String: Int] = [:]
    func depth(_ kind: KindInfo) -> Int {
      guard case .reference(let parent)? = kind.parent?.type, let above = Registry.kind(parent) else { return 0 }
      return depth(above) + 1
    }
    for kind in Registry.kinds { depths[kind.name] = depth(kind) }
    return depths
  }()

  static func of(_ kind: String) -> Int { depths[kind] ?? 0 }
}
