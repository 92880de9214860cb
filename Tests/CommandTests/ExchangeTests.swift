import Foundation
import Testing

/// Backups and bundles as a person meets them.
@Suite struct ExchangeTests {
  /// A home whose store holds an organisation, and its backup `backup.afterword`.
  private func home(_ name: String = "Acme") throws -> Home {
    let home = try Home()
    #expect(try home.run("add", "organisation", name).code == 0)
    #expect(try home.run("export", "backup.afterword").code == 0)
    return home
  }

  private func path(_ home: Home) -> String { home.path("backup.afterword") }

  private func names(_ home: Home) throws -> String { try home.run("list", "organisations", "--plain").output }

  /// What lies below the home, with its content.
  private func everything(_ home: Home) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: home.folder) {
      files[name] = FileManager.default.contents(atPath: home.path(name)) ?? Data()
    }
    return files
  }

  /// Runs what must fail: one line that says why, nothing changed.
  private func expectRefusal(
    _ home: Home, _ arguments: [String], code: Int32, says: [String], input: String = "",
    location: SourceLocation = #_sourceLocation
  ) throws {
    let before = try everything(home)
    let outcome = try home.run(arguments, input: input)
    #expect(outcome.code == code, "\(arguments): \(outcome.talk)", sourceLocation: location)
    for word in says { #expect(outcome.talk.contains(word), "\(outcome.talk)", sourceLocation: location) }
    #expect(outcome.output.isEmpty, sourceLocation: location)
    #expect(outcome.talk.split(separator: "\n").count <= 2, "\(outcome.talk)", sourceLocation: location)
    let after = try everything(home)
    let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] && !$0.hasSuffix(".lock") }
    #expect(changed.isEmpty, "\(arguments): \(changed)", sourceLocation: location)
  }

  @Test func `the wrong kind of file is named for what it is, with what to do`() throws {
    let home = try home()
    try home.write("notes.txt", "2026-11-20 interview with Dana\n")
    for command in ["restore", "verify", "salvage"] {
      try expectRefusal(home, [command, "notes.txt"], code: 3, says: ["notes.txt", "not a bundle", "text"])
    }
    try expectRefusal(home, ["read", "backup.afterword"], code: 3, says: ["backup.afterword", "bundle"])
    let store = ".local/share/afterword/afterword.sqlite"
    try expectRefusal(home, ["import", store], code: 3, says: ["SQLite"])
    try expectRefusal(home, ["restore", "missing.afterword"], code: 3, says: ["missing.afterword", "Check the path"])
  }

  @Test func `a damaged, a cut and a newer bundle are refused, each with its reason`() throws {
    let home = try home()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path(home)))
    try bytes.prefix(bytes.count - 60).write(to: URL(fileURLWithPath: home.path("cut.afterword")))
    var damaged = bytes
    damaged[bytes.count / 2] ^= 1
    try damaged.write(to: URL(fileURLWithPath: home.path("damaged.afterword")))
    for command in ["verify", "import", "restore"] {
      try expectRefusal(home, [command, "cut.afterword"] + yes(command), code: 3, says: ["not complete", "salvage"])
      try expectRefusal(home, [command, "damaged.afterword"] + yes(command), code: 3, says: ["damaged", "salvage"])
    }
    let shell = try Run(
      "/bin/sh",
      ["-c", "zcat backup.afterword | sed 's/afterword-bundle\",1/afterword-bundle\",2/' | gzip > newer.afterword"],
      ["PATH": "/usr/bin:/bin"], folder: home.folder, input: "")
    #expect(shell.finish().code == 0)
    try expectRefusal(
      home, ["verify", "newer.afterword", "--lenient"], code: 3, says: ["version 2", "newer version", "Update"])
  }

  private func yes(_ command: String) -> [String] { command == "verify" ? [] : ["--yes"] }

  @Test func `a rehearsed import says what would come and changes nothing`() throws {
    let (laptop, desktop) = (try home(), try home("Zenith"))
    let before = try everything(desktop).filter { !$0.key.hasSuffix(".lock") }
    let outcome = try desktop.run("import", path(laptop), "--dry-run")
    #expect(outcome.code == 0 && outcome.talk.contains("Would take in 3 changes"))
    #expect(try everything(desktop).filter { !$0.key.hasSuffix(".lock") } == before)
    let empty = try Home()
    #expect(try empty.run("import", path(laptop), "-n").code == 0)
    #expect(try everything(empty).isEmpty)
  }

  @Test func `a bundle of another person's store is asked about, and the store kept before they are mixed`() throws {
    let (laptop, stranger) = (try home(), try home("Zenith"))
    try expectRefusal(stranger, ["import", path(laptop)], code: 5, says: ["--yes"])
    let outcome = try stranger.run("import", path(laptop), "--yes")
    #expect(outcome.code == 0 && outcome.talk.contains("before-import"))
    #expect(try names(stranger).contains("Acme"))
    let kept = try #require(try everything(stranger).keys.first { $0.contains("before-import") })
    let back = try Home()
    #expect(try back.run("restore", stranger.path(kept)).code == 0)
    #expect(try names(back).contains("Zenith") && !names(back).contains("Acme"))
  }

  @Test func `a restore over a store asks, keeps it and says how to go back`() throws {
    let home = try home()
    _ = try home.run("add", "organisation", "Later")
    try expectRefusal(home, ["restore", "backup.afterword"], code: 5, says: ["--yes", "kept"])
    let outcome = try home.run("restore", "backup.afterword", "--yes")
    #expect(outcome.code == 0 && outcome.talk.contains("before-restore"))
    #expect(try !names(home).contains("Later"))
  }

  @Test func `a cut backup is restored as far as it goes, with what is lost said`() throws {
    let home = try Home()
    for number in 0..<40 {
      let notes = (0..<300).map { String($0 * 7919 * (number + 1), radix: 36) }.joined(separator: " ")
      _ = try home.run("add", "organisation", "Acme \(number)", "notes=\(notes)")
    }
    _ = try home.run("export", "backup.afterword")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path(home)))
    try bytes.prefix(bytes.count - 40).write(to: URL(fileURLWithPath: home.path("cut.afterword")))
    let told = try home.run("salvage", "cut.afterword")
    #expect(told.code == 1 && told.output.contains("Proven good") && told.output.contains("not complete"))
    let other = try Home()
    let outcome = try other.run("restore", home.path("cut.afterword"), "--accept-gaps")
    #expect(outcome.code == 0, "\(outcome.talk)")
    #expect(try !names(other).isEmpty)
    #expect(try other.run("doctor").code == 0)
  }

  @Test func `a passphrase opens what it locked; a wrong one changes nothing and is told to nobody`() throws {
    let home = try home()
    let secret = "canary velvet seven"
    let locked = try home.run(
      ["export", "locked.afterword.age", "--passphrase-fd", "0"], input: secret + "\n")
    #expect(locked.code == 0)
    try expectRefusal(home, ["verify", "locked.afterword.age"], code: 3, says: ["passphrase", "--passphrase-fd"])
    try expectRefusal(
      home, ["import", "locked.afterword.age", "--passphrase-fd", "0"], code: 3, says: ["passphrase is wrong"],
      input: "wrong canary\n")
    let opened = try home.run(["verify", "locked.afterword.age", "--passphrase-fd", "0"], input: secret + "\n")
    #expect(opened.code == 0)
    #expect(!(locked.talk + opened.talk + opened.output).contains("canary"))
    for (name, content) in try everything(home) {
      #expect(content.range(of: Data("canary".utf8)) == nil, "\(name)")
    }
  }

  @Test func `a short passphrase is taken, and said to be one`() throws {
    let home = try home()
    let short = try home.run(["export", "a.afterword.age", "--passphrase-fd", "0"], input: "abc\n")
    #expect(short.code == 0 && short.talk.contains("3 characters") && !short.talk.contains("abc"))
    let long = try home.run(["export", "b.afterword.age", "--passphrase-fd", "0"], input: "canary velvet seven\n")
    #expect(long.code == 0 && !long.talk.contains("characters"))
  }

  @Test func `a redacted copy holds no name, address or pay, and no store takes it in`() throws {
    let home = try Home()
    _ = try home.run("add", "organisation", "Canaryworks")
    _ = try home.run("add", "person", "Dana Canarfield", "email=dana@canary.example", "phone=020 7946 0958")
    _ = try home.run(
      "add", "opportunity", "organisation=canaryworks", "role=Engineer at Canaryworks", "compensation=canary 93,500",
      "notes=Dana Canarfield of Canaryworks offered £93,500; write to dana@canary.example")
    #expect(try home.run("export", "coach.afterword", "--redact").code == 0)
    let text = try Run(
      "/bin/sh", ["-c", "zcat coach.afterword"], ["PATH": "/usr/bin:/bin"], folder: home.folder, input: ""
    ).finish().output.lowercased()
    #expect(text.contains(" at organisation 1"))
    for canary in ["canar", "dana", "93,5", "7946", "example"] { #expect(!text.contains(canary), "\(canary)") }
    try expectRefusal(home, ["import", "coach.afterword", "--yes"], code: 3, says: ["redacted"])
    try expectRefusal(home, ["restore", "coach.afterword", "--yes"], code: 3, says: ["redacted"])
  }

  @Test func `imports, exports and edits at the same time all come through`() throws {
    let (laptop, desktop) = (try home(), try home("Zenith"))
    var runs: [Run] = []
    for number in 0..<3 {
      runs.append(try desktop.start(["import", path(laptop), "--yes"]))
      runs.append(try desktop.start(["export", "copy-\(number).afterword"]))
      runs.append(try desktop.start(["add", "person", "Person \(number)"]))
    }
    for run in runs {
      let outcome = run.finish()
      #expect(outcome.code == 0, "\(outcome.talk)")
    }
    #expect(try names(desktop).contains("Acme"))
    #expect(try desktop.run("list", "people", "--plain").output.split(separator: "\n").count == 3)
    for number in 0..<3 { #expect(try desktop.run("verify", "copy-\(number).afterword").code == 0) }
    #expect(try desktop.run("doctor").code == 0)
  }
}
