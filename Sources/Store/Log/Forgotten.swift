import GRDB
import Merge
import Model

/// Which rows, changes and commands are forgotten.
struct Forgotten {
  /// Where the log says so of a row.
  struct Row {
    let stream: Int
    let seq: Int
    let reference: Reference
  }

  /// By local number.
  private(set) var rows: [Int64: [Row]] = [:]
  private(set) var changes: Set<Reference> = []
  private(set) var transactions: Set<Reference> = []

  var isEmpty: Bool { rows.isEmpty }

  init() {}

  /// All that the log says.
  init(_ session: Session) throws {
    for number in try Int64.fetchAll(session.db, sql: "SELECT change FROM forgotten") {
      let sql = "SELECT stream, id, first, last, context, hash FROM tx WHERE id <= ? ORDER BY id DESC LIMIT 1"
      guard let position = try GRDB.Row.fetchOne(session.db, sql: sql, arguments: [number]).map({ try Position($0) }),
        let stream = session.streams.all[position.stream],
        let change = try session.log.changes(from: number, count: 1).first,
        case .forget(let changes, let transactions) = change.operation
      else { throw StoreError.damaged("what is forgotten cannot be read") }
      guard change.field == ReservedField.forgotten else { continue }
      let seq = position.first + Int(number - position.transaction)
      let reference = Reference(incarnation: stream.incarnation, seq: seq, hash: position.hash.short)
      add(
        try session.interner.number(change.subject), Row(stream: stream.id, seq: seq, reference: reference), changes,
        transactions)
    }
  }

  mutating func add(_ row: Int64, _ place: Row, _ changes: [Reference], _ transactions: [Reference]) {
    rows[row, default: []].append(place)
    self.changes.formUnion(changes)
    self.transactions.formUnion(transactions)
  }

  mutating func add(_ other: Forgotten) {
    rows.merge(other.rows) { $0 + $1 }
    changes.formUnion(other.changes)
    transactions.formUnion(other.transactions)
  }

  /// - Parameter isUnseen: whether the transaction's author had not seen that a row is forgotten.
  func applied(
    to transaction: Transaction, _ session: Session, _ isUnseen: (Row) -> Bool
  ) throws -> Transaction {
    var indices: Set<Int> = []
    for (index, change) in transaction.changes.enumerated() where change.field != ReservedField.forgotten {
      if changes.contains(transaction.reference(at: index)) { indices.insert(index) }
      guard let row = try session.interner.existing(change.subject), let places = rows[row] else { continue }
      if places.contains(where: isUnseen) { indices.insert(index) }
    }
    guard !indices.isEmpty || transactions.contains(transaction.tip) else { return transaction }
    return transaction.erasing(indices)
  }
}
