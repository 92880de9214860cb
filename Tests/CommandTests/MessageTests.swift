import Testing

/// Mails, calls and messages: what was said or sent, never an interview.
@Suite struct MessageTests {
  @Test func `a thank-you that I sent closes the thank-you, and makes nothing else`() throws {
    let papers = try Papers(Home())
    #expect(try papers.plan(on: "2026-09-10").contains("thank-you note: Nadia Okafor"))
    #expect(try papers.take("sent.eml", Papers.thanks, on: "2026-09-10").talk.contains("Read 1 note: 1 touch."))
    let plan = try papers.plan(on: "2026-09-11")
    #expect(!plan.contains("thank-you note: Nadia Okafor") && plan.contains("thank-you note: Piet Doorn"))
    #expect(try papers.list("interviews").count == 1 && papers.list("people").count == 2)
    let touches = try papers.home.run("list", "touches", "--json").output
    #expect(touches.contains("\"sent\"") && touches.contains("t1@field.example"))
  }

  @Test func `word from them closes the wait, and their new day moves it with its slip`() throws {
    let papers = try Papers(Home())
    #expect(try papers.plan(on: "2026-09-22").contains("break the silence: Nadia Okafor"))
    #expect(try papers.take("delay.eml", Papers.delay, on: "2026-09-17").talk.contains("by Wed 23 Sep"))
    let promises = try papers.home.run("promises", "--today", "2026-09-22").output
    #expect(promises.contains("Wed 23 Sep") && !promises.contains("18 Sep  "))
    #expect(try papers.list("promises").count == 1)
    #expect(try !papers.home.run("today", "--all", "--today", "2026-09-22").output.contains("silence"))
    #expect(try papers.plan(on: "2026-09-26").contains("break the silence: Nadia Okafor"))
  }

  @Test func `the same mail in another folder, in a mailbox and on another machine is one touch`() throws {
    let (laptop, desktop) = (try Papers(Home()), try Papers(Home()))
    for (number, papers) in [laptop, desktop].enumerated() {
      try papers.take("delay.eml", Papers.delay, on: "2026-09-17")
      // Another program writes other fields into the head.
      try papers.take("copy.eml", "X-Folder: Jobs\n" + Papers.delay, on: "2026-09-18")
      try papers.take(
        "box\(number)", "From nadia Thu Sep 17 2026\n\(Papers.delay)\n\nFrom sam Thu Sep 10 2026\n\(Papers.thanks)\n",
        on: "2026-09-19")
      #expect(try papers.list("touches").count == 2)
    }
    _ = try laptop.home.run("export", "laptop.afterword")
    let bundle = laptop.home.path("laptop.afterword")
    #expect(try desktop.home.run("import", bundle, "--yes", "--today", "2026-09-20").code == 0)
    #expect(try desktop.list("touches").count == 2)
    #expect(try desktop.home.run("conflicts").talk == "No conflicts.\n")
    #expect(try desktop.home.run("promises", "--today", "2026-09-20").output.contains("Wed 23 Sep"))
  }

  @Test func `a mail that was logged by hand already is that touch`() throws {
    let papers = try Papers(Home())
    _ = try papers.home.run("log", "email", "nadia", "thanks", "--kind", "thank-you", "--today", "2026-09-10")
    try papers.take("sent.eml", Papers.thanks, on: "2026-09-11")
    let touches = try papers.list("touches")
    #expect(touches.count == 1 && touches[0].contains("thanks"))
  }

  @Test func `calls and mails that were noted down are touches with whom they name`() throws {
    let papers = try Papers(Home())
    for (line, channel) in [
      ("rang Nadia Okafor, Pellam Energy. left a voicemail", "Call"),
      ("email from Nadia Okafor at Pellam Energy: they need more time", "Email"),
      ("Nadia rang", "Call"), ("wrote to Nadia to thank her", "Email"),
    ] {
      let day = "2026-09-1\(line.count % 5 + 1)"
      try papers.take("\(line.prefix(9)).txt", "\(day) \(line)\n", on: day)
      #expect(try papers.list("touches").contains { $0.contains(channel) && $0.contains("Nadia Okafor") }, "\(line)")
    }
    #expect(try papers.list("interviews").count == 1 && papers.list("people").count == 2)
  }

  @Test func `private mail of unknown people and a mail dated in the future make nothing of a day`() throws {
    let papers = try Papers(Home())
    let dentist = Papers.mail(
      from: "Dr Tooth <desk@tooth.example>", "Your check-up", on: "Mon, 14 Sep", id: "x1@tooth.example",
      "Dear Mr Field,\n\nyour teeth are due for their yearly check-up. Please ring us.\n\nThe practice\n")
    try papers.take("dentist.eml", dentist, on: "2026-09-14")
    #expect(try papers.list("touches").isEmpty && papers.list("people").count == 2)
    let forged = Papers.delay.replacing("17 Sep 2026", with: "17 Sep 2031")
    let said = try papers.take("forged.eml", forged, on: "2026-09-17")
    #expect(said.talk.contains("without a day"))
    #expect(try papers.home.run("promises", "--today", "2026-09-17").output.contains("Fri 18 Sep"))
  }
}
