import BundleFile
import Foundation
import Model
import SeededNumbers
import Testing

@testable import Store

@Suite struct SyncTests {
  @Test(arguments: 0..<6 as Range<UInt64>)
  func `machines that sync in any order come to show the same`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let machines = try ["laptop", "desktop", "tablet"].enumerated().map { index, name in
      try Laptop(seed: seed * 10 + UInt64(index), name: name)
    }
    let shared = try SharedFolder()
    var rows: [Subject] = []
    for step in 0..<30 {
      let machine = machines[Int.random(in: 0..<3, using: &random)]
      switch Int.random(in: 0..<3, using: &random) {
      case 0: rows.append(try machine.create("organisation", ["name": "Acme \(step)"]))
      case 1:
        if let row = rows.randomElement(using: &random), try machine.store.read({ try $0.shownRow(row) }) != nil {
          try machine.set(row, "name", "Renamed \(step)")
        }
      default: try machine.sync(shared.path)
      }
    }
    for _ in 0..<2 { for machine in machines.shuffled(using: &random) { try machine.sync(shared.path) } }
    let views = try machines.map { try $0.view() }
    #expect(views[1] == views[0], "seed \(seed)")
    #expect(views[2] == views[0], "seed \(seed)")
    for machine in machines {
      let report = try machine.sync(shared.path)
      #expect(report.left == 0 && report.merged.waiting == 0, "seed \(seed)")
    }
  }

  @Test func `a file holds only what no whole file of the folder has, and small own files are taken up`() throws {
    let laptop = try Laptop(seed: 1)
    let shared = try SharedFolder()
    for number in 0..<40 {
      _ = try laptop.create("organisation", ["name": "Acme \(number)"])
      #expect(try laptop.sync(shared.path).left == (number == 0 ? 3 : 1))
    }
    #expect(shared.names.count < 8)
    let changes = try shared.names.map { try BundleInput(shared.file($0)).head().changes }
    #expect(changes.reduce(0, +) == 42)
    let desktop = try Laptop(seed: 2, name: "desktop")
    try desktop.sync(shared.path)
    #expect(try desktop.view() == laptop.view())
  }

  @Test func `only own files are ever removed`() throws {
    let laptop = try Laptop(seed: 3)
    let desktop = try Laptop(seed: 4, name: "desktop")
    let shared = try SharedFolder()
    _ = try laptop.create("organisation", ["name": "Acme"])
    try laptop.sync(shared.path)
    let first = shared.names
    for number in 0..<10 {
      _ = try desktop.create("organisation", ["name": "Zenith \(number)"])
      try desktop.sync(shared.path)
    }
    #expect(Set(first).isSubset(of: shared.names))
  }

  @Test func `a file that is not complete is left and taken in once it is`() throws {
    let laptop = try Laptop(seed: 5)
    let desktop = try Laptop(seed: 6, name: "desktop")
    let shared = try SharedFolder()
    _ = try laptop.create("organisation", ["name": "Acme"])
    try laptop.sync(shared.path)
    let path = shared.file(try #require(shared.names.first))
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    try whole.dropLast(30).write(to: URL(fileURLWithPath: path))
    let report = try desktop.sync(shared.path)
    #expect(report.skipped.count == 1)
    #expect(FileManager.default.fileExists(atPath: path))
    try whole.write(to: URL(fileURLWithPath: path))
    #expect(try desktop.sync(shared.path).skipped.isEmpty)
    #expect(try desktop.view() == laptop.view())
  }

  @Test func `an own file that was damaged in the folder is written again`() throws {
    let laptop = try Laptop(seed: 7)
    let shared = try SharedFolder()
    _ = try laptop.create("organisation", ["name": "Acme"])
    try laptop.sync(shared.path)
    let path = shared.file(try #require(shared.names.first))
    try Data("gone".utf8).write(to: URL(fileURLWithPath: path))
    try laptop.sync(shared.path)
    #expect(try BundleInput(path).read().transactions == 1)
  }

  @Test func `copies that a sync client made, hidden files and links are of no harm`() throws {
    let laptop = try Laptop(seed: 8)
    let desktop = try Laptop(seed: 9, name: "desktop")
    let shared = try SharedFolder()
    _ = try laptop.create("organisation", ["name": "Acme"])
    try laptop.sync(shared.path)
    let name = try #require(shared.names.first)
    try FileManager.default.copyItem(
      atPath: shared.file(name), toPath: shared.file(name.replacing(".afterword", with: " (conflict).afterword")))
    try Data("half".utf8).write(to: URL(fileURLWithPath: shared.file(".syncthing.x.afterword")))
    #expect(symlink("/etc/passwd", shared.file("link.afterword")) == 0)
    #expect(mkfifo(shared.file("pipe.afterword"), 0o600) == 0)
    let report = try desktop.sync(shared.path)
    #expect(report.skipped.isEmpty && report.merged.newTransactions == 1)
    #expect(try laptop.sync(shared.path).left == 0)
  }

  @Test func `a folder that is gone, or empty where it was not, stops the sync`() throws {
    let laptop = try Laptop(seed: 10)
    let shared = try SharedFolder()
    _ = try laptop.create("organisation", ["name": "Acme"])
    try laptop.sync(shared.path)
    #expect(throws: SyncError.self) { try laptop.sync(shared.path + "/missing") }
    for name in shared.names { unlink(shared.file(name)) }
    #expect(throws: SyncError.self) { try laptop.sync(shared.path) }
    #expect(shared.names.isEmpty)
    #expect(try laptop.sync(shared.path, mayBeEmpty: true).left == 3)
  }

  @Test func `a machine that was restored from an old backup reads again what it had left there`() throws {
    let laptop = try Laptop(seed: 11)
    let shared = try SharedFolder()
    _ = try laptop.create("organisation", ["name": "Acme"])
    let backup = try laptop.export("a.afterword")
    _ = try laptop.create("organisation", ["name": "Zenith"])
    try laptop.sync(shared.path)
    let before = try laptop.view()
    try laptop.store.close()
    _ = try Store.restore(try BundleInput(backup), laptop.store.environment)
    let restored = try Store(laptop.store.environment)
    _ = try restored.sync(shared.path, SyncOptions(consent: .yes))
    #expect(try restored.view() == before)
  }

  @Test func `an encrypted folder shows nothing of what it holds`() throws {
    let laptop = try Laptop(seed: 12, name: "canary-laptop")
    let desktop = try Laptop(seed: 13, name: "canary-desktop")
    let shared = try SharedFolder()
    let keys = [KeyRing(laptop.store.environment), KeyRing(desktop.store.environment)]
    let recipients = try keys.map { try $0.makeKey(name: "own") }
    try keys[0].add(recipients[1], name: "other")
    try keys[1].add(recipients[0], name: "other")
    for number in 0..<30 {
      _ = try laptop.create("organisation", ["name": "canary employer \(number)", "notes": "canary note"])
      if number % 10 == 0 { try laptop.sync(shared.path, encrypts: true) }
    }
    try laptop.sync(shared.path, encrypts: nil)
    try desktop.sync(shared.path, encrypts: true)
    #expect(try desktop.view() == laptop.view())
    for name in shared.names {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: shared.file(name)))
      #expect(name.hasSuffix(".age"))
      for canary in ["canary", "organisation", "afterword-bundle", "employer"] {
        #expect(bytes.range(of: Data(canary.utf8)) == nil)
        #expect(!name.replacing(".afterword", with: "").contains(canary))
      }
    }
  }

  /// A laptop with three edits, of which the relay has the first by one file and the last by another.
  private func relayed() throws -> (laptop: Laptop, relay: Laptop, first: String, missing: String) {
    let laptop = try Laptop(seed: 20)
    let relay = try Laptop(seed: 21, name: "relay")
    let acme = try laptop.create("organisation", ["name": "Acme"])
    let first = try laptop.export("first.afterword")
    try laptop.set(acme, "name", "Acme Ltd")
    let second = try laptop.export("second.afterword")
    let missing = try laptop.export("missing.afterword", .since(bundle: try BundleInput(first)))
    try laptop.set(acme, "name", "Acme plc")
    try relay.take(first)
    #expect(try relay.take(try laptop.export("last.afterword", .since(bundle: try BundleInput(second)))).waiting == 1)
    return (laptop, relay, first, missing)
  }

  @Test func `what a machine cannot apply yet it passes on, once, to those who can`() throws {
    let (laptop, relay, first, missing) = try relayed()
    let desktop = try Laptop(seed: 22, name: "desktop")
    let shared = try SharedFolder()
    #expect(try relay.sync(shared.path).left == 4)
    #expect(try relay.sync(shared.path).left == 0)
    try desktop.take(first)
    try desktop.take(missing)
    try desktop.sync(shared.path)
    #expect(try desktop.view() == laptop.view())
    #expect(try relay.sync(shared.path).merged.waiting == 0)
    #expect(try relay.view() == laptop.view())
    #expect(try desktop.sync(shared.path).left == 0)
    let third = try Laptop(seed: 23, name: "third")
    try third.sync(shared.path)
    #expect(try third.view() == laptop.view())
  }

  @Test func `a delta carries what waits, and what waits is no reason to pass over the whole`() throws {
    let (laptop, relay, first, _) = try relayed()
    let delta = try relay.export("on.afterword", .since(bundle: try BundleInput(first)))
    #expect(try BundleInput(delta).read().transactions == 1)
    let again = try relay.store.export(to: relay.path("x"), .since(bundle: try BundleInput(delta)), replace: false)
    if case .written(let report) = again { #expect(report.transactions == 1) }
    let whole = try laptop.export("whole.afterword")
    let report = try relay.take(whole)
    #expect(report.waiting == 0 && report.newTransactions == 2)
    #expect(try relay.view() == laptop.view())
  }
}
