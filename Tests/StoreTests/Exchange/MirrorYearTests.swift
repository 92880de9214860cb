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

  @Test(arguments: [UInt64(1), 2]) func `what one side changed the other has, and what both did is asked`(
    seed: UInt64
  ) throws {
    let year = try MirroredYear(seed: seed)
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
    let year = try MirroredYear(seed: seed)
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
}
