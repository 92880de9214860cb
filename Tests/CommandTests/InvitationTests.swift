import Testing

/// Interviews to come, moved and called off, as messages say.
@Suite struct InvitationTests {
  @Test func `an invitation makes the interview to come, and nobody is thanked before`() throws {
    let papers = try Papers(Home(), interview: false)
    let said = try papers.take("invitation.eml", Papers.invitation, on: "2026-09-24").talk
    #expect(said.contains("To come: Interview 1 Oct at Larch House, with Marcus Oyelaran, Yuki Tanaka."))
    let before = try papers.plan(on: "2026-09-30")
    #expect(before.contains("prepare: Larch House") && !before.contains("thank-you"))
    let after = try papers.plan(on: "2026-10-02")
    #expect(after.contains("thank-you note: Marcus Oyelaran") && after.contains("thank-you note: Yuki Tanaka"))
    #expect(!after.contains("Claire"))
  }

  @Test func `moved, it is the same interview on the new day; called off, it is planned nowhere`() throws {
    let papers = try Papers(Home(), interview: false)
    try papers.take("invitation.eml", Papers.invitation, on: "2026-09-24")
    let said = try papers.take("moved.eml", Papers.moved, on: "2026-09-28").talk
    #expect(said.contains("Moved from Thu 1 Oct 10:30 to Fri 2 Oct 14:00"))
    let interviews = try papers.list("interviews")
    #expect(interviews.count == 1 && interviews[0].contains("2 Oct"))
    #expect(try papers.take("cancelled.eml", Papers.cancelled, on: "2026-09-30").talk.contains("Called off"))
    let plan = try papers.plan(on: "2026-10-03")
    #expect(!plan.contains("prepare") && !plan.contains("thank-you"))
    #expect(try papers.plan(on: "2026-10-01").contains("Called off: Interview 2 Oct at Larch House"))
    #expect(try papers.home.run("undo").code == 0)
    #expect(try papers.plan(on: "2026-10-01").contains("prepare"))
  }

  @Test func `a change of an interview that is not known is kept and said`() throws {
    let papers = try Papers(Home(), interview: false)
    #expect(try papers.take("cancelled.eml", Papers.cancelled, on: "2026-09-30").talk.contains("not recorded here"))
    #expect(try papers.list("interviews").isEmpty)
  }
}
