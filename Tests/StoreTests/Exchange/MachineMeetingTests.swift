import BundleFile
import Foundation
import Merge
import Model
import SeededNumbers
import Testing

@testable import Store

/// How machines are met, vouched for and revoked.
@Suite struct MachineMeetingTests: SignedExchange {
  let pair: SigningPair

  init() throws { pair = try SigningPair() }

  @Test func `a machine that was never met is asked about once, with the words that it shows itself`() throws {
    _ = try laptop.create("organisation", ["name": "Acme"])
    let first = try desktop.take(laptop.export("first.afterword"), consent: .ask)
    #expect(try first.met == [signer(laptop)], "a store that is empty takes whatever is there, and says whose it is")
    _ = try desktop.create("organisation", ["name": "Zenith"])
    let bundle = try desktop.export("second.afterword")
    let report = try asks(bundle)
    #expect(try report?.met == [signer(desktop)])
    let own = try desktop.store.machines(signed: true).first?.keys.first?.words
    #expect(report?.met.first?.words == own)
    #expect(report?.met.first?.words.split(separator: " ").count == 6)
    try laptop.take(bundle)
    _ = try desktop.create("organisation", ["name": "Later"])
    #expect(try laptop.take(desktop.export("third.afterword"), consent: .ask).newChanges == 1)
  }

  @Test func `whom a machine vouches for that one knows is met without a question`() throws {
    try meet()
    let tablet = try Laptop(seed: 3, name: "tablet", isSigning: true)
    try tablet.take(desktop.export("all.afterword"))
    _ = try tablet.create("organisation", ["name": "Orbit"])
    #expect(try asks(tablet.export("x.afterword"))?.met.map(\.name) == ["tablet"])
    try desktop.take(tablet.export("all.afterword"))
    #expect(try laptop.take(desktop.export("more.afterword"), consent: .ask).newChanges > 0)
    #expect(try known(laptop).contains(key(tablet).machine))
    _ = try tablet.create("organisation", ["name": "Direct"])
    #expect(try laptop.take(tablet.export("y.afterword"), consent: .ask).newChanges == 1)
  }

  @Test func `a stranger's word on a key is no word`() throws {
    try meet()
    let thief = try Laptop(seed: 4, name: "thief", isSigning: true)
    let accomplice = try Laptop(seed: 5, name: "accomplice", isSigning: true)
    _ = try accomplice.create("organisation", ["name": "Evil"])
    try thief.take(accomplice.export("all.afterword"))
    try thief.take(laptop.export("all.afterword"))
    _ = try thief.create("organisation", ["name": "Worse"])
    let met = try asks(thief.export("x.afterword"))?.met.map(\.name) ?? []
    #expect(Set(met) == ["thief", "accomplice"])
    #expect(try known(laptop) == [key(laptop).machine, key(desktop).machine])
  }

  @Test func `after a revocation nothing more of a key is taken, by no machine that has heard of it`() throws {
    try meet()
    let tablet = try Laptop(seed: 3, name: "tablet", isSigning: true)
    try tablet.take(laptop.export("all.afterword"))
    _ = try tablet.create("organisation", ["name": "Orbit"])
    try laptop.take(tablet.export("all.afterword"))
    try laptop.store.revoke(signer(desktop))
    _ = try desktop.create("organisation", ["name": "Too late"])
    let late = try desktop.export("late.afterword")
    try refuses(late, naming: "desktop")
    // Nobody but laptop has heard of it.
    #expect(try tablet.take(late, consent: .ask).newChanges == 1)
    _ = try tablet.create("organisation", ["name": "After it"])
    try tablet.take(laptop.export("word.afterword"))
    _ = try desktop.create("organisation", ["name": "Later still"])
    try refuses(desktop.export("later.afterword"), naming: "desktop", tablet)
    // What tablet had taken in and built on comes with tablet's own, or that could never be taken.
    #expect(try laptop.take(tablet.export("relay.afterword"), consent: .ask).waiting == 0)
    #expect(try laptop.view() == tablet.view())
    #expect(try laptop.view().contains { $0.contains("Too late") })
    #expect(throws: TrustError.isRevoked("desktop")) { try laptop.store.trust(signer(desktop)) }
  }

  @Test func `a revocation travels through a folder where nothing else is new, and through an older backup`() throws {
    let tablet = try Laptop(seed: 3, name: "tablet", isSigning: true)
    let machines = [laptop, desktop, tablet]
    _ = try laptop.create("organisation", ["name": "Acme"])
    for _ in 0..<3 { for machine in machines { try machine.sync(shared.path) } }
    for (number, machine) in machines.enumerated() {
      _ = try machine.create("organisation", ["name": "Firm \(number)"])
    }
    for _ in 0..<3 { for machine in machines { try machine.sync(shared.path) } }
    let backup = try laptop.export("before.afterword")
    try laptop.store.revoke(signer(tablet))
    try laptop.sync(shared.path)
    try desktop.sync(shared.path)
    #expect(try known(desktop) == [key(laptop).machine, key(desktop).machine])
    #expect(try tablet.sync(shared.path).isRevoked)
    let environment = laptop.store.environment
    try laptop.store.close()
    _ = try Store.restore(BundleInput(backup), environment)
    let restored = try Store(environment)
    let own = try key(laptop).machine
    #expect(try restored.read { try Trust($0.db, own: own).known } == [own, key(desktop).machine])
  }

  @Test func `a machine whose key was revoked writes on with a new one once it is met anew, and nothing is lost`()
    throws
  {
    try meet()
    try laptop.store.revoke(signer(desktop))
    _ = try desktop.create("organisation", ["name": "Under the old key"])
    try desktop.take(laptop.export("word.afterword"))
    #expect(try desktop.store.isRevoked())
    _ = try desktop.store.renewKey()
    _ = try desktop.create("organisation", ["name": "Under the new key"])
    let bundle = try desktop.export("anew.afterword")
    #expect(try asks(bundle)?.met.map(\.words) == [signer(desktop).words])
    try laptop.take(bundle)
    #expect(try laptop.view() == desktop.view())
    #expect(try laptop.view().contains { $0.contains("Under the old key") })
  }

  @Test func `a machine that lost its state is met anew, and all that it wrote before counts as signed`() throws {
    try meet()
    _ = try desktop.create("organisation", ["name": "Not sent yet"])
    try FileManager.default.removeItem(atPath: desktop.path("state"))
    _ = try desktop.create("organisation", ["name": "After the loss"])
    let bundle = try desktop.export("anew.afterword")
    #expect(try asks(bundle)?.met.count == 1)
    try laptop.take(bundle)
    #expect(try laptop.view() == desktop.view())
    #expect(try laptop.store.machines(signed: true).allSatisfy { $0.unsigned == 0 })
    // And it knows whom it knew.
    _ = try laptop.create("organisation", ["name": "Word"])
    #expect(try desktop.take(laptop.export("word.afterword"), consent: .ask).newChanges == 1)
  }

  @Test func `a backup brings signatures and trust back`() throws {
    try meet()
    let backup = try laptop.export("backup.afterword")
    let spare = try Laptop(seed: 9, name: "spare", isSigning: true)
    let environment = spare.store.environment
    try spare.store.close()
    let report = try Store.restore(BundleInput(backup), environment)
    let store = try Store(environment)
    #expect(report.contentID == (try contents(backup).report.contentID))
    #expect(try store.machines(signed: true).flatMap(\.keys).map(\.standing).filter { $0 == .known }.count == 2)
    #expect(try store.checkup().allSatisfy { $0.problems.isEmpty })
    _ = try desktop.create("organisation", ["name": "Later"])
    let news = try BundleInput(desktop.export("later.afterword"))
    #expect(try store.importBundles([news], consent: .ask).newChanges == 1)
  }
}
