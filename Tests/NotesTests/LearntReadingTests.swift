import Foundation
import MarkedPapers
import Model
import Notes
import NotesTestSupport
import Scorer
import SeededNumbers
import Testing

/// The learnt weights in the program, on annotated papers.
@Suite(.enabled(if: Scorer.shared != nil, "built without weights")) struct LearntReadingTests {
  /// The hand that the weights in the program were not learnt from.
  private static let keptOut = "xh"

  private static func papers(_ sets: Set<String>) throws -> [MarkedPaper] {
    let folder = GoldNote.fixtures.appending(path: "Papers")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".marked") }
    return try files.sorted().flatMap { file in
      try MarkedPaper.papers(of: String(contentsOf: folder.appending(path: file), encoding: .utf8), named: file)
        .filter { sets.contains($0.set) }
    }
  }

  private static func read(_ paper: MarkedPaper) -> Reading {
    NoteReader.read(Array(paper.text.utf8), options: ReadingOptions(on: paper.day))
  }

  @Test func `papers of a hand that the weights never saw are read above the floor`() throws {
    var score = MarkedPapers.Score()
    for paper in try Self.papers([Self.keptOut]) {
      let reading = Self.read(paper)
      score.add(paper, read: reading.items, kind: reading.paper?.rawValue)
    }
    #expect(score.total.f1 >= 0.60, "F1 \(score.total.f1)")
    #expect(score.total.precision >= 0.72, "precision \(score.total.precision)")
    #expect(score.silent * 10 >= score.empty * 8, "silent on \(score.silent) of \(score.empty)")
    #expect(score.rightKinds * 10 >= score.saidKinds * 7, "kinds \(score.rightKinds) of \(score.saidKinds)")
  }

  @Test func `a table whose columns nobody knows is read by what is likely, a table of other things is left as text`() {
    func read(_ table: String) -> Reading { NoteReader.read(Array(table.utf8), options: ReadingOptions()) }
    let search = read(
      """
      Holm Bakery,Shop assistant,turned me down
      Leer Utilities,Clerk,interview 20 Feb 2026 2pm with Ines Kolb
      Ahrens Joinery,Office manager,still waiting

      """)
    #expect(search.container == .csv && search.paper != .other && !search.remarks.contains(where: \.leavesUnread))
    #expect(search.values(.organisation).prefix(2) == ["Holm Bakery", "Leer Utilities"])
    #expect(search.facts.contains { $0.field == .stage && $0.value == "rejected" && $0.interview == 1 })
    #expect(search.facts.contains { $0.field == .interviewDate && $0.value == "2026-02-20T14:00" })
    let seeds = read("seed,tray,sown,status\nTomato,A3,2026-02-01,up\nBasil,B1,2026-02-04,waiting\n")
    #expect(seeds.paper == .other && seeds.facts.isEmpty && seeds.remarks.contains(where: \.leavesUnread))
  }

  @Test func `readings of papers of all hands keep the laws, and twice read are the same`() throws {
    for (number, paper) in try Self.papers(["q", "s", "t", "xe", "xf", Self.keptOut]).enumerated() where number % 5 == 0
    {
      let reading = Self.read(paper)
      #expect(ReadingLaws.broken(by: reading) == nil, "\(paper.name): \(ReadingLaws.broken(by: reading) ?? "")")
      let again = Self.read(paper)
      #expect(reading.facts == again.facts && reading.perhaps == again.perhaps, "\(paper.name)")
    }
  }

  @Test func `prefixes of papers read within the laws`() throws {
    for paper in try Self.papers([Self.keptOut]).prefix(12) {
      let bytes = Array(paper.text.utf8)
      for end in stride(from: 0, through: bytes.count, by: 97) {
        let reading = NoteReader.read(Array(bytes[..<end]), options: ReadingOptions(on: paper.day))
        #expect(ReadingLaws.broken(by: reading) == nil, "\(paper.name) up to \(end)")
      }
    }
  }

  @Test func `a paper taken for no record of a search makes nothing`() throws {
    for paper in try Self.papers([Self.keptOut, "xd"]) where paper.kind == "other" {
      let reading = Self.read(paper)
      if reading.paper == .other { #expect(reading.facts.isEmpty && reading.perhaps.isEmpty, "\(paper.name)") }
    }
  }

  @Test func `what is likely is a fact, what is less so is perhaps one, and each says how likely`() throws {
    for paper in try Self.papers([Self.keptOut]) {
      let reading = Self.read(paper)
      #expect(reading.facts.allSatisfy { $0.isSure && (0...1).contains($0.confidence) }, "\(paper.name)")
      #expect(reading.perhaps.allSatisfy { !$0.isSure && (0...1).contains($0.confidence) }, "\(paper.name)")
    }
  }

  @Test func `a long text is read in stretches: any number of them, none lost`() throws {
    let paper = try #require(try Self.papers([Self.keptOut]).first { $0.kind == "debrief" })
    let filler = String(repeating: "The weather was fine and the river ran on.\n", count: 3000)
    let reading = NoteReader.read(Array((paper.text + filler + filler).utf8), options: ReadingOptions(on: paper.day))
    #expect(ReadingLaws.broken(by: reading) == nil)
    #expect(reading.paper != nil)
  }

  private static func read(_ text: String) -> Reading {
    NoteReader.read(Array(text.utf8), options: ReadingOptions(on: Day("2026-11-15")))
  }

  @Test func `a name ends before the full stop of its sentence`() {
    let people = Self.read("Kestrel Lane, onsite on 14 Nov 2026 with Priya Natarajan (head of analytics) and Tom.\n")
    #expect(people.values(.person) == ["Priya Natarajan", "Tom"])
  }

  @Test func `a promise begins with what is done`() {
    let note = "Kestrel Lane, interview with Ingrid Dahl, 14 November 2026\n"
    #expect(
      Self.read(note + "I promised to send my portfolio by Tuesday.\n").values(.commitment) == [
        "send my portfolio"
      ])
  }

  @Test func `a week is no day of an interview`() {
    let mail =
      "From: Priya Natarajan <priya@northwind.example>\nTo: sam@me.example\nSubject: Your application - Data Analyst\nDate: Thu, 12 Nov 2026 10:00:00 +0000\n\nDear Sam,\n\nThank you for coming to see us last week. We have decided to go ahead with another candidate.\n"
    let reading = Self.read(mail)
    #expect(reading.paper == .rejection && reading.values(.interviewDate).isEmpty)
  }

  @Test func `every annotated file is well formed`() throws {
    let folder = GoldNote.fixtures.appending(path: "Papers")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".marked") }
    var names = Set<String>()
    for file in files {
      for paper in try MarkedPaper.papers(
        of: String(contentsOf: folder.appending(path: file), encoding: .utf8), named: file)
      {
        #expect(names.insert(paper.name).inserted, "\(paper.name) stands twice")
        #expect(paper.marks.allSatisfy { $0.start < $0.end }, "\(paper.name)")
      }
    }
    #expect(names.count > 2000)
  }

  @Test(arguments: [
    ("£34k", "GBP 34000/year"), ("38-42k", "??? 38000-42000/year"), ("AED 36.5k a month", "AED 36500/month"),
    ("R$ 11.500/mês", "BRL 11500/month"), ("12 000 zł a month", "PLN 12000/month"), ("34/h", "??? 34/hour"),
    ("2900 p/m", "??? 2900/month"), ("79.800 € jährlich", "EUR 79800/year"), ("13€/Std", "EUR 13/hour"),
    ("£12.60 an hour", "GBP 12.6/hour"), ("€450 per day", "EUR 450/day"), ("95–105 T€", "EUR 95000-105000/year"),
  ])
  func `pay is read in any of its spellings`(_ text: String, _ value: String) {
    #expect(NoteReader.pay(text) == value)
  }
}
