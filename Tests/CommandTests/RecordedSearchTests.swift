import Foundation
import Testing

/// Searches recorded by commands: one named after each row of a playbook, and one for each way in which rules meet.
@Suite struct RecordedSearchTests {
  @Test(arguments: RecordedSearch.names)
  func `a search recorded by commands is planned as written down`(name: String) throws {
    let file = RecordedSearch.folder.appendingPathComponent(name)
    let script = try String(contentsOf: file, encoding: .utf8)
    var search = try RecordedSearch()
    let played = try search.play(script)
    if ProcessInfo.processInfo.environment["RECORD_TRANSCRIPTS"] != nil {
      try Data(played.utf8).write(to: file)
    }
    #expect(played == script, "\(name): RECORD_TRANSCRIPTS=1 writes it anew")
  }

  @Test func `every row of every playbook has a search`() throws {
    let home = try Home()
    for playbook in ["executive", "value-added", "recruiter", "reflective", "persistent"] {
      let shown = try home.run("playbook", "show", playbook, "--json").output
      let document = try JSONSerialization.jsonObject(with: Data(shown.utf8)) as? [String: Any]
      let rules = try #require(document?["rules"] as? [[String: Any]])
      let names = rules.compactMap { $0["name"] as? String }
      #expect(!names.isEmpty)
      for name in names {
        #expect(RecordedSearch.names.contains(name + ".txt"), "no search is named \(name)")
      }
    }
  }
}

/// A script in Fixtures/Searches. A line is a day and what was typed on it; `plan` shows the plan of that day, each item
/// on a line that begins with `>`; `begin PLAYBOOK` stands for the commands that record one interview; `warned` shows what a
/// command warns of.
struct RecordedSearch {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../Fixtures/Searches").standardized

  static var names: [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return all.filter { $0.hasSuffix(".txt") }.sorted()
  }

  private let home: Home
  private var variables = ["TZ": "UTC"]

  init() throws { home = try Home() }

  mutating func play(_ script: String) throws -> String {
    var lines: [String] = []
    for line in script.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    where !line.hasPrefix(">") && !line.hasPrefix("!") {
      lines.append(line)
      if line.isEmpty || line.hasPrefix("#") { continue }
      let day = String(line.prefix(10))
      lines += try play(Transcript.words(String(line.dropFirst(11))), day)
    }
    return lines.joined(separator: "\n")
  }

  private mutating func play(_ words: [String], _ day: String) throws -> [String] {
    switch words.first {
    case "begin":
      try begin(playbook: words[1], day)
      return []
    case "zone":
      variables["TZ"] = words[1]
      return []
    case "note":
      try home.write(words[1], words.dropFirst(2).joined(separator: "\n"))
      return []
    case "plan": return try items(words, day).map { "> " + $0 }
    case "done", "skip", "snooze": return try decide(words, day)
    case "warned":
      let outcome = try home.run(words.dropFirst() + ["--today", day], variables: variables)
      return outcome.talk.split(separator: "\n").filter { $0.contains("too ") }.map { "! \($0)" }
    default: return try run(words, day)
    }
  }

  /// Acme, with Dana who hires and Omar, both interviewed with on that day at ten.
  private func begin(playbook: String, _ day: String) throws {
    for words in [
      ["add", "organisation", "Acme"],
      ["add", "opportunity", "Head of Sales", "organisation=acme", "playbook=\(playbook)"],
      ["add", "interview", "opportunity=acme", "start=\(day)T10:00"],
      ["add", "person", "Dana Reyes", "organisation=acme", "email=dana@acme.example", "phone=555-0100"],
      ["add", "person", "Omar Idris", "organisation=acme", "email=omar@acme.example", "phone=555-0101"],
      ["add", "participation", "interview=acme", "person=dana", "part=hiring-manager"],
      ["add", "participation", "interview=acme", "person=omar", "part=interviewer"],
    ] {
      #expect(try run(words, day) == [])
    }
  }

  /// What went wrong is shown, what went well is not.
  private func run(_ words: [String], _ day: String) throws -> [String] {
    let paths = words.map { $0.replacingOccurrences(of: "~/", with: home.folder + "/") }
    let outcome = try home.run(paths + ["--today", day], variables: variables)
    if outcome.code == 0 { return [] }
    return outcome.talk.split(separator: "\n").map { "! \($0)" }
  }

  /// `done RULE PERSON [DAY]`: a decision on the item of a rule for a person.
  private func decide(_ words: [String], _ day: String) throws -> [String] {
    let found = try records(["plan"], day).first { item in
      item["rule"] as? String == words[1] && (item["person"] as? String ?? "-").hasPrefix(words[2])
    }
    guard let id = found?["id"] as? String else { return ["! no such item"] }
    return try run([words[0], id] + words.dropFirst(3), day)
  }

  private func records(_ words: [String], _ day: String) throws -> [[String: Any]] {
    let outcome = try home.run(words + ["--json", "--today", day], variables: variables)
    let document = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    return try #require(document?["items"] as? [[String: Any]])
  }

  private func items(_ words: [String], _ day: String) throws -> [String] {
    try records(words, day).map { item in
      func text(_ key: String) -> String { item[key] as? String ?? "" }
      func list(_ key: String) -> [String] { item[key] as? [String] ?? [] }
      let due = text("day")
      let person = text("person").isEmpty ? "-" : text("person")
      var parts = [due, text("rule"), person, list("channels").joined(separator: ",")]
      if text("opens") != due { parts.append("opens \(text("opens"))") }
      if text("until") != due { parts.append("until \(text("until"))") }
      if !text("by").isEmpty { parts.append("by \(text("by"))") }
      parts.append(text("state"))
      if let late = item["late"] as? Int, late > 0 { parts.append("late \(late)") }
      if let missed = item["missed"] as? Int, missed > 0 { parts.append("missed \(missed)") }
      if let moved = item["moved"] as? [String: String] { parts.append("moved from \(moved["from"] ?? "")") }
      parts += list("needs").map { "needs \($0)" }
      return parts.filter { !$0.isEmpty }.joined(separator: "  ")
    }.sorted()
  }
}
