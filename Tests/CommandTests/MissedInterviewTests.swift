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
    #expect(try rules() == ["practice.missed-interview"])
    let letter = try run("letter", "dana", "--kind", "no-show", "--show").output
    #expect(letter.contains("We had agreed to speak on Tuesday, 10 March") && letter.contains("[gap: two or three"))
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

  @Test func `where there is no interview it says so`() throws {
    try run("add", "opportunity", "organisation=acme", "role=Clerk")
    #expect(try run("heard", "clerk", "--no-show", code: 1).talk.contains("add interview"))
  }
}
