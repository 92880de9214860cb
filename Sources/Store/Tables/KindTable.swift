import GRDB
import Merge
import Model

/// The table of a kind: one row for each visible row, one column for each field, from the field list alone.
///
/// References are held as local subject numbers, days and moments as ISO text, sets as sorted JSON-free lines.
struct KindTable {
  let kind: KindInfo

  init(_ kind: KindInfo) { self.kind = kind }

  var columns: [FieldInfo] { kind.fields.filter { !$0.isBlob } }

  var ddl: String {
    let list = columns.map { "\"\($0.name)\" \(Self.affinity($0.type))" }.joined(separator: ", ")
    var sql = "CREATE TABLE \"\(kind.name)\"(_row INTEGER PRIMARY KEY, _state INTEGER NOT NULL, \(list));"
    for field in columns {
      guard case .reference = field.type else { continue }
      sql += "CREATE INDEX \"\(kind.name)_\(field.name)\" ON \"\(kind.name)\"(\"\(field.name)\");"
    }
    return sql
  }

  private static func affinity(_ type: FieldType) -> String {
    switch type {
    case .integer, .boolean, .reference: "INTEGER"
    default: "TEXT"
    }
  }
}

/// How a row stands (MERGE.md: alive, openDelete, visible).
package enum RowState: Int, Sendable {
  case alive = 0
  /// Deleted on one side, edited on the other.
  case contested = 1
  /// Deleted, but a visible row is still a part of it.
  case kept = 2
}

/// Between field contents and columns.
enum ColumnCodec {
  /// The separator of a set's elements in its column: a control character that no element may hold.
  static let separator: Character = "\u{1F}"

  /// The column's value for a displayed value; a value of another type than the field's shows as empty.
  static func column(_ value: Value, _ type: FieldType, subjectNumber: (Subject) throws -> Int64) rethrows
    -> DatabaseValue
  {
    switch (type, value) {
    case (.string, .string(let text)), (.choice, .string(let text)): text.databaseValue
    case (.integer, .integer(let number)): number.databaseValue
    case (.boolean, .boolean(let flag)): flag.databaseValue
    case (.day, .day(let day)): day.description.databaseValue
    case (.moment, .moment(let moment)): moment.description.databaseValue
    case (.reference(let kind), .reference(let subject)) where kind.isEmpty || kind == subject.kind:
      try subjectNumber(subject).databaseValue
    default: .null
    }
  }

  static func column(words: Set<String>) -> DatabaseValue {
    words.isEmpty ? .null : words.sorted().joined(separator: String(separator)).databaseValue
  }

  /// The texts of a joined row's members, one after the other.
  static func column(texts: [TextView]) -> DatabaseValue { text(texts).map(\.databaseValue) ?? .null }

  /// Nil where nothing is written. Of what differs every version, one after the other: no mark that a reader could take for text.
  static func text(_ texts: [TextView]) -> String? {
    let filled = texts.map(\.text).filter { !$0.isEmpty }
    return filled.isEmpty ? nil : filled.joined(separator: "\n\n")
  }

  static func content(_ column: DatabaseValue, _ type: FieldType, subject: (Int64) throws -> Subject?) rethrows
    -> FieldContent
  {
    if column.isNull { return .empty }
    switch type {
    case .string, .choice: return String.fromDatabaseValue(column).map { .value(.string($0)) } ?? .empty
    case .integer: return Int.fromDatabaseValue(column).map { .value(.integer($0)) } ?? .empty
    case .boolean: return Bool.fromDatabaseValue(column).map { .value(.boolean($0)) } ?? .empty
    case .day: return String.fromDatabaseValue(column).flatMap { Day($0) }.map { .value(.day($0)) } ?? .empty
    case .moment: return String.fromDatabaseValue(column).flatMap { Moment($0) }.map { .value(.moment($0)) } ?? .empty
    case .reference:
      guard let number = Int64.fromDatabaseValue(column), let subject = try subject(number) else { return .empty }
      return .value(.reference(subject))
    case .text: return String.fromDatabaseValue(column).map { .text($0) } ?? .empty
    case .words:
      let text = String.fromDatabaseValue(column) ?? ""
      return .words(Set(text.split(separator: separator).map(String.init)))
    case .bytes: return .empty
    }
  }
}
