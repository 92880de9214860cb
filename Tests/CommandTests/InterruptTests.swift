import Foundation
import Testing

/// Ctrl-C: what was kept is said, the terminal is as it was, the exit code is 130.
@Suite struct InterruptTests {
  private func home() throws -> Home {
    let home = try Home()
    _ = try home.run("add", "organisation", "Acme", "--today", "2026-03-10")
    _ = try home.run("add", "opportunity", "Engineer", "organisation=acme")
    _ = try home.run("add", "interview", "opportunity=acme", "start=2026-03-10T10:00")
    return home
  }

  @Test func `an interrupted reflection says what is kept and how to go on`() throws {
    let home = try home()
    let terminal = try Terminal(home, ["reflect", "acme"])
    try terminal.wait(for: "> ")
    terminal.type("an answer\n")
    try terminal.wait(for: "> ")
    terminal.interrupt()
    try terminal.wait(for: "1 answer kept")
    try terminal.wait(for: "afterword reflect")
    #expect(terminal.end() == 130)
    #expect(try home.run("find", "answer").output.contains("answer"))
  }

  @Test func `an interrupted question changes nothing`() throws {
    let home = try home()
    _ = try home.run("add", "interview", "opportunity=acme", "start=2026-03-11T10:00")
    _ = try home.run("add", "interview", "opportunity=acme", "start=2026-03-12T10:00")
    let terminal = try Terminal(home, ["delete", "organisation:acme"])
    try terminal.wait(for: "[y/N]")
    terminal.interrupt()
    try terminal.wait(for: "Nothing was changed")
    #expect(terminal.end() == 130)
    #expect(try home.run("show", "organisation:acme").code == 0)
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP]) func `a passphrase that is broken off leaves the terminal its echo`(
    signal: Int32
  ) throws {
    let home = try home()
    let terminal = try Terminal(home, ["export", "x.afterword.age", "--passphrase"])
    try terminal.wait(for: "Passphrase:")
    #expect(!terminal.echoes)
    terminal.send(signal)
    _ = terminal.end()
    #expect(terminal.echoes)
    #expect(!FileManager.default.fileExists(atPath: home.path("x.afterword.age")))
  }

  @Test func `Ctrl-Z at a passphrase gives the echo back until the program goes on`() throws {
    let home = try home()
    let terminal = try Terminal(home, ["export", "x.afterword.age", "--passphrase"])
    try terminal.wait(for: "Passphrase:")
    terminal.send(SIGTSTP)
    for _ in 0..<100 where !terminal.echoes { usleep(20_000) }
    #expect(terminal.echoes)
    terminal.send(SIGCONT)
    for _ in 0..<100 where terminal.echoes { usleep(20_000) }
    #expect(!terminal.echoes)
    terminal.type("secret\n")
    try terminal.wait(for: "Once more:")
    terminal.interrupt()
    #expect(terminal.end() == 130)
  }

  @Test func `a question is broken between words`() throws {
    let home = try home()
    let terminal = try Terminal(home, ["sync", home.folder + "/shared"], ["COLUMNS": "40"])
    try FileManager.default.createDirectory(atPath: home.path("shared"), withIntermediateDirectories: true)
    let shown = try terminal.wait(for: "[y/N]")
    #expect(shown.split(whereSeparator: \.isNewline).allSatisfy { $0.count <= 40 }, "\(shown)")
    terminal.interrupt()
    #expect(terminal.end() == 130)
  }
}
