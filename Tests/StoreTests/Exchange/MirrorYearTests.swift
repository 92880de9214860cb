import Foundation
import Merge
import Model
import SeededNumbers
import Testing

@testable import Store

/// A year of edits on both sides of a mirror: nothing is doubled, nothing lost, and what did not change is not written.
@Suite struct MirrorYearTests {
  private static let fields: [(field: String, property: String)] = [
    ("name", "FN"), ("title", "TITLE"), ("email", "EMAIL"), ("phone", "TEL"), ("address", "ADR"), ("profile", "URL"),
    ("language", "LANG"), ("time_zone", "TZ"), ("notes", "NOTE"), ("organisation", "ORG"),
  ]

  /// A text that a field can hold, and how a card writes it.
  private func value(_ field: String, _ random: inout SplitMix) -> (here: String, there: String) {
    let number = Int.random(in: 0..<1_000_000, using: &random)
    switch field {
    case "email": return ("a\(number)@firm.example", "a\(number)@firm.example")
    case "phone": return ("+44 20 \(number)", "+44 20 \(number)")
    case "profile": return ("https://firm.example/\(number)", "https://firm.example/\(number)")
    case "time_zone": return ("Area/Place_\(number)", "Area/Place_\(number)")
    case "language": return ("de", "de")
    case "address": return ("Straße \(number)\n10\(number) Köln", ";;Straße \(number);Köln;;10\(number);")
    case "notes": return ("Über \(number),\nzweite; Zeile", "Über \(number)\\,\\nzweite\\; Zeile")
    case "organisation": return ("Firm \(number)", "Firm \(number);Unit")
    default: return ("Wörd \(number) \\ end", "Wörd \(number) \\\\ end")
    }
  }

  private final class Year {
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

  @Test(arguments: [UInt64(1), 2]) func `what one side changed the other has, and what both did is asked`(
    seed: UInt64
  ) throws {
    let year = try Year(seed: seed)
    let (store, book) = (year.laptop.store, year.book)
    #expect(try year.mirror().cardsWritten == 6)
    for week in 0..<52 {
      var expected: [(field: String, id: RowID, property: String, here: String, there: String)] = []
      var both: [(field: String, id: RowID, here: String, there: String)] = []
      var touched: Set<String> = []
      for _ in 0..<Int.random(in: 0...4, using: &year.random) {
        let id = try #require(year.people.randomElement(using: &year.random))
        let (field, property) = try #require(Self.fields.randomElement(using: &year.random))
        guard touched.insert("\(id) \(field)").inserted else { continue }
        let (one, other) = (value(field, &year.random), value(field, &year.random))
        let isHere = Bool.random(using: &year.random)
        if isHere {
          try year.set(field, one.here, id)
        } else {
          try book.set(property, one.there, year.file(id), &year.random)
        }
        if Int.random(in: 0..<6, using: &year.random) == 0, field != "language", one.here != other.here {
          if isHere {
            try book.set(property, other.there, year.file(id), &year.random)
          } else {
            try year.set(field, other.here, id)
          }
          both.append((field, id, isHere ? one.here : other.here, isHere ? other.here : one.here))
        } else {
          expected.append((field, id, property, one.here, one.there))
        }
      }
      let report = try year.mirror()
      #expect(report.conflicts == both.count, "seed \(seed), week \(week): \(both) \(report)")
      #expect(report.problems.isEmpty && report.deletions.isEmpty, "seed \(seed), week \(week): \(report)")
      for (field, id, property, here, there) in expected {
        #expect(try year.shown(field, id) == here, "seed \(seed), week \(week): \(field)")
        let line = try #require(book.value(property, year.file(id)), "seed \(seed), week \(week): \(property)")
        let isSame = line == there || field == "address" || field == "organisation" && there.hasPrefix(line)
        #expect(isSame, "seed \(seed), week \(week): \(line) for \(there)")
      }
      let open = try store.openConflicts()
      #expect(open.count == both.count, "seed \(seed), week \(week)")
      for (field, id, here, there) in both {
        let conflict = try #require(open.first { $0.subject.id == id && $0.field == field }, "seed \(seed): \(field)")
        let told = "\(conflict.answers.map(\.text)) \(conflict.passages)"
        #expect(told.contains("address book") || conflict.answers.contains { $0.author?.machine == "address book" })
        if field != "notes" {
          #expect(Set(conflict.answers.map(\.text)) == [here, there], "seed \(seed), week \(week): \(told)")
        }
        // The answer is what the folder has next.
        try year.set(field, Bool.random(using: &year.random) ? here : there, id)
      }
      if !both.isEmpty { _ = try year.mirror() }
      let before = book.files("contacts").map { book.text("contacts/" + $0) }
      let again = try year.mirror()
      #expect(again.isNothing, "seed \(seed), week \(week): \(again)")
      #expect(book.files("contacts").map { book.text("contacts/" + $0) } == before)
      #expect(book.lost.isEmpty, "seed \(seed), week \(week): \(book.lost)")
      #expect(try book.files("contacts").count == 6 && store.all(Person.self).count == 6)
    }
    for id in year.people {
      #expect(book.value("UID", year.file(id))?.hasPrefix("urn:uuid:") == true)
      for (field, property) in Self.fields where field != "address" && field != "organisation" && field != "notes" {
        let line = book.value(property, year.file(id))?.replacing("\\\\", with: "\\")
        #expect(try year.shown(field, id) == line, "seed \(seed): \(field)")
      }
    }
  }

  @Test(arguments: [UInt64(1), 2, 3]) func `addresses, numbers and tags come together from both sides`(seed: UInt64)
    throws
  {
    let year = try Year(seed: seed)
    let book = year.book
    _ = try year.mirror()
    let id = year.people[0]
    var expected: Set<String> = ["private0@mail.example"]
    for week in 0..<20 {
      let (here, there) = ("here\(week)@mail.example", "there\(week)@mail.example")
      let old = try #require(try year.laptop.store.one(Person.self, id))
      var new = old
      new.otherEmails.insert(here)
      expected.formUnion([here, there])
      if let gone = expected.randomElement(using: &year.random), week % 3 == 0, old.otherEmails.contains(gone) {
        new.otherEmails.remove(gone)
        expected.remove(gone)
      }
      try year.laptop.store.save("set", [RowEdit(old: old, new: new)])
      var lines = book.lines(year.file(id))
      lines.insert("item\(week).EMAIL;TYPE=home:\(there)", at: lines.count - 1)
      if week % 4 == 1, let gone = lines.firstIndex(where: { $0.contains("EMAIL:here") }) {
        expected.remove(String(lines[gone].dropFirst(6)))
        lines.remove(at: gone)
      }
      try book.write(lines.joined(separator: "\r\n") + "\r\n", year.file(id))
      let report = try year.mirror()
      #expect(report.conflicts == 0, "seed \(seed), week \(week)")
      let person = try #require(try year.laptop.store.one(Person.self, id))
      #expect(person.email == "p0@firm.example" && person.otherEmails == expected, "seed \(seed), week \(week)")
      let written = Set(
        book.lines(year.file(id)).filter { $0.contains("EMAIL") }.compactMap { $0.split(separator: ":").last })
      #expect(written == Set(expected.map { $0[...] }).union(["p0@firm.example"]), "seed \(seed), week \(week)")
      #expect(try year.mirror().isNothing)
    }
  }

  @Test func `what was deleted on one side is asked, left, deleted there too, or written anew`() throws {
    let year = try Year(seed: 9)
    let (store, book) = (year.laptop.store, year.book)
    _ = try year.mirror()
    try book.delete(year.file(year.people[0]))
    _ = try store.delete(store.askDelete("person 1"), command: "delete")
    let left = try year.mirror()
    #expect(Set(left.deletions.map(\.side)) == [.here, .there] && left.isNothing, "\(left)")
    #expect(try store.all(Person.self).count == 5 && book.files("contacts").count == 5)
    _ = try year.mirror { $0.asks = { _ in false } }
    #expect(book.files("contacts").contains("\(year.people[0]).vcf"))
    try book.delete(year.file(year.people[0]))
    let gone = try year.mirror { $0.asks = { $0.count == 2 } }
    #expect(gone.removed == 2, "\(gone)")
    #expect(try store.all(Person.self).count == 4 && book.files("contacts").count == 4)
    #expect(try year.mirror().isNothing)
    // Undone, they are people with a card again.
    _ = try store.undo(try #require(gone.receipt).number)
    #expect(try year.mirror().cardsWritten == 1)
  }

  @Test func `a folder that is gone, emptied or read by halves changes nothing`() throws {
    let year = try Year(seed: 10)
    let (store, book) = (year.laptop.store, year.book)
    _ = try year.mirror()
    let away = year.laptop.folder + "/away"
    try FileManager.default.moveItem(atPath: book.folder, toPath: away)
    #expect(throws: MirrorTrouble.vanished(book.folder + "/contacts", 6)) { try year.mirror() }
    try FileManager.default.createDirectory(atPath: book.folder + "/contacts", withIntermediateDirectories: true)
    #expect(throws: MirrorTrouble.vanished(book.folder + "/contacts", 6)) { try year.mirror() }
    try FileManager.default.removeItem(atPath: book.folder)
    try FileManager.default.moveItem(atPath: away, toPath: book.folder)
    #expect(try year.mirror().isNothing)
    // A card that somebody broke may be anybody's.
    try book.write("BEGIN:VCARD\nVERSION:4.0\n", year.file(year.people[2]))
    let broken = try year.mirror()
    #expect(broken.problems.count == 1 && broken.deletions.isEmpty && broken.isNothing, "\(broken)")
    #expect(try store.all(Person.self).count == 6)
    try book.write(book.text(year.file(year.people[3])), year.file(year.people[2]))
    let doubled = try year.mirror()
    #expect(doubled.problems.count == 1 && doubled.deletions.isEmpty && doubled.isNothing, "\(doubled)")
    try book.delete(year.file(year.people[2]))
    #expect(try year.mirror().deletions.map(\.side) == [.there])
    #expect(try year.mirror { $0.isAnew = true }.cardsWritten == 1)
  }

  @Test func `cards of other programs are met by their addresses, all else is left`() throws {
    let year = try Year(seed: 11)
    let (store, book) = (year.laptop.store, year.book)
    try FileManager.default.createDirectory(atPath: book.folder + "/contacts", withIntermediateDirectories: true)
    let card =
      "BEGIN:VCARD\nVERSION:3.0\nUID:abc-1\nFN:Person Zero\nN:Zero;Person;;;\nTITLE:Boss\nEMAIL;TYPE=work:P0@firm.example\nPHOTO;ENCODING=b:\(String(repeating: "QUJD", count: 30_000))\nEND:VCARD\n"
    try book.write(card, "contacts/zero.vcf")
    let mum = "BEGIN:VCARD\nVERSION:3.0\nUID:abc-2\nFN:Mum\nN:;Mum;;;\nTEL:1\nEND:VCARD\n"
    try book.write(mum, "contacts/mum.vcf")
    try book.write("BEGIN:VCARD\nVERSION:2.1\nFN:Old\nEND:VCARD\n", "contacts/old.vcf")
    try FileManager.default.createSymbolicLink(
      atPath: book.folder + "/contacts/link.vcf", withDestinationPath: "/etc/passwd")
    let report = try year.mirror()
    #expect(report.cardsWritten == 6 && report.foreignCards == 1 && report.problems.count == 2, "\(report)")
    #expect(report.differing == ["name of Person 0"] || report.differing.count == 2, "\(report)")
    #expect(try year.shown("title", year.people[0]) == "Boss")
    #expect(book.text("contacts/mum.vcf") == mum && book.text("contacts/zero.vcf").contains("QUJDQUJD"))
    #expect(book.files("contacts").count == 9)
    #expect(try year.mirror().isNothing)
    let more = try year.mirror { $0.takesNewPeople = true }
    #expect(more.newPeople == 1 && more.foreignCards == 0)
    #expect(try store.all(Person.self).contains { $0.name == "Mum" && $0.phone == "1" })
    #expect(try year.mirror().isNothing && book.text("contacts/mum.vcf") == mum)
  }

  @Test func `a store restored to before is told what the folder has, not the other way round`() throws {
    let year = try Year(seed: 12)
    _ = try year.mirror()
    var random = SplitMix(seed: 12)
    try year.book.set("TITLE", "Head", year.file(year.people[0]), &random)
    let taken = try year.mirror()
    #expect(try year.shown("title", year.people[0]) == "Head")
    _ = try year.laptop.store.undo(try #require(taken.receipt).number)
    #expect(try year.shown("title", year.people[0]) == nil)
    #expect(try year.mirror().cardsWritten == 1)
    #expect(year.book.value("TITLE", year.file(year.people[0])) == nil)
  }
}
