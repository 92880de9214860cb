import Foundation
import GRDB
import Model
import SeededNumbers
import StoreTestSupport
import Testing

@testable import Store

/// Whatever is wrong in a store's tables is noticed, and what the log does not need is mended.
@Suite struct DamageTests {
  /// Two machines that met, a joined pair, a deleted row, and a search that somebody has made; the tables that follow the
  /// log in their own time have come to its end.
  private func worn() throws -> Laptop {
    let laptop = try Laptop(seed: 21)
    let desktop = try Laptop(seed: 22, name: "desktop")
    let acme = try laptop.create("organisation", ["name": "Acme"])
    _ = try laptop.create("organisation", ["name": "Acme GmbH"])
    _ = try laptop.create("person", ["name": "Dana"])
    _ = try desktop.receive(laptop)
    try desktop.set(acme, "website", "acme.example")
    _ = try laptop.receive(desktop)
    try laptop.store.join("acme", "acme gmbh")
    _ = try laptop.store.delete(try laptop.store.askDelete("dana"), command: "delete")
    try laptop.store.rebuild()
    _ = try laptop.store.find(["acme"], limit: 5)
    return laptop
  }

  private func tamper(_ laptop: Laptop, _ sql: String) throws {
    try laptop.store.alone { try $0.execute(sql: sql) }
    laptop.store.forgetSession()
  }

  private func problems(_ laptop: Laptop) throws -> [String] { try laptop.store.checkup().flatMap(\.problems) }

  @Test(arguments: [
    "UPDATE stream SET last = last - 1 WHERE id = 1", "UPDATE stream SET last = -5 WHERE id = 1",
    "UPDATE stream SET start = 2 WHERE id = 2", "UPDATE stream SET hash = zeroblob(32) WHERE id = 1",
    "UPDATE stream SET last = last + 1 WHERE id = 2", "UPDATE stream SET hash = 'x' WHERE id = 1",
    "UPDATE context SET seen = x''", "UPDATE context SET seen = x'0101' WHERE id = (SELECT max(id) FROM context)",
    "UPDATE subject SET flags = 0 WHERE flags > 4", "UPDATE subject SET flags = flags | 1",
    "UPDATE organisation SET name = 'Other'", "DELETE FROM alias", "DELETE FROM found", "DELETE FROM cell_change",
    "INSERT INTO contested VALUES(4097)", "UPDATE followed SET position = position + 1000 WHERE follower = 'cells'",
  ])
  func `what is noted beside the log is noticed when it is wrong, and mended`(sql: String) throws {
    let laptop = try worn()
    #expect(try problems(laptop) == [])
    let id = try BundledTransactions.contentID(of: laptop.store, writing: laptop.folder + "/before.afterword")
    try tamper(laptop, sql)
    #expect(try !problems(laptop).isEmpty)
    try laptop.store.repair()
    #expect(try problems(laptop) == [])
    #expect(try BundledTransactions.contentID(of: laptop.store, writing: laptop.folder + "/after.afterword") == id)
    #expect(try laptop.store.detail("acme").title.hasPrefix("Acme"))
  }

  @Test(arguments: [
    "DELETE FROM change WHERE id = 5", "UPDATE change SET payload = 'Mallory' WHERE payload = 'Acme'",
    "DELETE FROM tx WHERE id = (SELECT max(id) FROM tx)", "UPDATE tx SET wall = 'x' WHERE id = 1",
    "UPDATE tx SET last = 1 << 40 WHERE id = 1", "UPDATE tx SET command = 'other' WHERE id = 1",
    "UPDATE tx SET stream = 9 WHERE id = 1", "UPDATE change SET cell = 1 << 40 WHERE id = 5",
    "UPDATE change SET op = 77 WHERE id = 5", "UPDATE context SET refs = x'ff'",
    "UPDATE subject SET uuid = x'00' WHERE id = 1", "UPDATE name SET text = 'other' WHERE text = 'name'",
    "UPDATE stream SET incarnation = zeroblob(16) WHERE id = 1", "UPDATE stream SET incarnation = 7 WHERE id = 1",
    "INSERT INTO change(id, cell, op) VALUES(9999, 4097, 2)",
    "INSERT INTO pending VALUES(zeroblob(32), zeroblob(16), 1, 1, NULL, x'01')",
  ])
  func `what is wrong in the log itself is noticed, crashes nothing and makes no backup that looks whole`(
    sql: String
  ) throws {
    let laptop = try worn()
    try tamper(laptop, sql)
    #expect(try !problems(laptop).isEmpty)
    try? laptop.store.repair()
    let isStillWrong = try !problems(laptop).isEmpty
    laptop.store.forgetSession()
    #expect(throws: (any Error).self) { try laptop.store.export(to: laptop.folder + "/a.afterword", replace: true) }
    #expect(isStillWrong)
    _ = try? laptop.store.history(limit: 20)
    _ = try? laptop.store.status()
    _ = try? laptop.store.conflicts()
  }

  @Test func `a store whose file is broken beside the log is written anew, and the old one kept`() throws {
    let laptop = try worn()
    let id = try BundledTransactions.contentID(of: laptop.store, writing: laptop.folder + "/before.afterword")
    // Indexes that do not hold what their tables hold, and that SQLite cannot make anew where they are.
    try laptop.store.alone { db in
      try db.execute(
        sql: """
          PRAGMA writable_schema = ON;
          UPDATE sqlite_master SET sql = 'CREATE INDEX stream_incarnation ON stream(start)'
          WHERE name = 'stream_incarnation';
          UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name = 'subject_joined')
          WHERE name = 'stream_incarnation';
          PRAGMA writable_schema = RESET
          """)
    }
    laptop.store.forgetSession()
    #expect(try !problems(laptop).isEmpty)
    try laptop.store.alone { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    try laptop.store.close()
    let damaged = FileManager.default.contents(atPath: laptop.store.path)
    let (store, kept) = try Store.repaired(laptop.store.environment)
    #expect(try store.checkup().flatMap(\.problems) == [])
    #expect(try BundledTransactions.contentID(of: store, writing: laptop.folder + "/after.afterword") == id)
    #expect(kept.map { FileManager.default.contents(atPath: $0) } == .some(damaged))
    #expect(try beside(laptop).count == 2)
  }

  /// The store and what lies beside it, journals aside.
  private func beside(_ laptop: Laptop) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: (laptop.store.path as NSString).deletingLastPathComponent)
      .filter { !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") }
  }

  @Test func `a machine whose last changes are gone is not cut short: what is lost is named`() throws {
    let laptop = try worn()
    try tamper(
      laptop,
      """
      DELETE FROM change WHERE id >= (SELECT max(id) FROM tx);
      DELETE FROM tx WHERE id = (SELECT max(id) FROM tx)
      """)
    try laptop.store.close()
    let (store, kept) = try Store.repaired(laptop.store.environment)
    #expect(try store.checkup().flatMap(\.problems).contains { $0.hasSuffix(" are missing") })
    #expect(kept != nil)
  }

  @Test func `what is wrong outside the store makes no new one`() throws {
    let laptop = try worn()
    try laptop.store.alone { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    let before = try #require(FileManager.default.contents(atPath: laptop.store.path))
    _ = try laptop.create("organisation", ["name": "Later"])
    try laptop.store.close()
    // The same file with what it held earlier: this machine's mark knows of more.
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: laptop.store.path))
    try handle.truncate(atOffset: 0)
    try handle.write(contentsOf: before)
    try handle.close()
    let (store, kept) = try Store.repaired(laptop.store.environment)
    #expect(try store.checkup().filter { !$0.problems.isEmpty }.count == 1)
    #expect(kept == nil)
    #expect(try beside(laptop).count == 1)
  }

  @Test func `a column or an index that is declared as another is noticed, and mended`() throws {
    for (table, right, wrong) in [
      ("organisation", "website", "webrite"), ("tx_position", "last", "wall"), ("followed", "position", "positioo"),
    ] {
      let laptop = try worn()
      let id = try BundledTransactions.contentID(of: laptop.store, writing: laptop.folder + "/before.afterword")
      try laptop.store.alone { db in
        try db.execute(sql: "PRAGMA writable_schema = ON")
        try db.execute(
          sql: "UPDATE sqlite_master SET sql = replace(sql, ?, ?) WHERE name = ?", arguments: [right, wrong, table])
        try db.execute(sql: "PRAGMA writable_schema = RESET")
      }
      laptop.store.forgetSession()
      #expect(try !problems(laptop).isEmpty, "\(table)")
      try laptop.store.close()
      let (store, _) = try Store.repaired(laptop.store.environment)
      #expect(try store.checkup().flatMap(\.problems) == [], "\(table)")
      #expect(
        try BundledTransactions.contentID(of: store, writing: laptop.folder + "/after.afterword") == id, "\(table)")
    }
  }

  @Test func `an empty store makes no backup, and none is called up to date`() throws {
    let laptop = try Laptop(seed: 23)
    #expect(throws: ExportError.nothingToShow) {
      try laptop.store.export(to: laptop.folder + "/a.afterword", replace: false)
    }
  }
}
