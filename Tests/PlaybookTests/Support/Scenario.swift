import Model
import Playbook

/// A search written down as a script: rows as they come in, plans as they were expected.
///
///     interview i1 opportunity=acme start=2026-03-10T10:00 with=dana:hiring-manager,omar
///     plan 2026-03-11
///     > 2026-03-12 .. 2026-03-13  executive.letter  dana  email, post
///
/// A line `KIND NAME field=value …` adds a row or sets fields of one; `playbook`, `holiday`, `cap`, `zone` and `set` are
/// settings; `done`, `skip` and `snooze` decide on the item of a rule (and a person); `plan DAY` and `why DAY RULE`
/// print, and so do the pages of `ScenarioPages`. Lines after `> ` are the expected output.
struct Scenario {
  var rows = ScenarioRows()
  var settings: [Setting] = []
  var today = Day.first
  var zones = ZoneData.utc
  private(set) var output: [String] = []

  /// Runs a script; the script with its actual output in place of the expected.
  static func run(_ script: String) throws -> String {
    var scenario = Scenario()
    for line in script.split(separator: "\n", omittingEmptySubsequences: false) where !line.hasPrefix(">") {
      scenario.output.append(String(line))
      if !line.isEmpty && !line.hasPrefix("#") { try scenario.execute(words(line)) }
    }
    return scenario.output.joined(separator: "\n")
  }

  var planner: Planner {
    Planner(facts: rows.facts, preferences: Preferences(settings: settings), today: today, zones: zones)
  }

  private mutating func execute(_ words: [String]) throws {
    switch words[0] {
    case "playbook", "cap", "name", "signature": add(words[0], words[1])
    case "set": add(words[1], words[2])
    case "holiday": add("holidays", nil, words: Set(words.dropFirst()))
    case "zone": zones = words[1] == "Berlin" ? .berlin2026 : .utc
    case "done", "skip", "snooze": try decide(words)
    case "plan":
      today = try day(words[1])
      for item in planner.plan()
      where words.count < 3 || item.keys.contains(where: { $0.rule.description.contains(words[2]) }) {
        output.append("> " + rendered(item))
      }
    case "why":
      today = try day(words[1])
      for item in planner.plan() where item.keys.contains(where: { $0.rule.description == words[2] }) {
        output += item.reason.lines.map { "> " + $0 } + ["> next: \(item.command)"]
      }
    case "letter", "script", "overlap", "prepare", "reflect", "patterns", "compare", "guard":
      today = try day(words[1])
      output += try page(words).map { $0.isEmpty ? ">" : "> " + $0 }
    default: try rows.execute(words)
    }
  }

  private mutating func add(_ name: String, _ value: String?, words: Set<String> = []) {
    var setting = Setting(id: RowID(high: 9, low: UInt64(settings.count)))
    (setting.name, setting.value, setting.words) = (name, value, words)
    settings.append(setting)
  }

  /// `done DAY RULE [PERSON]`, `skip DAY RULE [PERSON]`, `snooze DAY RULE UNTIL [PERSON]`.
  private mutating func decide(_ words: [String]) throws {
    today = try day(words[1])
    let snoozed = words[0] == "snooze"
    let person = words.count > (snoozed ? 4 : 3) ? words[words.count - 1] : nil
    let item = planner.plan().first { item in
      item.keys.contains { $0.rule.description == words[2] } && (person == nil || rows.name(item.person) == person)
    }
    guard let item else { throw ScenarioError(text: "no item \(words[2]) on \(words[1])") }
    var decision = Decision(id: rows.newID())
    let key = item.keys.first { $0.rule.description == words[2] } ?? item.key
    decision.rule = key.rule.description
    decision.anchor = key.anchor
    decision.index = key.index
    decision.about = item.person.map { Subject(kind: Person.kind, id: $0) }
    decision.outcome = ["done": .done, "skip": .skipped, "snooze": .snoozed][words[0]]
    decision.until = snoozed ? try day(words[3]) : nil
    decision.on = today
    rows.decisions.append(decision)
  }

  /// `2026-03-12 .. 2026-03-13  executive.letter  dana  email, post  (overdue 2)`.
  func rendered(_ item: PlanItem) -> String {
    var parts = [item.until > item.day ? "\(item.day) .. \(item.until)" : "\(item.day)", item.rule.description]
    for rider in item.riders { parts.append("+ \(rider.key.rule)") }
    parts.append(rows.name(item.person) ?? "-")
    if !item.channels.isEmpty { parts.append(item.channels.map(\.rawValue).joined(separator: ", ")) }
    if item.opens < item.day && item.moved == nil { parts.append("(from \(item.opens))") }
    if let by = item.by { parts.append("(by \(zones.text(by)))") }
    switch item.state {
    case .overdue(let days): parts.append("(overdue \(days))")
    case .snoozed: parts.append("(snoozed)")
    case .upcoming, .open: break
    }
    if item.missed > 0 { parts.append("(missed \(item.missed))") }
    if let moved = item.moved { parts.append("(moved from \(moved.from): \(moved.why))") }
    if item.isOptional { parts.append("(optional)") }
    if !item.together.isEmpty { parts.append("(one message of \(item.together.count + 1))") }
    for need in item.needs { parts.append("[\(need)]") }
    return parts.joined(separator: "  ")
  }
}

struct ScenarioError: Error, CustomStringConvertible {
  let text: String
  var description: String { text }
}

func day(_ text: String) throws -> Day {
  guard let day = Day(text) else { throw ScenarioError(text: "no day: \(text)") }
  return day
}

/// The words of a line; a word may hold a part in double quotes.
func words(_ line: some StringProtocol) -> [String] {
  var words: [String] = []
  var (word, quoted, started) = ("", false, false)
  for scalar in line.unicodeScalars {
    switch scalar {
    case "\"": (quoted, started) = (!quoted, true)
    case " " where !quoted:
      if started { words.append(word) }
      (word, started) = ("", false)
    default:
      word.unicodeScalars.append(scalar)
      started = true
    }
  }
  return started ? words + [word] : words
}

extension ZoneData {
  /// Europe/Berlin through 2026: summer time from 29 March to 25 October, both at 01:00 UTC.
  static let berlin2026 = ZoneData(
    offsetOfWallTime: { day, minute, zone in
      if zone == "America/New_York" { return -4 * 3600 }
      let local = day.number * 86_400 + minute * 60
      return summer(local - 3600) ? 7200 : 3600
    },
    offsetOfInstant: { summer($0) ? 7200 : 3600 })

  private static func summer(_ seconds: Int) -> Bool {
    guard let from = Day("2026-03-29"), let to = Day("2026-10-25") else { return false }
    return seconds >= from.number * 86_400 + 3600 && seconds < to.number * 86_400 + 3600
  }
}
