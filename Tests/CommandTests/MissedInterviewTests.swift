import Foundation
import Testing

/// Interviews to which somebody did not come.
@Suite struct MissedInterviewTests {
  private let home: Home

  init() throws {
    home = try Home()
    try run("settings", "name", "Jo Vance")
    try run("add", "interview", "Acme", "role=Analyst", "with=Dana Reyes", "start=2026-03-10T10:00")
  }

  @discardableResult
  private func run(_ words: String..., day: String = "2026-03-10", code: Int32 = 0) throws -> Home.Outcome {
    let outcome = try home.run(words + ["--today", day], variables: ["COLUMNS": "80"])
    #expect(outcome.code == code, "\(words): \(outcome.talk)")
    return outcome
  }

  private func rules(_ day: String = "2026-03-10") throws -> [String] {
    try run("plan", "--plain", day: day).output.split(separator: "\n").map { String($0.split(separator: "\t")[3]) }
  }

  @Test func `they did not come: another day is asked for, and nobody is thanked`() throws {
    let talk = try run("heard", "acme", "--no-show").talk
    #expect(talk.contains("They did not come") && talk.contains("ask for another day"), "\(talk)")
    #expect(try run("list", "interviews").output.contains("they did not come"))
    #expect(try rules() == ["practice.missed-interview"])
    let letter = try run("letter", "dana", "--kind", "no-show", "--show").output
    #expect(
      letter.contains("The conversation of Tuesday, 10 March did not come about")
        && letter.contains("[gap: two or three"))
    #expect(try run("script", "dana").output.contains("Which day would suit you?"))
    try run("log", "email", "dana", "another day?", "--kind", "no-show")
    #expect(try !rules("2026-03-11").contains("practice.missed-interview"))
  }

  @Test func `I could not come: an apology, and another interview ends it`() throws {
    try run("heard", "acme", "--missed")
    #expect(try run("today").output.contains("apologise"))
    #expect(try run("letter", "dana", "--kind", "missed-appointment", "--show").output.contains("I must apologise"))
    try run("set", "dana", "language=fr")
    #expect(try run("script", "dana").output.contains("Je vous prie de m'excuser"))
    try run("add", "interview", "Acme", "role=Analyst", "with=Dana Reyes", "start=2026-03-13T10:00")
    #expect(try !rules().contains("practice.missed-interview"))
  }

  @Test func `one that is still ahead can be told of before, and undone`() throws {
    try run("heard", "acme", "--missed", day: "2026-03-09")
    #expect(try run("today", day: "2026-03-09").output.contains("apologise"))
    try run("undo")
    #expect(try !run("today", day: "2026-03-09").output.contains("apologise"))
    #expect(try rules("2026-03-11").contains("persistent.thank-you-note"))
  }

  @Test(arguments: ["--no-show", "--missed"])
  func `said twice it is the same interview, and those before it were held`(what: String) throws {
    try run("add", "interview", "Acme", "role=Analyst", "with=Dana Reyes", "start=2026-03-17T10:00")
    for _ in 0..<3 { try run("heard", "acme", what, day: "2026-03-17") }
    let missed = try run("list", "interviews", "--json").output.components(separatedBy: "\"missed_by\"").count - 1
    #expect(missed == 1)
    #expect(try run("history", "--json", day: "2026-03-17").output.components(separatedBy: what).count - 1 == 1)
  }

  @Test func `an apology that went out days before is not asked for again`() throws {
    try run("add", "interview", "Acme", "role=Analyst", "with=Dana Reyes", "start=2026-03-20T10:00")
    try run("heard", "acme", "--missed", "--on", "2026-03-20", day: "2026-03-12")
    try run("log", "email", "dana", "cannot come", "--kind", "missed-appointment", day: "2026-03-12")
    for day in ["2026-03-12", "2026-03-18", "2026-03-19", "2026-03-20", "2026-03-22"] {
      #expect(try !rules(day).contains("practice.missed-interview"), "\(day)")
    }
  }

  @Test(arguments: ["--from", "--feedback", "--channel"])
  func `what would not be kept is refused, with the command that keeps it`(option: String) throws {
    let value = option == "--channel" ? "call" : "dana"
    let refused = try run("heard", "acme", "--no-show", option, value, code: 2)
    #expect(refused.talk.contains("\(option) does not go with --no-show"), "\(refused.talk)")
    #expect(refused.talk.contains("log \(option == "--channel" ? "call" : "email") --received"))
    #expect(try rules() != ["practice.missed-interview"], "nothing was written")
  }

  @Test func `it is seen wherever the search is looked at`() throws {
    try run("heard", "acme", "--no-show")
    #expect(try run("timeline", "--plain").output.contains("2026-03-10\tmissed\tAcme"))
    #expect(try run("timeline").output.contains("! missed"))
    #expect(try run("show", "acme").output.contains("they did not come"))
  }

  @Test func `what is still to come was not missed by them, and who is waited for is told at once`() throws {
    try run("set", "interview:acme", "start=2026-03-20T10:00")
    #expect(try run("heard", "acme", "--no-show", code: 1).talk.contains("still to come"))
    #expect(try run("heard", "acme", "--no-show", "--on", "2026-03-20", code: 1).talk.contains("still to come"))
    try run("heard", "acme", "--missed")
    #expect(try run("today").output.contains("apologise"))
  }

  @Test func `what was said of an interview before is not overwritten by another`() throws {
    try run("heard", "acme", "--no-show")
    try run("add", "interview", "Acme", "role=Analyst", "with=Dana Reyes", "start=2026-03-14T10:00")
    #expect(try run("heard", "acme", "--missed", day: "2026-03-11").talk.contains("14 Mar"))
  }

  @Test func `where there is no interview it says so`() throws {
    try run("add", "opportunity", "organisation=acme", "role=Clerk")
    #expect(try run("heard", "clerk", "--no-show", code: 1).talk.contains("add interview"))
  }
}
