import Foundation
import Testing

/// Undoing, redoing and answering as typed, on one machine and on two.
@Suite struct TakingBackTests {
  private func filled() throws -> Home {
    let home = try Home()
    try home.write(
      "acme.md",
      """
      # Acme Robotics - onsite
      Date: 2026-03-18
      Interviewer: Dana Whitfield (Head of Quality), dana@acme.example
      They decide by 27 March.
      """)
    _ = try home.run("import", "acme.md", "--today", "2026-03-20")
    return home
  }

  private func item(_ home: Home) throws -> String {
    let plan = try home.run("plan", "--json", "--today", "2026-03-20").output
    let id = plan.split(separator: "\"id\" : \"").dropFirst().first?.prefix(8)
    return String(try #require(id))
  }

  @Test func `undo steps back through what was done, redo forward, and every view is what it was`() throws {
    let home = try filled()
    let item = try item(home)
    let commands = [
      ["done", item], ["set", "acme", "notes=one\ntwo"],
      ["add", "setting", "zone", "value=UTC"],
      ["log", "email", "dana", "hello"], ["delete", "dana", "--yes"],
    ]
    var views = [try home.views()]
    for command in commands {
      let ran = try home.run(command + ["--today", "2026-03-20"])
      #expect(ran.code == 0, "\(command) \(ran.talk)")
      views.append(try home.views())
    }
    for index in commands.indices.reversed() {
      let undone = try home.run("undo")
      #expect(undone.code == 0 && undone.talk.contains("afterword redo"), "\(undone.talk)")
      #expect(try home.views() == views[index], "after undoing \(commands[index])")
    }
    for index in commands.indices {
      let redone = try home.run(index % 2 == 0 ? ["redo"] : ["undo", "--redo"])
      #expect(redone.code == 0 && redone.talk.hasPrefix("Redid: "), "\(redone.talk)")
      #expect(try home.views() == views[index + 1], "after redoing \(commands[index])")
    }
    #expect(try home.run("redo").code == 1)
    #expect(try home.run("undo").talk.contains("delete dana"))
    _ = try home.run("set", "dana", "phone=2")
    let nothing = try home.run("redo")
    #expect(nothing.code == 1 && nothing.talk.contains("Nothing was undone"), "\(nothing.talk)")
  }

  @Test(arguments: [["done"], ["skip"], ["snooze"]])
  func `what is decided, taken back and decided again is no conflict`(words: [String]) throws {
    let home = try filled()
    let item = try item(home)
    let decision = words + [item] + (words == ["snooze"] ? ["2026-04-02"] : []) + ["--today", "2026-03-20"]
    for command in [
      decision, ["undo"], decision, ["undo"], ["redo"], ["undo"], ["skip", item, "--today", "2026-03-20"],
    ] {
      let ran = try home.run(command)
      #expect(ran.code == 0, "\(command) \(ran.talk)")
      #expect(try home.run("conflicts").talk == "No conflicts.\n", "after \(command)")
    }
    #expect(try !home.run("list", "decisions", "--json").output.contains("2026-04-02"))
  }

  @Test func `a setting that was deleted is added again with its new value alone`() throws {
    let home = try Home()
    _ = try home.run("add", "setting", "zone", "value=Europe/London")
    for takingBack in [["delete", "setting:zone", "--yes"], ["undo"]] {
      #expect(try home.run(takingBack).code == 0)
      let added = try home.run("add", "setting", "zone", "value=Europe/Paris")
      #expect(added.code == 0, "\(added.talk)")
      #expect(try home.run("conflicts").talk == "No conflicts.\n")
    }
    #expect(try home.run("list", "settings", "--json").output.contains("Europe/Paris"))
  }

  @Test func `two commands of one text that were undone by name are redone one by one`() throws {
    let home = try filled()
    _ = try home.run("log", "call", "dana", "left a message")
    _ = try home.run("log", "call", "dana", "left a message")
    let names = try home.run("history", "--plain").output.split(separator: "\n").filter { $0.contains("log call") }
    for line in names {
      let name = try #require(line.split(separator: "\t").first { $0.count == 8 && $0.allSatisfy(\.isHexDigit) })
      #expect(try home.run("undo", String(name)).code == 0)
    }
    #expect(try !home.run("list", "touches", "--json").output.contains("left a message"))
    #expect(try !home.run("redo").talk.contains("more"))
    let touches = try home.run("list", "touches", "--json").output
    #expect(touches.components(separatedBy: "left a message").count == 2)
  }

  @Test(arguments: [
    ("yesterday\n", "yesterday → Thu 19 Mar"), ("2026-03-12\n", "Taken for all"), ("dunno\n\n", "is no day"),
    ("dunno\n2026-03-12\n", "Taken for all"),
    ("\n", "Read 1 note"),
  ])
  func `import's question for a day takes any answer`(answer: String, said: String) throws {
    let home = try Home()
    try FileManager.default.createDirectory(atPath: home.path("n"), withIntermediateDirectories: true)
    try home.write("n/a.txt", "Spoke to Mo at Oakhill Garden Centre, he will ring me\n")
    let terminal = try Terminal(home, ["import", "n", "--today", "2026-03-20"])
    try terminal.wait(for: "Written when?")
    terminal.type(answer)
    try terminal.wait(for: said)
    #expect(terminal.end() == 0)
    #expect(try home.run("list", "documents").output.contains("a.txt"))
  }

  @Test func `what is undone already is said to be so, in one line`() throws {
    let home = try Home()
    for number in 1...6 {
      try home.write("\(number).txt", "Acme \(number), call with Dana \(number) on 9 March 2026\n")
    }
    _ = try home.run("import", home.folder, "--today", "2026-03-20")
    let history = try home.run("history", "--plain").output
    let name = try #require(history.split(whereSeparator: { "\t\n".contains($0) }).first { $0.count == 8 })
    #expect(try home.run("undo").talk.contains("and 5 more"))
    let again = try home.run("undo", String(name))
    #expect(again.code == 1 && again.talk.contains("is undone already"), "\(again.talk)")
    #expect(!again.talk.contains("Left alone"), "\(again.talk)")
    let redone = try home.run("redo").talk
    #expect(redone.components(separatedBy: " more").count == 2, "\(redone)")
  }

  @Test func `what is not deleted is said to be there`() throws {
    let home = try Home()
    _ = try home.run("add", "organisation", "Acme")
    _ = try home.run("delete", "acme")
    #expect(try home.run("undelete", "acme").code == 0)
    let again = try home.run("undelete", "acme")
    #expect(again.code == 1 && again.talk.contains("Acme is not deleted"), "\(again.talk)")
  }

  @Test func `a name that nothing has is told with what makes one`() throws {
    let home = try Home()
    _ = try home.run("add", "person", "Dana")
    let refused = try home.run("set", "dana", "organisation=New Works")
    #expect(refused.code == 1 && refused.talk.contains("afterword add organisation 'New Works'"), "\(refused.talk)")
  }

  @Test func `a line that looks like the form's own mark stays text`() throws {
    let home = try Home()
    _ = try home.run("add", "organisation", "Acme")
    let notes = "first part\n--- notes\nsecond part\n---- notes\nthird"
    _ = try home.run("set", "acme", "notes=-", input: notes)
    try home.write("editor", "#!/bin/sh\nsed -i 's/^sector:.*/sector: new/' \"$1\"\n", executable: true)
    let edited = try home.run(["edit", "acme"], variables: ["EDITOR": home.path("editor")])
    #expect(edited.code == 0 && !edited.talk.contains("notes"), "\(edited.talk)")
    let json = try home.run("list", "organisations", "--json").output
    #expect(json.contains("first part\\n--- notes\\nsecond part\\n---- notes\\nthird") && json.contains("\"new\""))
  }

  @Test func `join asks for the name where the two are called differently, and leaves no conflict`() throws {
    let home = try Home()
    _ = try home.run("add", "organisation", "Acme", "website=acme.example", "notes=seen at the fair")
    _ = try home.run("add", "organisation", "Acme Robotics GmbH", "website=acme.test", "notes=hires testers")
    let before = try home.run("list", "organisations", "--json").output
    let shown = try home.converse(["join", "gmbh", try id(before, "Acme")], keys: "2", at: "Which name?")
    #expect(shown.contains("Joined Acme Robotics GmbH and Acme"), "\(shown)")
    #expect(try home.run("conflicts").talk == "No conflicts.\n")
    let joined = try home.run("list", "organisations", "--json").output
    #expect(joined.contains("\"Acme\"") && joined.contains("hires testers\\n\\nseen at the fair"))
    #expect(try home.run("unjoin", "acme").code == 0)
    #expect(try home.run("list", "organisations", "--json").output == before)
    #expect(try home.run("join", "gmbh", try id(before, "Acme"), "--name", "Acme R.").code == 0)
    #expect(try home.run("list", "organisations").output.contains("Acme R."))
    _ = try home.run("undo")
    #expect(try home.run("list", "organisations", "--json").output == before)
    #expect(try home.run("join", "gmbh", try id(before, "Acme")).code == 0)
    #expect(try home.run("list", "organisations").output.contains("Acme Robotics GmbH"))
  }

  private func id(_ json: String, _ title: String) throws -> String {
    struct Row: Decodable {
      let id: String
      let title: String
    }
    struct Rows: Decodable { let rows: [Row] }
    let rows = try JSONDecoder().decode(Rows.self, from: Data(json.utf8)).rows
    return try #require(rows.first { $0.title == title }).id
  }
}
