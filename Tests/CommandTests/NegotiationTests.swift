import Foundation
import Testing

/// An offer that is talked about: its parts, the limit, what to say and write.
@Suite struct NegotiationTests {
  private let home: Home

  init() throws {
    home = try Home()
    try run("settings", "name", "Jo Vance")
    try run("add", "interview", "Acme", "role=Analyst", "with=Dana Reyes", "start=2026-03-02")
    try run("add", "interview", "Corvin", "role=Buyer", "with=Omar Idris", "start=2026-03-04")
    try run("heard", "acme", "--offer", "--deadline", "2026-03-20", "--from", "dana")
  }

  @discardableResult
  private func run(_ words: String..., input: String = "", code: Int32 = 0) throws -> Home.Outcome {
    let outcome = try home.run(words + ["--today", "2026-03-10"], variables: ["COLUMNS": "80"], input: input)
    #expect(outcome.code == code, "\(words): \(outcome.talk)")
    return outcome
  }

  private func lines(_ text: String) -> String {
    text.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
  }

  private func addTerms() throws {
    try run(
      "add", "term", "pay", "opportunity=acme", "offered=GBP 52000", "wanted=GBP 58000", "walk_away=GBP 54500",
      "grounds=the pay survey of the guild")
    try run("add", "term", "leave", "opportunity=acme", "offered=25 days", "wanted=28 days")
  }

  @Test func `the sheet has parts, limit, sentences with their sources, and what to leave out`() throws {
    try addTerms()
    try run("debrief", "acme", input: "\n52 to 56 thousand\n")
    let sheet = lines(try run("negotiate").output)
    for words in [
      "pay: they offer GBP 52000; you want GBP 58000; your limit: GBP 54500",
      "On pay your offer is GBP 52000; what I have in mind is GBP 58000. What speaks for it: the pay survey of the guild.",
      "(your wish and your grounds)", "When we spoke on Monday, 2 March, this was said about pay: 52 to 56 thousand.",
      "If there is no room in pay, can we look at leave?", "only below your limit", "Leave out your limit",
      "Corvin, Buyer is still open and named no day",
    ] {
      #expect(sheet.contains(words), "\(words) in \(sheet)")
    }
    #expect(try run("negotiate", "acme", "--json").output.contains("\"walk_away\" : \"GBP 54500\""))
    let plan = try run("plan", "--plain").output.split(separator: "\n").map {
      $0.split(separator: "\t").map(String.init)
    }
    let item = try #require(plan.first { $0[3] == "practice.acknowledge-offer" })
    #expect(lines(try run("script", item[0]).output).contains("you want GBP 58000"))
  }

  @Test func `a part is one row however often and on whichever machine it is added`() throws {
    try addTerms()
    try run("add", "term", "Pay", "opportunity=acme", "agreed=GBP 56000")
    #expect(try run("list", "terms", "--plain").output.split(separator: "\n").count == 2)
    #expect(try run("negotiate").output.contains("they offer GBP 52000"))
  }

  @Test func `letters carry the parts, and never the limit`() throws {
    try addTerms()
    let counter = lines(try run("letter", "dana", "--kind", "counter-offer", "--show").output)
    #expect(counter.contains("What I have in mind: GBP 58000 (pay); 28 days (leave)."), "\(counter)")
    #expect(!counter.contains("54500"))
    try run("set", "dana", "language=de")
    let german = lines(try run("letter", "dana", "--kind", "counter-offer", "--show").output)
    #expect(german.contains("GBP 58000 (Gehalt); 28 days (Urlaub)") && !german.contains("54500"), "\(german)")
    try run("set", "dana", "language=")
    try run("set", "term:pay", "agreed=GBP 56000")
    let acceptance = lines(try run("letter", "dana", "--kind", "acceptance", "--show").output)
    #expect(acceptance.contains("we agreed on this: GBP 56000 (pay); 25 days (leave)."), "\(acceptance)")
    try run("export", "coach.md", "--redact")
    #expect(try !String(contentsOfFile: home.path("coach.md"), encoding: .utf8).contains("54500"))
  }

  @Test func `nothing is said of an offer that is not there, of points that are none, by a day that is past`() throws {
    try run("add", "term", "pay", "opportunity=corvin", "wanted=GBP 48000")
    let before = lines(try run("negotiate", "corvin").output)
    #expect(before.contains("On pay what I have in mind is GBP 48000"), "\(before)")
    for untrue in ["the offer", "in writing", "I cannot accept"] { #expect(!before.contains(untrue), "\(before)") }
    #expect(try !run("negotiate", "acme").output.contains("Thank you again"), "nothing else is wanted yet")
    try run("add", "term", "leave", "opportunity=acme", "offered=25 days", "wanted=28 days")
    let one = lines(try run("negotiate", "acme").output)
    #expect(one.contains("there is one point") && one.contains("answer by Friday, 20 March"), "\(one)")
    try run("set", "opportunity:analyst", "deadline=2026-03-08")
    #expect(try !run("negotiate", "acme").output.contains("You will have my answer"))
    let letter = lines(try run("letter", "dana", "--kind", "offer-acknowledgement", "--show").output)
    #expect(letter.contains("[gap: the day you will answer]") && !letter.contains("8 March"), "\(letter)")
  }

  @Test func `an acceptance states what was offered and not spoken against, too`() throws {
    try run("add", "term", "pay", "opportunity=acme", "offered=GBP 52000", "wanted=GBP 58000", "agreed=GBP 56000")
    try run("add", "term", "leave", "opportunity=acme", "offered=25 days")
    let acceptance = lines(try run("letter", "dana", "--kind", "acceptance", "--show").output)
    #expect(acceptance.contains("we agreed on this: GBP 56000 (pay); 25 days (leave)."), "\(acceptance)")
  }

  @Test func `what is missing is asked for, part by part, and kept at once`() throws {
    let talk = try run("negotiate", "acme", "--ask", input: "GBP 52000\nGBP 58000\n\nthe survey\n10 %\n").talk
    #expect(talk.contains("Kept 4 answers"), "\(talk)")
    let sheet = lines(try run("negotiate").output)
    #expect(sheet.contains("bonus: they offer 10 %") && sheet.contains("what speaks for it: the survey"), "\(sheet)")
    #expect(try run("negotiate", "corvin").output.contains("Nothing yet on"))
  }

  @Test func `where no offer is open it says how one is told of`() throws {
    try run("heard", "acme", "--rejected")
    #expect(try run("negotiate", code: 1).talk.contains("--offer"))
  }
}
