import Foundation
import SeededNumbers
import Testing

/// The day's page: what it puts first, what it leaves out, and that nothing of a name is cut.
@Suite struct DayPageTests {
  private static let day = "2026-06-15"

  private func run(_ home: Home, _ words: String..., width: Int = 80) throws -> Home.Outcome {
    let dated = words.contains("--today") ? words : words + ["--today", Self.day]
    return try home.run(dated, variables: ["COLUMNS": "\(width)"])
  }

  private func add(_ home: Home, _ words: String...) throws {
    let outcome = try home.run(["add"] + words + ["--today", Self.day])
    #expect(outcome.code == 0, "\(words): \(outcome.talk)")
  }

  /// An offer with a deadline, an interview on Thursday, a promise of theirs for tomorrow, and interviews to thank for.
  private func search() throws -> Home {
    let home = try Home()
    try add(home, "interview", "Quillon", "role=Payroll Officer", "with=Farida Nasser", "start=2026-06-10")
    try add(
      home, "interview", "Lumenpay", "role=Engineer", "with=Marcus Oyelaran, Yuki Tanaka", "start=2026-06-18T10:30")
    try add(home, "interview", "Hollis & Marr", "role=Supervisor", "with=Gareth Marr", "start=2026-06-11")
    try add(home, "interview", "Northgate", "role=Clerk", "with=Wendy Cole", "start=2026-05-27")
    #expect(try run(home, "heard", "quillon", "--offer", "--deadline", "2026-06-19").code == 0)
    #expect(try run(home, "heard", "hollis", "--next", "he will ring", "--by", "2026-06-16").code == 0)
    return home
  }

  @Test func `what others set a day for comes first, then what has a clock, then thanks; what is stale is counted`()
    throws
  {
    let page = try run(search(), "today").output
    let marks = [
      "their word", "Thu 18 Jun 10:30", "interview Lumenpay, Engineer, with", "Fri 19 Jun", "answer due",
      "Do now", " 1  acknowledge the offer", "thank-you note", "late by more than 10 days", "afterword skip --stale",
    ]
    var rest = page[...]
    for mark in marks {
      let found = try #require(rest.range(of: mark), "\(mark) in its place on:\n\(page)")
      rest = rest[found.upperBound...]
    }
    #expect(!page.split(separator: "\n").contains { $0.contains("thank-you") && $0.contains("Wendy Cole") }, "\(page)")
    #expect(page.components(separatedBy: "address").count == 2, "missing addresses are one line:\n\(page)")
  }

  @Test(arguments: [60, 80, 120]) func `a page fits its window, and no name on it is cut`(width: Int) throws {
    var random = SplitMix(seed: UInt64(width))
    for _ in 0..<6 {
      let home = try Home()
      var names: [String] = []
      for number in 0..<12 {
        let firm = "Aldermoor \(String(repeating: "Grid ", count: Int(random.next() % 5)))Works \(number)"
        let person = ["山田 太郎", "Wolfeschlegelsteinhausen-\(number)", "Zoë O'Neill", "محمد الفارسي"][
          Int(random.next() % 4)]
        try add(home, "interview", firm, "role=R\(number)", "with=\(person)", "start=2026-06-\(9 + number % 6)")
        names += [firm, person]
        if number % 4 == 1 {
          let heard = try run(
            home, "heard", firm, "--offer", "--deadline", "2026-06-1\(5 + number % 5)")
          #expect(heard.code == 0, "\(heard.talk)")
        }
        if number % 3 == 2 {
          try add(
            home, "interview", firm,
            "with=\(person), Priscilla Hohenzollern-Sigmaringen \(number), Yuki Tanaka \(number)",
            "start=2026-06-1\(5 + number % 4)T10:30")
        }
      }
      let page = try run(home, "today", width: width).output
      let lines = page.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      #expect(lines.count <= 23, "seed \(width): \(lines.count) lines\n\(page)")
      for line in lines { #expect(columns(String(line)) <= width, "seed \(width): \(line)") }
      #expect(!page.replacingOccurrences(of: "… ", with: "").contains("…"), "seed \(width): \(page)")
    }
  }

  /// Columns of a terminal: two for East Asian characters.
  private func columns(_ line: String) -> Int {
    line.unicodeScalars.reduce(0) { $0 + ((0x2E80...0x9FFF).contains($1.value) ? 2 : 1) }
  }

  @Test func `a quiet day says what comes next, and nothing is said every day`() throws {
    let home = try search()
    let first = try run(home, "today").output
    #expect(first.contains("Numbers can be typed"))
    #expect(try run(home, "today").output == first)
    let next = try run(home, "today", "--today", "2026-06-16").output
    #expect(!next.contains("Numbers can be typed") && !next.contains("address"), "\(next)")
    let week = try run(home, "today", "--today", "2026-06-22").output
    #expect(week.contains("address") && !week.contains("Numbers can be typed"), "\(week)")
    let empty = try Home()
    try add(empty, "organisation", "Acme")
    #expect(try run(empty, "today").output == "Mon 15 Jun  nothing is due\n")
  }

  @Test func `one line for a prompt: empty without a store and on a quiet day`() throws {
    let home = try search()
    let brief = try run(home, "today", "--brief", "--today", "2026-06-18")
    #expect(brief.output.contains("interview Lumenpay, Engineer today 10:30"), "\(brief.output)")
    #expect(brief.output.split(separator: "\n").count == 1)
    let empty = try Home()
    #expect(try run(empty, "today", "--brief") == Home.Outcome(output: "", talk: "", code: 0))
    try add(empty, "organisation", "Acme")
    #expect(try run(empty, "today", "--brief") == Home.Outcome(output: "", talk: "", code: 0))
  }

  @Test func `what two machines say differently is news`() throws {
    let laptop = try search()
    let desktop = try Home()
    _ = try laptop.run("export", "a.afterword")
    let bundle = laptop.path("a.afterword")
    _ = try desktop.run(["import", bundle], variables: ["AFTERWORD_MACHINE": "desktop"])
    _ = try desktop.run(["set", "quillon", "sector=tools"], variables: ["AFTERWORD_MACHINE": "desktop"])
    _ = try laptop.run("set", "quillon", "sector=rail")
    _ = try desktop.run(["export", "b.afterword"], variables: ["AFTERWORD_MACHINE": "desktop"])
    _ = try laptop.run("import", desktop.path("b.afterword"), "--yes")
    #expect(try run(laptop, "today").output.contains("1 conflict waits: afterword conflicts"))
  }

  @Test func `why says the place on the page and its reason`() throws {
    let home = try search()
    _ = try run(home, "today")
    let why = try run(home, "why", "1").output
    #expect(why.contains("on the page: 1 of 6; a clock runs"), "\(why)")
  }
}
