import GRDB
import Merge
import Model

extension Store {
  /// Drops every derived table and makes it anew from the log. Changes nothing that can be seen: the repair command.
  public func rebuild() throws {
    try alone { db in
      try db.inTransaction(.immediate) {
        try Schema.dropDerived(db)
        try Schema.createDerived(db, registry)
        try Rebuild(try Session(db, registry), environment.progress).run()
        return .commit
      }
    }
    forgetSession()
  }
}

extension Store {
  /// Which derived tables differ from what the log gives. Makes them anew inside a transaction that is rolled back.
  func derivedProblems() throws -> [String] {
    defer { forgetSession() }
    return try alone { db in
      var problems: [String] = []
      try db.inTransaction(.immediate) {
        if try !CellIndex.isSound(db) { problems.append("table cell_change is out of step") }
        let index = SearchIndex(try Session(db, registry))
        let isSearched = try index.isBegun
        if isSearched { try index.update() }
        let before = try DerivedDigest.all(db, registry)
        try Schema.dropDerived(db)
        try Schema.createDerived(db, registry)
        let session = try Session(db, registry)
        try Rebuild(session, environment.progress).run()
        if isSearched { try SearchIndex(session).update() }
        let after = try DerivedDigest.all(db, registry)
        problems += before.keys.sorted().filter { before[$0] != after[$0] }.map { "table \($0) is out of step" }
        return .rollback
      }
      return problems
    }
  }
}

/// What the derived tables hold, in short.
private enum DerivedDigest {
  static func all(_ db: Database, _ registry: Registry) throws -> [String: [Int]] {
    let tables = registry.kinds.map(\.name) + ["contested", "alias", "found", "forgotten"]
    return try Dictionary(uniqueKeysWithValues: tables.map { ($0, try rows(db, $0)) })
  }

  /// One number a row, sorted.
  private static func rows(_ db: Database, _ table: String) throws -> [Int] {
    let rows = try Row.fetchCursor(db, sql: "SELECT * FROM \"\(table)\"")
    var numbers: [Int] = []
    while let row = try rows.next() { numbers.append(row.hashValue) }
    return numbers.sorted()
  }
}

/// Computes every row from its whole history, none from another derived table.
private struct Rebuild {
  let session: Session
  let progress: (LongWork, _ done: Int, _ of: Int) -> Void

  init(_ session: Session, _ progress: @escaping (LongWork, Int, Int) -> Void) {
    (self.session, self.progress) = (session, progress)
  }

  /// Each row twice: once for its contested cells, once for its table.
  func run() throws {
    try ErasedLog.note(session.db)
    let last = try Int64.fetchOne(session.db, sql: "SELECT max(id) FROM change") ?? 0
    try session.cellIndex.follow(to: last)
    _ = try Joins.recompute(session)
    let ids = try Int64.fetchAll(session.db, sql: "SELECT id FROM subject ORDER BY id")
    let total = 2 * ids.count
    var done = 0
    func step() {
      done += 1
      progress(.tables, min(done, total - 1), total)
    }
    let projector = Projector(session, onProjected: step)
    for id in ids {
      try noteContested(id, projector)
      try projector.enqueue(id)
      step()
    }
    try projector.settle()
    progress(.tables, total, total)
  }

  private func noteContested(_ id: Int64, _ projector: Projector) throws {
    let row = try session.cells.row(id)
    for field in Set(row.cells.keys.map(\.field)) {
      try projector.noteContested(Interner.cell(id, try session.interner.name(field)), row.events(field))
    }
  }
}
