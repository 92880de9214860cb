import Foundation
import Testing

/// What goes wrong around a store: each a clear error, the right exit code, nothing half-done.
@Suite struct TroubleTests {
  private func lines(_ text: String) -> Int { text.split(separator: "\n").count }

  @Test func `a file that is no store is left alone`() throws {
    let home = try Home()
    try home.write("notes.txt", "Just some notes.\n")
    let outcome = try home.run("list", "people", "--store", "notes.txt")
    #expect(outcome.code == 4)
    #expect(outcome.talk.contains("notes.txt") && outcome.talk.contains("--store"))
    #expect(lines(outcome.talk) <= 2)
    #expect(try String(contentsOfFile: home.path("notes.txt"), encoding: .utf8) == "Just some notes.\n")
  }

  @Test func `a folder, and a path below a file, are no places for a store`() throws {
    let home = try Home()
    try home.write("file", "x")
    #expect(try home.run("add", "person", "Dana", "--store", home.folder).code == 4)
    let below = try home.run("add", "person", "Dana", "--store", home.path("file/store"))
    #expect(below.code == 4)
    #expect(below.talk.contains("file"))
  }

  @Test func `a store of a newer version is not touched`() throws {
    let home = try Home()
    _ = try home.run("add", "person", "Dana")
    let path = home.path(".local/share/afterword/afterword.sqlite")
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    bytes[63] = 99
    try bytes.write(to: URL(fileURLWithPath: path))
    let outcome = try home.run("list", "people")
    #expect(outcome.code == 4)
    #expect(outcome.talk.contains("newer"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
  }

  @Test func `a store that is missing says how to begin`() throws {
    let home = try Home()
    let outcome = try home.run("list", "people")
    #expect(outcome.code == 1)
    #expect(outcome.talk.contains("afterword import"))
    #expect(!FileManager.default.fileExists(atPath: home.path(".local")))
  }

  @Test func `a mistake leaves no empty store behind`() throws {
    let home = try Home()
    for arguments in [["add", "person"], ["add", "persn", "Dana"], ["add", "person", "Dana", "nam=x"]] {
      #expect(try home.run(arguments).code == 2)
    }
    #expect(!FileManager.default.fileExists(atPath: home.path(".local/share/afterword")))
  }

  @Test func `a place that cannot be written is named`() throws {
    let home = try Home()
    let outcome = try home.run("add", "person", "Dana", "--store", "/proc/afterword/store.sqlite")
    #expect(outcome.code == 4)
    #expect(outcome.talk.contains("/proc/afterword"))
  }

  @Test func `files are made for the user alone`() throws {
    let home = try Home()
    _ = try home.run("add", "person", "Dana")
    for (name, mode) in [(".local/share/afterword", 0o700), (".local/share/afterword/afterword.sqlite", 0o600)] {
      let attributes = try FileManager.default.attributesOfItem(atPath: home.path(name))
      #expect(attributes[.posixPermissions] as? Int == mode)
    }
  }

  @Test func `without HOME a store must be named`() throws {
    let home = try Home()
    let outcome = try home.run("list", "people", variables: ["HOME": ""])
    #expect(outcome.code == 2)
    #expect(outcome.talk.contains("--store"))
  }

  @Test func `relative XDG folders are ignored, absolute ones used`() throws {
    let home = try Home()
    _ = try home.run("add", "person", "Dana", variables: ["XDG_DATA_HOME": "relative"])
    #expect(FileManager.default.fileExists(atPath: home.path(".local/share/afterword/afterword.sqlite")))
    _ = try home.run("add", "person", "Dana", variables: ["XDG_DATA_HOME": home.path("data")])
    #expect(FileManager.default.fileExists(atPath: home.path("data/afterword/afterword.sqlite")))
  }

  @Test func `many processes write at once and none is lost`() throws {
    let home = try Home()
    let runs = try (1...8).map { try home.start(["add", "person", "Person\($0)"]) }
    #expect(runs.map { $0.finish().code } == Array(repeating: 0, count: 8))
    let listed = try home.run("list", "people", "--plain").output
    #expect(lines(listed) == 8)
    #expect(try home.run("doctor").code == 0)
  }

  @Test func `a reader that goes away does no harm`() throws {
    let home = try Home()
    _ = try home.run("add", "person", "Dana")
    let shell = try Run(
      "/bin/sh", ["-c", "\"\(Home.program)\" list people | true; \"\(Home.program)\" list people >&-; echo end"],
      ["HOME": home.folder, "PATH": "/usr/bin:/bin"], folder: home.folder, input: "")
    let outcome = shell.finish()
    #expect(outcome.output == "end\n")
    #expect(outcome.talk.isEmpty)
  }

  @Test func `today may be said in words, and what says no day is refused`() throws {
    let home = try Home()
    _ = try home.run("add", "person", "Dana")
    let friday = try home.run("today", "--today", "2026-11-27").output
    #expect(try home.run("today", "--today", "27 November 2026").output == friday)
    #expect(try home.run("today", "--today", "nope").code == 2)
  }
}
