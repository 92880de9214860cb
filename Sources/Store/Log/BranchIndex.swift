import BundleFile
import GRDB
import Merge

/// Where the transactions of a much forked incarnation stand, by the short hash: asking its branches one by one would cost
/// the square of their number.
struct BranchIndex {
  /// Branches of one incarnation that are asked one by one.
  static let few = 4

  private var positions: [UInt64: [Position]] = [:]

  /// - Parameter branches: the streams of the incarnation.
  init(_ db: Database, _ branches: [Int]) throws {
    let statement = try db.cachedStatement(
      sql: "SELECT stream, id, first, last, context, hash FROM tx WHERE stream = ? ORDER BY last")
    for stream in branches {
      let rows = try Row.fetchCursor(statement, arguments: [stream])
      while let row = try rows.next() { try add(Position(row)) }
    }
  }

  mutating func add(_ position: Position) { positions[position.hash.short, default: []].append(position) }

  func find(_ reference: Reference) -> Position? {
    positions[reference.hash]?.first { $0.first <= reference.seq && reference.seq <= $0.last }
  }
}

extension Position {
  /// - Parameter row: of the table `tx`.
  init(_ row: Row) throws {
    let (first, last) = (try row.number("first"), try row.number("last"))
    guard let hash = ChainHash(row.bytes("hash")), first >= 1, last >= first,
      last - first < Limits.changesOfTransaction
    else { throw StoreError.damaged("a transaction of the log cannot be read") }
    self.init(
      transaction: Int64(try row.number("id")), stream: try row.number("stream"), first: first, last: last,
      context: try row.number("context"), hash: hash)
  }
}
