import Foundation
import GRDB
import Model

/// Reads rows of the kind tables as records. Remembers what it has read, so that references to it need no reading.
final class RecordReader {
  private let session: Session
  /// All joined rows, where many rows are read; nil: looked up for each reference.
  private let aliases: Aliases?
  /// Fields that the caller has no use for are left out.
  private let isWanted: (FieldInfo) -> Bool
  private var known: [Int64: Subject] = [:]

  init(_ session: Session, aliases: Aliases? = nil, isWanted: @escaping (FieldInfo) -> Bool = { _ in true }) {
    self.session = session
    self.aliases = aliases
    self.isWanted = isWanted
  }

  /// In the order they were first heard of; where many rows are read, in any order, which spares sorting them.
  func records<R: Model.Record>(
    _ kind: R.Type, where condition: String = "1", arguments: StatementArguments = []
  ) throws -> [R] {
    let columns = R.fields.filter { !$0.info.isBlob && isWanted($0.info) }
    let names = columns.map { "\"\($0.info.name)\"" }.joined(separator: ",")
    // The identities under a name of their own: `kind` is also a column of several kinds. CROSS keeps SQLite from reading
    // the table of all identities first.
    let sql = """
      SELECT _row, _uuid, \(names) FROM "\(R.kind)" CROSS JOIN (SELECT id AS _id, uuid AS _uuid FROM subject)
      ON _id = _row WHERE \(condition)\(aliases == nil ? " ORDER BY _row" : "")
      """
    let rows = try Row.fetchCursor(try session.db.cachedStatement(sql: sql), arguments: arguments)
    var out: [R] = []
    while let row = try rows.next() {
      guard let id = try row.withUnsafeData(atIndex: 1, { $0?.withUnsafeBytes { RowID($0) } }) else {
        throw StoreError.damaged("a row's id is malformed")
      }
      var record = R(id: id)
      for (position, column) in columns.enumerated() where !row.hasNull(atIndex: position + 2) {
        let content = try ColumnCodec.content(row[position + 2], column.info.type, subject: subject)
        _ = column.write(&record, content)
      }
      if aliases != nil { known[row[0]] = record.subject }
      out.append(record)
    }
    return out
  }

  /// The row that a reference shows: of a joined row the canonical one.
  private func subject(_ number: Int64) throws -> Subject? {
    guard let aliases else { return try session.shownSubject(number) }
    let canonical = aliases.canonical(number)
    if let read = known[canonical] { return read }
    let subject = try session.interner.subject(canonical)
    known[canonical] = subject
    return subject
  }
}

/// All joined rows at once (see `Joins`): few, where there are any.
struct Aliases {
  private var canonicalOf: [Int64: Int64] = [:]
  private var membersOf: [Int64: [Int64]] = [:]

  init(_ db: Database) throws {
    let rows = try Row.fetchCursor(db, sql: "SELECT member, canonical FROM alias")
    while let row = try rows.next() {
      canonicalOf[row[0]] = row[1]
      membersOf[row[1], default: []].append(row[0])
    }
  }

  func canonical(_ number: Int64) -> Int64 { canonicalOf[number] ?? number }

  /// The rows with everything that is one with them.
  func widened(_ numbers: Set<Int64>) -> Set<Int64> {
    guard !canonicalOf.isEmpty else { return numbers }
    return numbers.reduce(into: numbers) { all, number in
      let canonical = canonical(number)
      all.insert(canonical)
      all.formUnion(membersOf[canonical] ?? [])
    }
  }
}
