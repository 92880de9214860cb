import Foundation
import Model
import Testing

@testable import Store

/// What trackers and mailboxes become in the store.
@Suite struct TrackerImportTests {
  @Test func `a row's stage is the search's, and an interview is one that the row names`() throws {
    let laptop = try Laptop(seed: 301)
    _ = try laptop.take(
      "st.csv",
      """
      Company,Role,Stage,Interview date
      Acme,Dev,applied,
      Bolt,Dev,rejected after onsite,2023-11-11
      Corv,Dev,offer,2023-11-12
      Dyne,Dev,withdrawn,2023-11-10
      Esk,Dev,offer accepted,
      Fenn,Dev,ghosted,
      Gorse,Dev,position filled,
      Heath,Dev,interviewing,2023-11-13

      """)
    let stages = try laptop.store.all(Opportunity.self).compactMap(\.stage)
    #expect(Set(stages) == Set(Stage.allCases) && stages.count == 8)
    #expect(try laptop.store.all(Interview.self).count == 4)
    let over = try laptop.store.all(Interview.self).filter { $0.archived == true }
    #expect(over.count == 2, "nobody is thanked for what is over")
  }

  @Test func `every full day of a tracker arrives without one of its own`() throws {
    let laptop = try Laptop(seed: 302)
    let table =
      "Company,Role,Contact,Date,Decision by\nAcme,Dev,Ann Lee,2023-11-10,2023-11-16\nBolt,Dev,Bob Ray,2023-11-11,2023-11-25\n"
    _ = try laptop.take("p1.csv", table)
    func days() throws -> [Day?] {
      try laptop.store.all(Promise.self).map(\.due).sorted { $0?.number ?? 0 < $1?.number ?? 0 }
    }
    #expect(try days() == [Day("2023-11-16"), Day("2023-11-25")])
    #expect(try laptop.store.all(Interview.self).compactMap(\.start?.day).count == 2)
    // Saved again by a program that parts cells otherwise.
    _ = try laptop.take("p1.csv", table.replacing(",", with: ";"))
    #expect(try days() == [Day("2023-11-16"), Day("2023-11-25")])
  }

  private func mail(_ number: Int, _ body: String) -> String {
    "From: Ann Lee <ann\(number)@tide.example>\nTo: s@gmail.com\nSubject: Your application at Tide\nDate: Tue, 14 Nov 2023 18:00:00 +0000\nMessage-ID: <\(number)@tide.example>\n\nDear Sam,\n\n\(body)\n"
  }

  @Test func `a mailbox is read mail by mail, and again only what is new in it`() throws {
    let laptop = try Laptop(seed: 303)
    try FileManager.default.createDirectory(atPath: laptop.folder + "/box", withIntermediateDirectories: true)
    let path = laptop.folder + "/box/Jobs"
    func take(_ mails: [String]) throws -> [NotesImportReport.Outcome] {
      let box = mails.map { "From a@b.c Mon Nov 13 10:00:00 2023\n" + $0 + "\n" }.joined()
      try box.write(toFile: path, atomically: true, encoding: .utf8)
      var problems = [String]()
      let files = NoteFile.files(below: [path]) { problems.append($0 + $1) }
      #expect(problems.isEmpty)
      return try laptop.store.importNotes(files, NotesImportOptions(today: laptop.store.today)).files.map(\.outcome)
    }
    let mails = (1...4).map {
      mail($0, "We will let you know by \($0 + 20) November.\n\nFrom Monday on we are closed.")
    }
    #expect(try take(Array(mails[..<2])) == [.imported, .imported])
    #expect(try take(Array(mails[..<3])) == [.known, .known, .imported])
    #expect(try take(Array(mails[1...])) == [.known, .known, .imported])
    #expect(try laptop.store.all(Document.self).count == 4)
    // Each later word moves what was promised.
    #expect(try laptop.store.all(Promise.self).count == 1)
    // The same mail by itself.
    let alone = try laptop.take("one.eml", mails[0])
    #expect(alone.files.map(\.outcome) == [.known])
  }

  @Test func `the user named in the settings is no contact`() throws {
    let laptop = try Laptop(seed: 304)
    _ = try laptop.store.write { try $0.apply("set", Setting.writes("name", "Sam Doe")) }
    _ = try laptop.take(
      "m.eml",
      mail(1, "It was lovely to meet you. We will let you know by 20 November.").replacing(
        "s@gmail.com", with: "Sam Doe <sam@doe.example>"))
    #expect(try !laptop.store.all(Person.self).contains { $0.name == "Sam Doe" })
  }
}
