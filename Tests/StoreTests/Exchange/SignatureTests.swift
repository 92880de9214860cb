import BundleFile
import Foundation
import Merge
import Model
import SeededNumbers
import Testing

@testable import Store

/// What machines sign, and what of others is refused for want of it.
@Suite struct SignatureTests: SignedExchange {
  let pair: SigningPair

  init() throws { pair = try SigningPair() }

  @Test func `what a known machine has not signed is refused by its name`() throws {
    try meet()
    let tip = try #require(
      try contents(desktop.export("all.afterword")).transactions.last {
        $0.incarnation == (try? desktop.store.incarnation())
      })
    let row = Subject(kind: "organisation", id: RowID(high: 1, low: 1))
    let forged = Transaction(
      incarnation: tip.incarnation, first: tip.last + 1, previous: tip.hash, context: tip.context, wall: tip.wall + 1,
      command: "set", changes: [Change(row, "name", .set(.string("Evil")))])
    let range = StreamRange(
      incarnation: forged.incarnation, first: forged.first, last: forged.last, before: tip.hash, end: forged.hash)
    var report = try contents(desktop.path("all.afterword")).report
    let genuine = report.seal
    report.head = BundleHead(kind: .delta, streams: [range])
    let thief = try #require(SigningKey(random: Array(repeating: 7, count: 32)))
    let seals: [(String) throws -> BundleSeal] = [
      { _ in BundleSeal() },
      { try BundleSeal().signed(by: thief, contentID: $0) },
      { _ in
        let end = try TipSignature(incarnation: range.incarnation, seq: range.last, hash: range.end, signedBy: thief)
        return BundleSeal(tips: [.init(stream: 0, key: thief.machine, signature: end.signature)])
      },
      { _ in
        let end = try TipSignature(incarnation: range.incarnation, seq: range.last, hash: range.end, signedBy: thief)
        return BundleSeal(tips: [.init(stream: 0, key: try key(desktop).machine, signature: end.signature)])
      },
      { _ in
        BundleSeal(
          tips: genuine.tips.map { .init(stream: 0, key: $0.key, signature: $0.signature) }.prefix(1).map(\.self))
      },
      { _ in
        BundleSeal(
          tips: [],
          certificates: [try Certificate(.vouch, of: thief.machine, signedBy: thief)]
            + [try Certificate(.revoke, of: try key(desktop).machine, signedBy: thief)])
      },
    ]
    for (number, seal) in seals.enumerated() {
      try refuses(forge("forged-\(number).afterword", report, [forged], seal: seal), naming: "desktop")
    }
    #expect(try known(laptop) == [key(laptop).machine, key(desktop).machine])
  }

  @Test func `a signature taken off, or a stream cut before its end, keeps a sound bundle out, and no more`() throws {
    try meet()
    for number in 0..<5 { _ = try desktop.create("organisation", ["name": "Firm \(number)"]) }
    let sound = try desktop.export("sound.afterword")
    let (report, transactions) = try contents(sound)
    try refuses(forge("bare.afterword", report, transactions) { _ in BundleSeal() }, naming: "desktop")
    let own = try desktop.store.incarnation()
    let stream = try #require(report.head.streams.firstIndex { $0.incarnation == own })
    var cut = report
    let last = try #require(transactions.last { $0.incarnation == own })
    cut.head.streams[stream].last = last.first - 1
    cut.head.streams[stream].end = try #require(last.previous)
    let rest = transactions.filter { $0.hash != last.hash }
    try refuses(forge("cut.afterword", cut, rest) { _ in report.seal }, naming: "desktop")
    #expect(try laptop.take(sound, consent: .ask).newChanges == 5)
  }

  @Test func `what stands in a signed stream as erased is taken from a known machine alone`() throws {
    try meet()
    let row = try desktop.create("organisation", ["name": "Firm"])
    try desktop.set(row, "website", "firm.example")
    let person = try desktop.create("person", ["name": "Zebulon Quillfeather"])
    let (report, transactions) = try contents(desktop.export("sound.afterword"))
    let altered = transactions.map { transaction -> Transaction in
      guard transaction.changes.contains(where: { $0.field == "website" }) else { return transaction }
      var changes = transaction.changes
      changes[0].operation = .set(.string("evil.example"))
      return Transaction(
        incarnation: transaction.incarnation, first: transaction.first, previous: transaction.previous,
        context: transaction.context, wall: transaction.wall, command: Transaction.forgottenCommand,
        batch: transaction.batch, changes: changes
      ).proven(by: transaction.hash) ?? transaction
    }
    #expect(altered.contains { $0.isErased })
    try refuses(forge("altered.afterword", report, altered) { _ in report.seal }, naming: "desktop")
    let path = try forge("said.afterword", report, altered) {
      try report.seal.signed(by: key(desktop), contentID: $0)
    }
    // And even then somebody must have said what is to be forgotten.
    try refuses(path, naming: "desktop")
    let question = try desktop.store.askForget(person.id.description, byHand: [])
    #expect(try desktop.store.forget(question))
    #expect(try laptop.take(desktop.export("forgetting.afterword"), consent: .ask).waiting == 0)
    #expect(try laptop.view() == desktop.view())
  }

  @Test func `history that nobody signed is asked about, and comes unasked with a known machine's bundle`() throws {
    let old = try Laptop(seed: 6, name: "old")
    _ = try old.create("organisation", ["name": "From before"])
    try laptop.take(old.export("old.afterword"), consent: .ask)
    _ = try laptop.create("organisation", ["name": "Acme"])
    try desktop.take(laptop.export("all.afterword"))
    _ = try desktop.create("organisation", ["name": "Zenith"])
    try laptop.take(desktop.export("all.afterword"))
    _ = try old.create("organisation", ["name": "More from before"])
    let more = try old.export("more.afterword")
    #expect(try asks(more)?.unsigned == ["old"])
    try laptop.take(more)
    #expect(try desktop.take(laptop.export("news.afterword"), consent: .ask).newChanges == 1)
    #expect(try desktop.view() == laptop.view())
    let seen = try desktop.store.machines(signed: true).first { $0.name == "old" }
    #expect(seen?.unsigned == seen?.changes && seen?.keys == [])
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `machines that know one another agree in any order, whatever lies in the folder`(_ seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let machines = [laptop, desktop, try Laptop(seed: 3, name: "tablet", isSigning: true)]
    let thief = try Laptop(seed: 4, name: "laptop", isSigning: true)
    _ = try laptop.create("organisation", ["name": "Acme"])
    for machine in machines { try machine.sync(shared.path) }
    try thief.take(laptop.export("copy.afterword"))
    for step in 0..<25 {
      let machine = machines[Int.random(in: 0..<3, using: &random)]
      switch Int.random(in: 0..<5, using: &random) {
      case 0, 1: _ = try machine.create("organisation", ["name": "Firm \(step)"])
      case 2:
        _ = try thief.create("organisation", ["name": "Evil \(step)"])
        _ = try thief.store.export(to: shared.file("\(step).afterword"), replace: true)
      default: try machine.sync(shared.path, mixesStrangers: false)
      }
    }
    for machine in machines { try machine.sync(shared.path, mixesStrangers: false) }
    for one in machines { for other in machines where one !== other { try one.store.trust(signer(other)) } }
    for _ in 0..<3 { for machine in machines { try machine.sync(shared.path, mixesStrangers: false) } }
    let views = try machines.map { try $0.view() }
    #expect(views[1] == views[0] && views[2] == views[0], "seed \(seed)")
    #expect(!views[0].contains { $0.contains("Evil") }, "seed \(seed)")
    for machine in machines {
      #expect(try machine.store.checkup().allSatisfy { $0.problems.isEmpty }, "seed \(seed)")
      let report = try machine.sync(shared.path, mixesStrangers: false)
      #expect(
        report.skipped.allSatisfy { $0.signers.map(\.name).contains { $0.hasPrefix("laptop (") } }, "seed \(seed)")
    }
  }
}
