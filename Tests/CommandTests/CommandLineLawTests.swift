import Foundation
import SeededNumbers
import Testing

/// Whatever is typed: an answer in plain words, an exit code of the table, lines that fit, never a signal.
@Suite struct CommandLineLawTests {
  private static let commands = """
    today plan why done skip snooze log heard reflect letter script prepare playbook promises offers materials references
    show list find page log-since timeline calendar stats read when set edit add delete undelete drafts undo history conflicts resolve duplicates join unjoin
    import export mirror verify restore salvage sync key status doctor rebuild completions manual help
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  private static let below = """
    sent draft list show use set compare borrow add new remove
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  private static let words = [
    "dana", "acme", "person", "people", "opportunity", "setting", "call", "email", "tomorrow", "friday", "31 november",
    "3f2a", "deadbeef", "zz", "name=Dana", "stage=offer", "stage=", "foo=1", "due=someday", "=", "+warm", "-warm",
    "from:friday", "nam:x", "O'Rourke, Fergal", "Dana \"Dev\" Pillai", "-x", "--foo", "--json", "--plain", "--json=1",
    "--store", "--today", "--today=nope", "--yes", "--no-input", "-n", "-q", "--help", "--", "-", "", " ", "😀", "日本",
    "a\u{1B}[2Jb", "nowhere/..", "/dev/null", "note.txt", "bundle.afterword", "missing.txt", "%s", "$(id)", "`id`", "*",
    "?",
    "'; DROP TABLE person; --", "99999999999999999999", "-1", "--on", "--by", "--next", "--offer", "--rejected",
    "--passphrase-fd", "abc", "--kind", "thanks", "persistent", "nosuch", "bash", "remove", "ls",
  ]

  /// What belongs to the inside: of the parser, of SQL and its library, of Swift.
  private static let inside = [
    "Missing expected", "Unexpected argument", "unexpected arguments", "Unknown option", "is invalid for", "Usage:",
    "GRDB", "SELECT ", "INSERT ", "sql:", "SQLite error", "column:", "DatabaseError", "DecodingError", "EncodingError",
    "NSCocoa", "Error Domain", "Fatal error", "Optional(", "keyNotFound", "Swift.", "ParserError", "CommandError",
    "nil)",
    "Unforeseen", "went wrong inside",
  ]

  private func home() throws -> Home {
    let home = try Home()
    _ = try home.run("add", "organisation", "Acme")
    _ = try home.run("add", "opportunity", "Engineer", "organisation=acme")
    _ = try home.run("add", "person", "Dana Whitfield", "organisation=acme", "tags=+warm")
    _ = try home.run("add", "person", "Fergal O'Rourke")
    try home.write("note.txt", "Acme, phone with Dana (HR), 2 March 2026\nI will send the plan by Friday.\n")
    _ = try home.run("import", "note.txt", "--today", "2026-03-03")
    _ = try home.run("export", "bundle.afterword")
    return home
  }

  private func line(_ random: inout SplitMix) -> [String] {
    var line: [String] = []
    if Int.random(in: 0..<20, using: &random) > 0 { line.append(Self.commands.randomElement(using: &random) ?? "") }
    if Int.random(in: 0..<4, using: &random) == 0 { line.append(Self.below.randomElement(using: &random) ?? "") }
    for _ in 0..<Int.random(in: 0...4, using: &random) { line.append(Self.words.randomElement(using: &random) ?? "") }
    return line
  }

  private func check(_ line: [String], _ home: Home, _ comment: String) throws {
    let outcome = try home.run(
      line, variables: ["COLUMNS": "80", "EDITOR": "true", "PAGER": "cat"], input: "some words\n")
    let said = outcome.output + outcome.talk
    #expect((0...5).contains(outcome.code), "\(comment): \(outcome.code) \(said)")
    for word in Self.inside where said.contains(word) {
      // What was typed may be said back.
      if !line.contains(where: { $0.contains(word) }) { Issue.record("\(comment): \(word) in \(said)") }
    }
    let isForPrograms = ["completions", "manual", "--json", "--plain"].contains(where: line.contains)
    if !isForPrograms { expectFitting(said, comment) }
  }

  /// No line is longer than the terminal is wide, but for what cannot be broken: a path, a command to type.
  private func expectFitting(_ said: String, _ comment: String) {
    for line in said.split(separator: "\n") where line.count > 80 {
      let isOneWord = !line.trimmingCharacters(in: .whitespaces).contains(" ")
      #expect(isOneWord || line.contains("afterword ") || line.contains("/"), "\(comment): \(line)")
    }
  }

  @Test(arguments: [UInt64(1), 2, 3]) func `any command line is answered in plain words`(seed: UInt64) throws {
    let home = try home()
    var random = SplitMix(seed: seed)
    for number in 0..<120 {
      let line = line(&random)
      try check(line, home, "seed \(seed), line \(number): \(line)")
    }
  }

  @Test func `every command without its arguments answers with examples`() throws {
    let home = try home()
    for command in Self.commands where command != "help" {
      try check([command], home, command)
      let outcome = try home.run([command, "--nosuch"], variables: ["COLUMNS": "80"])
      #expect(outcome.code == 2 && outcome.talk.contains("no option --nosuch"), "\(command): \(outcome.talk)")
    }
    for command in ["show", "set", "edit", "delete", "join", "done", "why", "import", "export", "log", "heard"] {
      let outcome = try home.run(command)
      #expect(outcome.code == 2 && outcome.talk.contains("\n  afterword \(command)"), "\(command): \(outcome.talk)")
    }
    #expect(try home.run("show").talk.contains("You have"))
  }

  @Test(arguments: [
    ("remove", "delete"), ("rm", "delete"), ("ls", "list"), ("search", "find"), ("backup", "export"), ("shwo", "show"),
    ("new", "add"), ("tody", "today"), ("man", "help"),
  ])
  func `an unknown command names the one that is meant`(typed: String, meant: String) throws {
    let outcome = try Home().run(typed, "x")
    #expect(outcome.code == 2 && outcome.talk.contains("`afterword \(meant)`"), "\(outcome.talk)")
  }

  @Test func `an option that means nothing near is not guessed`() throws {
    let home = try Home()
    #expect(try !home.run("list", "people", "--foo").talk.contains("Did you mean"))
    #expect(try home.run("list", "people", "--jsn").talk.contains("Did you mean --json?"))
    #expect(try home.run("-x").talk.contains("afterword help --all"))
  }

  @Test func `every help page fits the terminal, its examples unbroken`() throws {
    let home = try Home()
    for command in Self.commands where command != "help" {
      let plain = try home.run(["help", command], variables: ["COLUMNS": "200"]).output
      let narrow = try home.run(["help", command], variables: ["COLUMNS": "80"]).output
      let lines = Set(narrow.split(separator: "\n"))
      #expect(lines.allSatisfy { $0.count <= 80 }, "\(command): \(lines.filter { $0.count > 80 })")
      for example in plain.split(separator: "\n") where example.hasPrefix("  afterword ") {
        #expect(lines.contains(example), "\(command): \(example)")
      }
    }
  }

  @Test func `an empty answer is no error, in words and in JSON`() throws {
    let home = try Home()
    _ = try home.run("add", "organisation", "Acme")
    for line in [
      ["list", "people"], ["find", "nowhere"], ["offers"], ["materials"], ["references"], ["duplicates"], ["promises"],
      ["conflicts"], ["plan"], ["today"], ["drafts"],
    ] {
      #expect(try home.run(line).code == 0, "\(line)")
      let json = try home.run(line + ["--json"])
      #expect(json.code == 0 && json.output.hasPrefix("{"), "\(line)")
    }
    #expect(try home.run("show", "nowhere").code == 1)
  }

  @Test func `what is wrong on a place is said with what to type instead`() throws {
    let home = try home()
    let folder = try home.run("export", home.folder)
    #expect(folder.code == 2 && folder.talk.contains("is a folder") && folder.talk.contains("backup.afterword"))
    let field = try home.run("set", "acme", "foo=1")
    #expect(field.code == 2 && field.talk.contains("website"))
  }

  @Test func `output that does not get out is an error`() throws {
    let home = try home()
    for line in ["list people", "history --json", "completions bash", "letter dana --kind thank-you --show", "--help"] {
      let shell = try Run(
        "/bin/sh", ["-c", "\"\(Home.program)\" \(line) > /dev/full; echo $?"],
        ["HOME": home.folder, "PATH": "/usr/bin:/bin"], folder: home.folder, input: "")
      let outcome = shell.finish()
      #expect(outcome.output == "4\n" && outcome.talk.contains("could not be written"), "\(line): \(outcome)")
    }
  }
}
