import Testing

/// Help that fits a window: the eight commands that matter, all by groups, and topics.
@Suite struct HelpTests {
  private func help(_ words: String..., width: Int = 80) throws -> [Substring] {
    let outcome = try Home().run(words, variables: ["COLUMNS": "\(width)"])
    #expect(outcome.code == 0, "\(words): \(outcome.talk)")
    return outcome.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
  }

  @Test func `help is twenty lines with the eight commands that matter`() throws {
    let lines = try help("--help")
    #expect(lines.count <= 20)
    #expect(try help("help") == lines && help("-h") == lines)
    for command in ["import", "done", "letter", "log", "show", "find", "undo"] {
      #expect(lines.contains { $0.hasPrefix("  afterword \(command)") }, "\(command)")
    }
  }

  @Test func `every page fits its window, and its commands stand unbroken`() throws {
    for words in [["--help"], ["help", "--all"]] + Self.topics.map({ ["help", $0] }) {
      let lines = try Home().run(words, variables: ["COLUMNS": "80"]).output.split(separator: "\n")
      #expect(!lines.isEmpty && lines.allSatisfy { $0.count <= 80 }, "\(words): \(lines.filter { $0.count > 80 })")
    }
  }

  private static let topics = ["days", "notes", "numbers", "sync", "privacy", "json", "settings"]

  @Test func `all commands stand in their groups`() throws {
    let lines = try help("help", "--all")
    for command in ["today", "show", "set", "undo", "conflicts", "status", "manual"] {
      #expect(lines.contains { $0.hasPrefix("  \(command) ") }, "\(command)")
    }
    #expect(lines.contains("Every day"))
  }

  @Test func `help names each topic, and what is neither topic nor command is told`() throws {
    let last = try #require(try help("--help").last)
    for topic in Self.topics { #expect(last.contains(topic)) }
    let none = try Home().run("help", "dayz")
    #expect(none.code == 2 && none.talk.contains("days"), "\(none.talk)")
  }
}
