import GRDB
import Merge
import Model

/// What one connection knows of the store while nobody else writes: numbers of names and rows, streams, contested cells.
/// Thrown away when another process has written or a write was rolled back.
final class Session {
  let db: Database
  /// What this version of the program knows.
  let registry: Registry
  let interner: Interner
  let streams: Streams
  let contested: Contested
  let cellIndex: CellIndex
  /// What is forgotten.
  private(set) lazy var erasure = Erasure(self)
  /// SQLite's counter of commits by other connections, as it was when this was loaded.
  private let version: Int

  init(_ db: Database, _ registry: Registry) throws {
    self.db = db
    self.registry = registry
    version = try Self.version(db)
    interner = try Interner(db)
    streams = try Streams(db)
    contested = try Contested(db)
    cellIndex = try CellIndex(db)
  }

  private var hotStatements: [String: HotStatement] = [:]

  /// A statement for hot paths, prepared once.
  func hot(_ sql: String) throws -> HotStatement {
    if let known = hotStatements[sql] { return known }
    let statement = try HotStatement(db, sql)
    hotStatements[sql] = statement
    return statement
  }

  private var tables: [Int: TableWriter?] = [:]

  /// The table of the row's kind; nil for a kind that this version does not know.
  func table(ofRow id: Int64) throws -> TableWriter? {
    let number = try interner.kind(id)
    if let known = tables[number] { return known }
    let table = try registry.kind(interner.text(ofName: number)).map { try TableWriter($0, self) }
    tables[number] = .some(table)
    return table
  }

  func isCurrent() throws -> Bool { try Self.version(db) == version }

  private static func version(_ db: Database) throws -> Int {
    try Int.fetchOne(try db.cachedStatement(sql: "PRAGMA data_version")) ?? 0
  }

  var cells: CellReader { CellReader(session: self) }
  var log: LogReader { LogReader(session: self) }
  var signatures: Signatures { Signatures(session: self) }
}

/// The cells whose one head is not simply their newest change: those in conflict, and those where something superseded
/// arrived late. For all others the last row of the log is the head.
final class Contested {
  private let db: Database
  private var cells: Set<Int64>

  init(_ db: Database) throws {
    self.db = db
    cells = try Int64.fetchSet(db, sql: "SELECT cell FROM contested")
  }

  func contains(_ cell: Int64) -> Bool { !cells.isEmpty && cells.contains(cell) }
  var all: Set<Int64> { cells }

  func set(_ cell: Int64, _ isContested: Bool) throws {
    if isContested {
      guard cells.insert(cell).inserted else { return }
      try db.cachedStatement(sql: "INSERT OR IGNORE INTO contested(cell) VALUES(?)").execute(arguments: [cell])
    } else if cells.remove(cell) != nil {
      try db.cachedStatement(sql: "DELETE FROM contested WHERE cell = ?").execute(arguments: [cell])
    }
  }
}
