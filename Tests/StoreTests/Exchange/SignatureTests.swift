import BundleFile
import Foundation
import Merge
import Model
import SeededNumbers
import Testing

@testable import Store

/// Three machines that sign what they write, and what somebody else may leave among their bundles.
@Suite struct SignatureTests {
  private let laptop: Laptop
  private let desktop: Laptop
  private let shared: SharedFolder

  init() throws {
    laptop = try Laptop(seed: 1, isSigning: true)
    desktop = try Laptop(seed: 2, name: "desktop", isSigning: true)
    shared = try SharedFolder()
  }

  private func meet() throws {
    _ = try laptop.create("organisation", ["name": "Acme"])
    try desktop.take(laptop.export("first.afterword"))
    _ = try desktop.create("organisation", ["name": "Zenith"])
    try laptop.take(desktop.export("second.afterword"))
  }

  private func key(_ machine: Laptop) throws -> SigningKey {
    try #require(try machine.store.environment.signing?.readOrMake())
  }

  private func signer(_ machine: Laptop) throws -> Signer {
    Signer(name: machine.store.environment.machineName, key: try key(machine).machine)
  }

  private func known(_ machine: Laptop) throws -> Set<MachineKey> {
    let own = try key(machine).machine
    return try machine.store.read { try Trust($0.db, own: own).known }
  }

  /// All transactions of a bundle, with its head and seal.
  private func contents(_ path: String) throws -> (report: BundleReport, transactions: [Transaction]) {
    var transactions: [Transaction] = []
    let report = try BundleInput(path).read { transactions.append($0) }
    return (report, transactions)
  }

  /// Writes a bundle with whatever seal.
  private func forge(
    _ name: String, _ report: BundleReport, _ transactions: [Transaction], seal: (String) throws -> BundleSeal
  ) throws -> String {
    var head = report.head
    head.isSealed = true
    head.hasErased = transactions.contains(where: \.isErased)
    _ = try BundleOnDisk.write(head, to: laptop.path(name), replace: true, seal: seal) { append in
      try transactions.forEach(append)
    }
    return laptop.path(name)
  }

  /// Takes nothing of a file, and says of whom it speaks.
  private func refuses(_ path: String, naming name: String, _ machine: Laptop? = nil) throws {
    let machine = machine ?? laptop
    let before = try machine.view()
    for consent in [ImportConsent.ask, .yes] {
      let error = #expect(throws: BundleRefusal.self) { try machine.take(path, consent: consent) }
      guard case .unproven(_, let why)? = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
      #expect(why.description.contains(name), "\(why)")
    }
    #expect(try machine.view() == before)
  }

  private func asks(_ path: String, _ machine: Laptop? = nil) throws -> ImportReport? {
    do {
      _ = try (machine ?? laptop).take(path, consent: .ask)
      Issue.record("it was taken in unasked")
      return nil
    } catch ImportStop.needsAnswer(let report) { return report }
  }

  // MARK: meeting

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

  // MARK: forging

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

  // MARK: revoking

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

  // MARK: keys and stores

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
