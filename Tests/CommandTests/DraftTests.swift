import Foundation
import Testing

/// What was typed in an editor survives the editor, the terminal and a save that fails.
@Suite struct DraftTests {
  private func home(_ script: String) throws -> (Home, [String: String]) {
    let home = try Home()
    _ = try home.run("add", "organisation", "Acme", "--today", "2026-03-10")
    _ = try home.run("add", "person", "Dana Whitfield", "organisation=acme", "title=CTO")
    _ = try home.run("add", "opportunity", "Engineer", "organisation=acme")
    _ = try home.run("add", "interview", "opportunity=acme", "start=2026-03-10T10:00")
    _ = try home.run("add", "participation", "interview=acme", "person=dana", "part=interviewer")
    _ = try home.run("settings", "name", "Sam Rees")
    try write(script, home)
    return (home, ["EDITOR": home.path("editor")])
  }

  private func write(_ script: String, _ home: Home) throws {
    try home.write("editor", "#!/bin/sh\n" + script + "\n", executable: true)
  }

  private func folder(_ home: Home) -> String { home.path(".local/state/afterword/drafts") }

  private func drafts(_ home: Home) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder(home))) ?? []
  }

  private static let editing = [
    ["edit", "dana"], ["edit", "dana", "notes"], ["letter", "dana", "--kind", "thank-you", "--today", "2026-03-11"],
    ["reflect", "acme", "--editor"],
  ]

  @Test(arguments: editing) func `an editor that is killed leaves the text in a private folder`(line: [String]) throws {
    let (home, variables) = try home("echo precious words >> \"$1\"; kill -9 $$")
    let outcome = try home.run(line, variables: variables)
    #expect(
      outcome.code == 1 && outcome.talk.contains("Your text is kept") && outcome.talk.contains("afterword drafts"))
    let draft = folder(home) + "/" + (try #require(drafts(home).first))
    #expect(try String(contentsOfFile: draft + "/text.txt", encoding: .utf8).contains("precious words"))
    for (path, mode) in [
      (folder(home), 0o700), (draft, 0o700), (draft + "/text.txt", 0o600), (draft + "/draft.json", 0o600),
    ] {
      #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == mode, "\(path)")
    }
    let others = try FileManager.default.contentsOfDirectory(atPath: home.folder).filter { $0.hasPrefix("afterword") }
    #expect(others.isEmpty)
    #expect(try home.run("drafts").output.contains("afterword \(line[0])"))
  }

  @Test(arguments: editing) func `a save that fails keeps the text, and the next one takes it up`(line: [String]) throws
  {
    let (home, variables) = try home("")
    let lock = try #require(
      try FileManager.default.contentsOfDirectory(atPath: home.path(".local/state/afterword")).first {
        $0.hasSuffix(".lock")
      })
    let path = home.path(".local/state/afterword/" + lock)
    // The lock is held for longer than a save waits.
    try write(
      """
      if grep -q ': CTO' "$1"; then sed -i 's/CTO/precious words/' "$1"; else sed -i '1s/.*/&\\nprecious words/' "$1"; fi
      flock \(path) sleep 12 >/dev/null 2>&1 &
      while flock -n \(path) true; do sleep 0.05; done
      """, home)
    let outcome = try home.run(line, variables: variables)
    #expect(outcome.code == 4 && outcome.talk.contains("Your text is kept"), "\(outcome)")
    #expect(drafts(home).count == 1)
  }

  @Test func `the next edit of the same thing offers the text, and saving it clears it away`() throws {
    let (home, variables) = try home("sed -i s/CTO/CEO/ \"$1\"; kill -9 $$")
    _ = try home.run(["edit", "dana"], variables: variables)
    try write("true", home)
    let leaving = try Terminal(home, ["edit", "dana"], variables)
    try leaving.wait(for: "was not saved")
    leaving.type("l")
    #expect(leaving.end() == 0 && drafts(home).count == 1)
    let using = try Terminal(home, ["edit", "dana"], variables)
    try using.wait(for: "was not saved")
    using.type("u")
    #expect(using.end() == 0)
    #expect(try home.run("show", "dana").output.contains("CEO"))
    #expect(drafts(home).isEmpty)
  }

  @Test func `a text that no longer fits what it was made from is not put over it`() throws {
    let (home, variables) = try home("sed -i s/CTO/CEO/ \"$1\"; kill -9 $$")
    _ = try home.run(["edit", "dana"], variables: variables)
    _ = try home.run("set", "dana", "title=CFO")
    try write("true", home)
    let terminal = try Terminal(home, ["edit", "dana"], variables)
    try terminal.wait(for: "changed since")
    terminal.type("l")
    #expect(terminal.end() == 0)
    #expect(try home.run("show", "dana").output.contains("CFO") && drafts(home).count == 1)
  }

  @Test func `a letter goes on the next day as it was left`() throws {
    let (home, variables) = try home("echo precious words >> \"$1\"; kill -9 $$")
    let line = ["letter", "dana", "--kind", "thank-you", "--today"]
    _ = try home.run(line + ["2026-03-11"], variables: variables)
    try write("true", home)
    let terminal = try Terminal(home, line + ["2026-03-13"], variables)
    try terminal.wait(for: "was not saved")
    terminal.type("u")
    #expect(terminal.end() == 0)
    #expect(try home.run("find", "precious words").output.contains("precious"))
    #expect(drafts(home).isEmpty)
  }

  @Test func `a draft is shown and thrown away by its name`() throws {
    let (home, variables) = try home("echo precious words >> \"$1\"; kill -9 $$")
    _ = try home.run(["edit", "dana", "notes"], variables: variables)
    let name = String(try #require(try home.run("drafts", "--plain").output.split(separator: "\t").first))
    #expect(try home.run("drafts", "--show", name).output.contains("precious words"))
    #expect(try home.run("drafts", "--drop", "nosuch").code == 1)
    #expect(try home.run("drafts", "--drop", name).code == 0)
    #expect(drafts(home).isEmpty)
  }
}
