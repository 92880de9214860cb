package import Model
package import Playbook

/// What there is to know of a person, a firm or a search besides its own fields: what is to be done, what was promised, what
/// was said and sent, and the notes it comes from. A pure function of the facts.
package struct RowStory: Sendable {
  /// Something with a day.
  package struct Entry: Sendable, Equatable {
    package let day: Day?
    package let what: String
    package let words: String
  }

  package let toDo: [PlanItem]
  /// Open ones, both ways, by day.
  package let promises: [Promise]
  /// The latest first.
  package let contacts: [Entry]
  /// Interviews, the latest first, each followed by what came up in it.
  package let interviews: [Entry]
  /// Where the words can be read.
  package let notes: [RowID]
  /// The searches that it is a part of.
  package let searches: Set<RowID>
  /// Whom it is about: those met, in charge, employed there.
  package let people: Set<RowID>

  /// The kinds of which there is a story.
  package static let kinds = [Person.kind, Organisation.kind, Opportunity.kind]

  package init(_ row: Subject, _ agenda: Agenda, _ searches: StoriedSearches) {
    let facts = searches.planner.facts
    let processes = searches.concerning(row)
    let searches = Set(processes.map(\.opportunity.id))
    let people = Self.people(row, processes, facts)
    (self.searches, self.people) = (searches, people)
    let meetings = processes.flatMap { $0.interviews + $0.missed }.filter { interview in
      row.kind != Person.kind || !people.isDisjoint(with: Self.present(interview.row, processes))
    }.sorted { ($1.day, $1.row.id) < ($0.day, $0.row.id) }
    toDo = agenda.ordered(agenda.items.filter { agenda.concerns($0, row) })
    promises = facts.promises.values.filter { promise in
      promise.kept == nil
        && (row.kind == Person.kind
          ? promise.person == row.id || meetings.contains { $0.row.id == promise.interview && promise.person == nil }
          : promise.opportunity.map(searches.contains) ?? false)
    }.sorted { ($0.due ?? .last, $0.id) < ($1.due ?? .last, $1.id) }
    contacts = Self.contacts(of: people, facts)
    interviews = meetings.flatMap { Self.entries($0, facts) }
    var seen: Set<RowID> = []
    notes = meetings.compactMap(\.row.document).filter { seen.insert($0).inserted }
  }

  private static func people(_ row: Subject, _ processes: [Process], _ facts: Facts) -> Set<RowID> {
    if row.kind == Person.kind { return [row.id] }
    let met = processes.flatMap { $0.everybody + [$0.recruiter, $0.opportunity.toldBy].compactMap(\.self) }
    let employed = facts.people.values.filter { row.kind == Organisation.kind && $0.organisation == row.id }
    return Set(met + employed.map(\.id))
  }

  private static func present(_ interview: Interview, _ processes: [Process]) -> Set<RowID> {
    let process = processes.first { $0.opportunity.id == interview.opportunity }
    return Set((process?.interviewers(of: interview) ?? []) + [process?.recruiter].compactMap(\.self))
  }

  private static func contacts(of people: Set<RowID>, _ facts: Facts) -> [Entry] {
    let touches = facts.touches.values.filter { $0.person.map(people.contains) ?? false }
    let touched = Set(touches.compactMap(\.letter))
    let letters = facts.letters.values.filter { letter in
      letter.sent != nil && !touched.contains(letter.id) && letter.person.map(people.contains) ?? false
    }
    let entries =
      touches.map { touch in
        let letter = touch.letter.flatMap { facts.letters[$0] }
        let words = [touch.summary ?? letter?.subjectLine, touch.form].compactMap(\.self).first ?? ""
        let name = people.count > 1 ? ", \(facts.name(touch.person))" : ""
        let what = [touch.channel?.rawValue, touch.direction?.rawValue].compactMap(\.self).joined(separator: " ")
        return Entry(day: touch.day, what: what + name, words: words)
      }
      + letters.map { Entry(day: $0.sent, what: "letter sent", words: $0.subjectLine ?? $0.form ?? "") }
    return entries.sorted { ($1.day ?? .first, $1.what, $1.words) < ($0.day ?? .first, $0.what, $0.words) }
  }

  private static func entries(_ interview: DatedInterview, _ facts: Facts) -> [Entry] {
    let row = interview.row
    let how = [row.form?.rawValue, row.round.map { "round \($0)" }, row.place, row.missedBy?.told].compactMap(\.self)
    let findings = facts.findings.values.filter { $0.interview == row.id && $0.text != nil }.sorted {
      ($0.spanStart ?? 0, $0.id) < ($1.spanStart ?? 0, $1.id)
    }
    return [Entry(day: interview.day, what: "interview", words: how.joined(separator: ", "))]
      + findings.map { finding in
        Entry(day: nil, what: finding.about?.rawValue ?? "noted", words: Self.words(finding))
      }
  }

  /// "why leave now? → growth (weak; they frowned; better: the move to Leeds)".
  private static func words(_ finding: Finding) -> String {
    let answer = finding.answer.map { " → \($0)" } ?? ""
    guard finding.about == .question else { return (finding.text ?? "") + answer }
    let judged = [finding.strength?.rawValue, finding.reaction, finding.remedy.map { "better: \($0)" }]
      .compactMap(\.self).joined(separator: "; ")
    return (finding.text ?? "") + answer + (judged.isEmpty ? "" : " (\(judged))")
  }
}

/// The searches that rows are a part of, looked through once for as many stories as are told.
package final class StoriedSearches {
  let planner: Planner
  private lazy var processes = planner.facts.opportunities.mapValues(planner.process)
  private lazy var ofPeople: [RowID: [RowID]] = {
    var found: [RowID: Set<RowID>] = [:]
    for (id, process) in processes {
      for person in process.everybody + [process.opportunity.recruiter].compactMap(\.self) {
        found[person, default: []].insert(id)
      }
    }
    return found.mapValues(Array.init)
  }()

  package init(_ planner: Planner) { self.planner = planner }

  func concerning(_ row: Subject) -> [Process] {
    switch row.kind {
    case Opportunity.kind: planner.facts.opportunities[row.id].map { [planner.process($0)] } ?? []
    case Organisation.kind: planner.facts.opportunities.values.filter { $0.organisation == row.id }.map(planner.process)
    default: (ofPeople[row.id] ?? []).compactMap { processes[$0] }
    }
  }
}

extension Store {
  /// The story of a row; nil for a kind that has none.
  package func story(of row: Subject) throws -> RowStory? {
    guard RowStory.kinds.contains(row.kind) else { return nil }
    return RowStory(row, try agenda(), StoriedSearches(try planner(about: row)))
  }
}
