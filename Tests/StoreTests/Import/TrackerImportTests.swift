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

  @Test func `the days of applying and of word are the search's, and no interview's`() throws {
    let laptop = try Laptop(seed: 304)
    let heads = [
      "Company,Role,Date Applied,Status,Response Date,Notes", "Firma,Stelle,Beworben am,Status,Absage am,Notizen",
      "Entreprise,Poste,Date de candidature,Statut,Date de réponse,Remarques",
    ]
    for (number, head) in heads.enumerated() {
      _ = try laptop.take(
        "t\(number).csv",
        head
          + "\nAcme\(number),Dev,2023-10-20,rejected,2023-11-09,a phone screen\nBolt\(number),Clerk,2023-10-21,applied,,\n"
      )
    }
    #expect(try laptop.store.all(Interview.self).isEmpty)
    let searches = try laptop.store.all(Opportunity.self)
    #expect(searches.count == 6)
    for search in searches {
      #expect(try search.applied == day(search.stage == .rejected ? "2023-10-20" : "2023-10-21"))
      #expect(try search.closedOn == (search.stage == .rejected ? day("2023-11-09") : nil))
    }
  }

  @Test func `the day that dates how a row stands is no interview's`() throws {
    let laptop = try Laptop(seed: 305)
    _ = try laptop.take(
      "t.csv",
      "Company,Role,Status,Last update\nFinch,Buyer,Rejected 2 November 2023,2023-11-02\nLoom,Weaver,Offer 3 November 2023,2023-11-03\n"
    )
    #expect(try laptop.store.all(Interview.self).isEmpty)
    #expect(try laptop.store.all(Opportunity.self).compactMap(\.closedOn) == [day("2023-11-02")])
  }

  @Test func `what ended long ago enters as archive`() throws {
    let laptop = try Laptop(seed: 306)
    _ = try laptop.take(
      "t.csv", "Company,Role,Status,Rejected on\nFinch,Buyer,Rejected,2022-11-02\nLoom,Weaver,Rejected,2023-11-10\n")
    #expect(try laptop.store.all(Opportunity.self).count { $0.archived == true } == 1)
  }

  @Test func `a calendar that calls off what is not recorded is said to`() throws {
    let laptop = try Laptop(seed: 307)
    let report = try laptop.take(
      "c.ics",
      "BEGIN:VCALENDAR\nMETHOD:CANCEL\nBEGIN:VEVENT\nUID:a@x\nDTSTART:20231203T140000Z\nSUMMARY:Interview Acme\nSTATUS:CANCELLED\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    #expect(report.unread.map(\.text) == ["1 entry calls off what is not recorded here: kept as text"])
    #expect(try laptop.store.all(Interview.self).isEmpty)
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
