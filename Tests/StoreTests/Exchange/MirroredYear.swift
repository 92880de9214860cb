import Foundation
import Merge
import Model
import SeededNumbers
import Testing

@testable import Store

/// A store with six people and the folder that it is mirrored into.
final class MirroredYear {
  let laptop: Laptop
  let book: AddressBook
  var random: SplitMix
  var people: [RowID] = []

  init(seed: UInt64) throws {
    laptop = try Laptop(seed: seed)
    book = AddressBook(laptop.folder + "/mirror")
    random = SplitMix(seed: seed)
    laptop.store.today = Day(number: 20_500)
    for number in 0..<6 {
      var person = Person(id: laptop.store.environment.freshID())
      (person.name, person.email) = ("Person \(number)", "p\(number)@firm.example")
      if number % 2 == 0 { person.otherEmails = ["private\(number)@mail.example"] }
      person.tags = number % 3 == 0 ? ["warm"] : []
      try laptop.store.save("add", [RowEdit(new: person)])
      people.append(person.id)
    }
  }

  func mirror(_ change: (inout MirrorOptions) -> Void = { _ in }) throws -> MirrorReport {
    var options = MirrorOptions()
    change(&options)
    return try laptop.store.mirror(book.folder, options)
  }

  func file(_ id: RowID) -> String { "contacts/\(id).vcf" }

  /// What the store shows, as text.
  func shown(_ field: String, _ id: RowID) throws -> String? {
    let person = try #require(try laptop.store.one(Person.self, id))
    if field == "organisation" {
      return try person.organisation.flatMap { try laptop.store.one(Organisation.self, $0)?.name }
    }
    switch person[field: field] {
    case .text(let text): return text
    case .value(.string(let text)): return text
    default: return nil
    }
  }

  /// An edit here that saw everything.
  func set(_ field: String, _ text: String, _ id: RowID) throws {
    let store = laptop.store
    let info = try #require(Registry.kind(Person.kind)?.field(field))
    var content = FieldContent.value(.string(text))
    if field == "notes" { content = .text(text) }
    if field == "organisation" {
      let firm = try store.all(Organisation.self).first { $0.name == text }?.subject
      let row = try firm ?? store.create(Organisation.kind, ["name": text])
      content = .value(.reference(row))
    }
    let snapshot = try #require(try store.snapshot(Subject(kind: Person.kind, id: id)))
    _ = try store.write { door in
      try door.apply("set", Edits(session: door.session).edit(snapshot, info, content))
    }
  }
}
