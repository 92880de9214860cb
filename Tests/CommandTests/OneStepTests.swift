import Foundation
import Testing

extension Home {
  private static let kinds = [
    "organisations", "people", "opportunities", "interviews", "participations", "findings", "promises", "letters",
    "touches", "terms", "decisions", "documents", "settings",
  ]

  /// Everything that programs can read of what was done by hand.
  func views() throws -> [String] {
    try Self.kinds.map { try run("list", $0, "--all", "--json").output }
      + [["plan"], ["today"], ["conflicts"], ["promises"], ["offers"], ["proposals"]]
      .map { try run($0 + ["--json", "--today", "2026-03-20"]).output }
  }
}

/// However often a command asks and writes, what it did is one step back and one forward.
@Suite struct OneStepTests {
  private let home: Home

  init() throws {
    home = try Home()
    for words in [
      ["settings", "zone", "UTC"],
      ["add", "interview", "Acme", "role=Analyst", "with=Dana Reyes", "start=2026-03-10"],
      ["heard", "acme", "--offer", "--deadline", "2026-04-20"],
      ["add", "finding", "interview=acme", "kind=concern", "text=seemed unsure of the team"],
    ] {
      let ran = try home.run(words + ["--today", "2026-03-12"])
      #expect(ran.code == 0, "\(words): \(ran.talk)")
    }
  }

  /// - Parameter undo: what is typed to take it back.
  private func expectOneStep(_ words: [String], from before: [String], undo: [String] = ["undo"]) throws {
    let after = try home.views()
    #expect(after != before, "\(words) changed nothing")
    for (command, expected) in [(undo, before), (["redo"], after), (["undo"], before)] {
      let ran = try home.run(command)
      #expect(ran.code == 0, "\(command) after \(words): \(ran.talk)")
      let shown = try home.views()
      for (shown, expected) in zip(shown, expected) { #expect(shown == expected, "\(command) after \(words)") }
    }
    let redone = try home.run("redo").talk
    #expect(!redone.contains(" more"), "one command is told as one: \(redone)")
    #expect(try home.run("redo").code == 1, "all of \(words) was redone at once")
  }

  private static let sittings: [(words: [String], input: String)] = [
    (["debrief", "acme"], "Why leave now?\nsomething about growth\nfrowned\nweak\nI stay\n\n52 to 58 thousand\n"),
    (["negotiate", "acme", "--ask"], "GBP 52000\nGBP 58000\nGBP 55000\nthe survey\n25 days\n28 days\n"),
    (["reflect", "acme"], "budget\nno\nsubstantial, a plan\nfriday\ncalm\nemail\ncall\nyes\nyes\nyes\nyes\nyes\n"),
    (["add", "interview", "Hollis", "role=Clerk", "with=Omar Idris", "start=2026-03-11"], ""),
    (["note", "acme", "rang Dana, she will call by Friday 27 March"], ""),
  ]

  @Test(arguments: Self.sittings.indices)
  func `what a command asked and kept, question by question, is taken back by one undo`(index: Int) throws {
    let (words, input) = Self.sittings[index]
    let before = try home.views()
    let ran = try home.run(words + ["--today", "2026-03-12"], input: input)
    #expect(ran.code == 0, "\(ran.talk)")
    try expectOneStep(words, from: before)
  }

  @Test func `the undo that a sitting names takes all of it back`() throws {
    let before = try home.views()
    let (words, input) = Self.sittings[1]
    let talk = try home.run(words + ["--today", "2026-03-12"], input: input).talk
    let undo = try #require(talk.split(separator: "Undo: afterword ").last?.split(separator: "\n").first)
    #expect(undo.hasSuffix(" --batch"), "\(talk)")
    try expectOneStep(words, from: before, undo: undo.split(separator: " ").map(String.init))
  }

  @Test func `settings that were asked for on a terminal are taken back together`() throws {
    let before = try home.views()
    let terminal = try Terminal(home, ["setup", "--today", "2026-03-12"])
    for answer in ["Sam Rees", "07700 900123", "Europe/London", "GB"] {
      try terminal.wait(for: ">")
      terminal.type(answer + "\n")
    }
    try terminal.wait(for: "Kept 4 answers")
    #expect(terminal.end() == 0)
    try expectOneStep(["setup"], from: before)
  }

  @Test func `of two sittings the last is taken back first, and an answer alone by its name`() throws {
    let before = try home.views()
    _ = try home.run("debrief", "acme", "--today", "2026-03-12", input: "Why leave now?\ngrowth\n")
    let first = try home.views()
    _ = try home.run("debrief", "acme", "--today", "2026-03-12", input: "frowned\nweak\n")
    let names = try home.run("history", "--plain").output.split(separator: "\n").filter { $0.contains("debrief") }
    let last = try #require(names.first?.split(separator: "\t").first { $0.count == 8 && $0.allSatisfy(\.isHexDigit) })
    _ = try home.run("undo", String(last))
    #expect(try home.views() != first, "of two answers one is taken back")
    #expect(try home.run("undo").code == 0)
    #expect(try home.views() == first)
    #expect(try home.run("undo").code == 0)
    #expect(try home.views() == before)
  }
}
