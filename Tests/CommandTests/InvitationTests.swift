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

  @Test(arguments: [
    "Can we push Thursday back to Friday 2 October at 2pm instead? Same place.",
    "I'm afraid something has come up on Thursday. Would Friday 2 October at 2pm work for you?",
    "I need to rearrange. Are you free on Friday 2 October at 2pm instead of Thursday?",
    "I'm so sorry, the director can't make Thursday. Could you do Friday 2 October at 2pm?",
  ])
  func `an ordinary sentence moves the interview that is to come, and makes no second`(words: String) throws {
    let papers = try Papers(Home(), interview: false)
    try papers.take("invitation.eml", Papers.invitation, on: "2026-09-24")
    let mail = Papers.moved.replacing("m1@", with: "m2@").split(separator: "\n\n", maxSplits: 1)
    let text = "\(mail[0])\n\nDear Sam,\n\n\(words)\n\nBest wishes\nClaire\n"
    let said = try papers.take("push.eml", text, on: "2026-09-28").talk
    let interviews = try papers.list("interviews")
    #expect(interviews.count == 1 && interviews[0].contains("2 Oct"), "\(said) \(interviews)")
  }

  @Test(arguments: [
    "Claire moved it to Friday.", "Claire rang, can we do Friday at 3 instead.",

  ])
  func `a remark about it asks whether the interview that is to come is moved`(words: String) throws {
    let papers = try Papers(Home(), interview: false)
    try papers.take("invitation.eml", Papers.invitation, on: "2026-09-24")
    let said = try papers.home.run("note", "larch", words, "--today", "2026-09-28").talk
    #expect(said.contains("To be decided: Moved from Thu 1 Oct 10:30 to Fri 2 Oct"), "\(said)")
    let proposal = String(try papers.home.run("proposals", "--today", "2026-09-28").output.prefix(8))
    #expect(try papers.home.run("proposals", "--accept", proposal, "--today", "2026-09-28").code == 0)
    let interviews = try papers.list("interviews")
    #expect(interviews.count == 1 && interviews[0].contains("2 Oct"), "\(interviews)")
    for other in ["Claire will move heaven and earth to tell me by Thursday.", "Moved my bike on Thursday"] {
      _ = try papers.home.run("note", "larch", other, "--today", "2026-09-29")
      #expect(try papers.list("interviews") == interviews, "\(other)")
    }
  }

  private func reply(_ words: String) -> String {
    let head = Papers.moved.split(separator: "\n\n", maxSplits: 1)[0]
    return "\(head)\n\nDear Sam,\n\n\(words)\n\nBest wishes\nClaire\n"
  }

  @Test(arguments: [
    "I'm afraid I have to cancel Thursday, Marcus is off sick.", "Sorry, we have to call off 1 October. More soon.",
  ])
  func `a mail that calls off its day in words that do not name it calls it off`(words: String) throws {
    let papers = try Papers(Home(), interview: false)
    try papers.take("invitation.eml", Papers.invitation, on: "2026-09-24")
    #expect(try papers.take("off.eml", reply(words), on: "2026-09-28").talk.contains("Called off"), "\(words)")
    #expect(try !papers.plan(on: "2026-10-03").contains("thank-you"))
  }

  @Test func `what else is cancelled calls off no interview`() throws {
    let papers = try Papers(Home(), interview: false)
    try papers.take("invitation.eml", Papers.invitation, on: "2026-09-24")
    let words = "The train strike is cancelled. So see you on Thursday 1 October at 10:30!"
    #expect(try !papers.take("on.eml", reply(words), on: "2026-09-28").talk.contains("Called off"))
  }

  @Test func `a mail that quotes the day before it was moved asks whether it is`() throws {
    let papers = try Papers(Home(), interview: false)
    try papers.take("invitation.eml", Papers.invitation, on: "2026-09-24")
    let words =
      "Sorry, Marcus has been called to Leeds on Thursday. Could we push it back a day to Friday 2 October, 11.30am?\n\nOn Fri, 25 Sep 2026 Sam Field wrote:\n"
      + "> Thursday 1 October at 10:30 works for me, thank you."
    let said = try papers.take("push.eml", reply(words), on: "2026-09-28").talk
    let interviews = try papers.list("interviews")
    #expect(interviews.count == 1, "\(interviews)")
    #expect(interviews[0].contains("2 Oct") || said.contains("Moved from Thu 1 Oct 10:30 to Fri 2 Oct"), "\(said)")
  }

  @Test func `a change of an interview that is not known is kept and said`() throws {
    let papers = try Papers(Home(), interview: false)
    #expect(try papers.take("cancelled.eml", Papers.cancelled, on: "2026-09-30").talk.contains("not recorded here"))
    #expect(try papers.list("interviews").isEmpty)
  }

  @Test func `the same message again, in a mailbox, moves nothing back`() throws {
    let papers = try Papers(Home(), interview: false)
    try papers.take("invitation.eml", Papers.invitation, on: "2026-09-24")
    try papers.take("moved.eml", Papers.moved, on: "2026-09-28")
    let id = try #require(papers.list("interviews").first?.split(separator: "\t").first).description
    #expect(try papers.home.run("set", id, "start=2026-10-05", "--today", "2026-09-29").code == 0)
    let mailbox = [Papers.invitation, Papers.moved].map { "From claire Mon Sep 28 10:00:00 2026\n\($0)\n" }
    let said = try papers.take("search.mbox", mailbox.joined(separator: "\n"), on: "2026-09-29").talk
    #expect(!said.contains("Moved"), "\(said)")
    let interviews = try papers.list("interviews")
    #expect(interviews.count == 1 && interviews[0].contains("5 Oct"), "\(interviews)")
  }

  @Test(arguments: ["99999999999999999999", "9223372036854775807", "-1", "x", ""])
  func `a calendar counts its changes as it likes`(sequence: String) throws {
    func calendar(_ day: String, _ sequence: String, _ status: String = "CONFIRMED") -> String {
      [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "BEGIN:VEVENT", "UID:i1@larch.example", "SEQUENCE:\(sequence)",
        "STATUS:\(status)", "SUMMARY:Interview: Grid Analyst at Larch House", "DTSTART:202610\(day)T103000Z",
        "END:VEVENT", "END:VCALENDAR", "",
      ].joined(separator: "\r\n")
    }
    let papers = try Papers(Home(), interview: false)
    for (name, text) in [
      ("a", calendar("01", "0")), ("b", calendar("02", sequence)), ("c", calendar("02", sequence, "CANCELLED")),
    ] {
      let outcome = try papers.take("\(name).ics", text, on: "2026-09-24")
      #expect(outcome.code == 0, "\(outcome.talk)")
    }
    #expect(try papers.list("interviews").count == 1)
  }
}
