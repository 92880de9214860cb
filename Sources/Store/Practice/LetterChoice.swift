package import Model
package import Playbook

/// A letter to be written, or written already: whom it is for, what it is, and the draft or the row.
package struct LetterJob: Sendable {
  package let kind: DraftKind
  package let person: RowID?
  package let opportunity: RowID?
  /// The follow-up it answers.
  package let item: PlanItem?
  /// The row of an earlier draft that is not sent.
  package let letter: Letter?
  /// The text to begin with: the earlier draft's, else a fresh draft's.
  package let text: LetterText
  /// What a fresh draft lacks.
  package let gaps: [String]
  /// The ids of further follow-ups that a fresh draft says something for.
  var carried: Set<String> = []
}

/// A subject line and a body.
package struct LetterText: Sendable, Equatable {
  package var subject: String
  package var body: String

  package init(subject: String, body: String) {
    self.subject = subject
    self.body = body
  }

  /// The places still to be filled in, as `[gap: …]`.
  package var gaps: [String] {
    var gaps: [String] = []
    var rest = (subject + "\n" + body)[...]
    while let start = rest.firstRange(of: "[gap: "), let end = rest[start.upperBound...].firstIndex(of: "]") {
      gaps.append(String(rest[start.upperBound..<end]))
      rest = rest[end...]
    }
    return gaps
  }
}

extension Store {
  package func letterWriter(_ agenda: Agenda) -> LetterWriter {
    LetterWriter(
      facts: agenda.facts, preferences: agenda.planner.preferences, today: agenda.today, zones: agenda.planner.zones)
  }

  /// What letter a person means by the id of a follow-up, by the id of a letter, or by a person's name and a kind.
  ///
  /// - Parameters:
  ///   - kind: nil: what the follow-up asks for; for a person, their only follow-up that asks for a letter.
  /// - Throws: `PracticeError`, `NamingError`, and the place of a mistake in the user's own template.
  package func letterJob(_ name: String, kind: DraftKind?, opportunity: Opportunity?) throws -> LetterJob {
    let agenda = try agenda()
    if let item = try letterItem(name, agenda) {
      return try job(kind ?? item.draft ?? .keepInTouch, item.person, item.opportunity, item, agenda)
    }
    let row = try resolve(name, kinds: [Person.kind, Letter.kind])
    if row.kind == Letter.kind { return try job(try self.row(Letter.self, row)) }
    return try letterJob(to: row.id, kind: kind, opportunity: opportunity, agenda)
  }

  /// The follow-up of this id; nil where the name is no beginning of an id.
  private func letterItem(_ name: String, _ agenda: Agenda) throws -> PlanItem? {
    do {
      return try agenda.item(name)
    } catch PracticeError.noItem {
      return nil
    }
  }

  private func letterJob(
    to person: RowID, kind: DraftKind?, opportunity: Opportunity?, _ agenda: Agenda
  ) throws -> LetterJob {
    let items = agenda.items.filter { item in
      item.person == person && item.draft != nil && (kind == nil || item.draft == kind)
        && (opportunity == nil || item.opportunity == opportunity?.id)
    }
    let doable = items.filter { $0.urgency(today: today) <= .open }
    if let item = doable.count == 1 ? doable[0] : items.count == 1 ? items[0] : nil {
      return try job(kind ?? item.draft ?? .keepInTouch, person, item.opportunity, item, agenda)
    }
    guard let kind else {
      guard items.isEmpty else {
        throw PracticeError.ambiguousItem(
          agenda.facts.name(person), items.map { .init(id: $0.id, title: agenda.title($0)) })
      }
      throw PracticeError.usage(
        "No follow-up asks for a letter to \(agenda.facts.name(person)). Say which: --kind "
          + DraftKind.allCases.map(\.rawValue).joined(separator: ", ") + ".")
    }
    let theirs = opportunity ?? agenda.facts.onlyOpportunity(of: person, planner: agenda.planner)
    return try job(kind, person, theirs?.id, nil, agenda)
  }

  private func job(
    _ kind: DraftKind, _ person: RowID?, _ opportunity: RowID?, _ item: PlanItem?, _ agenda: Agenda
  ) throws -> LetterJob {
    let drafts = try all(Letter.self).filter { letter in
      letter.sent == nil && letter.form == kind.rawValue && letter.person == person
        && (letter.item == item?.id || (item == nil && letter.opportunity == opportunity))
    }
    if let letter = drafts.last {
      return LetterJob(
        kind: kind, person: person, opportunity: opportunity, item: item, letter: letter,
        text: LetterText(subject: letter.subjectLine ?? "", body: letter.body), gaps: [])
    }
    let writer = letterWriter(agenda)
    let ofItem = try kind == item?.draft ? item.flatMap { try writer.draft(for: $0) } : nil
    let draft = try ofItem ?? writer.draft(kind, to: person, opportunity: opportunity)
    return LetterJob(
      kind: kind, person: person, opportunity: opportunity, item: item, letter: nil,
      text: LetterText(subject: draft.subject, body: draft.body), gaps: draft.gaps,
      carried: Set(draft.carried.map(\.id)))
  }

  private func job(_ letter: Letter) throws -> LetterJob {
    let item = try letter.item.flatMap { id in try agenda().items.first { $0.id == id } }
    return LetterJob(
      kind: letter.form.flatMap(DraftKind.init) ?? .keepInTouch, person: letter.person,
      opportunity: letter.opportunity, item: item, letter: letter,
      text: LetterText(subject: letter.subjectLine ?? "", body: letter.frozen ?? letter.body), gaps: [])
  }
}
