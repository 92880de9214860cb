import GRDB
import Model

/// The statements that write one kind's table, prepared once and looked up by the field's number.
final class TableWriter {
  let table: KindTable
  /// How deep the kind lies below the rows it is a part of.
  let depth: Int
  private let db: Database
  private let insert: HotStatement
  /// For each column whether it changes, and to what.
  private let updateSome: HotStatement
  private let delete: HotStatement
  private let lookAtParent: HotStatement?
  /// The places of the columns, from 1, by the field's number.
  private let places: [Int: Int32]
  private var fields: [Int: (info: FieldInfo, update: HotStatement?)] = [:]

  init(_ kind: KindInfo, _ session: Session) throws {
    table = KindTable(kind)
    depth = session.registry.depth(of: kind.name)
    db = session.db
    places = Dictionary(
      try table.columns.enumerated().map { (try session.interner.name($1.name), Int32($0 + 1)) }
    ) { first, _ in first }
    lookAtParent = try kind.parent.map {
      try session.hot("SELECT \"\($0.name)\" FROM \"\(kind.name)\" WHERE _row = ?")
    }
    let names = table.columns.map { "\"\($0.name)\"" }.joined(separator: ",")
    let marks = table.columns.map { _ in "?" }.joined(separator: ",")
    insert = try session.hot("INSERT OR REPLACE INTO \"\(kind.name)\"(_row,_state,\(names)) VALUES(?,?,\(marks))")
    let changes = table.columns.map { "\"\($0.name)\" = iif(?, ?, \"\($0.name)\")" }.joined(separator: ",")
    updateSome = try session.hot("UPDATE \"\(kind.name)\" SET \(changes) WHERE _row = ?")
    delete = try session.hot("DELETE FROM \"\(kind.name)\" WHERE _row = ?")
    for field in kind.fields {
      let sql = "UPDATE \"\(kind.name)\" SET \"\(field.name)\" = ? WHERE _row = ?"
      fields[try session.interner.name(field.name)] = (field, field.isBlob ? nil : try session.hot(sql))
    }
  }

  /// The field with this number; nil for one that this version does not know.
  func field(_ number: Int) -> FieldInfo? { fields[number]?.info }

  /// - Parameter columns: by field number; a field not named is empty.
  func insert(_ id: Int64, state: RowState, _ columns: [(Int, DatabaseValue)]) throws {
    insert.bind(1, id)
    insert.bind(2, Int64(state.rawValue))
    for place in places.values { insert.bind(place + 2, .null) }
    for (number, value) in columns {
      if let place = places[number] { insert.bind(place + 2, value) }
    }
    try insert.run()
  }

  /// - Parameter columns: by field number; each at most once, and none that has no column.
  func update(_ id: Int64, _ columns: [(Int, DatabaseValue)]) throws {
    guard columns.count > 1 else { return try columns.forEach { try update(id, $0.0, $0.1) } }
    for place in places.values { updateSome.bind(2 * place - 1, 0) }
    for (number, value) in columns {
      guard let place = places[number] else { continue }
      updateSome.bind(2 * place - 1, 1)
      updateSome.bind(2 * place, value)
    }
    updateSome.bind(Int32(2 * places.count + 1), id)
    try updateSome.run()
  }

  private func update(_ id: Int64, _ field: Int, _ value: DatabaseValue) throws {
    guard let update = fields[field]?.update else { return }
    update.bind(2, id)
    try update.run(binding: 1, value)
  }

  /// Whether there was a row to delete.
  func delete(_ id: Int64) throws -> Bool {
    delete.bind(1, id)
    try delete.run()
    return db.changesCount > 0
  }

  /// The row that this row is displayed as a part of.
  func parent(_ id: Int64) throws -> Int64? {
    guard let look = lookAtParent else { return nil }
    look.bind(1, id)
    var found: Int64?
    try look.forEach { if !look.isNull(0) { found = look.int(0) } }
    return found
  }
}
