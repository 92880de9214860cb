import Foundation
import GRDB
import Model
import SeededNumbers
import Testing

@testable import Store

/// Scenario 17 on a store's file: bundles given again, out of date, or damaged.
@Suite struct RepeatedBundleTests {
  /// A machine that has what another wrote first, and that one's first and last bundle.
  private func machine() throws -> (desktop: Laptop, early: String, late: String) {
    let (laptop, desktop) = (try Laptop(seed: 51), try Laptop(seed: 52, name: "desktop"))
    let acme = try laptop.create(Organisation.kind, ["name": "Acme"])
    let (early, late) = (desktop.path("early.afterword"), desktop.path("late.afterword"))
    _ = try laptop.store.export(to: early, replace: false)
    try desktop.take(early)
    try desktop.set(acme, "sector", "rail")
    try laptop.set(acme, "sector", "tools")
    try laptop.write(acme, notes: "one\ntwo\n")
    _ = try laptop.create(Person.kind, ["name": "Dana"])
    _ = try laptop.store.export(to: late, replace: false)
    return (desktop, early, late)
  }

  /// Every row of every table, the log's too.
  private func tables(_ machine: Laptop) throws -> [String: [String]] {
    try machine.store.read { session in
      let names = try String.fetchAll(session.db, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
      return try Dictionary(
        uniqueKeysWithValues: names.map { name in
          (name, try Row.fetchAll(session.db, sql: "SELECT * FROM \"\(name)\"").map(\.description))
        })
    }
  }

  private func files(_ machine: Laptop) throws -> [Data] {
    try ["", "-wal"].map { try Data(contentsOf: URL(fileURLWithPath: machine.store.path + $0)) }
  }

  @Test func `a bundle given twice, and an older one after it, change no row of any table and no byte of the file`()
    throws
  {
    let (desktop, early, late) = try machine()
    try desktop.take(late)
    let (tables, files) = (try tables(desktop), try files(desktop))
    for bundle in [late, early, late, early] {
      #expect(try desktop.take(bundle).newTransactions == 0)
      #expect(try self.tables(desktop) == tables)
      #expect(try self.files(desktop) == files)
    }
  }

  @Test(arguments: 0..<UInt64(60))
  func `any damage to a bundle is an error that leaves every byte of the file as it was`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let (desktop, _, late) = try machine()
    var bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: late)))
    let place = Int.random(in: 0..<bytes.count, using: &random)
    switch seed % 3 {
    case 0: bytes.removeSubrange(place...)
    case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    default: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
    }
    try Data(bytes).write(to: URL(fileURLWithPath: late))
    let before = try files(desktop)
    #expect(throws: BundleRefusal.self, "seed \(seed), byte \(place)") { try desktop.take(late) }
    #expect(try files(desktop) == before, "seed \(seed), byte \(place)")
  }
}
