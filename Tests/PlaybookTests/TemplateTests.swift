import Foundation
import Model
import Playbook
import Testing

@Suite struct TemplateTests {
  private func writer(_ templates: [String: String] = [:]) throws -> (LetterWriter, ScenarioRows) {
    var rows = ScenarioRows()
    for line in [
      "organisation acme", "person dana organisation=acme", "opportunity job organisation=acme role=Engineer",
      "interview i1 opportunity=job start=2026-03-10 with=dana",
      "finding f1 interview=i1 kind=topic text=\"line one\u{1B}[31m\n\nline  two.\"",
    ] {
      try rows.execute(words(line))
    }
    var preferences = Preferences()
    preferences.templates = templates
    let writer = LetterWriter(facts: rows.facts, preferences: preferences, today: try day("2026-03-11"), zones: .utc)
    return (writer, rows)
  }

  @Test(arguments: DraftKind.allCases)
  func `every kind is drafted without a fact, with gaps instead of inventions`(kind: DraftKind) throws {
    let writer = LetterWriter(facts: Facts(), preferences: Preferences(), today: Day.first, zones: .utc)
    let draft = try writer.draft(kind, to: nil, opportunity: nil)
    #expect(!draft.gaps.isEmpty)
    for gap in draft.gaps { #expect((draft.subject + draft.body).contains("[gap: \(gap)]")) }
    #expect(!(draft.subject + draft.body).contains("{"))
    #expect(Tone.remarks(draft.body).isEmpty)
  }

  @Test(arguments: [
    ("Dear {person.nickname},", "“person” has no field “nickname”"),
    ("Dear {nobody.name},", "no row is called “nobody”"),
    ("Dear {person},", "“person” has no field"),
    ("Dear {person.name", "“{” without “}”"), ("{}", "no row is called"),
  ])
  func `a placeholder that names no field is an error with its place`(text: String, message: String) throws {
    let (writer, rows) = try writer(["card": "Subject: x\n\n" + text])
    var rowsCopy = rows
    let dana = rowsCopy.id("dana")
    let error = #expect(throws: SourceError.self) { try writer.draft(.card, to: dana, opportunity: nil) }
    #expect(error?.line == 3)
    #expect(error?.message.hasPrefix(message) == true || error?.message.contains(message) == true)
  }

  @Test func `the user's own wording is used`() throws {
    var (writer, rows) = try writer([
      "card": "Subject: Hi\n\nDear {person.name},\n? {finding:objection.text}\nBye {gap|x}"
    ])
    let draft = try writer.draft(.card, to: rows.id("dana"), opportunity: rows.id("job"))
    #expect(draft.subject == "Hi")
    #expect(draft.body == "Dear Dana, Bye [gap: x]\n")
    #expect(draft.gaps == ["x"])
  }

  @Test func `a note's text cannot bring control characters or line ends into a letter`() throws {
    var (writer, rows) = try writer(["card": "{finding:topic.text}"])
    let draft = try writer.draft(.card, to: rows.id("dana"), opportunity: rows.id("job"))
    let controls = draft.body.unicodeScalars.filter { $0.properties.generalCategory == .control }
    #expect(draft.body.contains("line one [31m line two") && controls.allSatisfy { $0 == "\n" })
  }

  private static let seeds: [URL] = {
    let beside = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../shared").standardized
    let suites = ProcessInfo.processInfo.environment["AFTERWORD_SUITES"].map { URL(fileURLWithPath: $0) } ?? beside
    let folder = suites.appendingPathComponent("seeds")
    return (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
  }()

  @Test(.enabled(if: !seeds.isEmpty, "the source texts are neither at $AFTERWORD_SUITES/seeds nor at ../shared/seeds"))
  func `no wording is a source's`() throws {
    var runs: Set<[String]> = []
    for seed in Self.seeds { runs.formUnion(Self.runs(try String(contentsOf: seed, encoding: .utf8))) }
    for kind in DraftKind.allCases {
      let shared = Self.runs(kind.template).intersection(runs)
      #expect(shared.isEmpty, "\(kind.rawValue): \(shared.map { $0.joined(separator: " ") })")
    }
    for rule in (Playbook.builtIn + [.practice]).flatMap(\.rules) {
      let shared = Self.runs(rule.because + ". " + rule.change).intersection(runs)
      #expect(shared.isEmpty, "\(rule.name): \(shared.map { $0.joined(separator: " ") })")
    }
  }

  /// All runs of six words.
  private static func runs(_ text: String) -> Set<[String]> {
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    guard words.count >= 6 else { return [] }
    return Set((0...(words.count - 6)).map { Array(words[$0..<($0 + 6)]) })
  }
}

@Suite struct ToneTests {
  @Test func `a reproach and an endless letter are remarked on`() {
    #expect(Tone.remarks("I am disappointed that you promised and ignored me.").count == 3)
    #expect(Tone.remarks(String(repeating: "word ", count: 400)).count == 1)
    #expect(Tone.remarks("How is the process coming along?").isEmpty)
  }

  @Test func `people of different organisations may get the same sentence`() throws {
    var rows = ScenarioRows()
    for line in ["organisation a", "organisation b", "person x organisation=a", "person y organisation=b"] {
      try rows.execute(words(line))
    }
    let text = "This is a sentence of seven words."
    let letters = [(person: rows.id("x"), text: text), (person: rows.id("y"), text: text)]
    #expect(Overlap.shared(letters, facts: rows.facts).isEmpty)
    try rows.execute(words("person y organisation=a"))
    let shared = Overlap.shared(letters, facts: rows.facts)
    #expect(shared.map(\.sentence) == [text])
    #expect(shared.map(\.people) == [[rows.id("x"), rows.id("y")]])
  }

  @Test func `nothing of value goes to one person twice`() throws {
    var rows = ScenarioRows()
    for line in [
      "person dana", "material m1 topic=selling title=One kind=book",
      "material m2 topic=\"Selling to boards\" title=Two",
      "material m3 topic=cooking title=Three", "material cv kind=résumé title=\"2026-03\"",
      "touch t1 person=dana channel=post direction=sent day=2026-03-10 material=m1",
      "touch t2 person=dana channel=email direction=sent day=2026-03-11 material=cv",
    ] {
      try rows.execute(words(line))
    }
    let ledger = Ledger(facts: rows.facts)
    let dana = rows.id("dana")
    #expect(ledger.suggestions(for: dana, topics: ["the selling problem"]).map(\.title) == ["Two"])
    #expect(ledger.suggestions(for: nil, topics: ["the selling problem"]).map(\.title) == ["One", "Two"])
    #expect(ledger.isGiven(rows.id("m1"), to: dana))
    #expect(ledger.resume(heldBy: dana)?.material.title == "2026-03")
  }
}
