import Foundation
import Testing

/// `afterword schema` and what commands print. `Home` holds every JSON of every test against it, these here too.
@Suite struct SchemaTests {
  @Test func `every command that takes --json has a schema, and no other`() throws {
    let home = try Home()
    let schemas = try JSONSerialization.jsonObject(with: Data(home.run("schema").output.utf8)) as? [String: Any]
    let names = try #require(schemas?.keys.sorted())
    #expect(try home.run("schema", "list").code == 0)
    #expect(try home.run("schema", "install").code == 2)
    // In the manual, a command's section begins with its name and holds its options.
    let sections = try home.run("manual").output.components(separatedBy: "\n.SS ").dropFirst().map {
      (name: String($0.prefix { $0 != "\n" }), text: $0)
    }
    let printing = sections.filter { section in
      section.text.contains("\\-\\-json ")
        && ["Print JSON.", "as JSON, new ids too."].contains { section.text.contains($0) }
    }
    #expect(names == printing.map(\.name).sorted())
  }

  @Test func `the outputs of a search are as their schemas say`() throws {
    let home = try Home()
    try home.write(
      "acme.txt",
      "Acme, 20 April 2026\nMet Dana Whitfield (dana@acme.example). She will call by Friday.\nOffer: 52000.\n")
    for line in Self.search + Self.looking {
      let hasDay = line.contains("--today") || line.hasPrefix("drafts")
      let outcome = try home.run(Transcript.words(line) + (hasDay ? [] : ["--today", "2026-04-22"]))
      #expect(outcome.code < 2, "\(line): \(outcome.talk)")
      if line.contains("--json") { #expect(outcome.output.hasPrefix("{"), "\(line): \(outcome.talk)") }
    }
  }

  @Test func `every command that writes tells what it wrote, as its schema says`() throws {
    let home = try Home()
    var position = "0"
    for line in Self.writing {
      let outcome = try home.run(Transcript.words(line) + ["--json", "--today", "2026-04-22"])
      #expect(outcome.code == 0, "\(line): \(outcome.talk)")
      let told = try #require(
        JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any], "\(line)")
      let transactions = try #require(told["transactions"] as? [[String: Any]])
      #expect(!transactions.isEmpty, "\(line): \(outcome.talk)")
      // The feed from the last position gives the same.
      let feed = try home.run("log-since", position, "--json")
      #expect(feed.output == outcome.output, "\(line)")
      position = try #require(told["position"] as? String)
    }
    let nothing = try home.run("set", "brask", "sector=tools", "--json")
    #expect(nothing.output.contains("\"transactions\" : [\n\n  ]"), "\(nothing.output)")
  }

  @Test func `what another process wrote meanwhile is not told as its own, and a reader of positions misses nothing`()
    throws
  {
    let home = try Home()
    #expect(try home.run("add", "organisation", "Acme").code == 0)
    try home.write(
      "meanwhile", "#!/bin/sh\n'\(Home.program)' -q add organisation Brask\nprintf 'a line\\n' > \"$1\"\n",
      executable: true)
    let told = try home.run(["edit", "acme", "notes", "--json"], variables: ["EDITOR": home.path("meanwhile")])
    #expect(
      told.code == 0 && told.output.contains("a line") && !told.output.contains("Brask"), "\(told.output)\(told.talk)")
    let json = try #require(JSONSerialization.jsonObject(with: Data(told.output.utf8)) as? [String: Any])
    let rest = try home.run("log-since", try #require(json["position"] as? String), "--json").output
    #expect(rest.contains("Brask"), "\(rest)")
  }

  /// Each in an order in which it has something to write.
  private static let writing = [
    "add organisation Acme", "add person \"Dana Whitfield\" organisation=acme",
    "add opportunity \"Line lead\" organisation=acme stage=interviewing",
    "add interview opportunity=\"line lead\" start=\"yesterday at 9:30\"",
    "add participation interview=acme person=dana", "set dana title=Buyer", "undo", "redo",
    "note dana \"Rang Dana. She will call by Friday.\"", "log call dana \"the plan\"", "done \"dana\" --yes",
    "heard \"line lead\" --offer", "pause \"line lead\" until 1 may", "playbook use persistent",
    "playbook set persistent break-the-silence.after 2d", "add organisation \"Brask Tools\"",
    "add organisation \"Brask\"", "join \"Brask Tools\" \"Brask\" --yes", "unjoin brask", "delete dana --yes",
    "undelete dana",
    "set brask sector=tools", "settings cap 7", "machine name workshop", "letter draft acme --kind acceptance --keep",
    "forget dana --yes",
  ]

  @Test func `a conflict, a sync and an import of another machine are as their schemas say`() throws {
    let (laptop, desktop) = (try Home(), try Home())
    let folder = laptop.path("common")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    func on(_ home: Home, _ line: String, _ name: String) throws {
      let words = Transcript.words(line.replacing("FOLDER", with: folder)) + ["--today", "2026-04-22"]
      let outcome = try home.run(words, variables: ["AFTERWORD_MACHINE": name])
      #expect(outcome.code < 2, "\(line): \(outcome.talk)")
    }
    try on(laptop, "add organisation Acme sector=rail", "laptop")
    try on(laptop, "set acme notes=\"one line\"", "laptop")
    for (home, name) in [(laptop, "laptop"), (desktop, "desktop"), (laptop, "laptop")] {
      try on(home, "sync FOLDER --no-encrypt --yes --json", name)
    }
    for (home, name) in [(laptop, "laptop"), (desktop, "desktop")] {
      try on(home, "set acme sector=\(name) notes=\"a line of \(name)\"", name)
    }
    for (home, name) in [(laptop, "laptop"), (desktop, "desktop"), (laptop, "laptop")] {
      try on(home, "sync --yes --json", name)
    }
    for line in [
      "conflicts --json", "show acme --json", "list organisations --json", "status --json", "machine --json",
    ] {
      try on(laptop, line, "laptop")
    }
    try on(laptop, "export FOLDER/whole.afterword --json", "laptop")
    try on(laptop, "export FOLDER/whole.afterword --json", "laptop")
    try on(laptop, "verify FOLDER/whole.afterword --json", "laptop")
    try on(laptop, "salvage FOLDER/whole.afterword --json", "laptop")
    try on(desktop, "import FOLDER/whole.afterword --json --yes", "desktop")
    try on(laptop, "restore FOLDER/whole.afterword --json --yes", "laptop")
  }

  private static let search = [
    "add organisation Acme", "add person \"Dana Whitfield\" organisation=acme email=dana@acme.example tags=warm",
    "add opportunity \"Line lead\" organisation=acme stage=interviewing",
    "add interview opportunity=\"line lead\" start=\"yesterday at 9:30\"",
    "add participation interview=acme person=dana",
    "add promise \"an answer\" opportunity=acme by=them due=friday person=dana",
    "add material \"Budget first\" kind=article topic=pay", "log call dana \"the plan\" --material \"budget first\"",
    "log call dana \"may I name you?\" --kind reference-asked", "log email dana thanks --kind thank-you",
    "script dana --json --today 2026-04-28", "why dana --json --today 2026-04-28",
    "add interview opportunity=\"line lead\" start=\"4 may 10:00\"",
    "heard \"line lead\" --offer",
    "import acme.txt --json", "add organisation \"Brask Tools\"", "add organisation \"Brask Tools\"",
  ]

  private static let looking = [
    "today", "plan", "plan dana", "show dana", "show acme", "list people", "list documents", "find dana",
    "conflicts", "duplicates", "history", "history dana", "drafts", "proposals", "promises", "materials", "references",
    "offers", "prepare acme", "calendar", "timeline", "stats", "playbook list",
    "playbook show persistent",
    "playbook compare acme", "settings", "settings zone", "status", "doctor", "machine", "read acme.txt",
    "when \"next friday\"", "when \"from monday to friday\"", "when \"at 10 in Berlin\"",
  ].map { $0 + " --json" }
}
