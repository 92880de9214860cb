import Foundation
import SeededNumbers
import Testing

/// A letter in the editor: what stands below its end is not sent, its paragraphs are broken and whole again afterwards.
@Suite struct LetterEditorTests {
  private let home: Home
  private static let day = ["--today", "2026-03-11"]

  init() throws {
    home = try Home()
    _ = try home.run("settings", "name", "Sam Rees")
    _ = try home.run(
      ["add", "interview", "Acme", "role=Head of Sales", "with=Dana Reyes", "start=2026-03-10"] + Self.day)
  }

  private func edit(_ script: String) throws -> (outcome: Home.Outcome, seen: String) {
    try home.write("editor", "#!/bin/sh\ncp \"$1\" \(home.path("seen"))\n\(script)\n", executable: true)
    let outcome = try home.run(["letter", "dana"] + Self.day, variables: ["EDITOR": home.path("editor")])
    return (outcome, try String(contentsOfFile: home.path("seen"), encoding: .utf8))
  }

  private func kept() throws -> String {
    try home.run(["letter", "dana", "--show"] + Self.day).output
  }

  @Test func `the editor shows to whom, what is missing and what leaving it does, in lines that fit`() throws {
    let (outcome, seen) = try edit("true")
    #expect(outcome.talk.contains("nothing was saved"))
    #expect(seen.contains("# To Dana Reyes, Acme (no e-mail address yet)"), "\(seen)")
    #expect(seen.contains("# Fill or take out: [gap: ") && seen.contains("nothing is kept"), "\(seen)")
    #expect(seen.split(separator: "\n").allSatisfy { $0.count <= 76 || $0.hasPrefix("Subject:") }, "\(seen)")
  }

  @Test func `what is below the line never gets into the letter`() throws {
    let (outcome, _) = try edit("sed -i 's/^Dear.*/Good morning,/' \"$1\"; echo '# more' >> \"$1\"")
    #expect(outcome.code == 0 && outcome.talk.contains("Kept "), "\(outcome.talk)")
    let letter = try kept()
    #expect(letter.contains("Good morning,") && !letter.contains("#") && !letter.contains("Below this line"))
    #expect(!letter.contains(" \n"), "paragraphs are whole again: \(letter)")
    #expect(try edit("true").outcome.talk.contains("nothing was saved"))
  }

  @Test func `words typed below the line are kept too`() throws {
    #expect(try edit("echo 'P.S. precious' >> \"$1\"").outcome.code == 0)
    let letter = try kept()
    #expect(letter.contains("P.S. precious") && !letter.contains("Below this line") && !letter.contains("# To"))
  }

  @Test func `any letter comes back from an editor that changes nothing as it was`() throws {
    var random = SplitMix(seed: 19)
    let words = ["word", "", " ", "日本語", "#", "-- ", "\n", "\n\n", "a-very-long-word-that-goes-on", "Subject: x", "é"]
    for number in 0..<12 {
      let count = 5 + Int(random.next() % 60)
      let body =
        "Dear Dana, " + (0..<count).map { _ in words[Int(random.next() % UInt64(words.count))] }.joined(separator: " ")
      try home.write("text", "Subject: s\n\n" + body)
      #expect(try home.run(["letter", "dana", "--text", home.path("text")] + Self.day).code == 0)
      let before = try kept()
      let again = try edit("true").outcome.talk
      #expect(again.contains("nothing was saved"), "seed 19, letter \(number): \(body)")
      #expect(try kept() == before, "seed 19, letter \(number)")
    }
  }

  @Test func `the text goes to the clipboard, by a program or by the terminal`() throws {
    try FileManager.default.createDirectory(atPath: home.path("bin"), withIntermediateDirectories: true)
    try home.write("bin/xclip", "#!/bin/sh\ncat > \(home.path("clip"))\n", executable: true)
    let path = home.path("bin") + ":/usr/bin:/bin"
    let copied = try home.run(["letter", "dana", "--copy"] + Self.day, variables: ["DISPLAY": ":9", "PATH": path])
    #expect(copied.code == 0 && copied.talk.contains("Copied by xclip"), "\(copied.talk)")
    #expect(try String(contentsOfFile: home.path("clip"), encoding: .utf8).hasPrefix("Dear Dana"))
    let none = try home.run(["letter", "dana", "--copy"] + Self.day, variables: ["TERM": "dumb"])
    #expect(none.code == 1 && none.talk.contains("no clipboard"), "\(none.talk)")
  }

  @Test func `a mail asks once for the address that is missing`() throws {
    let shown = try home.converse(
      ["letter", "dana", "--eml"] + Self.day, lines: ["dana@acme.example\n"], at: "goes without]")
    #expect(shown.contains("Set Dana Reyes, email: dana@acme.example") && shown.contains("To: "), "\(shown)")
    let again = try home.converse(["letter", "dana", "--eml"] + Self.day, lines: [], at: "goes without]")
    #expect(!again.contains("goes without]") && again.contains("dana@acme.example"))
  }
}
