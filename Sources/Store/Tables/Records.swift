import GRDB
import Merge
public import Model

extension Session {
  /// Rows of a kind as records, in the order they were first heard of.
  ///
  /// - Parameters:
  ///   - condition: SQL over the kind's columns; references are local numbers.
  ///   - arguments: for the question marks of the condition.
  func records<R: Model.Record>(
    _ kind: R.Type, where condition: String = "1", arguments: StatementArguments = []
  ) throws -> [R] {
    guard let info = Registry.kind(R.kind) else { return [] }
    let columns = KindTable(info).columns
    let names = columns.map { "\"\($0.name)\"" }.joined(separator: ",")
    // The identities under a name of their own: `kind` is also a column of several kinds.
    let sql = """
      SELECT _uuid, \(names) FROM "\(R.kind)" JOIN (SELECT id AS _id, uuid AS _uuid FROM subject) ON _id = _row
      WHERE \(condition) ORDER BY _row
      """
    let rows = try Row.fetchCursor(try db.cachedStatement(sql: sql), arguments: arguments)
    var out: [R] = []
    while let row = try rows.next() {
      guard let id = RowID(Database.bytes(row[0]) ?? []) else { throw StoreError.damaged("a row's id is malformed") }
      var record = R(id: id)
      for (index, field) in columns.enumerated() {
        let content = try ColumnCodec.content(row[index + 1], field.type, subject: shownSubject)
        if content != .empty { _ = record.set(field.name, content) }
      }
      out.append(record)
    }
    return out
  }

  /// One row by its identity; a joined row under any member's.
  func record<R: Model.Record>(_ kind: R.Type, _ id: RowID) throws -> R? {
    guard let number = try interner.existing(Subject(kind: R.kind, id: id)) else { return nil }
    return try records(kind, where: "_row = ?", arguments: [try Joins.canonical(db, number)]).first
  }

  /// Rows whose reference field points to a row, under any member of a joined one.
  func records<R: Model.Record>(_ kind: R.Type, _ field: String, is target: Subject) throws -> [R] {
    guard let number = try interner.existing(target) else { return [] }
    let members = try Joins.members(db, number)
    let marks = members.map { _ in "?" }.joined(separator: ",")
    return try records(kind, where: "\"\(field)\" IN (\(marks))", arguments: StatementArguments(members))
  }

  /// The bytes of a field that is kept in the log only.
  func content(of subject: Subject, _ field: String) throws -> [UInt8]? {
    guard case .value(.bytes(let bytes))? = try snapshot(subject)?.entries(field).first?.content else { return nil }
    return bytes
  }

  /// The row that a reference shows: of a joined row the canonical one.
  func shownSubject(_ number: Int64) throws -> Subject? {
    try interner.subject(try Joins.canonical(db, number))
  }
}

extension Store {
  /// All rows of a kind.
  public func all<R: Model.Record>(_ kind: R.Type) throws -> [R] { try read { try $0.records(kind) } }

  /// One row by its identity; nil when it is not shown.
  public func one<R: Model.Record>(_ kind: R.Type, _ id: RowID) throws -> R? { try read { try $0.record(kind, id) } }

  /// The rows of a kind whose reference field points to a row.
  public func all<R: Model.Record>(_ kind: R.Type, _ field: String, is target: Subject) throws -> [R] {
    try read { try $0.records(kind, field, is: target) }
  }

  /// The bytes of a field that is kept in the log only.
  public func content(of subject: Subject, _ field: String) throws -> [UInt8]? {
    try read { try $0.content(of: subject, field) }
  }
}
