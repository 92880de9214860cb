package import Model
import Notes
package import Playbook

/// A question of a reflection and where its answer goes.
package struct ReflectionStep: Sendable {
  package enum Aim: Sendable {
    case finding(FindingKind, person: RowID?)
    /// Their next step and its date.
    case theirPromise
    /// Is a concern about the impression substantial, and what answers it?
    case concern(Finding)
    /// Is an objection worth a proposal, and what is it?
    case objection(Finding)
    /// Are other candidates to be answered in the letter, and with what?
    case rivals(Finding)
    /// How the letter to somebody goes.
    case channel(Participation)
  }

  package let question: String
  package let aim: Aim
}

/// The guided questions after an interview, those answered before left out.
package struct ReflectionSheet: Sendable {
  package let interview: Interview
  package let title: String
  package let steps: [ReflectionStep]
  /// What keeps coming up across all interviews.
  package let patterns: [Pattern]
}

extension Store {
  /// The questions still open for an interview, or for the item that asks for a reflection.
  ///
  /// - Parameter name: nil: the latest interview held.
  /// - Throws: `PracticeError.nothing` where no interview was held; `NamingError`.
  package func reflection(on name: String?) throws -> ReflectionSheet {
    let planner = try completePlanner()
    let interview = try name.map { try self.interview(meantBy: $0) } ?? latestHeld(planner)
    guard let process = planner.process(of: interview) else {
      let set = ShellCommand("set", interview.id.short, "opportunity=WHICH")
      throw PracticeError.nothing("This interview belongs to no opportunity. Set one: `\(set)`")
    }
    let findings = planner.facts.findings.values.filter { $0.interview == interview.id }.sorted { $0.id < $1.id }
    let asked = Reflection.questions(for: interview, process: process).compactMap { question, text, person in
      step(question, text, person, interview, process, findings)
    }
    let channels = try read { session in
      try session.records(Participation.self, "interview", is: interview.subject)
    }.sorted { $0.id < $1.id }.compactMap { channel($0, process) }
    return ReflectionSheet(
      interview: interview, title: try title(of: interview.subject),
      steps: asked + findings.compactMap(judgement) + channels,
      patterns: planner.facts.patterns)
  }

  private func step(
    _ question: ReflectionQuestion, _ text: String, _ person: RowID?, _ interview: Interview, _ process: Process,
    _ findings: [Finding]
  ) -> ReflectionStep? {
    guard let kind = question.finding else {
      let isKnown = process.promises.contains { $0.by == .them && $0.interview == interview.id }
      return isKnown ? nil : ReflectionStep(question: text, aim: .theirPromise)
    }
    let id = StableID.reflection(interview.id, kind, person)
    let isAnswered = findings.contains { $0.id == id || question.isForLetters && $0.about == kind }
    return isAnswered ? nil : ReflectionStep(question: text, aim: .finding(kind, person: person))
  }

  private func judgement(_ finding: Finding) -> ReflectionStep? {
    guard let text = finding.text else { return nil }
    switch (finding.about, finding.judgement ?? .unjudged) {
    case (.concern, .unjudged):
      return ReflectionStep(
        question: "“\(text)”: substantial, or a trifle? If substantial, what answers it? \(Impressions.hint(finding))",
        aim: .concern(finding))
    case (.objection, .unjudged):
      return ReflectionStep(
        question: "“\(text)”: is it too strong to leave alone, or do they see a key skill lacking? And do you know "
          + "that you can do the job: how? (no: leave it alone)", aim: .objection(finding))
    case (.rivals, .unjudged):
      return ReflectionStep(
        question: "“\(text)”: do you want to answer it in your letter, and with what? (no: leave it alone)",
        aim: .rivals(finding))
    default: return nil
    }
  }

  /// How to write to somebody who was there, while it is not said.
  private func channel(_ participation: Participation, _ process: Process) -> ReflectionStep? {
    guard participation.writeBy == nil, let person = participation.person, participation.part != .recruiter,
      !process.contacts.contains(where: { $0.person == person && $0.isSent })
    else { return nil }
    return ReflectionStep(
      question: "How will you write to \(process.facts.name(person)): email, post, card or call?",
      aim: .channel(participation))
  }

  /// Keeps one answer; an empty one is skipped and asked again another time.
  @discardableResult
  package func answer(
    _ step: ReflectionStep, of sheet: ReflectionSheet, _ text: String, command: String
  ) throws -> Receipt? {
    guard text.contains(where: { !$0.isWhitespace }) else { return nil }
    switch step.aim {
    case .finding(let kind, let person):
      var finding = Finding(id: StableID.reflection(sheet.interview.id, kind, person))
      (finding.interview, finding.about, finding.person, finding.text) = (sheet.interview.id, kind, person, text)
      if kind == .question { finding.askedBy = .interviewer }
      return try save(command, [RowEdit(new: finding)])
    case .theirPromise: return try save(command, [RowEdit(new: try promise(text, sheet.interview))])
    case .concern(let finding), .objection(let finding), .rivals(let finding):
      return try save(command, [RowEdit(old: finding, new: finding.judged(text))])
    case .channel(let participation):
      guard let channel = Channel(typed: text) else { return nil }
      var planned = participation
      planned.writeBy = channel
      return try save(command, [RowEdit(old: participation, new: planned)])
    }
  }

  /// Their promise in the user's words, with the day they name.
  private func promise(_ text: String, _ interview: Interview) throws -> Promise {
    let given = interview.start?.day ?? today
    var promise = Promise(id: StableID.make(Promise.kind, "reflection", interview.id.description))
    (promise.opportunity, promise.interview, promise.by) = (interview.opportunity, interview.id, .them)
    (promise.text, promise.given) = (text, given)
    let days = TypedDayReader(today: given, order: try dateOrder().order)
    guard let due = days.first(in: text, .coming) else { return promise }
    promise.due = due.day
    if due.last > due.day { promise.dueEnd = due.last }
    return promise
  }

  /// Says that the reflection on an interview is done; nil where no follow-up asks for it.
  @discardableResult
  package func finish(_ sheet: ReflectionSheet, command: String) throws -> Receipt? {
    let item = try agenda().items.first { $0.key.anchor == sheet.interview.subject && $0.rule.row == "reflect" }
    return try item.flatMap { try save(command, [try decision($0.key, .done)]) }
  }

  /// An interview by its name, an item's id, or the name of its opportunity, whose last one held is what one thinks over.
  func interview(meantBy name: String) throws -> Interview {
    if let item = try? agenda().item(name), item.key.anchor.kind == Interview.kind {
      return try row(Interview.self, item.key.anchor)
    }
    do { return try interview(named: name) } catch NamingError.ambiguous(let name, let candidates) {
      let rows = try candidates.compactMap { try one(Interview.self, $0.subject.id) }
      let held = rows.filter { ($0.start?.day ?? .last) <= today && $0.cancelled == nil && $0.missedBy == nil }
      guard Set(rows.map(\.opportunity)).count == 1, let last = held.max(by: Interview.isEarlier) else {
        throw NamingError.ambiguous(name: name, candidates: candidates)
      }
      return last
    }
  }

  func latestHeld(_ planner: Planner) throws -> Interview {
    let held = planner.facts.interviews.values.filter {
      ($0.start?.day ?? .last) <= today && $0.cancelled == nil && $0.missedBy == nil
    }
    guard let latest = held.max(by: Interview.isEarlier) else {
      throw PracticeError.nothing(
        "No interview was held yet. `afterword import` or `afterword add interview` adds one.")
    }
    return latest
  }
}

extension Interview {
  fileprivate static func isEarlier(_ left: Interview, _ right: Interview) -> Bool {
    (left.start?.day ?? .first, left.id) < (right.start?.day ?? .first, right.id)
  }
}

extension Planner {
  package func process(of interview: Interview) -> Process? {
    interview.opportunity.flatMap { facts.opportunities[$0] }.map(process)
  }
}

extension Channel {
  /// Reads what people type: "e-mail", "post", "a card", "phone"; nil for anything else.
  package init?(typed text: String) {
    let words = Set(text.lowercased().filter { $0 != "-" }.split { !$0.isLetter }.map(String.init))
    let names: [(Channel, Set<String>)] = [
      (.card, ["card"]), (.email, ["email", "mail"]), (.post, ["post", "letter"]),
      (.call, ["call", "phone", "telephone", "ring"]), (.visit, ["visit"]), (.message, ["message", "linkedin"]),
    ]
    guard let found = names.first(where: { !$0.1.isDisjoint(with: words) }) else { return nil }
    self = found.0
  }
}

extension StableID {
  /// The answer to a question of the reflection on an interview, the same row on every machine.
  static func reflection(_ interview: RowID, _ kind: FindingKind, _ person: RowID?) -> RowID {
    make(Finding.kind, ["reflection", interview.description, kind.rawValue] + (person.map { [$0.description] } ?? []))
  }
}

extension Finding {
  /// With a judgement in the user's words: "trifle", "no"; or what answers it, which makes it substantial.
  func judged(_ answer: String) -> Finding {
    var judged = self
    let words = answer.split(whereSeparator: { " ,:;".contains($0) }).map(String.init)
    let first = words.first?.lowercased() ?? ""
    if ["no", "n", "t", "trifle"].contains(first) {
      judged.judgement = .trifle
      return judged
    }
    judged.judgement = .substantial
    let rest = ["yes", "y", "s", "substantial"].contains(first) ? words.dropFirst().joined(separator: " ") : answer
    if !rest.isEmpty { judged.remedy = rest }
    return judged
  }
}
