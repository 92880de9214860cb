import BundleFile
import Foundation
import GRDB
import Model
import SeededNumbers
import Testing

@testable import Store

@Suite struct RestoreTests {
  @Test func `a restored store is the one that was backed up, and the other is kept beside it`() throws {
    let laptop = try Laptop(seed: 1)
    let acme = try laptop.create("organisation", ["name": "Acme"])
    let backup = try laptop.export("a.afterword")
    let before = try laptop.view()
    try laptop.set(acme, "name", "Zenith")
    try laptop.store.close()
    let report = try Store.restore(try BundleInput(backup), laptop.store.environment)
    let restored = try Store(laptop.store.environment)
    #expect(try restored.view() == before)
    let kept = try #require(report.kept)
    var environment = laptop.store.environment
    environment.storePath = kept
    #expect(try Store(environment).view().joined().contains("Zenith"))
  }

  @Test func `a restored store writes as a new incarnation`() throws {
    let laptop = try Laptop(seed: 2)
    _ = try laptop.create("organisation", ["name": "Acme"])
    let backup = try laptop.export("a.afterword")
    _ = try laptop.create("organisation", ["name": "Lost"])
    try laptop.store.close()
    _ = try Store.restore(try BundleInput(backup), laptop.store.environment)
    let restored = try Store(laptop.store.environment)
    let streams = try restored.read { $0.streams.all.count }
    _ = try restored.create("organisation", ["name": "New"])
    #expect(try restored.read { $0.streams.all.count } == streams + 1)
  }

  @Test func `nothing is restored while another process uses the store`() throws {
    let laptop = try Laptop(seed: 3)
    _ = try laptop.create("organisation", ["name": "Acme"])
    let backup = try laptop.export("a.afterword")
    let before = try laptop.view()
    #expect(throws: StoreError.busy(path: laptop.store.path)) {
      try Store.restore(try BundleInput(backup), laptop.store.environment)
    }
    #expect(try laptop.view() == before)
  }

  @Test func `what a killed restore left behind is gone after the next start`() throws {
    let laptop = try Laptop(seed: 8)
    _ = try laptop.create("organisation", ["name": "Acme"])
    for suffix in ["", "-journal", "-wal"] {
      try Data("half".utf8).write(to: URL(fileURLWithPath: laptop.store.path + ".new" + suffix))
    }
    _ = try Store(laptop.store.environment)
    let left = try FileManager.default.contentsOfDirectory(atPath: laptop.folder + "/data")
    #expect(left.allSatisfy { !$0.contains(".new") })
  }

  @Test func `a store that was replaced is not written through an old connection`() throws {
    let laptop = try Laptop(seed: 4)
    _ = try laptop.create("organisation", ["name": "Acme"])
    let other = laptop.store.path + ".other"
    try FileManager.default.copyItem(atPath: laptop.store.path, toPath: other)
    #expect(rename(other, laptop.store.path) == 0)
    #expect(throws: StoreError.busy(path: laptop.store.path)) {
      try laptop.create("organisation", ["name": "Lost"])
    }
  }

  @Test func `a store that is damaged beyond opening is restored over and kept`() throws {
    let laptop = try Laptop(seed: 5)
    _ = try laptop.create("organisation", ["name": "Acme"])
    let backup = try laptop.export("a.afterword")
    let before = try laptop.view()
    try laptop.store.close()
    try Data("not a store at all".utf8).write(to: URL(fileURLWithPath: laptop.store.path))
    let report = try Store.restore(try BundleInput(backup), laptop.store.environment)
    #expect(report.kept != nil)
    #expect(try Store(laptop.store.environment).view() == before)
  }

  @Test func `part of a store, and a damaged backup, are refused and nothing changes`() throws {
    let laptop = try Laptop(seed: 6)
    let acme = try laptop.create("organisation", ["name": "Acme"])
    let backup = try laptop.export("a.afterword")
    try laptop.set(acme, "name", "Zenith")
    let part = try laptop.export("b.afterword", .since(bundle: try BundleInput(backup)))
    var bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: backup)))
    bytes.removeLast(40)
    try Data(bytes).write(to: URL(fileURLWithPath: backup))
    let before = try laptop.view()
    try laptop.store.close()
    for path in [part, backup] {
      #expect(throws: BundleRefusal.self) { try Store.restore(try BundleInput(path), laptop.store.environment) }
    }
    #expect(try Store(laptop.store.environment).view() == before)
    let left = try FileManager.default.contentsOfDirectory(atPath: laptop.folder + "/data")
    #expect(left.allSatisfy { !$0.contains(".new") && !$0.contains("before") })
  }

  @Test func `what is proven good of a cut backup comes back, and what is lost is named`() throws {
    let laptop = try Laptop(seed: 7)
    var random = SplitMix(seed: 7)
    for number in 0..<200 {
      let notes = (0..<100).map { _ in String(random.next(), radix: 36) }.joined(separator: " ")
      _ = try laptop.create("organisation", ["name": "Acme \(number)", "notes": notes])
    }
    let backup = try laptop.export("a.afterword")
    let whole = try Data(contentsOf: URL(fileURLWithPath: backup))
    try whole.prefix(whole.count * 3 / 4).write(to: URL(fileURLWithPath: backup))
    try laptop.store.close()
    let report = try Store.restoreWithGaps(of: try BundleInput(backup), laptop.store.environment)
    #expect(report.lost.count == 1 && report.anew == 0)
    let rows = try Store(laptop.store.environment).view().count
    #expect(rows > 100 && rows < 200)
  }

  /// A laptop with about 10 MiB of notes and a desktop that has worked on them too; the laptop's backup of both.
  private func longHistory() throws -> (laptop: Laptop, backup: String, rows: [Subject]) {
    let laptop = try Laptop(seed: 9)
    let desktop = try Laptop(seed: 10, name: "desktop")
    var random = SplitMix(seed: 9)
    var rows: [Subject] = []
    func notes() -> String { (0..<3000).map { _ in String(random.next(), radix: 36) }.joined(separator: "\n") }
    for number in 0..<60 { rows.append(try laptop.create("organisation", ["name": "Acme \(number)"])) }
    for round in 0..<3 {
      for row in rows {
        try laptop.write(row, notes: notes())
        try laptop.set(row, "sector", "sector \(round)")
      }
      let news = try laptop.export("news-\(round).afterword")
      try desktop.take(news)
      try desktop.set(rows[0], "website", "seen \(round)")
      try laptop.take(try desktop.export("back-\(round).afterword"))
    }
    return (laptop, try laptop.export("long.afterword"), rows)
  }

  @Test(arguments: [3, 5, 8])
  func `behind a damaged byte the newest is restored, written anew`(tenths: Int) throws {
    let (laptop, backup, rows) = try longHistory()
    let shown = try laptop.store.read { session in
      try rows.map { try session.shownRow($0)?.contents.map { "\($0.content)" } }
    }
    var bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: backup)))
    bytes[bytes.count * tenths / 10] ^= 0x20
    try Data(bytes).write(to: URL(fileURLWithPath: backup))
    try laptop.store.close()
    let report = try Store.restoreWithGaps(of: try BundleInput(backup), laptop.store.environment)
    #expect(report.lost.count == 1 && report.anew > 0)
    let restored = try Store(laptop.store.environment)
    #expect(try restored.waiting() == 0)
    #expect(try restored.checkup().allSatisfy(\.problems.isEmpty))
    #expect(try restored.conflicts().isEmpty)
    let now = try restored.read { session in
      try rows.map { try session.shownRow($0)?.contents.map { "\($0.content)" } }
    }
    let same = zip(shown, now).count { $0 == $1 }
    #expect(same >= (tenths == 8 ? 20 : 60), "\(same) of 60 rows")
    _ = try restored.create("organisation", ["name": "New"])
    #expect(try restored.machines().contains { $0.name.hasSuffix("(recovered)") })
  }
}
