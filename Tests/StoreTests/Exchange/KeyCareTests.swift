import BundleFile
import Foundation
import GRDB
import Merge
import Model
import Testing

@testable import Store

/// What a machine's key goes through, and the words on others' that its store holds.
@Suite struct KeyCareTests: SignedExchange {
  let pair: SigningPair

  init() throws { pair = try SigningPair() }

  private func tablet() throws -> Laptop {
    let tablet = try Laptop(seed: 3, name: "tablet", isSigning: true)
    try tablet.take(laptop.export("for-tablet.afterword"))
    _ = try tablet.create("organisation", ["name": "Orbit"])
    try laptop.take(tablet.export("all.afterword"))
    return tablet
  }

  /// Each set of tables that are never dropped has a version of its own, by which older programs know to keep away.
  private static let kept = [
    2: [
      "certificate", "change", "context", "erased", "meta", "name", "pending", "signature", "stream", "subject", "tx",
    ]
  ]

  @Test func `a store that holds more than an older program keeps is one that it does not open`() throws {
    try meet()
    let before = try laptop.store.read { try Certificates($0.db).all() }
    try laptop.store.alone { try Schema.dropDerived($0) }
    let tables = try laptop.store.alone { db in
      try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    }
    #expect(tables == Self.kept[Schema.version], "the version rises with the tables that are never dropped")
    try laptop.store.alone { try $0.execute(sql: "PRAGMA user_version = 1; DELETE FROM meta WHERE key = 'kinds'") }
    try laptop.store.close()
    let store = try Store(laptop.store.environment)
    #expect(try store.read { try Certificates($0.db).all() } == before)
    try store.close()
    let header = try #require(FileManager.default.contents(atPath: store.path)).prefix(64).suffix(4)
    #expect(Array(header) == [0, 0, 0, UInt8(Schema.version)])
  }

  @Test func `a new key vouches for all whom the machine knew, and the old one can be revoked by it`() throws {
    try meet()
    let tablet = try tablet()
    #expect(throws: TrustError.isThisMachine) { try laptop.store.revoke(signer(laptop)) }
    try desktop.store.revoke(signer(laptop))
    _ = try desktop.create("organisation", ["name": "Word"])
    try laptop.take(desktop.export("word.afterword"))
    let old = try key(laptop).machine
    let renewed = try laptop.store.renewKey()
    #expect(try renewed == (signer(laptop).words, old.words))
    #expect(try known(laptop) == Set([laptop, desktop, tablet].map { try key($0).machine }))
    _ = try laptop.create("organisation", ["name": "Anew"])
    try desktop.take(laptop.export("anew.afterword"))
    #expect(try known(desktop).contains(key(tablet).machine), "and whoever meets it hears so")
  }

  @Test func `a machine of which a copy is lost revokes the key that both have`() throws {
    try meet()
    let old = try laptop.store.renewKey().old
    let found = try laptop.store.signer(try #require(old))
    try laptop.store.revoke(found.signer)
    #expect(try known(laptop) == [key(laptop).machine, key(desktop).machine])
    #expect(try laptop.store.signer(found.signer.words).standing == .revoked)
  }

  @Test(arguments: ["", "garbage\n", "# only a remark\n"])
  func `a damaged key is told of, wherever it is needed, with the way on`(_ content: String) throws {
    try meet()
    let path = laptop.path("state/keys/signing.txt")
    try Data(content.utf8).write(to: URL(fileURLWithPath: path))
    let error = KeyError.damagedSigning(path: path)
    #expect(error.description.contains("machine renew"))
    #expect(throws: error) { try laptop.create("organisation", ["name": "Lost"]) }
    #expect(throws: error) { try laptop.export("x.afterword") }
    #expect(throws: error) { try laptop.store.machines(signed: true) }
    _ = try laptop.store.renewKey()
    _ = try laptop.create("organisation", ["name": "Kept"])
    #expect(try known(laptop).contains(key(desktop).machine))
    #expect(!FileManager.default.fileExists(atPath: laptop.path("x.afterword")))
  }

  @Test(arguments: [false, true])
  func `who was revoked stays so where an older backup is brought back`(_ isDamaged: Bool) throws {
    try meet()
    let tablet = try tablet()
    for _ in 0..<2 { for machine in [laptop, desktop, tablet] { try machine.sync(shared.path) } }
    let backup = try laptop.export("before.afterword")
    try laptop.store.revoke(signer(tablet))
    try laptop.sync(shared.path)
    let environment = laptop.store.environment
    try laptop.store.close()
    if isDamaged { try Data(repeating: 7, count: 9000).write(to: URL(fileURLWithPath: environment.storePath)) }
    let report = try Store.restore(BundleInput(backup), environment)
    #expect(report.mayHoldForgotten == isDamaged)
    let store = try Store(environment)
    if isDamaged { _ = try store.sync(shared.path, SyncOptions()) }
    let own = try key(laptop).machine
    #expect(try store.read { try Trust($0.db, own: own).known } == [own, key(desktop).machine])
  }
}
