import Testing

/// One message that answers several follow-ups: what it says is done with it, and nothing else.
@Suite struct OneMessageTests {
  private static let day = ["--today", "2026-06-11"]
  private let home: Home

  init() throws {
    home = try Home()
    _ = try home.run(["settings", "name", "Sam Rees"] + Self.day)
    _ = try home.run(
      ["add", "interview", "Acme", "role=Engineer", "with=Dana Reyes", "start=2026-06-10"] + Self.day)
  }

  private func run(_ words: String...) throws -> String {
    let outcome = try home.run(words + Self.day)
    #expect(outcome.code == 0, "\(words): \(outcome.talk)")
    return outcome.output + outcome.talk
  }

  private func addConcern() throws {
    _ = try run(
      "add", "finding", "my figures on pipeline quality", "kind=concern", "judgement=substantial", "interview=acme",
      "remedy=the pipeline report")
  }

  private func keepLetter() throws {
    _ = try run("today")
    try home.write("text", "Dear Dana, thank you for Wednesday.")
    _ = try run("letter", "1", "--text", "text")
  }

  @Test func `what came up after the letter was written is still to be said`() throws {
    try keepLetter()
    try addConcern()
    #expect(try run("today").contains("thank-you note and repair a bad impression"))
    let sent = try run("letter", "sent", "dana")
    #expect(sent.contains("Closed: thank-you note: Dana Reyes"), "\(sent)")
    let page = try run("today")
    #expect(page.contains("repair a bad impression") && !page.contains("thank-you note"), "\(page)")
  }

  @Test func `what the letter said for both is done with it`() throws {
    try addConcern()
    try keepLetter()
    _ = try run("letter", "sent", "dana")
    #expect(try run("today").contains("nothing is due"))
    _ = try run("undo")
    #expect(try run("today").contains("thank-you note and repair a bad impression"))
  }

  @Test func `a follow-up is put off by so many days, not by the id that they could be`() throws {
    _ = try run("today")
    #expect(try run("snooze", "1", "3d").contains("Sun 14 Jun"))
    #expect(try run("today").contains("nothing is due"))
  }

  @Test func `a search put off stays so when it turns out to be another`() throws {
    _ = try run("add", "opportunity", "Engineer II", "organisation=acme")
    let outcome = try run("pause", "engineer ii", "until", "2 jul")
    #expect(outcome.contains("rests until Thu 2 Jul"), "\(outcome)")
    let both = try home.run(["list", "opportunities", "--json"] + Self.day).output
    #expect(both.contains("2026-07-02"), "\(both)")
    let joined = try home.run(["join", "opportunity:engineer", "opportunity:engineer ii", "--yes"] + Self.day)
    #expect(joined.code == 0, "\(joined.talk)")
    #expect(try run("today").contains("nothing is due"))
  }

  @Test func `the day until which all rests is a day to come`() throws {
    for words in [
      ["settings", "pause", "nonsense"], ["settings", "pause", "2026-02-30"], ["pause", "until", "yesterday"],
    ] {
      let outcome = try home.run(words + Self.day)
      #expect(outcome.code != 0 && !outcome.talk.isEmpty, "\(words): \(outcome.talk)")
    }
    #expect(try run("today").contains("thank-you note"))
    #expect(try run("pause", "until", "2026-08-01").contains("Everything rests"))
    #expect(try run("today").contains("Everything rests until Sat 1 Aug: afterword pause --end"))
  }
}
