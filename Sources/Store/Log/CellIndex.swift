import GRDB

/// Which changes are about a cell. The table follows the log in batches, sorted: the entries of single changes lie far
/// apart, and a page for each would double what a transaction writes. What the log holds beyond the table is remembered
/// here, so that every lookup is complete.
final class CellIndex {
  /// Changes that the table may lag behind: read once by a process that looks at a row's history.
  private static let lag: Int64 = 8192

  private let db: Database
  /// The last change in the table.
  private var indexed: Int64
  /// The last change looked at.
  private var known: Int64
  /// Changes beyond the table, by the row they are about.
  private var beyond: [Int64: [Entry]] = [:]
  private let news: HotStatement
  private let insert: HotStatement

  private struct Entry {
    let cell: Int64
    let change: Int64
  }

  init(_ db: Database) throws {
    self.db = db
    indexed = try FollowedLog.position(db, .cells)
    known = indexed
    news = try HotStatement(db, "SELECT id, cell FROM change WHERE id > ?")
    insert = try HotStatement(db, "INSERT INTO cell_change(cell, change) VALUES(?, ?)")
  }

  /// Changes about the cells of this range, all of one row, that the table does not hold; by cell, in order of arrival.
  func changesBeyondTable(_ cells: Range<Int64>) throws -> [Int64] {
    news.bind(1, known)
    try news.forEach {
      known = news.int(0)
      let cell = news.int(1)
      beyond[Interner.subject(ofCell: cell), default: []].append(Entry(cell: cell, change: known))
    }
    let entries = beyond[Interner.subject(ofCell: cells.lowerBound)] ?? []
    return entries.filter { cells.contains($0.cell) }.sorted { ($0.cell, $0.change) < ($1.cell, $1.change) }
      .map(\.change)
  }

  /// Brings the table in step when it lags too far behind the log.
  ///
  /// - Parameters:
  ///   - newest: the last changes of the log, by cell and then by change: with these in hand the log need not be read.
  ///   - first: the first of them.
  ///   - last: the last change of the log.
  func follow(newest: some Sequence<(cell: Int64, change: Int64)>, first: Int64, last: Int64) throws {
    guard last - indexed >= Self.lag else { return }
    try follow(to: first - 1)
    for entry in newest {
      insert.bind(1, entry.cell)
      insert.bind(2, entry.change)
      try insert.run()
    }
    try moveOn(to: last)
  }

  /// Brings the table in step with the log up to a change.
  func follow(to last: Int64) throws {
    guard last > indexed else { return }
    let fill =
      "INSERT INTO cell_change(cell, change) SELECT cell, id FROM change WHERE id > ? AND id <= ? ORDER BY cell, id"
    try db.execute(sql: fill, arguments: [indexed, last])
    try moveOn(to: last)
  }

  private func moveOn(to last: Int64) throws {
    try FollowedLog.set(db, .cells, last)
    (indexed, known) = (last, last)
    beyond.removeAll(keepingCapacity: true)
  }

  /// Whether every entry of the table is a change of the log about that cell, none up to its position is missing, and the
  /// log reaches so far.
  static func isSound(_ db: Database) throws -> Bool {
    let position = try FollowedLog.position(db, .cells)
    let held = try Int.fetchOne(db, sql: "SELECT count(*) FROM cell_change")
    let matching = try Int.fetchOne(
      db,
      sql: "SELECT count(*) FROM change c JOIN cell_change i ON i.cell = c.cell AND i.change = c.id WHERE c.id <= ?",
      arguments: [position])
    let due = try Int.fetchOne(db, sql: "SELECT count(*) FROM change WHERE id <= ?", arguments: [position])
    let last = try Int64.fetchOne(db, sql: "SELECT max(id) FROM change") ?? 0
    return held == due && matching == due && position <= last
  }
}

/// How far the tables have come that follow the log in their own time.
enum FollowedLog {
  enum Follower: String { case cells, words }

  /// The last change that the table takes account of; 0 for none.
  static func position(_ db: Database, _ follower: Follower) throws -> Int64 {
    let statement = try db.cachedStatement(sql: "SELECT position FROM followed WHERE follower = ?")
    return try Int64.fetchOne(statement, arguments: [follower.rawValue]) ?? 0
  }

  static func set(_ db: Database, _ follower: Follower, _ position: Int64) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO followed(follower, position) VALUES(?, ?)", arguments: [follower.rawValue, position])
  }
}
