import Foundation
import Testing

/// What the shells are told may come next.
@Suite struct CompletionTests {
  private func home() throws -> Home {
    let home = try Home()
    _ = try home.run("add", "organisation", "Café Löwe")
    _ = try home.run("add", "person", "Dana Whitfield", "organisation=cafe")
    _ = try home.run("add", "person", "Dana O'Neill")
    try home.write("note.txt", "met Dana")
    try home.write("n.vcf", "")
    return home
  }

  private func words(_ home: Home, _ typed: String..., shell: String = "zsh") throws -> (extra: String, words: [String])
  {
    let outcome = try home.run(["complete", shell] + typed)
    #expect(outcome.code == 0 && outcome.talk.isEmpty, "\(outcome.talk)")
    let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: true).map {
      String($0.prefix { $0 != "\t" })
    }
    return (lines.first ?? "", Array(lines.dropFirst()))
  }

  @Test func `commands, their commands, options and the default command's options are known`() throws {
    let home = try home()
    #expect(try words(home, "pl").words == ["plan", "playbook"])
    #expect(try Set(words(home, "").words).isSuperset(of: ["today", "import", "machine"]))
    #expect(try words(home, "help", "le").words == ["letter"])
    #expect(try Set(words(home, "playbook", "").words).isSuperset(of: ["list", "use", "set", "compare"]))
    #expect(try words(home, "key", "a").words == ["add"])
    #expect(try Set(words(home, "letter", "x", "--").words).isSuperset(of: ["--eml", "--print", "--kind", "--today"]))
    #expect(try words(home, "letter", "sent", "x", "--ann").words == ["--announced"])
    #expect(try words(home, "--js").words == ["--json"])
    #expect(try words(home, "complet").words == ["completions"])
  }

  @Test func `values are known by what they are`() throws {
    let home = try home()
    #expect(try words(home, "list", "pe").words == ["people"])
    #expect(try words(home, "add", "pers").words == ["person"])
    #expect(try words(home, "add", "person", "em").words == ["email="])
    #expect(try words(home, "log", "c").words == ["call", "card"])
    #expect(try words(home, "log", "call", "x", "--kind", "th").words == ["thank-you"])
    #expect(try words(home, "letter", "x", "--kind=car").words == ["--kind=card"])
    #expect(try words(home, "completions", "").words == ["bash", "zsh", "fish"])
    #expect(try words(home, "playbook", "use", "per").words == ["persistent"])
    #expect(try words(home, "export", "x", "--since", "").extra == "files")
    for typed in [["import", "no"], ["verify", "b"], ["today", "--store", ""], ["--store", ""]] {
      #expect(try home.run(["complete", "zsh"] + typed).output == "files\n", "\(typed)")
    }
    #expect(try words(home, "sync", "").extra == "folders")
  }

  @Test func `names are completed word by word, in any case and spelling, and ids from four digits`() throws {
    let home = try home()
    #expect(try words(home, "show", "Da").words == ["Dana"])
    #expect(try words(home, "show", "da").words == ["dana"])
    #expect(try words(home, "show", "lo").words == ["lowe"])
    #expect(try words(home, "show", "Lö").words == ["Löwe"])
    #expect(try words(home, "show", "dana", "wh").words == ["whitfield"])
    #expect(try words(home, "show", "cafe", "wh").words == [])
    #expect(try words(home, "log", "call", "caf").words == [], "people only")
    let id = try String(home.run("list", "people", "--plain").output.prefix(32).suffix(16).prefix(8))
    #expect(try words(home, "show", String(id.prefix(4))).words.contains(id))
    _ = try home.run("import", "note.txt", "--on", "2026-03-02", "--today", "2026-03-03")
    let items = try words(home, "done", "").words
    for item in items { #expect(try home.run("why", item).code == 0) }
    let undo = try words(home, "undo", "").words
    #expect(!undo.isEmpty && undo.allSatisfy { $0.count == 8 })
  }

  @Test func `without a store, or with a locked or foreign one, there are fewer words and no noise`() throws {
    let home = try Home()
    #expect(try words(home, "show", "d").words == [])
    #expect(try words(home, "done", "").words == [])
    #expect(!FileManager.default.fileExists(atPath: home.path(".local")), "looking makes nothing")
    try home.write("x.sqlite", "no store")
    #expect(try words(home, "show", "--store", "x.sqlite", "d").words == [])
    #expect(try words(home, "nonsense", "d").words == [])
    #expect(try home.run("complete").output == "")
    #expect(try home.run("complete", "bash").code == 0)
    let full = try self.home()
    let store = full.path(".local/share/afterword/afterword.sqlite")
    #expect(try words(full, "show", "da").words == ["dana"])
    let holding = """
      import sqlite3, sys, time
      store = sqlite3.connect(sys.argv[1])
      store.execute('PRAGMA locking_mode = EXCLUSIVE')
      store.execute('BEGIN EXCLUSIVE')
      open('held', 'w').close()
      time.sleep(60)
      """
    let hold = try Run(
      "/usr/bin/python3", ["-c", holding, store], ["PATH": "/usr/bin:/bin"], folder: full.folder, input: "")
    defer { hold.kill(after: 0) }
    for _ in 0..<500 where !FileManager.default.fileExists(atPath: full.path("held")) { usleep(10_000) }
    #expect(try words(full, "show", "da").words == [])
  }

  @Test func `bash is given what it takes for the current word`() throws {
    let home = try home()
    #expect(try words(home, "letter", "x", "--kind", "=", "car", shell: "bash").words == ["card"])
    #expect(try words(home, "set", "dana", "ema", shell: "bash").words == ["email="])
  }

  // MARK: the shells themselves

  private static func installed(_ shell: String) -> String? {
    ["/usr/bin/", "/bin/"].map { $0 + shell }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// What a shell shows when this is typed and completed.
  private func typed(_ shell: String, _ line: String, _ home: Home) throws -> String {
    try home.write("afterword.\(shell)", try home.run("completions", shell).output)
    let bin = home.path("bin")
    try FileManager.default.createDirectory(atPath: bin, withIntermediateDirectories: true)
    symlink(Home.program, bin + "/afterword")
    let variables = [
      "HOME": home.folder, "PATH": bin + ":/usr/bin:/bin", "TZ": "UTC", "TERM": "xterm", "LC_ALL": "C.UTF-8",
    ]
    let program = Self.installed(shell) ?? shell
    if shell == "fish" {
      return try Run(
        program, ["--no-config", "-c", "source afterword.fish; complete -C '\(line)'"], variables,
        folder: home.folder, input: ""
      ).finish().output
    }
    let start: [String]
    let prepare: String
    switch shell {
    case "bash":
      start = ["--norc", "--noprofile", "-i"]
      prepare =
        "PS1='ready> '; bind 'set bell-style none'; bind 'set completion-query-items 0'; source afterword.bash\n"
    default:
      start = ["-f", "-i"]
      prepare = "PS1='ready> '; LISTMAX=0; autoload -Uz compinit; compinit -u -D; source ./afterword.zsh\n"
    }
    // A line that is typed with tabs, then shown by the shell as it stands.
    let keys = [prepare, line + "\t\t", "\u{1}echo '[\u{5}]'\n", "exit\n"]
    return try PseudoTerminal(program, start, variables, folder: home.folder).type(keys: keys)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `the shell completes names, kinds, commands and files`(_ shell: String) throws {
    guard Self.installed(shell) != nil else {
      print("skipped: \(shell) is not installed")
      return
    }
    let home = try home()
    for (line, expected) in [
      ("afterword show whit", "whitfield"), ("afterword list pe", "people"), ("afterword playbook comp", "compare"),
      ("afterword import no", "note.txt"), ("afterword log cal", "call"), ("afterword key rem", "remove"),
      ("afterword letter x --em", "--eml"), ("afterword add person ema", "email="),
    ] {
      let shown = try typed(shell, line, home)
      #expect(shown.contains(expected), "\(shell): \(line)\n\(shown)")
    }
  }
}
