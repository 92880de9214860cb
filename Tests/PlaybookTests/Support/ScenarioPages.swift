import Model
import Playbook

/// What a scenario prints besides plans: `letter DAY KIND PERSON OPPORTUNITY`, `script DAY RULE`,
/// `overlap DAY KIND OPPORTUNITY PERSON…`, `prepare DAY OPPORTUNITY`, `reflect DAY OPPORTUNITY`, `patterns DAY`,
/// `compare DAY OPPORTUNITY`, `guard DAY OPPORTUNITY`.
extension Scenario {
  var writer: LetterWriter {
    LetterWriter(facts: rows.facts, preferences: Preferences(settings: settings), today: today, zones: zones)
  }

  mutating func page(_ words: [String]) throws -> [String] {
    switch words[0] {
    case "letter": try letter(words)
    case "script": try script(words)
    case "overlap": try overlap(words)
    case "prepare": try prepare(words[2])
    case "reflect": try reflect(words[2])
    case "patterns": rows.facts.patterns.map { "\($0.kind.rawValue), \($0.line)" }
    case "compare":
      planner.compare(rows.id(words[2])).flatMap { plan in
        ["\(plan.playbook):"] + plan.items.map { "  " + rendered($0) }
      }
    default: [try process(words[2]).windowWarning(on: today, purpose: .status)?.description ?? "inside the period"]
    }
  }

  private mutating func process(_ name: String) throws -> Process {
    guard let opportunity = rows.facts.opportunities[rows.id(name)] else { throw ScenarioError(text: "no \(name)") }
    return Process(opportunity, facts: rows.facts, today: today, zones: zones)
  }

  private mutating func letter(_ words: [String]) throws -> [String] {
    let draft = try words[2].contains(".") ? draft(ofRule: words[2]) : draft(words)
    let body = draft.body.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).dropLast()
    let remarks = Tone.remarks(draft.body).map { "tone: \($0)" }
    return ["Subject: \(draft.subject)", ""] + body + (draft.gaps.isEmpty ? [] : ["", "gaps: \(draft.gaps)"]) + remarks
  }

  private mutating func draft(_ words: [String]) throws -> Draft {
    guard let kind = DraftKind(rawValue: words[2]) else { throw ScenarioError(text: "no kind \(words[2])") }
    return try writer.draft(kind, to: rows.id(words[3]), opportunity: rows.id(words[4]))
  }

  private func draft(ofRule rule: String) throws -> Draft {
    guard let item = planner.plan().first(where: { $0.rule.description == rule }),
      let draft = try writer.draft(for: item)
    else { throw ScenarioError(text: "no letter \(rule)") }
    return draft
  }

  private func script(_ words: [String]) throws -> [String] {
    guard let item = planner.plan().first(where: { $0.rule.description == words[2] }),
      let script = try writer.script(for: item)
    else { throw ScenarioError(text: "no call \(words[2])") }
    return script.say + script.leaveOut.map { "leave out: \($0)" } + script.atHand
  }

  private mutating func overlap(_ words: [String]) throws -> [String] {
    guard let kind = DraftKind(rawValue: words[2]) else { throw ScenarioError(text: "no kind \(words[2])") }
    var letters: [(person: RowID, text: String)] = []
    for name in words.dropFirst(4) {
      letters.append((rows.id(name), try writer.draft(kind, to: rows.id(name), opportunity: rows.id(words[3])).body))
    }
    let shared = Overlap.shared(letters, facts: rows.facts)
    return shared.isEmpty
      ? ["no shared sentence"]
      : shared.map { "\($0.sentence) (\($0.people.compactMap(rows.name).joined(separator: ", ")))" }
  }

  private mutating func prepare(_ name: String) throws -> [String] {
    let process = try process(name)
    guard let interview = process.interviews.last else { return [] }
    let sheet = process.prepareSheet(for: interview)
    return ["interview of \(sheet.day) with \(sheet.people.compactMap(rows.name).joined(separator: ", "))"]
      + ["next step: \(sheet.nextStep ?? "unknown")"] + sheet.openObjections.map { "objection: \($0.text ?? "")" }
      + sheet.weakAnswers.map { "weak answer: \($0.line)" }
      + sheet.weakElsewhere.map { "weak elsewhere: \($0.line)" } + sheet.pay.map { "pay: \($0.line)" }
      + sheet.leftOut.map { "left out: \($0.text ?? "")" }
      + sheet.questionsToAsk.map { "ask: \($0)" } + sheet.patterns.map(\.line)
      + sheet.owed.map { "owed: \($0.text ?? "")" }
  }

  private mutating func reflect(_ name: String) throws -> [String] {
    let process = try process(name)
    guard let interview = process.held.last else { return [] }
    return Reflection.questions(for: interview.row, process: process).map {
      "\($0.text) -> \($0.question.finding?.rawValue ?? "their promise")"
    }
  }
}
