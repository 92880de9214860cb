import Foundation
import Testing

/// What a coach would do, row by row, as one types it.
@Suite struct CoachRowTests {
  private let home: Home

  init() throws {
    home = try Home()
    try run("settings", "name", "Jo Vance")
  }

  @discardableResult
  private func run(_ words: String..., input: String = "", day: String = "2026-09-11", code: Int32 = 0) throws -> String
  {
    let outcome = try home.run(words + ["--today", day], variables: ["COLUMNS": "80"], input: input)
    #expect(outcome.code == code, "\(words): \(outcome.talk)")
    return (outcome.output + " " + outcome.talk).split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }

  private func meet(_ firm: String = "Oxera", _ person: String = "Nadia Okafor", on day: String = "2026-09-10") throws {
    try run("add", "interview", firm, "role=Analyst", "with=\(person)", "start=\(day)")
  }

  private func rules(_ day: String) throws -> [String] {
    let outcome = try home.run("plan", "--plain", "--today", day)
    return outcome.output.split(separator: "\n").map { String($0.split(separator: "\t")[3]) }
  }

  @Test func `too early and too late are said of a period of a week`() throws {
    try run("playbook", "use", "recruiter")
    try meet()
    try run("heard", "oxera", "--next", "a decision", "--by", "2026-09-17", "--from", "nadia", day: "2026-09-10")
    #expect(try run("log", "email", "nadia", "x", "--kind", "status", day: "2026-09-11").contains("too early"))
    #expect(try !run("log", "email", "nadia", "y", "--kind", "status", day: "2026-09-14").contains("too "))
    #expect(try run("log", "email", "nadia", "z", "--kind", "status", day: "2026-09-18").contains("too late"))
  }

  @Test func `each further question is another letter, and after the last it is left to the user`() throws {
    try meet()
    try run("heard", "oxera", "--next", "a decision", "--by", "2026-09-15", "--from", "nadia")
    try run("log", "email", "nadia", "thanks", "--kind", "thank-you")
    var letters: [String] = []
    for (kind, day) in [
      ("silence-breaker", "2026-09-18"), ("silence-again", "2026-09-22"), ("silence-again", "2026-09-28"),
    ] {
      letters.append(try run("letter", "nadia", "--kind", kind, "--show", day: day))
      try run("log", "email", "nadia", "asked", "--kind", kind, day: day)
    }
    let sentences = letters.map { Set($0.split { ".?!".contains($0) }.filter { $0.count > 40 }) }
    #expect(sentences[0].isDisjoint(with: sentences[1]) && sentences[1].isDisjoint(with: sentences[2]), "\(letters)")
    let plan = try run("plan", day: "2026-10-02")
    #expect(plan.contains("gone cold") && plan.contains("--silent"), "\(plan)")
    #expect(try !run("plan", day: "2026-10-20").contains("gone cold"))
  }

  @Test func `a trifle left alone, and the concern that is not, are named`() throws {
    try meet()
    try run("add", "finding", "spilt coffee on the table", "kind=concern", "interview=oxera", "judgement=trifle")
    try run("add", "finding", "rambled about budgets", "kind=concern", "interview=oxera", "judgement=substantial")
    let why = try run("why", "nadia")
    #expect(why.contains("“spilt coffee on the table” is left alone"), "\(why)")
    #expect(why.contains("a concern about the interview of Thu 2026-09-10: “rambled about budgets”"), "\(why)")
    #expect(
      try run("plan", "--plain").contains("rambled about budgets") || why.contains("repair a bad impression (rambled"))
  }

  @Test func `letters are planned person by person: channel, objections, challenges, other candidates`() throws {
    try run("playbook", "use", "reflective")
    try meet()
    try run("add", "finding", "internal candidate with SAP", "kind=rivals", "interview=oxera")
    let asked = try run("reflect", "oxera", input: "\n\n\n\n\n\nno NHS experience\nkeep the pool open\n")
    for words in ["objection do you need to overcome", "challenge of theirs"] {
      #expect(asked.contains(words), "\(asked)")
    }
    try run("set", "nadia", "write_by=post")
    let rivals = try run("list", "findings", "kind:rivals", "--plain")
    let id = String(rivals.prefix { $0 != "\t" && $0 != " " })
    try run("set", id, "judgement=substantial", "remedy=three SAP roll-outs as lead")
    let why = try run("why", "nadia")
    for words in [
      "you chose for Nadia Okafor: post", "over: post, email", "objections to overcome: “no NHS experience”",
      "challenges to address: “keep the pool open”", "other candidates: “internal candidate with SAP”",
    ] {
      #expect(why.contains(words), "\(words) in \(why)")
    }
    let letter = try run("letter", "nadia", "--show")
    #expect(letter.contains("three SAP roll-outs as lead") && letter.contains("keep the pool open"), "\(letter)")
    #expect(!letter.contains("internal candidate"), "who else there is, is not for the letter: \(letter)")
  }

  @Test func `a day heard after the step is the day of that step`() throws {
    try meet()
    try run("heard", "oxera", "--next", "a second round")
    try run("heard", "oxera", "--by", "2026-09-20")
    let promises = try home.run("promises", "--plain", "--today", "2026-09-11").output
    #expect(promises.split(separator: "\n").count == 1 && promises.contains("a second round"), "\(promises)")
  }

  @Test func `what is recommended is on the topic that is spoken of`() throws {
    try run("playbook", "use", "value-added")
    try meet()
    try run("add", "finding", "merging SCADA feeds", "kind=topic", "interview=oxera")
    try run("add", "finding", "storage tariffs", "kind=topic", "interview=oxera")
    try run("add", "material", "Storage tariffs in 2027", "topic=storage tariffs")
    let letter = try run("letter", "nadia", "--show")
    #expect(
      letter.contains("Our discussion of storage tariffs") && letter.contains("Storage tariffs in 2027"), "\(letter)")
  }

  @Test func `thanks after a no grow stale as others do`() throws {
    try run("playbook", "use", "value-added")
    try meet()
    try run("heard", "oxera", "--rejected", "--from", "nadia", day: "2026-09-14")
    try run("set", "oxera", "interest=high", "runner_up=yes")
    let plan = try home.run("plan", "--plain", "--today", "2026-10-14").output
    let item = try #require(plan.split(separator: "\n").first { $0.contains("value-added.second-wind") })
    let wind = try run("why", String(item.prefix(8)), day: "2026-10-14")
    #expect(wind.contains("second wind") && wind.contains("you said that your interest is high"), "\(wind)")
    #expect(try !run("today", day: "2026-10-14").contains("30 days late"))
  }

  @Test func `the thanks of the same day have their three contents`() throws {
    try run("playbook", "use", "recruiter")
    try meet(on: "2026-09-11")
    let letter = try run("letter", "nadia", "--kind", "same-day-thanks", "--show")
    for words in ["Thank you for seeing me on Friday, 11 September", "I appreciate", "learn more about"] {
      #expect(letter.contains(words), "\(words) in \(letter)")
    }
    #expect(try rules("2026-09-11").contains("recruiter.thank-you"))
    try run("log", "email", "nadia", "thanks", "--kind", "thank-you")
    #expect(try !rules("2026-09-11").contains("recruiter.thank-you"), "thanks are thanks")
  }

  @Test func `a cadence stays where it was put, past its next turns`() throws {
    try run("playbook", "use", "value-added")
    try meet()
    try run("log", "email", "nadia", "book", "--kind", "value-added-response")
    let plan = try home.run("plan", "--plain", "--today", "2026-09-18").output
    let item = try #require(plan.split(separator: "\n").first { $0.contains("value-added.ongoing-contact") })
    try run("snooze", String(item.prefix(8)), "2026-10-26", day: "2026-09-18")
    for day in ["2026-09-25", "2026-10-09", "2026-10-20"] {
      #expect(try !run("today", day: day).contains("ongoing contact"), "\(day)")
    }
    #expect(try run("today", day: "2026-10-26").contains("ongoing contact"))
  }

  @Test func `an offer shows the process that named no day, and its firm is told`() throws {
    try meet()
    try meet("Pellam", "Ada Bright")
    try run("heard", "oxera", "--offer", "--deadline", "2026-09-25")
    #expect(try run("offers").contains("Pellam, Analyst is still open and named no day"))
    #expect(try run("why", "ada").contains("tell them your deadline"))
  }

  @Test func `an hour of another zone is said on one's own clock, also on a journey`() throws {
    try run("settings", "zone", "Europe/London")
    try run("add", "interview", "Ostara", "role=Chemist", "with=Uwe Kern", "start=2026-09-15T14:00 Europe/Berlin")
    #expect(try run("prepare", "ostara").contains("Tue 15 Sep 14:00 Europe/Berlin Tue 15 Sep 13:00 on your clock"))
    try run("settings", "travel", "14 sep..16 sep New York")
    #expect(try run("prepare", "ostara").contains("Tue 15 Sep 08:00 on your clock"))
    #expect(try run("show", "interview:ostara").contains("Tue 15 Sep 08:00 on your clock"))
    #expect(try run("settings", "travel", "16 sep..14 sep Berlin", code: 2).contains("such as"))
    #expect(try run("settings", "travel", "nonsense", code: 2).contains("such as"))
  }

  @Test(arguments: [("de", "Guten Tag"), ("fr", "Bonjour"), ("es", "Buenos días"), ("en", "Good morning")])
  func `a call is said in the language of whom it goes to`(language: String, hello: String) throws {
    try meet()
    try run("heard", "oxera", "--next", "a decision", "--by", "2026-09-15", "--from", "nadia")
    try run("log", "email", "nadia", "thanks", "--kind", "thank-you")
    try run("set", "nadia", "language=\(language)")
    #expect(try run("script", "nadia", day: "2026-09-18").contains("Say \(hello)"))
  }

  @Test func `numbers advise carefully, and small ones are said to be small`() throws {
    try meet()
    try meet("Pellam", "Ada Bright")
    for (person, kind, day) in [
      ("nadia", "thank-you", "2026-09-11"), ("ada", "thank-you", "2026-09-11"), ("nadia", "status", "2026-09-16"),
      ("ada", "status", "2026-09-16"),
    ] {
      try run("log", "email", person, "x", "--kind", kind, day: day)
    }
    try run("log", "email", "nadia", "glad you came", "--received", day: "2026-09-13")
    let told = try run("stats", day: "2026-10-20")
    #expect(told.contains("thank-you got word within 14 days 1 of 2 times, status 0 of 2"), "\(told)")
    #expect(told.contains("these are small numbers") && told.contains("Oxera 3 days once"), "\(told)")
    #expect(try run("stats", "--json", day: "2026-10-20").contains("\"advice\""))
  }

  @Test func `who is called hiring manager in a note is the boss, whatever the names are`() throws {
    try home.write(
      "note.txt", "Pellam Energy\n10 Sep 2026\nInterviewer: Ada Doorn\nHiring manager: Claire Vasseur\n")
    try run("import", "note.txt")
    let parts = try home.run("list", "participations", "--plain").output.split(separator: "\n")
    #expect(parts.contains { $0.contains("Claire Vasseur") && $0.contains("hiring-manager") }, "\(parts)")
    #expect(parts.contains { $0.contains("Ada Doorn") && $0.hasSuffix("interviewer") }, "\(parts)")
  }
}
