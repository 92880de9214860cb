import Model
import Notes
import Testing

@testable import Store

/// Notes taken in again: the same, renamed, edited, and corrected by hand in between.
@Suite struct NotesImportTests {
  private static let note = """
    # Acme Robotics - onsite
    Date: 2026-03-02
    Role: Test Engineer
    Interviewer: Dana Whitfield (Head of Quality), dana@acme.example

    Their problem is that the test rigs are booked until summer
    They doubted that I had ever written a test plan alone
    We talked about the new line in Leeds and its scanners
    They will let me know by Friday
    I promised to send the two test plans
    """

  private func outcomes(_ report: NotesImportReport) -> [NotesImportReport.Outcome] { report.files.map(\.outcome) }

  @Test func `the same note again adds nothing, under another name only the name`() throws {
    let laptop = try Laptop(seed: 71)
    #expect(try outcomes(laptop.take("acme.md", Self.note)) == [.imported])
    let rows = try laptop.store.all(Finding.self).count
    #expect(try outcomes(laptop.take("acme.md", Self.note)) == [.known])
    #expect(try outcomes(laptop.take("2026/acme moved.md", Self.note)) == [.known])
    #expect(try laptop.store.all(Finding.self).count == rows)
    #expect(try laptop.store.all(Document.self).map(\.names) == [["acme.md", "2026/acme moved.md"]])
  }

  @Test func `a note renamed and edited is a later version of itself`() throws {
    let laptop = try Laptop(seed: 72)
    _ = try laptop.take("acme.md", Self.note)
    let edited = Self.note.replacing("two test plans", with: "three test plans")
    #expect(try outcomes(laptop.take("renamed.md", edited)) == [.updated])
    #expect(try laptop.store.all(Document.self).count == 1)
    #expect(try laptop.store.all(Promise.self).compactMap(\.text).contains { $0.contains("three test plans") })
    #expect(try !laptop.store.all(Promise.self).compactMap(\.text).contains { $0.contains("two test plans") })
    #expect(try laptop.store.all(Interview.self).count == 1 && laptop.store.all(Person.self).count == 1)
  }

  @Test func `two notes written by one form on one day are two notes`() throws {
    let laptop = try Laptop(seed: 73)
    func filled(_ company: String, _ pain: String) -> String {
      "# \(company) - phone\nDate: 2026-03-02\n\n## What are they struggling with right now:\n- \(pain)\n\n## Questions that I asked the interviewers:\n- Who decides at \(company)?\n\n## What I promised to send them afterwards:\n- a plan for \(company)\n"
    }
    _ = try laptop.take("a.md", filled("Acme Robotics", "the rigs are booked until the summer"))
    #expect(
      try outcomes(laptop.take("b.md", filled("Borage Foods", "nobody owns the recipes any more"))) == [.imported])
    #expect(try laptop.store.all(Document.self).count == 2)
  }

  @Test func `a known note is read anew by another day or other columns, and keeps what was corrected by hand`() throws
  {
    let laptop = try Laptop(seed: 81)
    let note = NoteFile(
      name: "a.txt", content: Array("Acme Ltd, phone with Dana Hill (HR)\nshe will call me on Friday\n".utf8))
    let table = NoteFile(
      name: "b.csv", content: Array("Laden,Fach,Zeitpunkt,Mensch\nZimmerei Holz,Schreiner,12.05.2026,Hans Balk\n".utf8))
    func take(_ files: [NoteFile], on day: Day?, _ columns: [String: String] = [:]) throws
      -> [NotesImportReport.Outcome]
    {
      var options = NotesImportOptions(on: day, today: laptop.store.today)
      options.columns = columns
      return outcomes(try laptop.store.importNotes(files, options))
    }
    #expect(try take([note], on: nil) == [.imported])
    _ = try laptop.store.set("dana", [Assignment("title=Head of People")], command: "set")
    #expect(try laptop.store.all(Interview.self).map(\.start) == [nil])
    let day = Day("2026-04-28")
    #expect(try take([note], on: day) == [.updated])
    #expect(try laptop.store.all(Interview.self).map { $0.start?.day } == [day])
    #expect(try laptop.store.all(Promise.self).map(\.due) == [Day("2026-05-01")])
    #expect(try laptop.store.all(Person.self).map(\.title) == ["Head of People"])
    let columns = ["laden": "organisation", "zeitpunkt": "date", "mensch": "contact"]
    #expect(try take([table], on: day) == [.imported])
    #expect(try take([table], on: day, columns) == [.updated])
    #expect(try laptop.store.all(Organisation.self).map(\.name).contains("Zimmerei Holz"))
    #expect(try take([note, table], on: day, columns) == [.known, .known])
    #expect(try take([note, table], on: nil) == [.known, .known])
  }

  @Test func `two notes in one folder that differ in little are two notes`() throws {
    let laptop = try Laptop(seed: 79)
    let other = Self.note.replacing("Acme Robotics", with: "Borage Foods").replacing("acme", with: "borage")
    let files = [("acme.md", Self.note), ("borage.md", other)].map { NoteFile(name: $0, content: Array($1.utf8)) }
    for wanted in [NotesImportReport.Outcome.imported, .known] {
      let report = try laptop.store.importNotes(files, NotesImportOptions(today: laptop.store.today))
      #expect(outcomes(report) == [wanted, wanted])
    }
    #expect(try Set(laptop.store.all(Organisation.self).map(\.name)) == ["Acme Robotics", "Borage Foods"])
  }

  @Test func `notes of one name in several folders are several notes, whichever comes first`() throws {
    let laptop = try Laptop(seed: 82)
    func note(_ company: String) -> NoteFile {
      let text = Self.note.replacing("Acme Robotics", with: company).replacing("acme", with: company.lowercased())
      return NoteFile(name: "notes.md", content: Array(text.utf8))
    }
    func take(_ companies: String...) throws -> [NotesImportReport.Outcome] {
      let files = companies.map(note)
      return outcomes(try laptop.store.importNotes(files, NotesImportOptions(today: laptop.store.today)))
    }
    #expect(try take("Borage", "Corvane") == [.imported, .imported])
    #expect(try take("Acme", "Borage", "Corvane", "Dunmore") == [.imported, .known, .known, .imported])
    #expect(try laptop.store.all(Document.self).count == 4 && laptop.store.all(Organisation.self).count == 4)
  }

  @Test func `a mail that tells of no interview makes none`() throws {
    let laptop = try Laptop(seed: 80)
    laptop.store.today = try #require(Day("2026-05-06"))
    _ = try laptop.take(
      "re.eml",
      "From: Ann Lee <ann.lee@tidewater.example>\nTo: s@gmail.com\nSubject: Your application at Tidewater\nDate: Tue, 5 May 2026 18:00:00 +0000\n\nDear Sam,\n\nwe will let you know by 15 May.\n\nAnn Lee\n"
    )
    #expect(try laptop.store.all(Interview.self).isEmpty && laptop.store.all(Person.self).count == 1)
    #expect(try laptop.store.all(Promise.self).map(\.due) == [Day("2026-05-15")])
  }

  @Test func `what was corrected by hand is never overwritten by a later version of the note`() throws {
    let laptop = try Laptop(seed: 74)
    _ = try laptop.take("acme.md", Self.note)
    _ = try laptop.store.set(
      "dana", [Assignment("title=Chief Tester"), Assignment("email=d@acme.example")], command: "set")
    let promise = try #require(try laptop.store.all(Promise.self).first { $0.by == .me })
    try laptop.set(promise.subject, "text", "send one test plan only")
    let edited = Self.note.replacing("Head of Quality", with: "Head of Tests").replacing("Leeds", with: "Hull")
    #expect(try outcomes(laptop.take("acme.md", edited)) == [.updated])
    let dana = try #require(try laptop.store.all(Person.self).first)
    #expect(dana.title == "Chief Tester" && dana.email == "d@acme.example")
    #expect(try laptop.store.all(Promise.self).filter { $0.by == .me }.map(\.text) == ["send one test plan only"])
    #expect(try laptop.store.all(Finding.self).compactMap(\.text).contains { $0.contains("Hull") })
  }

  @Test func `a finding left as text stays text when the note is edited`() throws {
    let laptop = try Laptop(seed: 75)
    var options = NotesImportOptions(today: laptop.store.today)
    options.isAccepted = { _, fact in fact.field != .objection }
    _ = try laptop.store.importNotes([NoteFile(name: "acme.md", content: Array(Self.note.utf8))], options)
    #expect(try !laptop.store.all(Finding.self).contains { $0.about == .objection })
    _ = try laptop.take("acme.md", Self.note.replacing("Leeds", with: "Hull"))
    #expect(try !laptop.store.all(Finding.self).contains { $0.about == .objection })
    #expect(try laptop.store.all(Finding.self).contains { $0.about == .challenge })
  }

  @Test func `the same note read on two machines is one`() throws {
    let (laptop, desktop) = (try Laptop(seed: 76), try Laptop(seed: 77, name: "desktop"))
    _ = try laptop.take("acme.md", Self.note)
    _ = try desktop.take("copy.md", Self.note)
    _ = try laptop.receive(desktop)
    #expect(try laptop.store.all(Document.self).count == 1 && laptop.store.all(Interview.self).count == 1)
    #expect(try laptop.store.all(Person.self).count == 1 && laptop.store.all(Organisation.self).count == 1)
    #expect(try laptop.store.all(Document.self).first?.names == ["acme.md", "copy.md"])
  }

  @Test func `a day said with what the user does is the user's, no promise of theirs`() throws {
    let laptop = try Laptop(seed: 79)
    _ = try laptop.take(
      "acme.md", "Acme Robotics, interview with Dana Lee, 9 March 2026\nI will send the plan by 20 March 2026.\n")
    let promises = try laptop.store.all(Promise.self)
    #expect(promises.map(\.by) == [.me] && promises.first?.due == Day("2026-03-20"), "\(promises)")
  }

  @Test func `a preview says what is new, what is known and why`() throws {
    let laptop = try Laptop(seed: 78)
    _ = try laptop.take("acme.md", Self.note)
    let other = "Acme Robotics, phone call with Dana on 9 March 2026\nThey struggle with late spare parts from Italy\n"
    let bytes = Array(other.utf8)
    let reading = NoteReader.read(bytes, name: "next.txt")
    let preview = try laptop.store.preview(
      reading, name: "next.txt", bytes: bytes, NotesImportOptions(today: laptop.store.today))
    #expect(preview.file == .new)
    #expect(preview.rows.first { $0.kind == "organisation" }?.fate == .matched("Acme Robotics", .name))
    #expect(preview.rows.first { $0.kind == "person" }?.fate == .matched("Dana Whitfield", .firstNameAtOrganisation))
    #expect(preview.rows.first { $0.kind == "finding" }?.fate == .new)
    #expect(
      try laptop.store.preview(
        reading, name: "a", bytes: Array(Self.note.utf8), NotesImportOptions(today: laptop.store.today)
      ).file == .known)
  }

  @Test func `names in plain letters fold as all others do`() {
    for text in ["Pell & Ostrander LLP", "O'Dwyer-Smith", "  a..b  C3PO & ", "AT&T", "x_y", "", "Tel: +44 20"] {
      #expect(NameFolding.words(text) == NameFolding.foldedWords(text))
    }
    #expect(NameFolding.words("Müller & Söhne") == ["muller", "and", "sohne"])
  }
}
