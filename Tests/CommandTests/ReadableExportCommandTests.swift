import Foundation
import Testing

/// `export` by the end of a file's name, and `import` of what it wrote.
@Suite struct ReadableExportCommandTests {
  private let home: Home

  init() throws {
    home = try Home()
    for (firm, person) in [("Quillon & Söhne", "Farida Nasser"), ("=Lumenpay", "王小明")] {
      _ = try home.run(
        "add", "interview", firm, "role=Engineer", "with=\(person)", "start=2026-06-18T10:00", "--today", "2026-06-12")
    }
    try home.write("note.txt", "Larkspur, phone with Jo, 2 June 2026\nThey will call by Friday.\n")
    _ = try home.run("import", "note.txt", "--today", "2026-06-12")
  }

  private func export(_ words: String...) throws -> Home.Outcome {
    try home.run(["export"] + words + ["--today", "2026-06-15"])
  }

  private func text(_ name: String) throws -> String {
    String(decoding: try #require(FileManager.default.contents(atPath: home.path(name)), "\(name)"), as: UTF8.self)
  }

  @Test func `a suffix that is no known format is refused, and no file comes of it`() throws {
    for name in ["plan.xlsx", "people.txt", "a.pdf", "backup.zip"] {
      let outcome = try export(name)
      #expect(outcome.code == 2 && outcome.talk.contains(".csv") && outcome.talk.contains("--format"), "\(outcome)")
      #expect(!FileManager.default.fileExists(atPath: home.path(name)))
    }
    #expect(try export("backup.old", "--format", "bundle").code == 0)
    #expect(try home.run("verify", "backup.old").code == 0)
  }

  @Test func `each format is written by its suffix, for its owner alone, and not over another file`() throws {
    for (name, begins) in [
      ("people.csv", "\u{FEFF}id,"), ("applications.csv", "\u{FEFF}applied,company"), ("all.json", "{\"afterword\":1"),
      ("people.vcf", "BEGIN:VCARD\r\nVERSION:4.0"), ("days.ics", "BEGIN:VCALENDAR"),
    ] {
      let outcome = try export(name)
      #expect(outcome.code == 0 && outcome.talk.contains("Wrote \(name)"), "\(outcome)")
      #expect(try text(name).unicodeScalars.starts(with: begins.unicodeScalars), "\(name)")
      let rights = try FileManager.default.attributesOfItem(atPath: home.path(name))[.posixPermissions]
      #expect(rights as? Int == 0o600)
      #expect(try export(name).code == 2)
      #expect(try export(name, "--replace").code == 0)
    }
    #expect(try text("applications.csv").contains("'=Lumenpay"))
    #expect(try export("-", "--format", "csv", "--list", "people").output.contains("Farida Nasser"))
    #expect(try home.run("export", "quillon.md", "--of", "quillon").code == 0)
    #expect(try text("quillon.md").hasPrefix("# Quillon \\& Söhne\n"))
  }

  @Test func `options that mean nothing for a format are refused`() throws {
    for line in [
      ["all.json", "--redact"], ["people.vcf", "--since", "x"], ["a.afterword", "--list", "people"], ["all.md"],
      ["days.ics", "--of", "quillon"], ["people.csv", "--from", "1 june"], ["-", "--format", "markdown"],
      ["applications.csv", "--from", "5 june", "--to", "1 june"], ["coach.html", "--redact", "--new-passphrase"],
      ["coach.md", "--redact", "--passphrase-fd", "3"], ["coach.html", "--redact", "--of", "quillon"],
      ["coach.md", "--redact", "--from", "1 june"],
    ] {
      let outcome = try home.run(["export"] + line + ["--today", "2026-06-15"])
      #expect(outcome.code == 2, "\(line): \(outcome)")
      #expect(line[0] == "-" || !FileManager.default.fileExists(atPath: home.path(line[0])), "\(line)")
    }
    let misspelt = try export("poeple.csv")
    #expect(misspelt.code != 0 && misspelt.talk.contains("people"), "\(misspelt)")
  }

  @Test func `all of it goes out as JSON and into another store, once, and can be undone`() throws {
    _ = try export("all.json")
    let other = ["AFTERWORD_STORE": home.path("other.sqlite"), "XDG_STATE_HOME": home.path("other")]
    let rehearsed = try home.run("import", "all.json", "-n", variables: other)
    #expect(rehearsed.code == 0 && rehearsed.talk.contains("Would take in"), "\(rehearsed)")
    #expect(!FileManager.default.fileExists(atPath: home.path("other.sqlite")))
    let taken = try home.run("import", "all.json", variables: other)
    #expect(taken.code == 0 && taken.talk.contains("Took in") && taken.talk.contains("Undo:"), "\(taken)")
    let told = try home.run("import", "all.json", "--json", variables: other)
    #expect(told.output.contains("\"added\" : 0"), "\(told)")
    let again = try home.run("import", "all.json", variables: other)
    #expect(again.talk.contains("is here already"), "\(again)")
    #expect(try home.run("show", "note.txt", "--raw", variables: other).output.hasPrefix("Larkspur, phone"))
    #expect(try home.run("import", "all.json").talk.contains("is here already"))
    let undo = try #require(taken.talk.split(separator: "Undo: afterword ").last).split(whereSeparator: \.isWhitespace)
    #expect(try home.run(undo.map(String.init), variables: other).code == 0)
    #expect(try home.run("list", "people", "--plain", variables: other).output.isEmpty)
    try home.write("broken.json", "{\"afterword\":1,\"rows\":[{\"kind\":\"person\"}]}")
    let broken = try home.run("import", "broken.json")
    #expect(broken.code == 3 && broken.talk.contains("row 1"), "\(broken)")
  }

  @Test func `a vault is a folder that is not written into twice`() throws {
    let outcome = try export("vault", "--format", "markdown")
    #expect(outcome.code == 0, "\(outcome)")
    #expect(try text("vault/Notes/note.txt").hasPrefix("Larkspur, phone"))
    #expect(try text("vault/People/Farida Nasser.md").contains("[[Searches/Quillon & Söhne, Engineer]]"))
    #expect(try export("vault", "--format", "markdown").code == 2)
    #expect(try export("vault", "--format", "markdown", "--replace").code == 0)
  }

  @Test func `a vault written again takes away what is no more, and leaves what somebody changed`() throws {
    _ = try export("vault", "--format", "markdown")
    let own = try text("vault/Notes/note.txt") + "mine"
    try home.write("vault/Notes/note.txt", own)
    try home.write("vault/People/Mum.md", "mine")
    _ = try home.run("set", "farida", "name=Farida Roy")
    let again = try export("vault", "--format", "markdown", "--replace")
    #expect(again.code == 0 && again.talk.contains("Took away 1 file"), "\(again)")
    #expect(again.talk.contains("Left: Notes/note.txt"), "\(again)")
    let people = try FileManager.default.contentsOfDirectory(atPath: home.path("vault/People"))
    #expect(people.contains("Farida Roy.md") && people.contains("Mum.md") && !people.contains("Farida Nasser.md"))
    #expect(try text("vault/Notes/note.txt") == own && text("vault/People/Mum.md") == "mine")
    // Whatever the list says, nothing outside is touched.
    try home.write("vault/.afterword-vault", "{\"../keep.txt\":\"2c26b46b68ffc68ff99b453c1d304134\"}")
    try home.write("keep.txt", "foo")
    _ = try export("vault", "--format", "markdown", "--replace")
    #expect(try text("keep.txt") == "foo")
  }
}
