import GRDB
import Merge
import Model
import Testing

@testable import Store

@Suite struct CellIndexTests {
  /// More changes than the index may lag behind, written some at once and some one by one, so that it is behind, in step
  /// and ahead of what a session remembers in turn.
  @Test func `a row's history is whole however far the index lags behind the log`() throws {
    let laptop = try Laptop(seed: 1)
    let rows = try (0..<20).map { try laptop.create("organisation", ["name": "o\($0)"]) }
    try expectWholeHistories(laptop.store)
    for round in 0..<3 {
      try laptop.store.apply("many", (0..<4_000).map { write(rows[$0 % 20], "r\(round) \($0)") })
      try expectWholeHistories(laptop.store)
      for row in rows { try laptop.set(row, "sector", "s\(round)") }
      try expectWholeHistories(laptop.store)
    }
    #expect(try laptop.store.derivedProblems().isEmpty)
    try laptop.store.rebuild()
    try laptop.set(rows[0], "sector", "after")
    try expectWholeHistories(laptop.store)
  }

  @Test func `an index that misses an entry is noticed and made anew`() throws {
    let laptop = try Laptop(seed: 1)
    let row = try laptop.create("organisation", ["name": "Acme"])
    try laptop.store.rebuild()
    #expect(try laptop.store.derivedProblems().isEmpty)
    try laptop.store.alone { try $0.execute(sql: "DELETE FROM cell_change") }
    #expect(try laptop.store.derivedProblems().contains { $0.contains("cell_change") })
    try laptop.store.repair()
    #expect(try laptop.store.snapshot(row)?.entries("name").count == 1)
  }

  private func write(_ row: Subject, _ value: String) -> CellWrite {
    CellWrite(row, "website", .set(.string(value)), shown: .blindly)
  }

  private func expectWholeHistories(_ store: Store) throws {
    try store.read { session in
      for id in try Int64.fetchAll(session.db, sql: "SELECT id FROM subject") {
        let all = try Int64.fetchAll(
          session.db, sql: "SELECT id FROM change WHERE cell >> \(Interner.fieldBits) = ? ORDER BY cell, id",
          arguments: [id])
        let read = try session.cells.row(id).cells.values.flatMap { $0.map(\.id) }
        #expect(read.sorted() == all.sorted())
        for (_, events) in try session.cells.row(id).cells { #expect(events.map(\.id) == events.map(\.id).sorted()) }
      }
    }
  }
}
