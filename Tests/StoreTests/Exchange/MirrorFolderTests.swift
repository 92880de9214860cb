import Foundation
import Merge
import Model
import SeededNumbers
import Testing

@testable import Store

/// What a mirror does where something is missing, broken or somebody else's.
@Suite struct MirrorFolderTests {
  @Test func `what was deleted on one side is asked, left, deleted there too, or written anew`() throws {
    let year = try MirroredYear(seed: 9)
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
    let year = try MirroredYear(seed: 10)
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
    let year = try MirroredYear(seed: 11)
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
    let year = try MirroredYear(seed: 12)
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
