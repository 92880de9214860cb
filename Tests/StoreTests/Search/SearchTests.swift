import Foundation
import GRDB
import Merge
import Model
import SeededNumbers
import Testing

@testable import Store

@Suite struct SearchTests {
  @Test func `an opportunity without an organisation stops no search`() throws {
    let laptop = try Laptop(seed: 1)
    let cook = try laptop.create(Opportunity.kind, ["role": "cook"])
    #expect(try laptop.store.find(["cook"], limit: 10).map(\.subject) == [cook])
    try laptop.take("n.txt", "met Dana today about the clerk job, she will ring me")
    #expect(try !laptop.store.find(["dana"], limit: 10).isEmpty)
  }

  @Test func `any row may lack anything that it can lack`() throws {
    let laptop = try Laptop(seed: 2)
    for kind in Registry.kinds {
      guard let field = kind.fields.first(where: { $0.type == .string || $0.type == .text }) else { continue }
      let row = Subject(kind: kind.name, id: laptop.store.environment.freshID())
      let operation: Merge.Operation =
        field.rule == .text ? .text(bases: [], whole: "lonely") : .set(.string("lonely"))
      _ = try laptop.store.apply("add", [CellWrite(row, field.name, operation, shown: .everything)])
      #expect(try laptop.store.find(["lonely"], limit: 100).contains { $0.subject == row }, "\(kind.name)")
    }
  }

  @Test func `equal results stand in the same order on every machine, and a limit cuts them alike`() throws {
    let laptop = try Laptop(seed: 3)
    let desktop = try Laptop(seed: 4, name: "desktop")
    for number in [5, 2, 9, 7, 1, 8] {
      _ = try laptop.create(Organisation.kind, ["name": "Acme \(number % 4)"])
      _ = try desktop.create(Organisation.kind, ["name": "Acme \(number % 3)"])
      _ = try desktop.create(Person.kind, ["name": "Acme \(number % 2)"])
    }
    _ = try laptop.receive(desktop)
    _ = try desktop.receive(laptop)
    for limit in [3, 7, 100] {
      let here = try laptop.store.find(["acme"], limit: limit).map(\.subject)
      #expect(try desktop.store.find(["acme"], limit: limit).map(\.subject) == here)
      #expect(here.count == min(limit, 18))
    }
  }

  @Test func `a slip is answered by the nearest word of the store, which finds something`() throws {
    let laptop = try Laptop(seed: 5)
    _ = try laptop.create(Person.kind, ["name": "Jörg Weiß", "title": "billing Spreadsheets"])
    let store = laptop.store
    for (typed, meant) in [
      (["spredsheets"], "Spreadsheets"), (["biling", "spreadsheets"], "billing spreadsheets"), (["jörk"], "Jörg"),
    ] {
      #expect(try store.find(typed, limit: 1).isEmpty)
      let nearest = try #require(try store.nearestSearch(typed))
      #expect(nearest == meant)
      #expect(try !store.find([nearest], limit: 1).isEmpty)
    }
    #expect(try store.find(["zzz"], limit: 1).isEmpty)
    #expect(try store.nearestSearch(["zzz"]) == nil)
    #expect(try store.nearestSearch(["\"", "x"]) == nil)
  }

  @Test func `a passage is the stretch that matches, on one line, with what matches marked`() throws {
    let laptop = try Laptop(seed: 6)
    let long =
      (0..<60).map { "word\($0)" }.joined(separator: " ") + "\nStraße  in Köln " + String(repeating: "x ", count: 40)
    _ = try laptop.create(Person.kind, ["name": "Dana", "title": long])
    let found = try #require(try laptop.store.find(["koeln", "strasse"], limit: 1).first)
    #expect(found.passage.filter(\.matches).map(\.text) == ["Straße", "Köln"])
    let text = found.passage.map(\.text).joined()
    #expect(text.hasPrefix("…") && text.hasSuffix("…") && text.contains("word59 Straße in Köln x"))
  }

  @Test func `a store whose texts were folded in another way is made anew, and its index is checked`() throws {
    let laptop = try Laptop(seed: 7)
    let dana = try laptop.create(Person.kind, ["name": "Dana Weiß"])
    _ = try laptop.store.find(["dana"], limit: 1)
    #expect(try laptop.store.checkup().allSatisfy(\.problems.isEmpty))
    try laptop.store.alone { try $0.execute(sql: "UPDATE found SET words = 'mallory'") }
    #expect(try !laptop.store.checkup().allSatisfy(\.problems.isEmpty))
    try laptop.store.alone { try Meta.set($0, "kinds", "as an older version wrote it") }
    let reopened = try Store(laptop.store.environment)
    #expect(try reopened.find(["weiss"], limit: 1).map(\.subject) == [dana])
    #expect(try reopened.find(["mallory"], limit: 1).isEmpty)
  }

  @Test func `a search of any length and any characters is answered`() throws {
    let laptop = try Laptop(seed: 8)
    _ = try laptop.create(Person.kind, ["name": "Dana"])
    var random = SplitMix(seed: 12)
    for _ in 0..<300 {
      let scalars = (0..<8).compactMap { _ in
        Bool.random(using: &random)
          ? Unicode.Scalar(UInt32.random(in: 0x00..<0x80, using: &random))
          : Unicode.Scalar(UInt32.random(in: 0x80..<0x11000, using: &random))
      }
      let text = String(String.UnicodeScalarView(scalars))
      do { _ = try laptop.store.find([text], limit: 3) } catch is RequestError {}
      _ = try laptop.store.nearestSearch([text])
    }
    let long = Array(repeating: "dana", count: 3000)
    #expect(try laptop.store.find(long, limit: 1).count == 1)
    #expect(try laptop.store.find([String(repeating: "山", count: 5000)], limit: 1).isEmpty)
    #expect(try laptop.store.find([String(repeating: "a", count: 100_000)], limit: 1).isEmpty)
  }
}
