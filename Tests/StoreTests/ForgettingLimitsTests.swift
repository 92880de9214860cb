import BundleFile
import Foundation
import Merge
import Model
import SeededNumbers
import Testing

@testable import Store

/// What forgetting asks of bundles and backups, and what it does with much.
@Suite struct ForgettingLimitsTests {
  private func holds(_ word: String, _ store: Store) -> Bool {
    ["", "-wal"].contains { suffix in
      let data = FileManager.default.contents(atPath: store.path + suffix) ?? Data()
      return String(decoding: data, as: UTF8.self).contains(word)
    }
  }

  @Test func `an older backup brings back neither what was forgotten nor words that somebody named`() throws {
    let laptop = try Laptop(seed: 5)
    let acme = try laptop.create("organisation", ["name": "Acme", "sector": "their codeword is basilisk"])
    let person = try laptop.create("person", ["name": "Zebulon Quillfeather"])
    let other = try laptop.create("organisation", ["name": "Zenith", "sector": "steel"])
    let backup = try laptop.export("old.afterword")
    let question = try laptop.store.askForget(person.id.description, byHand: ["basilisk"])
    #expect(try laptop.store.forget(question))
    #expect(!holds("basilisk", laptop.store) && !holds("Zebulon", laptop.store))
    let environment = laptop.store.environment
    try laptop.store.close()
    let report = try Store.restore(BundleInput(backup), environment)
    #expect(!report.mayHoldForgotten)
    let restored = try Store(environment)
    #expect(!holds("basilisk", restored) && !holds("Zebulon", restored))
    #expect(try restored.checkup().flatMap(\.problems) == [])
    let firms = try restored.all(Organisation.self)
    #expect(firms.first { $0.id == acme.id }?.name == "Acme")
    #expect(firms.first { $0.id == other.id }?.sector == "steel")
    try restored.close()
    try Data("no store".utf8).write(to: URL(fileURLWithPath: environment.storePath))
    #expect(try Store.restore(BundleInput(backup), environment).mayHoldForgotten)
  }

  @Test func `what stands instead is written in as many transactions as it takes`() throws {
    var random = SplitMix(seed: 1)
    let writes = (0..<40).map { number in
      let row = Subject(kind: Document.kind, id: RowID(high: 1, low: UInt64(number)))
      let content = Value.bytes(Array(repeating: 7, count: Int.random(in: 0...900, using: &random)))
      return CellWrite(row, "content", .set(content), shown: .everything)
    }
    let parts = writes.parts(of: 2000)
    #expect(parts.count > 5)
    #expect(parts.flatMap { $0.map(\.subject) } == writes.map(\.subject))
    for part in parts {
      let weight = part.reduce(0) { $0 + Change($1.subject, $1.field, $1.operation).weight }
      #expect(weight <= 2000 || part.count == 1)
    }
    #expect([CellWrite]().parts(of: 2000).isEmpty)
  }

  @Test func `a file that could not be made anew is made so by who writes next, not by who looks`() throws {
    let laptop = try Laptop(seed: 6)
    _ = try laptop.create("organisation", ["name": "Zenith"])
    try laptop.store.alone(ErasedLog.leaveToRebuild)
    let looking = try Store.reading(laptop.store.environment)
    #expect(try looking.isUnpacked())
    try looking.close()
    _ = try laptop.create("organisation", ["name": "Acme"])
    #expect(try !laptop.store.isUnpacked())
  }
}
