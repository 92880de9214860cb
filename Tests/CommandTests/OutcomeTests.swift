import Foundation
import Testing

/// What papers tell of how a search stands: done where it is sure and said, asked where it is not, undone as one.
@Suite struct OutcomeTests {
  @Test func `a no closes the search, keeps its words and plans the thanks; one undo takes it all back`() throws {
    let papers = try Papers(Home())
    let said = try papers.take("no.eml", Papers.no, on: "2026-09-22").talk
    #expect(said.contains("A no from Nadia Okafor, Pellam Energy — Analyst, Tue 22 Sep. The search is closed"))
    #expect(try papers.list("opportunities").contains { $0.contains("rejected") })
    let plan = try papers.plan(on: "2026-09-23")
    #expect(plan.contains("after a no: Nadia Okafor") && !plan.contains("silence"))
    #expect(try papers.home.run("list", "touches", "--json").output.contains("who has more experience with SCADA"))
    #expect(try papers.home.run("undo", "--today", "2026-09-23").code == 0)
    #expect(try papers.list("touches").isEmpty)
    #expect(try papers.list("opportunities").contains { $0.contains("interviewing") })
    #expect(try papers.plan(on: "2026-09-23").contains("break the silence: Nadia Okafor"))
  }

  @Test func `an offer has its deadline as mine`() throws {
    let papers = try Papers(Home())
    let said = try papers.take("offer.eml", Papers.offer, on: "2026-09-23").talk
    #expect(said.contains("An offer from Carla Mendes, Finch Foods — Line lead, Wed 23 Sep, to answer by Wed 30 Sep."))
    let offers = try papers.home.run("offers", "--today", "2026-09-24").output
    #expect(offers.contains("GBP 38000/year  answer by Wed 30 Sep"), "\(offers)")
    #expect(try !papers.home.run("promises", "--today", "2026-09-24").output.contains("Finch"))
    let plan = try papers.plan(on: "2026-09-24")
    #expect(plan.contains("answer the offer: Carla Mendes") && !plan.contains("silence: Carla"))
  }

  @Test func `an application that arrived is no interview`() throws {
    let papers = try Papers(Home(), interview: false)
    let said = try papers.take("ack.eml", Papers.application, on: "2026-09-30").talk
    #expect(said.contains("Applied: Quarry Works — Site Planner, Wed 30 Sep."))
    #expect(try papers.list("opportunities").contains { $0.contains("applied") })
    #expect(try papers.list("interviews").isEmpty && papers.list("people").isEmpty)
    #expect(try papers.plan(on: "2026-10-01").contains("Nothing is planned"))
  }

  @Test func `an offer is one whatever else is said of interviews after it`() throws {
    let papers = try Papers(Home(), interview: false)
    let words = "Please let us"
    let offer = Papers.offer.replacing(words, with: "No second interview is needed after all. " + words)
    #expect(try papers.take("offer.eml", offer, on: "2026-09-23").talk.contains("An offer from Carla Mendes"))
  }

  @Test func `a no counts though an interview that was typed before it is still to come`() throws {
    let papers = try Papers(Home(), interview: false)
    let day = "2026-09-22"
    let interview = [
      "add", "interview", "Pellam Energy", "role=Analyst", "with=Nadia Okafor", "start=2026-09-29T10:00",
    ]
    #expect(try papers.home.run(interview + ["--today", day]).code == 0)
    #expect(try papers.take("no.eml", Papers.no, on: day).talk.contains("A no from Nadia Okafor"))
    #expect(try papers.list("opportunities").contains { $0.contains("rejected") })
  }

  @Test func `what was set by hand stays, and the paper is asked about, on both machines at once`() throws {
    let (laptop, desktop) = (try Papers(Home()), try Papers(Home()))
    for papers in [laptop, desktop] {
      _ = try papers.home.run("heard", "pellam", "--accepted", "--today", "2026-09-20")
      let said = try papers.take("no.eml", Papers.no, on: "2026-09-22").talk
      #expect(said.contains("To be decided: A no from Nadia Okafor"))
      #expect(try papers.list("opportunities").contains { $0.contains("accepted") })
    }
    _ = try laptop.home.run("export", "laptop.afterword")
    let bundle = laptop.home.path("laptop.afterword")
    #expect(try desktop.home.run("import", bundle, "--yes", "--today", "2026-09-23").code == 0)
    let waiting = try desktop.home.run("proposals", "--today", "2026-09-23").output
    #expect(waiting.components(separatedBy: "A no from").count == 2)
    let id = String(waiting.prefix(8))
    #expect(try desktop.home.run("proposals", "--decline", id, "--today", "2026-09-23").code == 0)
    _ = try desktop.home.run("export", "desktop.afterword")
    let back = desktop.home.path("desktop.afterword")
    #expect(try laptop.home.run("import", back, "--yes", "--today", "2026-09-24").code == 0)
    #expect(try laptop.home.run("proposals").output.contains("Nothing waits"))
  }

  @Test func `what is not sure is done by one word, and undone`() throws {
    let papers = try Papers.withOffer()
    #expect(try papers.take("refusal.eml", Papers.refusal, on: "2026-09-30").talk.contains("To be decided"))
    #expect(try papers.list("opportunities").allSatisfy { !$0.contains("rejected") })
    let id = String(try papers.home.run("proposals", "--today", "2026-10-01").output.prefix(8))
    let said = try papers.home.run("proposals", "--accept", id, "--today", "2026-10-01")
    #expect(said.code == 0 && said.talk.contains("Undo: afterword undo"))
    #expect(try papers.list("opportunities").contains { $0.contains("rejected") })
    #expect(try papers.home.run("undo").code == 0)
    #expect(try papers.home.run("proposals").output.contains("Ostrava Glass"))
    #expect(try papers.home.run("proposals", "--accept", "zzzz").code == 1)
    // One that is written before another fails is told.
    let half = try papers.home.run("proposals", "--accept", id, "zzzz", "--json", "--today", "2026-10-01")
    #expect(half.code == 1 && half.output.contains("rejected"), "\(half.output)")
  }

  @Test func `papers in any order end alike`() throws {
    let all = [
      ("a.eml", Papers.delay), ("b.eml", Papers.thanks), ("c.eml", Papers.no), ("d.md", Papers.interview),
    ]
    let ends = try [all, all.reversed()].map { order in
      let papers = try Papers(Home(), interview: false)
      for (name, text) in order { try papers.home.write("in-" + name, text) }
      _ = try papers.home.run(["import"] + order.map { "in-" + $0.0 } + ["--today", "2026-09-23"])
      return try papers.plan(on: "2026-09-23")
    }
    #expect(ends[0] == ends[1] && ends[0].contains("after a no: Nadia Okafor"))
  }
}
