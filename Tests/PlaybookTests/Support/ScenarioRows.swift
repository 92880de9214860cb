import Model
import Playbook

/// The rows of a scenario, by kind, under the names the script gives them. Ids rise in order of first mention.
struct ScenarioRows {
  var organisations: [Organisation] = []
  var people: [Person] = []
  var opportunities: [Opportunity] = []
  var interviews: [Interview] = []
  var participations: [Participation] = []
  var findings: [Finding] = []
  var promises: [Promise] = []
  var materials: [Material] = []
  var letters: [Letter] = []
  var touches: [Touch] = []
  var terms: [Term] = []
  var decisions: [Decision] = []
  private var ids: [String: RowID] = [:]
  private var count: UInt64 = 0

  var facts: Facts {
    Facts(
      organisations: organisations, people: people, opportunities: opportunities, interviews: interviews,
      participations: participations, findings: findings, promises: promises, materials: materials, letters: letters,
      touches: touches, terms: terms, decisions: decisions)
  }

  mutating func newID() -> RowID {
    count += 1
    return RowID(high: 1, low: count)
  }

  mutating func id(_ name: String) -> RowID {
    if let known = ids[name] { return known }
    let new = newID()
    ids[name] = new
    return new
  }

  func name(_ id: RowID?) -> String? {
    ids.first { $0.value == id }?.key
  }

  mutating func execute(_ words: [String]) throws {
    guard words.count > 1 else { throw ScenarioError(text: "a name is missing: \(words)") }
    switch words[0] {
    case "organisation": try upsert(\.organisations, words)
    case "person": try upsert(\.people, words)
    case "opportunity": try upsert(\.opportunities, words)
    case "interview": try upsert(\.interviews, words)
    case "finding": try upsert(\.findings, words)
    case "promise": try upsert(\.promises, words)
    case "material": try upsert(\.materials, words)
    case "letter": try upsert(\.letters, words)
    case "touch": try upsert(\.touches, words)
    case "term": try upsert(\.terms, words)
    default: throw ScenarioError(text: "unknown word \(words[0])")
    }
  }

  private mutating func upsert<R: Record>(_ path: WritableKeyPath<ScenarioRows, [R]>, _ words: [String]) throws {
    let id = id(words[1])
    var row = self[keyPath: path].first { $0.id == id } ?? R(id: id)
    if R.kind == "organisation" || R.kind == "person", row[field: "name"] == .empty {
      _ = row.set("name", .value(.string(words[1].prefix(1).uppercased() + words[1].dropFirst())))
    }
    for word in words.dropFirst(2) {
      let halves = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard halves.count == 2 else { throw ScenarioError(text: "not field=value: \(word)") }
      if halves[0] == "with" {
        for part in halves[1].split(separator: ",") { addParticipation(id, String(part)) }
      } else {
        guard row.set(halves[0], try content(R.kind, halves[0], halves[1])) else {
          throw ScenarioError(text: "\(R.kind) takes no \(word)")
        }
      }
    }
    self[keyPath: path].removeAll { $0.id == id }
    self[keyPath: path].append(row)
  }

  /// `dana` or `dana:hiring-manager`.
  private mutating func addParticipation(_ interview: RowID, _ text: String) {
    let halves = text.split(separator: ":").map(String.init)
    var row = Participation(id: newID())
    row.interview = interview
    row.person = id(halves[0])
    row.part = halves.count > 1 ? Part(rawValue: halves[1]) : .interviewer
    participations.append(row)
  }

  private mutating func content(_ kind: String, _ field: String, _ text: String) throws -> FieldContent {
    if text.isEmpty { return .empty }
    switch Registry.kind(kind)?.field(field)?.type {
    case .string, .choice: return .value(.string(text))
    case .integer: return .value(.integer(Int(text) ?? 0))
    case .boolean: return .value(.boolean(text == "yes"))
    case .day: return .value(.day(try day(text)))
    case .moment: return Moment(text).map { .value(.moment($0)) } ?? .empty
    case .reference(let to): return .value(.reference(Subject(kind: to, id: id(text))))
    case .words: return .words(Set(text.split(separator: ",").map(String.init)))
    case .text: return .text(text)
    case .bytes, nil: throw ScenarioError(text: "\(kind) has no field \(field)")
    }
  }
}
