import GRDB
import Merge
import Model

/// Which cells hold changes that an arriving transaction has not seen. Answered once per context by reading only what that
/// context misses, so an import's cost follows the news, not the store.
final class Concurrency {
  private let session: Session
  /// What the log held when the derived tables were last in step; later arrivals are compared directly.
  private var held: Seen
  private var cache: [Seen: (cells: Set<Int64>, upTo: Seen)] = [:]

  init(_ session: Session) {
    self.session = session
    held = session.streams.all.mapValues(\.last)
  }

  func advance() { held = session.streams.all.mapValues(\.last) }

  func unseen(by placement: Placement) throws -> Set<Int64> {
    var known = cache[placement.seen] ?? (cells: [], upTo: placement.seen)
    var changed = false
    for (stream, last) in held where stream != placement.stream {
      let from = known.upTo[stream] ?? 0
      guard last > from else { continue }
      try session.cells.cellNumbers(of: stream, after: from, through: last) { known.cells.insert($0) }
      known.upTo[stream] = last
      changed = true
    }
    if changed || cache[placement.seen] == nil { cache[placement.seen] = known }
    return known.cells
  }
}

extension CellReader {
  /// The cells that a stretch of a stream writes to.
  func cellNumbers(of stream: Int, after: Int, through: Int, _ body: (Int64) -> Void) throws {
    let sql = """
      SELECT c.cell FROM tx t JOIN change c ON c.id >= t.id AND c.id <= t.id + t.last - t.first
      WHERE t.stream = ? AND t.last > ? AND t.last <= ?
      """
    let rows = try Int64.fetchCursor(try session.db.cachedStatement(sql: sql), arguments: [stream, after, through])
    while let cell = try rows.next() { body(cell) }
  }
}
