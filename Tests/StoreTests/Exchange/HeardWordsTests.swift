import BundleFile
import Foundation
import Merge
import Model
import SeededNumbers
import Testing

@testable import Store

/// Whose words on keys count, and from when to when.
@Suite struct HeardWordsTests: SignedExchange {
  let pair: SigningPair

  init() throws { pair = try SigningPair() }

  /// A third machine that has what laptop has, and wrote something itself.
  private func third(_ name: String, seed: UInt64, knownTo machines: Laptop...) throws -> Laptop {
    let third = try Laptop(seed: seed, name: name, isSigning: true)
    try third.take(laptop.export("for-\(name).afterword", replace: true))
    _ = try third.create("organisation", ["name": "Of \(name)"])
    for machine in machines { try machine.take(third.export("all.afterword", replace: true)) }
    return third
  }

  @Test func `what a machine says of keys counts in the very import in which it is met`() throws {
    _ = try laptop.create("organisation", ["name": "Acme"])
    try desktop.take(laptop.export("first.afterword"))
    _ = try desktop.create("organisation", ["name": "Zenith"])
    let tablet = try third("tablet", seed: 3, knownTo: desktop)
    try desktop.store.revoke(signer(tablet))
    _ = try tablet.create("organisation", ["name": "Evil"])
    let files = try [desktop.export("all.afterword"), tablet.export("evil.afterword")]
    for order in [files, files.reversed()] {
      let fresh = try third("fresh", seed: 7)
      _ = try? fresh.store.importBundles(order.map { try BundleInput($0) }, consent: .yes)
      #expect(try !known(fresh).contains(key(tablet).machine))
      #expect(try !fresh.view().contains { $0.contains("Evil") })
    }
    try laptop.take(files[0])
    #expect(try known(laptop) == [key(laptop).machine, key(desktop).machine])
    try refuses(files[1], naming: "tablet")
  }

  @Test func `nobody who is met makes a revoked key count again`() throws {
    try meet()
    let tablet = try third("tablet", seed: 3, knownTo: laptop)
    let phone = try third("phone", seed: 4)
    try phone.take(tablet.export("for-phone.afterword"))
    try laptop.store.revoke(signer(tablet))
    _ = try phone.create("organisation", ["name": "Of phone"])
    try laptop.take(phone.export("phone.afterword"))
    #expect(try known(laptop).contains(key(phone).machine) && !known(laptop).contains(key(tablet).machine))
  }

  @Test func `after its own revocation a key revokes nobody, whoever hears of both, in whatever order of files`() throws
  {
    try meet()
    let tablet = try third("tablet", seed: 3, knownTo: laptop, desktop)
    let phone = try third("phone", seed: 4, knownTo: laptop, desktop)
    for other in [tablet, phone] { try other.take(laptop.export("again.afterword", replace: true)) }
    try laptop.store.revoke(signer(desktop))
    for machine in [tablet, phone] { try desktop.store.revoke(signer(machine)) }
    _ = try laptop.create("organisation", ["name": "Good"])
    let (evil, word) = (try desktop.export("evil.afterword"), try laptop.export("word.afterword"))
    _ = try? laptop.take(evil)
    #expect(try known(laptop) == Set([laptop, tablet, phone].map { try key($0).machine }))
    for (machine, order) in [(tablet, [evil, word]), (phone, [word, evil])] {
      _ = try? machine.store.importBundles(order.map { try BundleInput($0) }, consent: .yes)
      _ = try machine.take(word)
      #expect(try known(machine).isSuperset(of: [laptop, tablet, phone].map { try key($0).machine }))
      #expect(try !known(machine).contains(key(desktop).machine))
    }
  }

  /// Which of the two is a thief nobody else can tell, and a rule that picks one could be played; so neither is heeded, and
  /// whoever it belongs to makes a new key.
  @Test(arguments: [false, true], [false, true])
  func `of two that revoke each other neither is heeded by a third, and a new key that is met ends it`(
    isReversed: Bool, writes: Bool
  ) throws {
    try meet()
    let tablet = try third("tablet", seed: 3, knownTo: laptop, desktop)
    let held = try tablet.view()
    try laptop.store.revoke(signer(desktop))
    try desktop.store.revoke(signer(laptop))
    if writes { for machine in [laptop, desktop] { _ = try machine.create("organisation", ["name": "Quarrel"]) } }
    let files = try [laptop, desktop].map { try $0.export("quarrel.afterword") }
    let inputs = try (isReversed ? files.reversed() : files).map { try BundleInput($0) }
    if writes {
      #expect(throws: BundleRefusal.self) { try tablet.store.importBundles(inputs, consent: .yes) }
    } else {
      _ = try tablet.store.importBundles(inputs, consent: .yes)
      #expect(try known(tablet) == [key(tablet).machine])
    }
    #expect(try tablet.view() == held, "what either wrote since is not taken in")
    for (machine, other) in [(laptop, desktop), (desktop, laptop)] {
      #expect(try known(machine).contains(key(machine).machine) && !known(machine).contains(key(other).machine))
    }
    // The laptop is the owner's own: its words are taken under another key.
    _ = try laptop.store.renewKey()
    _ = try laptop.create("organisation", ["name": "Peace"])
    let anew = try BundleInput(laptop.export("anew.afterword"))
    #expect(throws: ImportStop.self) { try tablet.store.importBundles([anew], consent: .ask) }
    _ = try tablet.store.importBundles([anew], consent: .yes)
    #expect(try known(tablet).isSuperset(of: [key(tablet).machine, key(laptop).machine]))
    #expect(try !known(tablet).contains(key(desktop).machine))
    #expect(try tablet.view().contains { $0.contains("Peace") })
  }

  @Test func `what a key said before it was revoked stands`() throws {
    try meet()
    let tablet = try third("tablet", seed: 3, knownTo: laptop, desktop)
    try desktop.store.revoke(signer(tablet))
    _ = try desktop.create("organisation", ["name": "Word"])
    #expect(try laptop.take(desktop.export("word.afterword")).revoked == ["tablet"], "and is told of")
    try laptop.store.revoke(signer(desktop))
    _ = try tablet.create("organisation", ["name": "Evil"])
    try refuses(tablet.export("evil.afterword"), naming: "tablet")
  }

  @Test func `whoever has one key fills no store with words, and keeps none of one's own out`() throws {
    try meet()
    var random = SplitMix(seed: 5)
    let words = try (0..<300).map { number -> Certificate in
      let key = try #require(MachineKey((0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }))
      return try Certificate(number % 2 == 0 ? .vouch : .revoke, of: key, signedBy: self.key(desktop))
    }
    try desktop.store.locked { try Certificates($0.db).keep(words) }
    _ = try desktop.create("organisation", ["name": "Many words"])
    try laptop.take(desktop.export("many.afterword"))
    let held = try laptop.store.read { try Certificates($0.db).all() }
    #expect(try held.count { try $0.by == key(desktop).machine } <= 64)
    #expect(try known(laptop).count <= 64)
    let tablet = try third("tablet", seed: 3, knownTo: laptop)
    try laptop.store.revoke(signer(tablet))
    let seal = try contents(laptop.export("word.afterword")).report.seal
    #expect(try seal.certificates.contains { try $0.kind == .revoke && $0.key == key(tablet).machine })
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `bundles that come together say the same in whatever order`(_ seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    try meet()
    let others = [
      desktop, try third("tablet", seed: 3, knownTo: desktop), try third("phone", seed: 4),
      try third("tablet", seed: 5),
    ]
    var files: [String] = []
    for step in 0..<14 {
      let (one, other) = (
        others.randomElement(using: &random) ?? desktop, others.randomElement(using: &random) ?? desktop
      )
      switch Int.random(in: 0..<5, using: &random) {
      case 0, 1: _ = try one.create("organisation", ["name": "Firm \(step)"])
      case 2: files.append(try one.export("\(step).afterword"))
      case 3 where one !== other: _ = try? one.take(other.export("give-\(step).afterword"))
      case 4 where one !== other: try one.store.revoke(signer(other))
      default: break
      }
    }
    files += try others.map { try $0.export("last.afterword") }
    var outcomes: Set<[String]> = []
    let backup = try laptop.export("start.afterword")
    for _ in 0..<4 {
      let spare = try Laptop(seed: 9, name: "laptop", isSigning: true)
      try spare.take(backup)
      files.shuffle(using: &random)
      outcomes.insert(try outcome(spare, files))
    }
    #expect(outcomes.count == 1, "seed \(seed): \(outcomes)")
  }

  private func outcome(_ machine: Laptop, _ files: [String]) throws -> [String] {
    let inputs = try files.map { try BundleInput($0) }
    do {
      let report = try machine.store.importBundles(inputs, consent: .yes)
      return try [
        "met \(report.met.map(\.words).sorted())", "left out \(report.leftOut.values.sorted())",
        "unsigned \(report.unsigned)", "waiting \(report.waiting)",
      ] + machine.view() + known(machine).subtracting([key(machine).machine]).map(\.words).sorted()
    } catch BundleRefusal.unproven { return ["refused"] }
  }
}
