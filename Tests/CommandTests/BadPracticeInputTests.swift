import Foundation
import Testing

/// What cannot be used gives a clear message, and nothing is half-saved.
@Suite struct BadPracticeInputTests {
  private let home: Home

  /// Acme, with as many interviewers as are named, met on 10 March 2026.
  init() throws {
    home = try Home()
    try add("organisation", "Acme")
    try add("opportunity", "Head of Sales", "organisation=acme")
    try add("interview", "opportunity=acme", "start=2026-03-10T10:00")
    try meet("Dana Reyes")
  }

  private func add(_ words: String...) throws {
    #expect(try home.run(["add"] + words + ["--today", "2026-03-10"]).code == 0)
  }

  private func meet(_ name: String, _ fields: String...) throws {
    #expect(try home.run(["add", "person", name, "organisation=acme"] + fields + ["--today", "2026-03-10"]).code == 0)
    try add("participation", "interview=acme", "person=\(name)", "part=interviewer")
  }

  /// What a command says that must fail and leave the history as it was.
  private func refused(
    _ words: String..., code: Int32, input: String = "", variables: [String: String] = [:],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    let before = try home.run("history", "--plain").output
    let outcome = try home.run(words + ["--today", "2026-03-11"], variables: variables, input: input)
    #expect(outcome.code == code, "\(outcome.talk)", sourceLocation: sourceLocation)
    #expect(try home.run("history", "--plain").output == before, sourceLocation: sourceLocation)
    return outcome.talk
  }

  @Test(arguments: [
    ("use persistent.nothing\n", "line 3: unknown rule “persistent.nothing”", "    ^"),
    ("rule a\n  anchor interview\n  after -3d\n", "line 5: “-3d” is negative", "        ^"),
    ("rule a\n  anchor b\nrule b\n  anchor a\n", "line 6: a cycle: a → b → a", "         ^"),
    ("rule a\n  anchor nowhere\n", "line 4: unknown rule “nowhere”", "         ^"),
    ("rule a\n  anchor interview\n  draft poem\n", "line 5: unknown draft “poem”", "        ^"),
  ])
  func `a playbook file that is wrong is refused with its line and a caret`(
    rules: String, message: String, caret: String
  ) throws {
    let talk = try refused("playbook", "add", "-", code: 3, input: "playbook mine\n\n" + rules)
    #expect(talk.contains(message), "\(talk)")
    let lines = talk.split(separator: "\n")
    #expect(lines.last.map { $0.dropFirst(2) } == caret[...], "\(talk)")
    #expect(try home.run("playbook", "list").output.contains("mine") == false)
  }

  @Test func `a placeholder that names no field is refused with its place when the wording is set`() throws {
    let talk = try refused("add", "setting", "template.thank-you", "value=Dear {person.nickname},", code: 3)
    #expect(talk.contains("line 1: “person” has no field “nickname”; it has name, salutation,"), "\(talk)")
    #expect(talk.contains("\n        ^"), "\(talk)")
  }

  @Test func `an editor that fails or changes nothing saves nothing`() throws {
    #expect(try refused("letter", "dana", code: 1, variables: ["EDITOR": "false"]).contains("editor"))
    #expect(try refused("letter", "dana", code: 0, variables: ["EDITOR": "true"]).contains("nothing was saved"))
  }

  @Test func `what matches nothing or several says so`() throws {
    #expect(try refused("done", "zzzz", code: 1).contains("Nothing is called \"zzzz\""))
    for number in 1...16 { try meet("Panelist \(number) Of Many") }
    let talk = try refused("skip", "panelist", code: 2)
    #expect(talk.contains(" follow-ups:"), "\(talk)")
    #expect(talk.contains("thank-you note: Panelist"), "\(talk)")
  }

  @Test func `an interview without a day asks for it, one ahead is prepared, neither is followed up`() throws {
    try add("opportunity", "Coach", "organisation=acme")
    try add("interview", "opportunity=coach")
    try add("interview", "opportunity=coach", "start=2026-04-01")
    let plan = try home.run("plan", "coach", "--plain", "--today", "2026-03-11").output
    let rules = plan.split(separator: "\n").map { $0.split(separator: "\t")[3] }
    #expect(rules == ["practice.undated-interview", "persistent.prepare"])
    #expect(try refused("add", "interview", "opportunity=coach", "start=soonish", code: 2).contains("soonish"))
  }

  @Test func `a person without an address is written to on paper, and said to lack one`() throws {
    let today = try home.run("today", "--today", "2026-03-11").output
    #expect(today.contains("No e-mail address yet of 1 person"))
    let why = try home.run("why", "dana", "--today", "2026-03-11").output
    #expect(why.contains("needs an e-mail address of Dana Reyes: none recorded"))
    let mail = try home.run("letter", "dana", "--eml", "--today", "2026-03-11")
    #expect(mail.code == 0)
    #expect(!mail.output.contains("\r\nTo:"))
    #expect(mail.output.hasPrefix("Subject: "))
  }

  @Test func `an address that a mail header cannot hold is said to be left out`() throws {
    try meet("Rene Dupont", "email=rené@acmé.example")
    let mail = try home.run("letter", "rene", "--eml", "--today", "2026-03-11")
    #expect(!mail.output.contains("\r\nTo:"))
    #expect(mail.talk.contains("rené@acmé.example"))
  }
}
