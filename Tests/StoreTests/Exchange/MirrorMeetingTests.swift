import Foundation
import Merge
import Model
import SeededNumbers
import Testing

@testable import Store

/// A folder that is met with nothing remembered of it, whole or in part: nothing is doubled, overwritten or brought back.
@Suite struct MirrorMeetingTests {
  private func card(_ uid: String, _ lines: String...) -> String {
    (["BEGIN:VCARD", "VERSION:3.0", "UID:" + uid] + lines + ["END:VCARD"]).joined(separator: "\n") + "\n"
  }

  private func prepared(_ seed: UInt64) throws -> MirroredYear {
    let year = try MirroredYear(seed: seed)
    try FileManager.default.createDirectory(atPath: year.book.folder + "/contacts", withIntermediateDirectories: true)
    return year
  }

  /// What a folder says, and who is in a store.
  private func state(_ book: AddressBook, _ store: Store) throws -> [String] {
    try book.files("contacts").map { book.text("contacts/" + $0) } + store.all(Person.self).map { "\($0)" }.sorted()
  }

  @Test(arguments: [UInt64(21), 22]) func `another machine of the owner's finds the folder as it is`(seed: UInt64)
    throws
  {
    let year = try prepared(seed)
    let book = year.book
    try book.write(card("abc-1", "FN:Mum", "N:;Mum;;;", "TEL:1"), "contacts/mum.vcf")
    try book.write(card("abc-2", "FN:P", "EMAIL:P1@firm.example", "BDAY:1970-01-01"), "contacts/one.vcf")
    _ = try year.mirror { $0.takesNewPeople = true }
    try year.set("organisation", "Firm", year.people[2])
    try year.set("notes", "one\ntwo", year.people[2])
    _ = try year.mirror()
    let desktop = try Laptop(seed: seed + 100, name: "desktop")
    _ = try desktop.receive(year.laptop)
    desktop.store.today = year.laptop.store.today
    let before = try state(book, desktop.store)
    for takesNew in [false, true] {
      var options = MirrorOptions()
      options.takesNewPeople = takesNew
      let report = try desktop.store.mirror(book.folder, options)
      #expect(report.isNothing && report.deletions.isEmpty && report.spareCards.isEmpty, "seed \(seed): \(report)")
      #expect(try state(book, desktop.store) == before, "seed \(seed)")
    }
    // What one of them changes the other's folder has, and there is one of each.
    try book.set("TITLE", "Boss", year.file(year.people[2]), &year.random)
    _ = try desktop.store.mirror(book.folder, MirrorOptions())
    _ = try year.laptop.receive(desktop)
    #expect(try year.mirror().isNothing && year.shown("title", year.people[2]) == "Boss")
    #expect(try year.laptop.store.all(Person.self).count == 7)
  }

  @Test func `a run stopped after new people were taken doubles nobody`() throws {
    for step in [MirrorStep.file, .remember] {
      let year = try prepared(23)
      let book = year.book
      try book.write(card("abc-1", "FN:Mum", "N:;Mum;;;", "TEL:1"), "contacts/mum.vcf")
      try book.write(card("abc-2", "FN:Dad", "ORG:Home", "TEL:2"), "contacts/dad.vcf")
      _ = try? year.mirror { options in
        options.takesNewPeople = true
        options.begins = { if $0 == step { throw CocoaError(.userCancelled) } }
      }
      _ = try year.mirror { $0.takesNewPeople = true }
      #expect(try year.laptop.store.all(Person.self).count == 8, "\(step)")
      #expect(book.files("contacts").count == 8, "\(step)")
      #expect(try year.mirror { $0.takesNewPeople = true }.isNothing, "\(step)")
    }
  }

  @Test func `what a store that was restored no longer knows is asked about, not written over`() throws {
    let year = try prepared(24)
    let (book, id) = (year.book, year.people[0])
    try year.set("title", "Engineer", id)
    try year.set("phone", "1", id)
    _ = try year.mirror()
    let restored = try Laptop(seed: 25)
    _ = try restored.receive(year.laptop)
    restored.store.today = year.laptop.store.today
    try year.set("title", "Head", id)
    try book.set("NOTE", "only there", year.file(id), &year.random)
    _ = try year.mirror()
    _ = try restored.store.mirror(book.folder, MirrorOptions())
    #expect(book.value("TITLE", year.file(id)) == "Head")
    #expect(try restored.store.one(Person.self, id)?.notes == "only there")
    let open = try restored.store.openConflicts()
    #expect(open.map(\.field) == ["title"] && Set(open[0].answers.map(\.text)) == ["Engineer", "Head"])
    // What was said here once and replaced is no change.
    let snapshot = try #require(try restored.store.snapshot(Subject(kind: Person.kind, id: id)))
    let field = try #require(Registry.kind(Person.kind)?.field("title"))
    _ = try restored.store.write { door in
      try door.apply("set", Edits(session: door.session).edit(snapshot, field, .value(.string("Boss"))))
    }
    try restored.set(Subject(kind: Person.kind, id: id), "phone", "2")
    _ = try restored.store.mirror(book.folder, MirrorOptions())
    #expect(book.value("TEL", year.file(id)) == "2" && book.value("TITLE", year.file(id)) == "Boss")
  }

  @Test func `new people are nobody's double, and who was forgotten stays so`() throws {
    let year = try prepared(26)
    let (store, book) = (year.laptop.store, year.book)
    _ = try year.mirror()
    try book.write(card("abc-1", "FN:P Zero", "EMAIL:p0@firm.example"), "contacts/zero.vcf")
    try book.write(card("abc-2", "FN:Person 1"), "contacts/one.vcf")
    try book.write(card("abc-3", "FN:Twin", "EMAIL:twin@x.example"), "contacts/twin.vcf")
    try book.write(card("abc-4", "FN:Twin B", "EMAIL:twin@x.example"), "contacts/twin2.vcf")
    let report = try year.mirror { $0.takesNewPeople = true }
    #expect(report.newPeople == 1 && report.spareCards.count == 2, "\(report)")
    #expect(try store.all(Person.self).count == 7)
    #expect(try year.mirror { $0.takesNewPeople = true }.isNothing)
    let twin = try #require(try store.all(Person.self).first { $0.name == "Twin" })
    _ = try store.delete(store.askDelete("Twin"), command: "delete")
    for isAnew in [false, true] {
      let again = try year.mirror {
        ($0.takesNewPeople, $0.isAnew) = (true, isAnew)
      }
      #expect(again.newPeople <= 1, "\(again)")
      #expect(try store.one(Person.self, twin.id) == nil)
    }
  }

  @Test func `a card that holds more than the person did is never deleted with them`() throws {
    let year = try prepared(27)
    let (store, book) = (year.laptop.store, year.book)
    try book.write(card("abc-1", "FN:P", "EMAIL:p1@firm.example"), "contacts/one.vcf")
    _ = try year.mirror()
    let photo = year.file(year.people[0])
    try book.write(
      book.lines(photo).dropLast().joined(separator: "\n") + "\nPHOTO:data:image/png;base64,AAAA\nEND:VCARD\n", photo)
    _ = try year.mirror()
    try book.set("TITLE", "changed", year.file(year.people[2]), &year.random)
    for number in 0..<4 { _ = try store.delete(store.askDelete("person \(number)"), command: "delete") }
    let report = try year.mirror { $0.asks = { $0.count == 1 } }
    #expect(report.removed == 1 && report.keptCards.count == 2, "\(report)")
    #expect(book.files("contacts").count == 5)
    #expect(try year.mirror().keptCards.count == 2)
    // And who was changed here is not deleted with their card.
    try year.set("title", "changed", year.people[4])
    try book.delete(year.file(year.people[4]))
    #expect(try year.mirror { $0.asks = { _ in true } }.removed == 0)
    #expect(book.value("TITLE", year.file(year.people[4])) == "changed")
  }

  @Test(arguments: ["NOTE:\u{FF}", "NOTE;ENCODING=b:AAAA", "NOTE;ENCODING=QUOTED-PRINTABLE:=C3=BC"])
  func `what cannot be read is neither cleared nor written over`(line: String) throws {
    let year = try prepared(28)
    let (book, id) = (year.book, year.people[0])
    try year.set("notes", "kept", id)
    _ = try year.mirror()
    var bytes = Array(book.text(year.file(id)).utf8)
    let place = try #require(book.text(year.file(id)).range(of: "NOTE:kept"))
    let start = book.text(year.file(id)).utf8.distance(
      from: book.text(year.file(id)).startIndex, to: place.lowerBound)
    let own = line == "NOTE:\u{FF}" ? Array("NOTE:".utf8) + [0xFF] : Array(line.utf8)
    bytes.replaceSubrange(start..<start + 9, with: own)
    try Data(bytes).write(to: URL(fileURLWithPath: book.folder + "/" + year.file(id)))
    try year.set("title", "Head", id)
    let report = try year.mirror()
    #expect(try year.shown("notes", id) == "kept" && report.problems.count == 1, "\(report)")
    let after = try #require(FileManager.default.contents(atPath: book.folder + "/" + year.file(id)))
    #expect(after.range(of: Data(own)) != nil && after.range(of: Data("TITLE:Head".utf8)) != nil)
    try year.set("notes", "changed", id)
    #expect(try year.mirror().cardsWritten == 0 && year.shown("notes", id) == "changed")
  }

  @Test func `long notes go both ways`() throws {
    let year = try prepared(29)
    let (book, id) = (year.book, year.people[0])
    let long = String(repeating: "word, ", count: 40_000) + "end"
    try year.set("notes", long, id)
    _ = try year.mirror()
    try book.set("NOTE", try #require(book.value("NOTE", year.file(id))) + " more", year.file(id), &year.random)
    _ = try year.mirror()
    #expect(try year.shown("notes", id) == long + " more")
    #expect(try year.mirror().isNothing)
  }

  @Test func `who has no name gets none from their card`() throws {
    let year = try prepared(30)
    let (store, book) = (year.laptop.store, year.book)
    let nameless = try ["a@x.example", nil].map { email in
      var person = Person(id: store.environment.freshID())
      (person.email, person.title) = (email, "Boss")
      try store.save("add", [RowEdit(new: person)])
      return person.id
    }
    _ = try year.mirror()
    #expect(try year.mirror().isNothing)
    let old = try #require(try store.one(Person.self, nameless[0]))
    var new = old
    new.email = "b@x.example"
    try store.save("set", [RowEdit(old: old, new: new)])
    _ = try year.mirror()
    #expect(book.value("FN", year.file(nameless[0])) == "b@x.example")
    #expect(try year.mirror().isNothing)
    for id in nameless { #expect(try store.one(Person.self, id)?.name == nil) }
    // A name given there comes in; one that changes keeps what else its card says of it.
    try book.set("FN", "Ann Lee", year.file(nameless[0]), &year.random)
    try book.set("N", "Lee;Ann;Marie;Dr.;PhD", year.file(nameless[0]), &year.random)
    _ = try year.mirror()
    #expect(try store.one(Person.self, nameless[0])?.name == "Ann Lee")
    try year.set("name", "Ann Roy", nameless[0])
    _ = try year.mirror()
    #expect(book.value("N", year.file(nameless[0])) == "Roy;Ann;Marie;Dr.;PhD")
  }

  @Test func `two files of one identity, and a file of another's name, are left`() throws {
    let year = try prepared(31)
    let book = year.book
    _ = try year.mirror()
    try book.write(book.text(year.file(year.people[0])), "contacts/copy.vcf")
    let before = book.files("contacts").map { book.text("contacts/" + $0) }
    for isAnew in [false, true] {
      let report = try year.mirror { $0.isAnew = isAnew }
      #expect(report.cardsWritten == 0 && report.problems.count == 1 && report.deletions.isEmpty, "\(report)")
    }
    #expect(book.files("contacts").map { book.text("contacts/" + $0) } == before)
    try book.delete("contacts/copy.vcf")
    try book.delete(year.file(year.people[1]))
    try book.write(card("abc-9", "FN:Somebody"), year.file(year.people[1]))
    let other = try year.mirror { $0.asks = { _ in false } }
    #expect(other.cardsWritten == 1 && !other.isIncomplete, "\(other)")
    #expect(try year.mirror().isNothing && book.files("contacts").count == 7)
  }

  @Test func `the second card of somebody who is forgotten makes them not anew`() throws {
    let year = try prepared(31)
    let book = year.book
    _ = try year.mirror()
    try book.write(card("abc-9", "FN:Person 1", "EMAIL:p1@firm.example"), "contacts/second.vcf")
    #expect(try year.mirror().spareCards == ["second.vcf"])
    try Canary.forget(year.laptop, year.people[1].description)
    for _ in 0..<2 {
      let report = try year.mirror {
        $0.takesNewPeople = true
        $0.asks = { _ in true }
      }
      #expect(report.newPeople == 0 && report.foreignCards == 0, "\(report)")
    }
    #expect(try year.laptop.store.all(Person.self).count == 5)
    #expect(book.files("contacts").contains("second.vcf"))
  }
}
