import Foundation
import Testing

/// Folders of notes with everything in them that is none: the rest is taken in, each problem has its line.
@Suite struct NotesTroubleTests {
  private func write(_ home: Home, _ name: String, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: home.path(name)))
  }

  private func folder(_ home: Home) throws -> String {
    try FileManager.default.createDirectory(atPath: home.path("notes"), withIntermediateDirectories: true)
    return home.path("notes")
  }

  @Test func `what cannot be read has a line each, and all else is imported`() throws {
    let home = try Home()
    let notes = try folder(home)
    try home.write("notes/good.txt", "Acme, phone with Dana (HR), 2 March 2026\n")
    try home.write("notes/sparse.txt", "")
    #expect(truncate(notes + "/sparse.txt", 4 << 30) == 0)
    try write(home, "notes/random.txt", (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 3) })
    try write(
      home, "notes/half.txt",
      [0xFF, 0xFE] + Array("Borage, call on 3 March 2026".utf16).flatMap { [UInt8($0), 0] } + [0x41])
    try home.write("notes/empty.txt", "")
    let outcome = try home.run("import", "notes", "--today", "2026-03-05")
    #expect(outcome.code == 0)
    #expect(
      outcome.talk.contains("sparse.txt") && outcome.talk.contains("random.txt") && outcome.talk.contains("empty.txt"))
    #expect(try home.run("list", "organisations").output.contains("Acme"))
    #expect(try home.run("list", "organisations").output.contains("Borage"))
  }

  @Test func `data and code beside notes are listed and left out, and piped in they are read`() throws {
    let home = try Home()
    _ = try folder(home)
    try home.write("notes/acme.txt", "Acme, phone with Dana (HR), 2 March 2026\n")
    try home.write("notes/export.json", "{\"company\": \"Borage Ltd\"}\n")
    let outcome = try home.run("import", "notes", "--today", "2026-03-05")
    #expect(outcome.code == 0 && outcome.talk.contains("export.json is JSON data, not notes."))
    #expect(try !home.run("list", "documents").output.contains("export.json"))
    let named = try home.run("import", "notes/export.json")
    #expect(named.code == 3 && named.talk.contains("afterword import - <"))
    #expect(try home.run("import", "-", input: "{\"company\": \"Borage Ltd\"}\n").code == 0)
  }

  @Test func `a pipe and links to nowhere among notes are listed, a linked note is read`() throws {
    let home = try Home()
    let notes = try folder(home)
    try home.write("acme.txt", "Acme, phone with Dana (HR), 2 March 2026\n")
    #expect(symlink(home.path("acme.txt"), notes + "/linked.txt") == 0)
    #expect(symlink(home.path("gone.txt"), notes + "/dangling.txt") == 0)
    #expect(symlink(notes, notes + "/again") == 0)
    #expect(mkfifo(notes + "/pipe", 0o600) == 0)
    let outcome = try home.run("import", "notes", "--today", "2026-03-05")
    #expect(outcome.code == 0 && outcome.talk.contains("Read 1 note"))
    for name in [
      "dangling.txt: it is a link to nothing", "again: it is a link to a folder", "pipe: it is no regular file",
    ] {
      #expect(outcome.talk.contains(name))
    }
  }

  @Test func `files with names that are no UTF-8 are taken in, from folders named so too`() throws {
    let home = try Home()
    let place = Array(home.path("old").utf8)
    for folder in [place, place + Array("/d\u{1}".utf8).map { $0 == 1 ? 0xE9 : $0 }] {
      #expect(mkdir((folder + [0]).map { CChar(bitPattern: $0) }, 0o700) == 0)
      let name = folder + Array("/caf".utf8) + [0xE9] + Array(".txt".utf8) + [0]
      let file = fopen(name.map { CChar(bitPattern: $0) }, "w")
      fputs("Acme Ltd - phone, 3 March 2026\nroom \(folder.count)\n", file)
      fclose(file)
    }
    let outcome = try home.run("import", "old", "--today", "2026-03-20")
    #expect(outcome.code == 0 && outcome.talk.contains("Read 2 notes"))
    #expect(try home.run("list", "documents").output.contains("caf\u{FFFD}.txt"))
  }

  @Test func `read says that it takes no folder, whatever lies in it`() throws {
    let home = try Home()
    try FileManager.default.createDirectory(atPath: home.path("life"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: home.path("life/dead"), withDestinationPath: "nowhere")
    let outcome = try home.run("read", "life")
    #expect(outcome.code == 2 && outcome.talk.contains("life is a folder"))
  }

  @Test func `a named pipe is refused at once`() throws {
    let home = try Home()
    #expect(mkfifo(home.path("pipe"), 0o600) == 0)
    let outcome = try home.run("import", home.path("pipe"))
    #expect(outcome.code == 3 && outcome.talk.contains("pipe"))
  }

  @Test func `a mail of ten thousand parts in parts, a table with one unclosed quote, escapes in names`() throws {
    let home = try Home()
    _ = try folder(home)
    var mail = "From: Ann Lee <ann@acme.example>\nTo: me@mail.example\nSubject: Interview\nMIME-Version: 1.0\n"
    mail += "Date: Mon, 16 Mar 2026 09:14:22 +0000\nContent-Type: multipart/mixed; boundary=b0\n\n"
    for level in 0..<10_000 { mail += "--b\(level)\nContent-Type: multipart/mixed; boundary=b\(level + 1)\n\n" }
    try home.write("notes/nested.eml", mail)
    try home.write(
      "notes/quote.csv",
      "Company,Position,Date\nAcme,Analyst,2026-03-01\n\"Borage,Cook,2026-03-02\nCorvane,Clerk,2026-03-03\n")
    try home.write("notes/escape.txt", "Company: Ac\u{1B}[2Jme\u{202E}\nInterviewer: Da\u{1B}]0;x\u{7}na Whit (HR)\n")
    let outcome = try home.run("import", "notes", "--today", "2026-03-20", "--on", "2026-03-19")
    #expect(outcome.code == 0 && outcome.talk.contains("3 notes"))
    #expect(outcome.talk.contains("nested.eml, line 1: parts of the mail after 64 are kept and not read"))
    #expect(outcome.talk.contains("quote.csv, line 3: a quote opens and never closes"))
    let all = [outcome.talk] + (try ["organisations", "people"].map { try home.run("list", $0).output })
    #expect(
      all.joined().unicodeScalars.allSatisfy { $0 == "\n" || $0 == "\t" || $0.value >= 0x20 && $0.value != 0x202E })
    #expect(all[1].contains("Corvane"))
    #expect(try home.run("read", "notes/quote.csv").output.contains("never closes"))
    #expect(try home.run("doctor").code == 0)
  }

  @Test func `every prefix of the notes goes in and comes out again`() throws {
    let home = try Home()
    let notes = try folder(home)
    let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../Fixtures/Notes")
      .standardizedFileURL
    var count = 0
    for name in try FileManager.default.contentsOfDirectory(atPath: fixtures.path) where !name.hasSuffix(".json") {
      let bytes = [UInt8](try Data(contentsOf: fixtures.appending(path: name)))
      for end in stride(from: 1, through: bytes.count, by: 53) {
        try Data(bytes[..<end]).write(to: URL(fileURLWithPath: "\(notes)/\(count).txt"))
        count += 1
      }
    }
    let outcome = try home.run("import", "notes", "--today", "2026-03-20", "--on", "2026-03-19")
    #expect(outcome.code == 0, "\(outcome.talk)")
    #expect(try home.run("doctor").code == 0)
  }
}
