import Foundation
import Testing

/// `-` is standard input wherever a text is taken.
@Suite struct TypedTextTests {
  @Test func `a text from standard input is kept, not its dash`() throws {
    let home = try Home()
    _ = try home.run("add", "organisation", "Acme")
    _ = try home.run("add", "opportunity", "Engineer", "organisation=acme")
    _ = try home.run("add", "person", "Dana Whitfield", "organisation=acme")
    let today = ["--today", "2026-03-10"]
    for (number, line) in [
      ["log", "call", "dana", "-"], ["heard", "acme", "--rejected", "--feedback", "-"],
      ["heard", "acme", "--next", "-"],
      ["set", "dana", "notes=-"], ["add", "promise", "-", "opportunity=acme", "by=me"],
      ["add", "person", "Tom", "notes=-"], ["letter", "dana", "--kind", "thank-you", "--text", "-"],
      ["import", "-", "--on", "2026-03-01"],
    ].enumerated() {
      let words = "piped words number\(number) here"
      let outcome = try home.run(line + today, input: words + "\n")
      #expect(outcome.code == 0, "\(line): \(outcome.talk)")
      #expect(try home.run("find", "number\(number)").output.contains("number\(number)"), "\(line)")
    }
  }

  @Test func `standard input is taken once`() throws {
    let home = try Home()
    _ = try home.run("add", "person", "Dana")
    let outcome = try home.run(["set", "dana", "notes=-", "title=-"], input: "words\n")
    #expect(outcome.code == 2 && outcome.talk.contains("once"))
    #expect(try !home.run("show", "dana").output.contains("words"))
  }

  @Test(arguments: [["import", "-", "--on", "2026-03-01"], ["set", "acme", "notes=-"], ["log", "call", "dana", "-"]])
  func `a person at a terminal is told how to end, and what they type is taken`(line: [String]) throws {
    let home = try Home()
    _ = try home.run("add", "organisation", "Acme")
    _ = try home.run("add", "person", "Dana", "organisation=acme")
    let terminal = try Terminal(home, line)
    try terminal.wait(for: "Ctrl-D")
    terminal.type("typed at the terminal\n")
    terminal.type("\u{4}")
    #expect(terminal.end() == 0)
    #expect(try home.run("find", "typed terminal").output.contains("typed"))
  }
}
