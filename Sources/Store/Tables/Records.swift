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
    try RecordReader(self).records(kind, where: condition, arguments: arguments)
  }

  /// One row by its identity; a joined row under any member's.
  func record<R: Model.Record>(_ kind: R.Type, _ id: RowID) throws -> R? {
    guard let number = try interner.existing(Subject(kind: R.kind, id: id)) else { return nil }
    return try records(kind, where: "_row = ?", arguments: [try Joins.canonical(self, number)]).first
  }

  /// Rows whose reference field points to a row, under any member of a joined one.
  func records<R: Model.Record>(_ kind: R.Type, _ field: String, is target: Subject) throws -> [R] {
    guard let number = try interner.existing(target) else { return [] }
    let members = try Joins.members(self, number)
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
    try interner.subject(try Joins.canonical(self, number))
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
