import GRDB
import Merge
import Model

/// Reads the changes of cells and rows from the log as the merge functions take them.
struct CellReader {
  let db: Database
  let interner: Interner
  let streams: Streams

  /// A change with the field and element it is about.
  struct Located {
    let field: String
    let element: String
    let event: CellEvent
  }

  private static let columns = """
    SELECT c.id, c.cell, c.op, c.payload, c.keep, t.id AS tx, t.stream, t.first, t.wall, t.context, t.hash
    FROM change c JOIN tx t ON t.id = (SELECT max(id) FROM tx WHERE id <= c.id)
    """

  /// All changes of a field of a row, for sets of all its elements, in the order they arrived.
  func field(_ cell: Int64) throws -> [Located] {
    try fetch(try db.cachedStatement(sql: Self.columns + " WHERE c.cell = ? ORDER BY c.id"), [cell])
  }

  /// All changes of a row.
  func row(_ id: Int64) throws -> RowHistory {
    guard let subject = try interner.subject(id) else { throw StoreError.damaged("row \(id) is missing") }
    let sql = Self.columns + " WHERE c.cell >= ? AND c.cell < ? ORDER BY c.cell, c.id"
    let located = try fetch(try db.cachedStatement(sql: sql), [Interner.cell(id, 0), Interner.cell(id + 1, 0)])
    let cells = Dictionary(grouping: located) { Cell(subject: subject, field: $0.field, element: $0.element) }
    return RowHistory(subject, cells: cells.mapValues { $0.map(\.event) })
  }

  /// The history of one register, or of one element of a set.
  func history(_ cell: Int64, element: String = "") throws -> CellHistory {
    CellHistory(try field(cell).filter { $0.element == element }.map(\.event))
  }

  private func fetch(_ statement: Statement, _ arguments: StatementArguments) throws -> [Located] {
    let rows = try Row.fetchCursor(statement, arguments: arguments)
    var out: [Located] = []
    while let row = try rows.next() { out.append(try located(row)) }
    return out
  }

  private func located(_ row: Row) throws -> Located {
    let operation = try OperationCodec.decode(code: row["op"], payload: row["payload"])
    let stream: Int = row["stream"]
    guard let incarnation = streams.all[stream]?.incarnation, let hash = ChainHash(Database.bytes(row["hash"]) ?? [])
    else { throw StoreError.damaged("a transaction's stream is missing") }
    let seq = (row["first"] as Int) + Int((row["id"] as Int64) - (row["tx"] as Int64))
    let event = CellEvent(
      id: row["id"], stream: stream, seq: seq, seen: try streams.vector(context: row["context"]),
      reference: Reference(incarnation: incarnation, seq: seq, hash: hash.short), wall: row["wall"],
      operation: operation, keep: try Database.bytes(row["keep"]).map(ReferenceCodec.decode) ?? [])
    return Located(
      field: interner.text(ofName: Interner.field(ofCell: row["cell"])), element: operation.element, event: event)
  }
}

extension RowHistory {
  /// All changes of a field, for sets of all its elements.
  func events(_ field: String) -> [CellEvent] {
    cells.filter { $0.key.field == field }.flatMap(\.value)
  }
}
