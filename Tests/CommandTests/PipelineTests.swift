import Foundation
import Testing

/// Searches as one reads them: what comes next, how they went, what answers came.
@Suite struct PipelineTests {
  private let home: Home
  private static let day = "2026-06-15"

  init() throws {
    home = try Home()
    try run("add", "interview", "Quillon", "role=Payroll Officer", "with=Farida Nasser", "start=2026-06-10")
    try run("add", "interview", "Lumenpay", "role=Engineer", "with=Marcus Oyelaran", "start=2026-06-01T09:00")
    try run("add", "interview", "Lumenpay", "role=Engineer", "with=Marcus Oyelaran", "start=2026-06-18T10:30")
    try run("add", "interview", "Hollis & Marr", "role=Supervisor", "with=Gareth Marr", "start=2026-06-08")
    try run("add", "interview", "Northgate", "role=Clerk", "with=Wendy Cole", "start=2026-05-04")
    try run("heard", "quillon", "--offer", "--deadline", "2026-06-19")
    try run("heard", "hollis", "--next", "he will ring", "--by", "2026-06-23")
    try run("log", "email", "gareth", "thanks", "--kind", "thank-you", "--on", "2026-06-09")
    try run("log", "email", "gareth", "glad you came", "--received", "--on", "2026-06-11")
    try run("heard", "northgate", "--rejected", "--on", "2026-05-20")
  }

  @discardableResult
  private func run(_ words: String..., width: Int = 80) throws -> String {
    let outcome = try home.run(words + ["--today", Self.day], variables: ["COLUMNS": "\(width)"])
    #expect(outcome.code == 0, "\(words): \(outcome.talk)")
    return outcome.output
  }

  private func line(_ text: String, of output: String) throws -> String {
    String(try #require(output.split(separator: "\n").first { $0.contains(text) }, "\(text) in:\n\(output)"))
  }

  @Test func `the list of searches is a pipeline: stage, next thing with its day, last contact`() throws {
    let list = try run("list", "opportunities")
    #expect(list.hasPrefix("Offer\n"), "\(list)")
    #expect(try line("Quillon", of: list).contains("answer by Fri 19 Jun"))
    #expect(try line("Lumenpay", of: list).contains("interview Thu 18 Jun 10:30"))
    let hollis = try line("Hollis & Marr", of: list)
    #expect(hollis.contains("he will ring, by Tue 23 Jun") && hollis.contains("heard 15 Jun"), "\(hollis)")
    #expect(list.contains("Rejected\n"))
    #expect(try run("status").hasPrefix(list))
    #expect(try run("list", "opportunities", "stage:offer").split(separator: "\n").count == 2)
    #expect(try run("list", "opportunities", "--plain").split(separator: "\n").count == 4)
  }

  @Test(arguments: [40, 60, 80, 120]) func `every picture fits its window`(width: Int) throws {
    for words in [["list", "opportunities"], ["timeline"], ["stats"], ["calendar"]] {
      let output = try home.run(words + ["--today", Self.day], variables: ["COLUMNS": "\(width)"]).output
      #expect(output.split(separator: "\n").allSatisfy { $0.count <= width }, "\(words) at \(width):\n\(output)")
    }
  }

  @Test func `a timeline has a lane a search, with what happened where it happened`() throws {
    let picture = try run("timeline", "hollis", width: 40)
    let lane = try line("Hollis", of: picture)
    // 8 June interview, 9 June sent, 11 June and today received, their day on the 23rd.
    #expect(lane == "Hollis & Marr  I>-<---<-------?", "\(picture)")
    #expect(try run("timeline").contains("Northgate"))
    #expect(
      try run("timeline", "--plain", "lumenpay") == "2026-06-01\tinterview\tLumenpay\n2026-06-18\tinterview\tLumenpay\n"
    )
    #expect(try home.run("timeline", "nobody").code == 1)
  }

  @Test func `statistics count waits, answers and how far searches came`() throws {
    let json = try JSONSerialization.jsonObject(with: Data(try run("stats", "--json").utf8)) as? [String: Any]
    // Hollis answered after 3 days, Quillon after 5, Northgate after 16; Lumenpay has not yet.
    #expect(json?["waits"] as? [Int] == [3, 5, 16])
    #expect(json?["median"] as? Int == 5)
    #expect(json?["unanswered"] as? Int == 1)
    let answers = try #require(json?["answers"] as? [[String: Any]])
    #expect(answers.contains { $0["form"] as? String == "thank-you" && $0["answered"] as? Int == 1 }, "\(answers)")
    let reached = try #require(json?["reached"] as? [[String: Any]]).compactMap { $0["count"] as? Int }
    #expect(reached == [4, 4, 0, 1, 0])
    #expect(try run("stats").contains("median"))
  }

  @Test func `a calendar shows three weeks with what falls on each day`() throws {
    let calendar = try run("calendar")
    #expect(try line("Thu 18 Jun", of: calendar).contains("10:30 interview Lumenpay"))
    #expect(calendar.contains("answer due Quillon") && calendar.contains("their word Hollis & Marr"))
    #expect(calendar.split(separator: "\n").prefix(4).last?.contains("29") == true, "\(calendar)")
  }

  @Test func `a person's page tells what is to be done, what was promised, said and sent`() throws {
    let page = try run("show", "gareth")
    var rest = page[...]
    for mark in [
      "Gareth Marr", "To do", "Said and sent", "11 Jun", "glad you came", "9 Jun", "thanks", "Interviews", "8 Jun",
    ] {
      let found = try #require(rest.range(of: mark), "\(mark) in its place on:\n\(page)")
      rest = rest[found.upperBound...]
    }
    #expect(!page.contains("Participations"))
    #expect(try run("show", "hollis").contains("he will ring"))
    #expect(try run("show", "gareth", "--plain").contains("touch\t"))
  }

  @Test func `without anything to show they say so`() throws {
    let empty = try Home()
    _ = try empty.run("add", "organisation", "Acme")
    for words in [["timeline"], ["stats"], ["calendar"], ["list", "opportunities"], ["status"]] {
      let outcome = try empty.run(words)
      #expect(outcome.code == 0 && !(outcome.output + outcome.talk).isEmpty, "\(words)")
    }
  }

  @Test func `a list that is empty but for what is archived says so, with the command that shows it`() throws {
    try run("set", "opportunity:quillon", "archived=yes")
    let outcome = try home.run("list", "opportunities", "quillon", "--today", Self.day)
    #expect(outcome.talk.contains("1 archived one is shown by afterword list opportunities --all"), "\(outcome.talk)")
  }

  @Test func `the lane of a search is everybody's who spoke of it`() throws {
    try run("add", "person", "Rita Hunt", "title=recruiter")
    try run("set", "opportunity:quillon", "recruiter=rita")
    #expect(try run("timeline", "rita").contains("Quillon"))
  }

  @Test(arguments: [60, 80, 100]) func `a plan cuts what is to be done before whom it is for`(width: Int) throws {
    try run(
      "add", "finding", "figures on pipeline quality", "kind=concern", "judgement=substantial", "interview=quillon",
      "remedy=the report")
    let plan = try run("plan", width: width)
    for name in ["Farida Nasser", "Gareth Marr", "Wendy Cole"] where plan.contains(name.prefix(4)) {
      #expect(plan.contains(name), "\(plan)")
    }
  }
}
