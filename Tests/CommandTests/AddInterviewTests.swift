import Testing

/// An interview with all that was told of it, in one command.
@Suite struct AddInterviewTests {
  private let day = ["--today", "2026-06-15"]

  private func add(_ home: Home, _ words: String...) throws -> Home.Outcome {
    try home.run(["add", "interview"] + words + day)
  }

  @Test func `one command makes the firm, the search, the people and who was what, and one undo takes all back`() throws
  {
    let home = try Home()
    let said = try add(
      home, "Finch Foods", "role=Line lead", "with=Carla Mendes, Ed Noakes (HR), Mo (shift lead)", "start=yesterday",
      "kind=phone")
    #expect(said.code == 0)
    #expect(said.talk.contains("with Carla Mendes, Ed Noakes (hr), Mo"))
    let people = try home.run(["list", "participations"] + day).output
    #expect(people.contains("Carla Mendes") && people.contains("Ed Noakes") && people.contains("Mo"))
    #expect(try home.run(["show", "mo"] + day).output.contains("shift lead"))
    #expect(try home.run(["list", "interviews"] + day).output.contains("Interview 14 Jun at Finch Foods"))
    #expect(try home.run(["undo"] + day).code == 0)
    for kind in ["people", "organisations", "opportunities", "interviews"] {
      #expect(try !home.run(["list", kind] + day).output.contains("Finch"))
    }
  }

  @Test func `a second interview at a known firm makes no second firm, search or person`() throws {
    let home = try Home()
    #expect(try add(home, "Finch Foods", "role=Line lead", "with=Carla Mendes", "start=yesterday").code == 0)
    #expect(try add(home, "finch", "with=Carla Mendes (hiring manager)", "start=today").code == 0)
    for kind in ["people", "organisations", "opportunities"] {
      let lines = try home.run(["list", kind, "--plain"] + day).output.split(separator: "\n")
      #expect(lines.count == 1, "\(kind): \(lines)")
    }
    #expect(try home.run(["list", "interviews", "--plain"] + day).output.split(separator: "\n").count == 2)
  }

  @Test func `everybody named is in the room, each in a word of their own or all in one`() throws {
    let home = try Home()
    let said = try add(home, "Lumenpay", "with=Marcus Oyelaran", "with=Yuki Tanaka, Ed Noakes", "start=today")
    #expect(said.talk.contains("with Marcus Oyelaran, Yuki Tanaka, Ed Noakes"), "\(said.talk)")
  }

  @Test func `what cannot be read writes nothing`() throws {
    let home = try Home()
    for words in [
      ["role=cook"], ["Acme", "start=someday"], ["Acme", "foo=1"], ["Acme", "opportunity=x"], ["with=Dana"],
    ] {
      let said = try home.run(["add", "interview"] + words + day)
      #expect(said.code != 0, "\(words)")
    }
    #expect(try !home.run(["list", "organisations"] + day).output.contains("Acme"))
  }
}
