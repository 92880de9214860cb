import Testing

/// Who was called otherwise, or worked elsewhere, stays known.
@Suite struct FormerNameTests {
  @Test func `a former name is found, and notes that use it mean the same row`() throws {
    let papers = try Papers(Home())
    _ = try papers.home.run("set", "nadia", "name=Nadia Reyes")
    _ = try papers.home.run("set", "pellam", "name=Tarn Power")
    #expect(try papers.home.run("find", "okafor").output.contains("Nadia Reyes"))
    #expect(try papers.home.run("find", "pellam").output.contains("Tarn Power"))
    try papers.take(
      "later.md",
      "# Pellam Energy - Analyst\n20 Sep 2026, onsite\n\nInterviewer: Nadia Okafor\nThey asked about pumps.\n",
      on: "2026-09-20")
    #expect(try papers.list("people").count == 2 && papers.list("organisations").count == 1)
    #expect(try papers.home.run("show", "nadia").output.contains("Nadia Reyes"))
  }

  @Test func `a name that was taken back at once was never one`() throws {
    let papers = try Papers(Home())
    _ = try papers.home.run("set", "nadia", "name=Xylophone")
    _ = try papers.home.run("undo")
    let found = try papers.home.run("find", "xylophone")
    #expect(found.code == 0 && found.output.isEmpty && found.talk.contains("xylophone"))
  }

  @Test func `somebody who changed firms is one person`() throws {
    let papers = try Papers(Home())
    _ = try papers.home.run("add", "organisation", "Tarn Power")
    _ = try papers.home.run("set", "nadia", "organisation=tarn")
    try papers.take(
      "later.md",
      "# Pellam Energy - Analyst\n20 Sep 2026, onsite\n\nInterviewer: Nadia Okafor\nThey asked about pumps.\n",
      on: "2026-09-20")
    #expect(try papers.list("people").count == 2)
  }
}
