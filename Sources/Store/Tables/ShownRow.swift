import GRDB
import Merge
package import Model

/// A row of any kind as it is shown.
package struct ShownRow: Sendable {
  package let subject: Subject
  package let state: RowState
  /// Whether it is in the tables; a deleted row is read from the log.
  package let isShown: Bool
  /// In the order of the kind's list, blobs left out.
  package let contents: [(field: FieldInfo, content: FieldContent)]

  package subscript(_ field: String) -> FieldContent {
    contents.first { $0.field.name == field }?.content ?? .empty
  }

  package func string(_ field: String) -> String? {
    if case .value(.string(let text)) = self[field] { text } else { nil }
  }

  package func reference(_ field: String) -> Subject? {
    if case .value(.reference(let subject)) = self[field] { subject } else { nil }
  }

  package func day(_ field: String) -> Day? {
    switch self[field] {
    case .value(.day(let day)): day
    case .value(.moment(let moment)): moment.day
    default: nil
    }
  }
}

extension Session {
  /// Rows of a kind, in the order they were first heard of.
  ///
  /// - Parameters:
  ///   - fields: only these; nil for all.
  ///   - condition: SQL over the kind's columns; references are local numbers.
  ///   - arguments: for the question marks of the condition.
  func shownRows(
    _ kind: KindInfo, fields: Set<String>? = nil, where condition: String = "1", arguments: StatementArguments = []
  ) throws -> [ShownRow] {
    let columns = KindTable(kind).columns.filter { fields?.contains($0.name) ?? true }
    let names = columns.map { ", \"\($0.name)\"" }.joined()
    let sql = """
      SELECT _uuid, _state\(names) FROM "\(kind.name)" CROSS JOIN (SELECT id AS _id, uuid AS _uuid FROM subject) ON _id = _row
      WHERE \(condition) ORDER BY _row
      """
    let rows = try Row.fetchCursor(try db.cachedStatement(sql: sql), arguments: arguments)
    var shown: [ShownRow] = []
    while let row = try rows.next() {
      guard let id = RowID(Database.bytes(row[0]) ?? []) else { throw StoreError.damaged("a row's id is malformed") }
      let contents = try columns.enumerated().map { index, field in
        (field, try ColumnCodec.content(row[index + 2], field.type, subject: shownSubject))
      }
      shown.append(
        ShownRow(
          subject: Subject(kind: kind.name, id: id), state: RowState(rawValue: row[1]) ?? .alive, isShown: true,
          contents: contents))
    }
    return shown
  }

  /// One row, a joined one under any member's identity; a deleted one as the log has it; nil for one never heard of.
  func shownRow(_ subject: Subject, fields: Set<String>? = nil) throws -> ShownRow? {
    guard let kind = registry.kind(subject.kind), let number = try interner.existing(subject) else { return nil }
    let canonical = try Joins.canonical(self, number)
    if let row = try shownRows(kind, fields: fields, where: "_row = ?", arguments: [canonical]).first { return row }
    return try snapshot(subject).map { row($0, kind, isShown: false) }
  }

  /// A row as a snapshot displays it.
  func row(_ snapshot: RowSnapshot, _ kind: KindInfo, isShown: Bool) -> ShownRow {
    let contents = KindTable(kind).columns.map { field in (field, snapshot.content(field)) }
    return ShownRow(subject: snapshot.subject, state: snapshot.state, isShown: isShown, contents: contents)
  }
}

extension RowSnapshot {
  /// Whether some member of the row lives, so that it may be written to.
  package var isAlive: Bool { histories.contains(where: \.life.isAlive) }

  /// What is displayed of a field.
  package func content(_ field: FieldInfo) -> FieldContent {
    switch field.rule {
    case .register:
      if case .value(let value)? = entries(field.name).first?.content { return .value(value) }
      return .empty
    case .set:
      let words = elements(field.name)
      return words.isEmpty ? .empty : .words(Set(words))
    case .text:
      return ColumnCodec.text(texts(field.name)).map(FieldContent.text) ?? .empty
    }
  }
}

extension Store {
  /// One row of any kind; a deleted one too.
  package func shownRow(_ subject: Subject) throws -> ShownRow? { try read { try $0.shownRow(subject) } }
}
