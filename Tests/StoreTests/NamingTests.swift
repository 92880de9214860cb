import Merge
import Model
import Testing

@testable import Store

@Suite struct NamingTests {
  private let laptop: Laptop
  private let acme: Subject
  private let dana: Subject

  init() throws {
    laptop = try Laptop(seed: 11)
    acme = try laptop.create("organisation", ["name": "Acme Robotics"])
    dana = try laptop.create("person", ["name": "Dana Whitfield", "email": "dana@acme.example"])
    _ = try laptop.store.set("dana", [Assignment("organisation=acme")], command: "set")
  }

  private func candidates(_ name: String, kinds: [String] = []) -> [Subject] {
    do {
      return [try laptop.store.resolve(name, kinds: kinds)]
    } catch NamingError.ambiguous(_, let candidates) {
      return candidates.map(\.subject)
    } catch { return [] }
  }

  @Test(arguments: ["acme", "ACME", "robotics acme", "organisation:acme", "company:robo", "Acme Robotics"])
  func `words of a name, in any order and case, name a row`(_ name: String) throws {
    #expect(try laptop.store.resolve(name) == acme)
  }

  @Test func `a member of a joined row is called what the row is, however often it is asked for`() throws {
    let other = try laptop.create("organisation", ["name": "Acme Robotics"])
    _ = try laptop.store.apply(
      "join", [CellWrite(acme, ReservedField.same, .add(other.id.description), shown: .everything)])
    #expect(
      try laptop.store.titles(of: [acme, other, acme, other]) == [acme: "Acme Robotics", other: "Acme Robotics"])
  }

  @Test func `short and whole ids name a row, with or without its kind`() throws {
    for name in [acme.id.short, acme.id.description, String(acme.id.short.prefix(4)), "organisation:\(acme.id.short)"] {
      #expect(try laptop.store.resolve(name) == acme)
    }
  }

  @Test func `a row is named by its context where its own words do not suffice`() throws {
    let other = try laptop.create("person", ["name": "Dana Cho"])
    #expect(Set(candidates("dana")) == [dana, other])
    #expect(candidates("dana acme") == [dana])
    #expect(candidates("dana cho") == [other])
  }

  @Test func `a whole name goes before a part of one`() throws {
    let short = try laptop.create("person", ["name": "Dana"])
    #expect(candidates("dana") == [short])
  }

  @Test func `an interview is named by its organisation and its day`() throws {
    _ = try laptop.store.add(
      try KindName.find("opportunity"), [Assignment("role=Engineer"), Assignment("organisation=acme")], command: "add")
    for day in ["2023-11-20", "2023-11-13"] {
      _ = try laptop.store.add(
        try KindName.find("interview"), [Assignment("opportunity=acme"), Assignment("start=\(day)")], command: "add")
    }
    #expect(candidates("interview:acme").count == 2)
    #expect(candidates("interview:acme 20 nov").count == 1)
    #expect(candidates("acme") == [acme])
  }

  @Test func `names with accents are found without`() throws {
    let zoe = try laptop.create("person", ["name": "Zoë Müller"])
    #expect(candidates("zoe muller") == [zoe])
    #expect(candidates("ZOË") == [zoe])
  }

  @Test func `a misspelt name is answered with the nearest`() throws {
    #expect(throws: NamingError.self) { try laptop.store.resolve("acne") }
    do { _ = try laptop.store.resolve("acne") } catch NamingError.notFound(_, let nearest) {
      #expect(nearest == "acme")
    }
  }

  @Test func `no name, however odd, does harm`() throws {
    for name in ["", ":", "person:", "%", "' OR 1=1 --", "\u{0}", "🙂", String(repeating: "a", count: 10_000), "----"] {
      #expect(throws: NamingError.self) { try laptop.store.resolve(name) }
    }
  }

  @Test func `a joined row answers to each member's id with the one that stands for both`() throws {
    let twin = try laptop.create("organisation", ["name": "ACME Ltd"])
    _ = try laptop.store.join(acme.id.short, twin.id.short)
    let canonical = min(acme, twin)
    for name in [acme.id.short, twin.id.short] { #expect(try laptop.store.resolve(name) == canonical) }
  }

  @Test func `the distance between words counts slips`() {
    let cases = [
      ("acme", "acme", 0), ("acne", "acme", 1), ("amce", "acme", 1), ("", "abc", 3), ("kitten", "sitting", 3),
    ]
    for (left, right, expected) in cases {
      #expect(Suggestion.distance(Array(left.unicodeScalars), Array(right.unicodeScalars)) == expected)
    }
  }
}
