import GRDB
import Merge
import Model

/// Reads the changes of cells and rows from the log as the merge functions take them.
struct CellReader {
  let session: Session

  /// A change with the field and element it is about.
  struct Located {
    let field: String
    let element: String
    let event: CellEvent
  }

  private static let columns =
    "SELECT c.id, c.cell, c.op, c.payload, c.keep, t.id, t.stream, t.first, t.wall, t.context, t.hash"
  private static let transaction = "JOIN tx t ON t.id = (SELECT max(id) FROM tx WHERE id <= c.id)"
  private static let byCell = """
    \(columns) FROM cell_change i CROSS JOIN change c ON c.id = i.change \(transaction)
    WHERE i.cell >= ? AND i.cell < ? ORDER BY i.cell, i.change
    """
  private static let byID = "\(columns) FROM change c \(transaction) WHERE c.id = ?"

  /// All changes of a field of a row, for sets of all its elements, in the order they arrived.
  func field(_ cell: Int64) throws -> [Located] { try changes(of: cell..<cell + 1) }

  /// All changes of a row.
  func row(_ id: Int64) throws -> RowHistory {
    try row(id, try changes(of: Interner.cell(id, 0)..<Interner.cell(id + 1, 0)))
  }

  /// The changes of some cells of a row.
  func row(_ id: Int64, only cells: [Int64]) throws -> RowHistory { try row(id, try cells.flatMap(field)) }

  private func row(_ id: Int64, _ located: [Located]) throws -> RowHistory {
    guard let subject = try session.interner.subject(id) else { throw StoreError.damaged("row \(id) is missing") }
    let cells = Dictionary(grouping: located) { Cell(subject: subject, field: $0.field, element: $0.element) }
    return RowHistory(subject, session.registry.kind(subject.kind), cells: cells.mapValues { $0.map(\.event) })
  }

  /// The history of one register, or of one element of a set.
  func history(_ cell: Int64, element: String = "") throws -> CellHistory {
    CellHistory(try field(cell).filter { $0.element == element }.map(\.event))
  }

  /// Changes about cells of one row, each cell's in the order they arrived.
  private func changes(of cells: Range<Int64>) throws -> [Located] {
    var out: [Located] = []
    let indexed = try session.hot(Self.byCell)
    indexed.bind(1, cells.lowerBound)
    indexed.bind(2, cells.upperBound)
    try indexed.forEach { out.append(try located(indexed)) }
    let single = try session.hot(Self.byID)
    for id in try session.cellIndex.changesBeyondTable(cells) {
      single.bind(1, id)
      try single.forEach { out.append(try located(single)) }
    }
    return out
  }

  /// - Parameter row: at the columns of `columns`.
  private func located(_ row: HotStatement) throws -> Located {
    let operation = try OperationCodec.decode(code: Int(row.int(2)), payload: row.value(3))
    let stream = Int(row.int(6))
    guard let incarnation = session.streams.all[stream]?.incarnation, let hash = ChainHash(row.bytes(10))
    else { throw StoreError.damaged("a transaction's stream is missing") }
    let seq = Int(row.int(7) &+ row.int(0) &- row.int(5))
    let event = CellEvent(
      id: row.int(0), stream: stream, seq: seq, seen: try session.streams.vector(context: Int(row.int(9))),
      reference: Reference(incarnation: incarnation, seq: seq, hash: hash.short), wall: Int(row.int(8)),
      operation: operation, keep: row.isNull(4) ? [] : try ReferenceCodec.decode(row.bytes(4)))
    let field = session.interner.text(ofName: Interner.field(ofCell: row.int(1)))
    return Located(field: field, element: operation.element, event: event)
  }
}

extension RowHistory {
  /// All changes of a field, for sets of all its elements.
  func events(_ field: String) -> [CellEvent] {
    cells.filter { $0.key.field == field }.flatMap(\.value)
  }
}
