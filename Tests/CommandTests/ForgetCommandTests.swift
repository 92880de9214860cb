import Foundation
import SeededNumbers
import Testing

/// Forgetting as a person asks for it.
@Suite struct ForgetCommandTests {
  private static let words = ["zebulon", "quillfeather"]

  private func home() throws -> Home {
    let home = try Home()
    try home.write(
      "a.txt", "Interview with Borealis Oy, 20 March 2026\nMet Zebulon Quillfeather.\nHe asked about Kafka.\n")
    _ = try home.run("import", "a.txt")
    _ = try home.run("add", "organisation", "Acme", "notes=Zebulon knows them.")
    _ = try home.run("set", "zebulon", "title=Head of Platform")
    _ = try home.run("today")
    _ = try home.run("find", "zebulon")
    return home
  }

  /// Files with one of the words, but for what was given to the program and what it wrote on request.
  private func holding(_ home: Home) throws -> [String] {
    let files = FileManager.default.enumerator(atPath: home.folder)?.compactMap { $0 as? String } ?? []
    return files.filter { name in
      guard !["a.txt", "old.afterword"].contains(name) else { return false }
      let text = String(decoding: FileManager.default.contents(atPath: home.path(name)) ?? Data(), as: UTF8.self)
      return Self.words.contains { text.lowercased().contains($0) }
    }
  }

  @Test func `a rehearsal says what goes and what cannot be reached, and changes nothing`() throws {
    let home = try home()
    let before = try home.run("list", "people", "--json")
    let told = try home.run("forget", "zebulon", "--dry-run")
    #expect(told.code == 0)
    for part in ["notes of Acme", "text of a.txt", "Not reached:", "Nothing was changed."] {
      #expect(told.talk.contains(part), "\(part)")
    }
    #expect(try home.run("list", "people", "--json") == before)
    #expect(try home.run("forget", "zebulon", "--no-input").code != 0)
    #expect(try home.run("list", "people", "--json") == before)
    let other = try home.run("forget", "interview:borealis", "--yes")
    #expect(other.code != 0 && other.talk.contains("delete"))
  }

  @Test func `afterwards no file of the store or beside it says a word of it, and the rest is there`() throws {
    let home = try home()
    _ = try home.run("export", "old.afterword")
    #expect(try !holding(home).isEmpty)
    let done = try home.run("forget", "zebulon", "--yes")
    #expect(done.code == 0 && done.talk.contains("Forgotten, for good: Zebulon Quillfeather."))
    #expect(try holding(home) == [])
    #expect(try home.run("show", "acme").output.contains("███████ knows them."))
    #expect(try home.run("doctor").code == 0)
    let undone = try home.run("undo")
    #expect(undone.code == 1 && undone.talk.contains("cannot be brought back"))
    _ = try home.run("import", "old.afterword")
    _ = try home.run("import", "a.txt")
    #expect(try holding(home) == [])
    #expect(try home.run("restore", "old.afterword", "--yes").code == 0)
    #expect(try holding(home) == [])
    #expect(try home.run("show", "acme").output.contains("███████ knows them."))
    #expect(try home.run("forget", "zebulon", "--yes").code == 1)
  }

  @Test func `a word that is added by hand goes in any case`() throws {
    let home = try home()
    _ = try home.run("set", "acme", "sector=asked zebu twice")
    #expect(try home.run("forget", "zebulon", "--also", "zebu", "--yes").code == 0)
    #expect(try home.run("show", "acme").output.contains("asked ████ twice"))
  }

  @Test(arguments: [UInt64(11)])
  func `killed at any moment, it has happened wholly after the next command, or not at all`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    for round in 0..<8 {
      let home = try home()
      let run = try home.start(["forget", "zebulon", "--yes"])
      run.kill(after: UInt32.random(in: 0..<400_000, using: &random))
      let checked = try home.run("doctor")
      #expect(checked.code == 0, "seed \(seed), round \(round): \(checked.output)")
      _ = try home.run("add", "organisation", "Later")
      let isThere = try home.run("list", "people", "--plain").output.lowercased().contains("zebulon")
      #expect(try isThere || holding(home).isEmpty, "seed \(seed), round \(round)")
    }
  }
}
