import BundleFile
import Foundation
import Merge
import Model
import Testing

@testable import Store

/// What a machine takes from a folder or a file before it has met anybody, and to what a yes is one.
@Suite struct FirstMeetingTests: SignedExchange {
  let pair: SigningPair

  init() throws { pair = try SigningPair() }

  private func fresh(_ seed: UInt64 = 11) throws -> Laptop {
    try Laptop(seed: seed, name: "fresh", isSigning: true)
  }

  private func hasKey(_ machine: Laptop) -> Bool {
    FileManager.default.fileExists(atPath: machine.path("state/keys/signing.txt"))
  }

  @Test func `a first sync takes nothing unasked, and what is asked says whose words they are`() throws {
    _ = try laptop.create("organisation", ["name": "Acme"])
    try laptop.sync(shared.path)
    let fresh = try fresh()
    let report = try fresh.sync(shared.path, mixesStrangers: false)
    #expect(try report.skipped.flatMap(\.signers) == [signer(laptop)])
    #expect(try fresh.view().isEmpty && !hasKey(fresh), "who only looks makes no key")
    // As it is printed, by somebody who has written nothing yet.
    let found = try fresh.store.signer(signer(laptop).words)
    #expect(found.standing == .unknown)
    try fresh.store.trust(found.signer)
    #expect(try fresh.sync(shared.path, mixesStrangers: false).merged.newChanges > 0)
    #expect(try fresh.view() == laptop.view())
  }

  @Test func `a yes is one to the words that were shown, not to whatever lies there by then`() throws {
    _ = try laptop.create("organisation", ["name": "Acme"])
    try laptop.sync(shared.path)
    let fresh = try fresh()
    func sync(_ consent: ImportConsent) throws -> ImportReport? {
      do {
        return try fresh.store.sync(
          shared.path, SyncOptions(encrypts: false, consent: consent, mixesStrangers: true)
        ).merged
      } catch ImportStop.needsAnswer(let report) {
        #expect(!hasKey(fresh), "asking makes no key")
        return report
      }
    }
    let shown = try #require(try sync(.ask))
    #expect(try shown.met == [signer(laptop)])
    let thief = try Laptop(seed: 4, name: "thief", isSigning: true)
    try thief.take(laptop.export("copy.afterword"))
    _ = try thief.create("organisation", ["name": "Evil"])
    _ = try thief.store.export(to: shared.file("0.afterword"), replace: false)
    let more = try #require(try sync(.answered(shown)))
    #expect(try Set(more.met) == [signer(laptop), signer(thief)])
    #expect(try fresh.view().isEmpty)
    try FileManager.default.removeItem(atPath: shared.file("0.afterword"))
    _ = try sync(.answered(shown))
    #expect(try known(fresh) == [key(fresh).machine, key(laptop).machine])
  }

  @Test func `a bundle that a store begins with is a yes to its maker and whom he knows, and to nobody else`() throws {
    try meet()
    let fresh = try fresh()
    let report = try fresh.take(laptop.export("begin.afterword"), consent: .ask)
    #expect(try report.met == [signer(laptop)])
    #expect(try known(fresh) == Set([fresh, laptop, desktop].map { try key($0).machine }))
    let thief = try Laptop(seed: 4, name: "thief", isSigning: true)
    _ = try thief.create("organisation", ["name": "Evil"])
    let (evil, evils) = try contents(thief.export("evil.afterword"))
    let mixed = try forge("mixed.afterword", evil, evils) { id in try evil.seal.signed(by: key(laptop), contentID: id) }
    #expect(try asks(mixed, self.fresh(12))?.met.contains(signer(thief)) == true)
  }

  @Test func `what was written before there were signatures is proven by what its machine signed since, in any order`()
    throws
  {
    let old = try Laptop(seed: 6, name: "old")
    _ = try old.create("organisation", ["name": "Acme"])
    let first = try old.export("first.afterword")
    try old.sync(shared.path)
    _ = try old.create("organisation", ["name": "Birch"])
    let second = old.path("second.afterword")
    _ = try old.store.export(to: second, .since(bundle: BundleInput(first)), replace: false)
    try old.store.close()
    var environment = old.store.environment
    environment.signing = SigningKeyFile(stateFolder: old.path("state"))
    let signing = try Store(environment)
    _ = try signing.create("organisation", ["name": "Cedar"])
    let third = old.path("third.afterword")
    _ = try signing.export(to: third, .since(bundle: BundleInput(second)), replace: false)
    let oneByOne = try Laptop(seed: 13, name: "fresh", isSigning: true)
    try oneByOne.take(third)
    for file in [second, first] { try oneByOne.take(file, consent: .ask) }
    #expect(try oneByOne.view() == signing.view())
    for order in [[first, second, third], [third, first, second], [second, third, first]] {
      let fresh = try Laptop(seed: 12, name: "fresh", isSigning: true)
      let key = try #require(try environment.signing?.read()?.machine)
      try fresh.store.trust(Signer(name: "old", key: key))
      let report = try fresh.store.importBundles(order.map { try BundleInput($0) }, consent: .ask)
      #expect(report.waiting == 0 && report.unsigned.isEmpty)
      #expect(try fresh.view() == signing.view())
    }
    // And a folder in which the old file lies goes on.
    _ = try signing.sync(shared.path, SyncOptions(encrypts: false))
    let fresh = try fresh()
    try fresh.sync(shared.path)
    #expect(try fresh.view() == signing.view())
    #expect(try fresh.sync(shared.path, mixesStrangers: false).skipped.isEmpty)
  }

  @Test func `a file that others must refuse does not stand for what it holds`() throws {
    try meet()
    for machine in [laptop, desktop, laptop] { try machine.sync(shared.path) }
    _ = try laptop.create("organisation", ["name": "Only here"])
    let (report, transactions) = try contents(laptop.export("everything.afterword"))
    let bare = try forge("bare.afterword", report, transactions) { _ in BundleSeal() }
    for name in shared.names { try FileManager.default.removeItem(atPath: shared.file(name)) }
    try FileManager.default.moveItem(atPath: bare, toPath: shared.file("0.afterword"))
    #expect(try laptop.sync(shared.path, mixesStrangers: false).left > 0)
    #expect(try desktop.sync(shared.path, mixesStrangers: false).merged.newChanges == 1)
    // Nor does one of which nothing was taken here.
    _ = try desktop.create("organisation", ["name": "Only there"])
    let (other, others) = try contents(desktop.export("there.afterword"))
    _ = try forge("bare-too.afterword", other, others) { _ in BundleSeal() }
    for name in shared.names { try FileManager.default.removeItem(atPath: shared.file(name)) }
    try FileManager.default.moveItem(atPath: laptop.path("bare-too.afterword"), toPath: shared.file("0.afterword"))
    let after = try laptop.sync(shared.path, mayBeEmpty: true, mixesStrangers: false)
    let all = try contents(laptop.export("all.afterword")).report.changes
    #expect(after.left == all && after.skipped.count == 1)
  }

  @Test(arguments: ["x\u{1B}[2J\n\ty", String(repeating: "long ", count: 9000), "\n"])
  func `a machine may call itself anything, and is named in one short line`(_ name: String) throws {
    let odd = try Laptop(seed: 8, name: name, isSigning: true)
    _ = try odd.create("organisation", ["name": "Acme"])
    try odd.sync(shared.path)
    let skipped = try laptop.sync(shared.path, mixesStrangers: false).skipped
    let names = try skipped.flatMap(\.signers).map(\.name) + laptop.store.unmetMachines().map(\.name)
    try laptop.sync(shared.path)
    for name in try names + laptop.store.machines().map(\.name) {
      #expect(!name.isEmpty && name.unicodeScalars.count <= 68)
      #expect(!name.unicodeScalars.contains { $0.properties.generalCategory == .control })
    }
  }
}
