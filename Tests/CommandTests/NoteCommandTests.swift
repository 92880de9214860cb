import Foundation
import Testing

/// `note`: one command, one line, understood.
@Suite struct NoteCommandTests {
  private func note(_ papers: Papers, _ words: String..., input: String = "") throws -> Home.Outcome {
    try papers.home.run(["note"] + words + ["--today", "2026-09-15"], input: input)
  }

  @Test func `a call that was jotted down is a touch with the person named, undone as one`() throws {
    let papers = try Papers(Home())
    let said = try note(papers, "nadia", "left a voicemail")
    #expect(said.code == 0 && said.talk.contains("Noted: Call 15 Sep with Nadia Okafor. Undo: afterword undo"))
    #expect(try papers.list("touches").count == 1)
    #expect(try note(papers, "nadia", "left a voicemail").talk.contains("Noted already"))
    #expect(try papers.home.run("undo").code == 0)
    #expect(try papers.list("touches").isEmpty)
  }

  @Test func `whom the words name is recognised, and no interview is made of a remark`() throws {
    let papers = try Papers(Home())
    #expect(try note(papers, "rang Nadia, she needs two more days").talk.contains("Call 15 Sep with Nadia Okafor"))
    #expect(try note(papers, "pellam", "they will decide by Monday").talk.contains("Mon 21 Sep"))
    #expect(try note(papers, "remember the parking behind the house").talk.contains("Kept as text"))
    #expect(try papers.list("interviews").count == 1)
  }

  @Test func `the same words about somebody else are another note`() throws {
    let papers = try Papers(Home())
    _ = try papers.home.run("add", "organisation", "Bolt Ltd")
    #expect(try !note(papers, "pellam", "left a voicemail").talk.contains("Noted already"))
    #expect(try !note(papers, "bolt", "left a voicemail").talk.contains("Noted already"))
    #expect(try note(papers, "bolt", "left a voicemail").talk.contains("Noted already"))
  }

  @Test func `an interview that is told of is one`() throws {
    let papers = try Papers(Home())
    let said = try note(
      papers, "-", input: "Interview with Bolt Ltd for the fitter job: met Joe Ham. They asked about welding.\n")
    #expect(said.talk.contains("Interview 15 Sep at Bolt Ltd"))
    #expect(try papers.plan(on: "2026-09-16").contains("thank-you note: Joe Ham"))
  }

  @Test(arguments: [
    "got the job at Pellam!", "Pellam gave me the job", "withdrew from Pellam", "no from Pellam", "Pellam hat abgesagt",
    "Pellam a refusé", "rejected by Pellam today", "Nadia rang, they've gone with someone else",
  ])
  func `news of somebody who is known is theirs, done or asked about, and makes nobody new`(words: String) throws {
    let papers = try Papers(Home())
    let counts = { try ["organisations", "opportunities", "interviews"].map { try papers.list($0).count } }
    let before = try counts()
    let said = try note(papers, words)
    #expect(said.talk.contains("Pellam") && !said.talk.contains("unknown"), "\(said.talk)")
    #expect(!said.talk.contains("Kept as text"), "\(said.talk)")
    #expect(try counts() == before)
  }

  @Test(arguments: ["I'll ring Nadia on Thursday", "must ring Nadia by Friday", "ich rufe Nadia am Donnerstag an"])
  func `what I do by a day is no word of theirs`(words: String) throws {
    let papers = try Papers(Home())
    let theirs = { try papers.home.run("promises", "--json").output.components(separatedBy: "\"them\"").count }
    let before = try theirs()
    _ = try note(papers, words)
    #expect(try theirs() == before)
  }

  @Test(arguments: [
    "no decision before Christmas", "no rush", "no, you can park at the back", "no, the 9th is not possible",
  ])
  func `a no that goes on is asked about, never taken for the end`(rest: String) throws {
    let papers = try Papers(Home())
    _ = try note(papers, "Pellam said \(rest)")
    #expect(try !papers.home.run("list", "opportunities", "--plain").output.contains("rejected"))
  }

  @Test func `a firm and one of its people that are called alike are no riddle`() throws {
    let papers = try Papers(Home())
    _ = try papers.home.run("add", "organisation", "Kessler Tools")
    _ = try papers.home.run("add", "person", "Jo Kessler", "organisation=Kessler Tools")
    let said = try note(papers, "kessler", "left a voicemail")
    #expect(said.code == 0 && said.talk.contains("Noted"), "\(said.talk)")
  }

  @Test func `a thank-you to somebody of the firm is the thank-you, whoever was met`() throws {
    let home = try Home()
    for line in [
      "add organisation Acme", "add person \"Carla Nunes\" organisation=acme",
      "add opportunity Clerk organisation=acme stage=interviewing",
      "add interview opportunity=clerk start=\"2026-09-14 10:00\"",
    ] { #expect(try home.run(Transcript.words(line) + ["--today", "2026-09-15"]).code == 0) }
    #expect(try home.run("today", "--today", "2026-09-15").output.contains("thank-you"))
    _ = try home.run("log", "email", "carla", "thank you for the interview", "--today", "2026-09-15")
    #expect(try !home.run("today", "--today", "2026-09-15").output.contains("thank-you"))
  }

  @Test func `nothing typed is nothing noted`() throws {
    let papers = try Papers(Home())
    #expect(try note(papers, input: "  \n").code == 2)
    #expect(try papers.home.run("list", "documents").output.contains("pellam.md"))
  }

  @Test func `each remark of a day is kept, whoever it is about`() throws {
    let home = try Home()
    for words in [["organisation", "Brill"], ["person", "Ed Noakes", "organisation=brill"]] {
      #expect(try home.run(["add"] + words).code == 0)
    }
    let remarks = [
      "rang, left a message", "called again, no answer", "rang Ed, he will write by friday", "Ed likes rowing",
    ]
    for remark in remarks { #expect(try home.run("note", "ed", remark, "--today", "2026-09-23").code == 0) }
    for word in ["message", "again", "write", "rowing"] {
      #expect(try home.run("find", word).output.contains("note of 2026-09-23"), "\(word)")
    }
    #expect(try home.run("list", "documents", "--plain").output.split(separator: "\n").count == remarks.count)
    #expect(try home.run("note", "ed", remarks[0], "--today", "2026-09-23").talk.contains("already"))
  }
}
