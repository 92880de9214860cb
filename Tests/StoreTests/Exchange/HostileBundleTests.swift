import BundleFile
import Foundation
import HostileCorpus
import Merge
import Model
import Testing

@testable import Store

/// Bundles made by a hostile or careless hand, given to a real store.
@Suite struct HostileBundleTests {
  private func write(_ transactions: [Transaction], to path: String) throws -> String {
    let last = try #require(transactions.last)
    let range = StreamRange(
      incarnation: last.incarnation, first: transactions[0].first, last: last.last, before: transactions[0].previous,
      end: last.hash)
    _ = try BundleOnDisk.write(BundleHead(kind: .backup, streams: [range]), to: path) { append in
      try transactions.forEach(append)
    }
    return path
  }

  private func transaction(
    _ incarnation: Incarnation, first: Int = 1, previous: ChainHash? = nil, context: [Reference] = [], wall: Int = 0,
    _ changes: [Change]
  ) -> Transaction {
    Transaction(
      incarnation: incarnation, first: first, previous: previous, context: context, wall: wall, command: "forged",
      changes: changes)
  }

  private func held(_ laptop: Laptop) throws -> [Transaction] {
    var held: [Transaction] = []
    try laptop.store.send { held.append($0) }
    return held
  }

  @Test func `each file of the corpus is refused and changes nothing, or is taken for what it says`() throws {
    let laptop = try Laptop(seed: 1)
    _ = try laptop.create("organisation", ["name": "Acme"])
    let path = laptop.path("hostile")
    for file in try HostileFile.all() {
      try Data(file.bytes).write(to: URL(fileURLWithPath: path))
      let before = try held(laptop).map(\.hash)
      do {
        try laptop.take(path, consent: .ask)
        #expect(file.verdict == .accept, "\(file.name): \(file.why)")
      } catch is ImportStop {
        #expect(file.verdict == .accept, "\(file.name): \(file.why)")
        #expect(try held(laptop).map(\.hash) == before, "\(file.name)")
      } catch {
        #expect(file.verdict == .reject, "\(file.name): \(error)")
        #expect(try held(laptop).map(\.hash) == before, "\(file.name)")
      }
    }
    #expect(try laptop.store.checkup().allSatisfy(\.problems.isEmpty))
  }

  @Test func `a zero in a name or a command is refused, also of what would wait, and leaves the store exportable`()
    throws
  {
    let laptop = try Laptop(seed: 3)
    _ = try laptop.create("organisation", ["name": "Acme"])
    let before = try held(laptop).map(\.hash)
    let incarnation = Incarnation(RowID(high: 5, low: 5))
    let person = Subject(kind: "person", id: RowID(high: 5, low: 6))
    let changes = [
      Change(Subject(kind: "per\u{0}son", id: person.id), "name", .set(.string("x"))),
      Change(person, "na\u{0}me", .set(.string("x"))),
    ]
    for (number, change) in changes.enumerated() {
      for first in [1, 7] {
        let forged = transaction(
          incarnation, first: first, previous: first == 1 ? nil : ChainHash(repeatElement(5, count: 32)), [change])
        let path = try write([forged], to: laptop.path("zero\(number)-\(first)"))
        #expect(throws: StoreError.self) { try laptop.take(path, consent: .yes) }
        #expect(try held(laptop).map(\.hash) == before)
      }
    }
    #expect(try laptop.store.checkup().allSatisfy(\.problems.isEmpty))
  }

  @Test func `a history forged under somebody else's incarnation shows as a fork and hides nothing`() throws {
    let laptop = try Laptop(seed: 2)
    let desktop = try Laptop(seed: 3, name: "desktop")
    let acme = try laptop.create("organisation", ["name": "Acme"])
    let real = try laptop.export("real.afterword")
    let incarnation = try held(laptop)[0].incarnation
    let lie = transaction(incarnation, [Change(acme, "name", .set(.string("Forged")))])
    try desktop.take(try write([lie], to: desktop.path("lie.afterword")))
    try desktop.take(real)
    #expect(try desktop.store.read { $0.streams.streams(of: incarnation).count } == 2)
    #expect(try desktop.store.conflicts().count == 1)
    try laptop.take(desktop.path("lie.afterword"))
    #expect(try laptop.view() == desktop.view())
    try laptop.set(acme, "sector", "tools")
    try desktop.take(try laptop.export("next.afterword"))
    #expect(try laptop.view() == desktop.view())
    #expect(try laptop.store.checkup().allSatisfy(\.problems.isEmpty))
  }

  @Test func `a change that follows on what nobody wrote waits for ever and is named`() throws {
    let laptop = try Laptop(seed: 4)
    let acme = try laptop.create("organisation", ["name": "Acme"])
    let real = try held(laptop)[0]
    let unknown = try #require(ChainHash(repeatElement(7, count: 32)))
    let forged = transaction(
      real.incarnation, first: 1_000_000, previous: unknown, [Change(acme, "name", .set(.string("Forged")))])
    let before = try laptop.view()
    #expect(try laptop.take(try write([forged], to: laptop.path("a.afterword"))).waiting == 1)
    #expect(try laptop.view() == before)
    try laptop.set(acme, "name", "Acme Ltd")
    #expect(try laptop.view().joined().contains("Acme Ltd"))
  }

  @Test(arguments: [32_503_680_000_000, 9_007_199_254_740_991, -1])
  func `a clock of any year holds nothing up`(wall: Int) throws {
    let laptop = try Laptop(seed: 5)
    let acme = try laptop.create("organisation", ["name": "Acme"])
    let stranger = Incarnation(RowID(high: 1, low: 5))
    let edit = transaction(
      stranger, context: [try held(laptop)[0].tip], wall: wall, [Change(acme, "name", .set(.string("Later")))])
    try laptop.take(try write([edit], to: laptop.path("a.afterword")))
    try laptop.set(acme, "name", "Now")
    #expect(try laptop.view().joined().contains("Now"))
    #expect(try laptop.store.conflicts().isEmpty)
    #expect(try held(laptop).filter { $0.incarnation != stranger }.allSatisfy { $0.wall < 1_800_000_000_000 })
  }

  @Test func `deletes of everything ask first, and are undone by one command each`() throws {
    let laptop = try Laptop(seed: 6)
    var changes: [Change] = []
    for number in 0..<30 {
      let row = try laptop.create("organisation", ["name": "Acme \(number)"])
      changes.append(Change(row, ReservedField.presence, .delete))
    }
    let before = try laptop.view()
    let tip = try #require(try held(laptop).last).tip
    let forged = transaction(Incarnation(RowID(high: 1, low: 6)), context: [tip], changes)
    let path = try write([forged], to: laptop.path("a.afterword"))
    #expect(throws: ImportStop.self) { try laptop.take(path, consent: .ask) }
    #expect(try laptop.view() == before)
    try laptop.take(path, consent: .yes)
    #expect(try laptop.view().allSatisfy { !$0.contains("organisation") })
    _ = try laptop.store.undo(try #require(try laptop.store.read { try $0.streams.locate(forged.tip)?.transaction }))
    #expect(try laptop.view() == before)
  }

  @Test func `no name in a bundle becomes a file`() throws {
    let laptop = try Laptop(seed: 7)
    let shared = try SharedFolder()
    let row = Subject(kind: "organisation", id: RowID(high: 1, low: 7))
    let document = Subject(kind: "document", id: RowID(high: 1, low: 8))
    let changes = [
      Change(row, "name", .set(.string("../../../escaped"))),
      Change(document, "path", .set(.string("/tmp/escaped-\(laptop.folder.suffix(8))"))),
      Change(document, "content", .set(.bytes(Array("text".utf8)))),
    ]
    let forged = transaction(Incarnation(RowID(high: 1, low: 9)), changes)
    try laptop.take(try write([forged], to: laptop.path("a.afterword")))
    let before = try FileManager.default.subpathsOfDirectory(atPath: laptop.folder).sorted()
    try laptop.sync(shared.path)
    let after = try FileManager.default.subpathsOfDirectory(atPath: laptop.folder).filter { !$0.hasSuffix(".sync") }
    #expect(after.filter { !$0.hasSuffix(".lock") }.sorted() == before.filter { !$0.hasSuffix(".lock") })
    #expect(shared.names.count == 1 && shared.names.allSatisfy { !$0.contains("escaped") })
    #expect(!FileManager.default.fileExists(atPath: "/tmp/escaped-\(laptop.folder.suffix(8))"))
  }
}
