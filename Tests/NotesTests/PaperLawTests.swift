import Foundation
import Model
import Notes
import SeededNumbers
import Testing

/// What holds of every text that is cut into papers, and of every paper that is read.
@Suite struct PaperLawTests {
  private func check(_ text: [Unicode.Scalar], _ isOrg: Bool, _ name: String) {
    let cut = Papers(text: text, isOrg: isOrg)
    #expect(cut.lines.count == NoteReader.lineCount(text), "\(name)")
    var next = 0
    for paper in cut.papers {
      #expect(paper.lines.lowerBound == next && !paper.lines.isEmpty, "\(name): papers lie side by side")
      next = paper.lines.upperBound
      #expect(paper.span.start == cut.lines[paper.lines.lowerBound].span.start, "\(name)")
      #expect(paper.span.end == cut.lines[paper.lines.upperBound - 1].span.end, "\(name)")
    }
    #expect(next == cut.lines.count, "\(name): every line belongs to a paper")
    for (place, line) in cut.lines.enumerated() {
      #expect(line.heading.map { $0 < place } ?? true && line.label.map { $0 < place } ?? true, "\(name)")
      #expect(line.span.start <= line.content.start && line.content.end <= line.span.end, "\(name)")
    }
  }

  @Test(arguments: ["Notes", "MoreNotes"]) func `every line belongs to exactly one paper`(folder: String) throws {
    for note in try GoldNote.all(in: folder) { check(note.reading.text, note.name.hasSuffix(".org"), note.name) }
  }

  @Test func `so it is of lines thrown together`() {
    let pieces = [
      "From: Ann Lee <ann@acme.example>", "To: sam@me.example", "Subject: Hello", "Dear Sam,", "Best wishes", "Ann Lee",
      "",
      "", "> quoted", "## 3 March 2026", "## Acme", "- 3 Mar: call", "| a | b |", "|---|---|",
      "[2026-03-01 09:12] Met Ann",
      "```", "Company: Acme", "Role:", "- [ ] Call:", "On Mon, 2 March 2026 Ann wrote:", "-----Original Message-----",
      "---",
    ]
    for seed in 1...200 as ClosedRange<UInt64> {
      var random = SplitMix(seed: seed)
      let lines = (0..<Int.random(in: 0...40, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
      check(Array(lines.joined(separator: "\n").unicodeScalars), false, "seed \(seed)")
    }
  }

  // MARK: - Tables

  private let firms = ["Alder Ltd", "Birch & Co", "Cedar GmbH", "Damson plc", "Elder Works", "Fir Systems"]
  private let jobs = ["Data Analyst", "Buyer", "Product Manager", "Nurse", "Software Engineer", "Accountant"]
  private let stages: [(String, String)] = [
    ("Applied", "applied"), ("Rejected after onsite", "rejected"), ("Absage", "rejected"), ("ghosted", "silent"),
    ("Offer", "offer"), ("sans réponse", "silent"), ("Withdrew", "withdrawn"), ("position filled", "filled"),
    ("Phone screen done", "interviewing"), ("REJECTED (after onsite!)", "rejected"), ("descartada", "rejected"),
    ("offer accepted", "accepted"), ("I declined, no housing", "withdrawn"), ("call on Monday, then no", "rejected"),
  ]

  private struct Row: Equatable {
    var firm: String, job: String, stage: String, day: String
  }

  private func rows(_ random: inout SplitMix) -> [(cells: [String], row: Row)] {
    firms.prefix(Int.random(in: 2...6, using: &random)).map { firm in
      let job = jobs.randomElement(using: &random) ?? ""
      let (words, stage) = stages.randomElement(using: &random) ?? ("", "")
      let day = Day(number: 20_500 + Int.random(in: 0...60, using: &random)).description
      let cells = [firm, job, words, day, "REQ-\(Int.random(in: 100_000...999_999, using: &random))", "2026-01-05"]
      return (cells, Row(firm: firm, job: job, stage: stage, day: day))
    }
  }

  private static let names = ["Company", "Role", "Status", "Interview", "Req ID", "Date applied"]

  /// A table as some program saves it.
  private func dress(_ all: [[String]], _ kind: Int) -> [UInt8] {
    func separated(_ mark: String, quoted: Bool) -> String {
      all.map { row in
        row.map { quoted || $0.contains(mark) ? "\"\($0)\"" : $0 }.joined(separator: mark)
      }.joined(separator: "\n") + "\n"
    }
    switch kind {
    case 0: return Array(separated(",", quoted: false).utf8)
    case 1: return Array(separated(";", quoted: false).utf8)
    case 2: return Array(separated("\t", quoted: false).utf8)
    case 3: return [0xEF, 0xBB, 0xBF] + Array(separated(",", quoted: true).replacing("\n", with: "\r\n").utf8)
    case 4: return [0xFF, 0xFE] + separated("\t", quoted: false).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    default:
      let rule = "|" + String(repeating: kind == 5 ? "---|" : "---+", count: all[0].count)
      let lines = all.map { "| " + $0.joined(separator: " | ") + " |" }
      return Array(([lines[0], rule] + lines.dropFirst()).joined(separator: "\n").utf8)
    }
  }

  private func found(_ reading: Reading) -> [Row] {
    let rows = reading.papers.filter(\.isRow)
    return rows.map { paper in
      let own = reading.facts.filter { paper.span.contains($0.span) }
      func value(_ field: FactField) -> String { own.first { $0.field == field }?.value ?? "" }
      return Row(firm: value(.organisation), job: value(.role), stage: value(.stage), day: value(.interviewDate))
    }
  }

  @Test func `a table saved in another dress reads to the same`() {
    for seed in 1...60 as ClosedRange<UInt64> {
      var random = SplitMix(seed: seed)
      let wanted = rows(&random)
      var order = Array(PaperLawTests.names.indices)
      if seed > 20 { order.shuffle(using: &random) }
      let all = [PaperLawTests.names] + wanted.map(\.cells)
      let table = all.map { row in order.map { row[$0] } }
      for kind in 0...6 {
        let reading = NoteReader.read(dress(table, kind), options: ReadingOptions(on: Day("2026-03-20")))
        #expect(found(reading) == wanted.map(\.row), "seed \(seed), dress \(kind)")
        #expect(reading.facts.filter { $0.field == .compensation }.isEmpty, "seed \(seed): identifiers are no pay")
        for fact in reading.facts {
          #expect(reading.papers.contains { $0.isRow && $0.span.contains(fact.span) }, "seed \(seed): \(fact) crosses")
        }
      }
    }
  }

  @Test(arguments: [
    "Address,Agent,Viewed,Offer,Status\n1 High St,Jenny,2026-03-01,no,dead\n2 Low Rd,Tom,2026-03-02,yes,open\n",
    "paper,venue,submitted,status\nWhale song,Acoustics,2026-01-01,rejected\nClick trains,Ecology,2026-02-01,under review\n",
    "No.,Client,Sent,Due,Status\n1,Fennimore Labs,2026-01-01,2026-02-01,paid\n2,Orrin School,2026-01-03,2026-02-03,open\n",
    "date,problem,difficulty,notes\n05/18,two sum,easy,fine\n05/19,anagrams,easy,stack\n",
  ])
  func `a table of anything else makes nothing`(table: String) {
    #expect(read(table).facts.filter { $0.field != .ignore }.isEmpty)
  }

  @Test func `the day of an outcome stands with it`() {
    let reading = read("Company,Role,Status\nAlder,Buyer,Absage 15.02.2026\nBirch,Buyer,Offer\n")
    #expect(reading.facts.filter { $0.field == .stage }.map { $0.day?.value } == ["2026-02-15", nil])
    #expect(reading.values(.interviewDate).isEmpty)
  }

  @Test func `a row with several interviews is one application`() {
    let reading = read(
      "Firm;Job;INT. 1;INT. 2;OUTCOME\nAlder;Buyer;18.01.2026;01.02.2026;abgelehnt\nBirch;Cook;;;no word\n")
    #expect(reading.values(.interviewDate) == ["2026-01-18", "2026-02-01"])
    #expect(reading.values(.stage) == ["rejected", "silent"] && reading.papers.filter(\.isRow).count == 2)
  }
}
