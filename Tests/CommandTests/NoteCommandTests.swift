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

  @Test func `nothing typed is nothing noted`() throws {
    let papers = try Papers(Home())
    #expect(try note(papers, input: "  \n").code == 2)
    #expect(try papers.home.run("list", "documents").output.contains("pellam.md"))
  }
}
