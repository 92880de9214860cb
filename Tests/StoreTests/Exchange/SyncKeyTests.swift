import BundleFile
import Foundation
import Model
import SeededNumbers
import Testing

@testable import Store

/// Encrypted folders: whoever's key is added reads all of it after the next sync.
@Suite struct SyncKeyTests {
  private func keys(_ laptop: Laptop) -> KeyRing { KeyRing(laptop.store.environment) }

  @Test func `a key that is added opens all that was left before, once the others have synced`() throws {
    let laptop = try Laptop(seed: 1)
    let desktop = try Laptop(seed: 2, name: "desktop")
    let shared = try SharedFolder()
    _ = try keys(laptop).makeKey(name: "laptop")
    let recipient = try keys(desktop).makeKey(name: "desktop")
    for number in 0..<30 {
      _ = try laptop.create("organisation", ["name": "Acme \(number)"])
      try laptop.sync(shared.path, encrypts: true)
    }
    let locked = try desktop.sync(shared.path, encrypts: true)
    #expect(locked.skipped.count == shared.names.count && locked.skipped.allSatisfy(\.isForOthers))
    #expect(locked.ownKey?.recipient == recipient.description)
    _ = try keys(laptop).add(recipient, name: "desktop")
    let report = try laptop.sync(shared.path, encrypts: nil)
    #expect(report.renewedFor == ["desktop"] && report.left == 32)
    #expect(shared.names.count == 1, "what is left anew takes the place of what was")
    #expect(try laptop.sync(shared.path, encrypts: nil).left == 0)
    #expect(try desktop.sync(shared.path, encrypts: nil).skipped.isEmpty)
    #expect(try desktop.view() == laptop.view())
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `machines that add each other's keys at any time, in any order, come to show the same`(_ seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let machines = try ["laptop", "desktop", "tablet"].enumerated().map { index, name in
      try Laptop(seed: seed * 10 + UInt64(index), name: name)
    }
    let shared = try SharedFolder()
    let recipients = try machines.map { try keys($0).makeKey(name: "own") }
    var unknown = machines.indices.flatMap { one in machines.indices.filter { $0 != one }.map { (one, $0) } }
    for step in 0..<30 {
      let machine = machines[Int.random(in: 0..<3, using: &random)]
      switch Int.random(in: 0..<4, using: &random) {
      case 0: _ = try machine.create("organisation", ["name": "Acme \(step)"])
      case 1 where !unknown.isEmpty:
        let (one, other) = unknown.remove(at: Int.random(in: 0..<unknown.count, using: &random))
        _ = try keys(machines[one]).add(recipients[other], name: "own")
      default: try machine.sync(shared.path, encrypts: true)
      }
    }
    for (one, other) in unknown { _ = try keys(machines[one]).add(recipients[other], name: "own") }
    for _ in 0..<3 {
      for machine in machines.shuffled(using: &random) { try machine.sync(shared.path, encrypts: true) }
    }
    let views = try machines.map { try $0.view() }
    #expect(views[1] == views[0] && views[2] == views[0], "seed \(seed)")
    for machine in machines {
      let report = try machine.sync(shared.path, encrypts: true)
      #expect(report.left == 0 && report.skipped.isEmpty && report.renewedFor == nil, "seed \(seed)")
    }
  }

  @Test func `what was left in the open is taken back when the folder becomes an encrypted one`() throws {
    let laptop = try Laptop(seed: 3)
    let shared = try SharedFolder()
    _ = try laptop.create("organisation", ["name": "Acme"])
    try laptop.sync(shared.path)
    _ = try keys(laptop).makeKey(name: "laptop")
    #expect(try laptop.sync(shared.path, encrypts: true).renewedFor == [])
    #expect(shared.names.count == 1 && shared.names[0].hasSuffix(".age"))
  }

  @Test func `copies that sync clients name in their own ways are read, of encrypted files too`() throws {
    let names = [
      "x.sync-conflict-20261120-101010-ABCDEF1.afterword.age", "x.afterword.sync-conflict-20261120-101010-ABCDEF1.age",
      "x (conflicted copy).afterword.age", "x.afterword (Sam's conflicted copy 2026-11-20).age", "x.afterword (1).age",
      "x.afterword-DESKTOP-1.age", "x.afterword (conflicted copy 2026-11-20 101010).age", "X.AFTERWORD.AGE",
      "x.afterword_conf(1).age",
    ]
    for (number, name) in names.enumerated() {
      let laptop = try Laptop(seed: 4)
      let desktop = try Laptop(seed: UInt64(100 + number), name: "desktop")
      let shared = try SharedFolder()
      let recipient = try keys(desktop).makeKey(name: "desktop")
      _ = try keys(laptop).makeKey(name: "laptop")
      _ = try keys(laptop).add(recipient, name: "desktop")
      _ = try laptop.create("organisation", ["name": "Acme"])
      try laptop.sync(shared.path, encrypts: true)
      try FileManager.default.moveItem(atPath: shared.file(shared.names[0]), toPath: shared.file(name))
      try desktop.sync(shared.path, encrypts: true)
      #expect(try desktop.view() == laptop.view(), "\(name)")
    }
  }

  @Test func `a key that was made by half is made whole`() throws {
    let laptop = try Laptop(seed: 5)
    let recipient = try keys(laptop).makeKey(name: "laptop")
    unlink(laptop.store.environment.stateFolder + "/keys/recipients.txt")
    #expect(try keys(laptop).makeKey(name: "laptop") == recipient)
    #expect(try keys(laptop).recipients().map(\.recipient) == [recipient])
    #expect(throws: KeyError.self) { try keys(laptop).makeKey(name: "laptop") }
  }

  @Test func `nobody is asked for a passphrase of a file that only keys open`() throws {
    let laptop = try Laptop(seed: 6)
    let other = try Laptop(seed: 7, name: "other")
    let recipient = try keys(other).makeKey(name: "other")
    _ = try laptop.create("organisation", ["name": "Acme"])
    func fault(_ lock: AgeLock) throws -> (BundleError?, asked: Int) {
      let path = laptop.path("x.age")
      _ = try laptop.store.export(to: path, replace: true, packing: .init(lock: lock))
      var asked = 0
      do {
        _ = try BundleInput(
          path,
          unlocking: Unlocking(identities: []) {
            asked += 1
            return nil
          }
        ).head()
        return (nil, asked)
      } catch BundleRefusal.faulty(_, let error) { return (error, asked) }
    }
    let keyed = try fault(.recipients([recipient]))
    #expect(keyed.0 == .noMatchingKey && keyed.asked == 0)
    let locked = try fault(.passphrase("six little words", logN: 10))
    #expect(locked.0 == .wrongPassphrase && locked.asked == 1)
  }
}

@Suite struct StrangerTests {
  @Test func `a stranger's bundle in the folder is named, left out and stops nobody`() throws {
    let laptop = try Laptop(seed: 30)
    let desktop = try Laptop(seed: 31, name: "desktop")
    let stranger = try Laptop(seed: 32, name: "stranger")
    let shared = try SharedFolder()
    _ = try laptop.create("organisation", ["name": "Acme"])
    try laptop.sync(shared.path, mixesStrangers: false)
    try desktop.sync(shared.path, mixesStrangers: false)
    _ = try stranger.create("organisation", ["name": "Elsewhere"])
    let path = try stranger.export("theirs.afterword")
    try FileManager.default.copyItem(atPath: path, toPath: shared.file("theirs.afterword"))
    _ = try desktop.create("organisation", ["name": "Zenith"])
    let left = try desktop.sync(shared.path, mixesStrangers: false)
    #expect(left.left > 0 && left.skipped.map(\.name) == ["theirs.afterword"] && left.skipped.allSatisfy(\.isStrange))
    let taken = try laptop.sync(shared.path, mixesStrangers: false)
    #expect(taken.merged.newTransactions == 1 && taken.skipped.count == 1)
    #expect(try laptop.view() == desktop.view())
    #expect(try laptop.sync(shared.path).skipped.isEmpty)
  }
}
