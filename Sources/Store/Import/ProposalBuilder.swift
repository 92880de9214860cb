import Model
import Notes

/// Turns the facts of a reading into rows: matches organisations and people to those the store has, and derives the
/// identity of everything else from the document (MERGE.md, *Identity of rows*).
struct ProposalBuilder {
  let document: RowID
  let reading: Reading
  let today: Day
  /// Interviews older than this many days enter as archived.
  let archiveAfter: Int
  let directory: Directory
  /// The interviews that the same bytes told of when they were read by another day, in order: they stay the same rows.
  var readBefore: [RowID] = []
  /// Whether a table of contacts makes people of those who are not known.
  var takesNewPeople = false
  /// What it was jotted down about; nil for what comes from a file.
  var jot: Jot?
  var proposal = Proposal()
  private var ordinals: [String: Int] = [:]
  private var noted: Set<Place> = []
  var participations: Set<RowID> = []

  private struct Place: Hashable {
    let subject: Subject
    let span: TextSpan
  }

  init(document: RowID, reading: Reading, today: Day, archiveAfter: Int, directory: Directory) {
    self.document = document
    self.reading = reading
    self.today = today
    self.archiveAfter = archiveAfter
    self.directory = directory
  }

  mutating func build() throws -> Proposal {
    let all = PlacedFacts(reading.facts.filter { $0.field != .ignore })
    let messages = messages(all)
    let facts = all.outside(messages.map(\.span))
    let rows = Dictionary(grouping: facts) { reading.row(at: $0.span.start) }
    for (_, own) in Dictionary(grouping: facts, by: \.interview).sorted(by: { $0.key < $1.key }) {
      let row = own.first.flatMap { reading.row(at: $0.span.start) }
      try add(own, named: row.flatMap { rows[$0] } ?? own, isRow: row != nil)
    }
    for message in messages { try add(message, all) }
    tellCancelled()
    proposal.keepRecent()
    return proposal
  }

  /// Cards, or a table of contacts: people, and where they work.
  var isOfCards: Bool { reading.container == .vcard || reading.isOfContacts }

  /// - Parameters:
  ///   - named: the facts that tell whose search it is: of a table's row with several interviews those of all.
  ///   - isRow: the facts stand in one row of a table.
  private mutating func add(_ read: [Fact], named: [Fact], isRow: Bool) throws {
    var facts = read
    if reading.isOfContacts, !takesNewPeople {
      let employer = try facts.first { $0.field == .organisation }.flatMap { try directory.organisation($0.value) }
      let isKnown = try facts.compactMap(\.person).contains { details in
        try directory.person(name: details.name.value, email: details.email?.value, organisation: employer) != nil
      }
      guard isKnown else {
        proposal.strangers += 1
        return
      }
    }
    let organisation = try organisation(named)
    facts = takingIn(facts, at: organisation, named)
    // A card tells of a person, not of an interview.
    if isOfCards {
      for details in facts.compactMap(\.person) { _ = try person(details, organisation) }
      return
    }
    let isHeld = tellsOfInterview(facts, isRow: isRow)
    let opportunity = opportunity(named, organisation, isHeld: isHeld)
    let interview = isHeld ? interview(facts, opportunity, isRow: isRow) : nil
    for fact in facts {
      switch fact.field {
      case .person: try add(person: fact, organisation, interview)
      case .topic, .question, .challenge, .objection, .competition, .missedAccomplishment, .connection:
        if let interview { add(finding: fact, interview) }
      case .commitment: add(commitment: fact, opportunity, interview)
      default: break
      }
    }
    addTheirPromises(facts, opportunity, interview)
    try setRecruiter(facts, opportunity)
  }

  /// A row of a tracker is an application, of whose interviews only the days tell; and a mail is sent on days without one.
  private func tellsOfInterview(_ facts: [Fact], isRow: Bool) -> Bool {
    if isRow { return facts.contains { $0.field == .interviewDate } }
    return (reading.paper.map { $0 == .debrief } ?? true) && ![.csv, .mail, .mbox].contains(reading.container)
      || facts.contains { !ProposalBuilder.ofApplications.contains($0.field) }
  }

  private static let ofApplications: Set<FactField> = [
    .organisation, .role, .stage, .person, .compensation, .commitment, .nextStep, .promisedDate,
  ]

  /// An identity for a row of this kind and text; the same text again gets the next number.
  mutating func identity(_ kind: String, _ text: String) -> RowID {
    let normal = NameFolding.words(text).joined(separator: " ")
    let key = kind + "\n" + normal
    let ordinal = ordinals[key, default: 0]
    ordinals[key] = ordinal + 1
    return StableID.reading(kind, document: document, text: normal, ordinal: ordinal)
  }

  mutating func note(_ subject: Subject, _ span: TextSpan?, because: MatchReason?) {
    guard let span, noted.insert(Place(subject: subject, span: span)).inserted else { return }
    proposal.origins.append(Proposal.Origin(subject: subject, span: span, because: because))
  }

  mutating func note(_ subject: Subject, _ field: String, _ span: TextSpan?) {
    guard let span else { return }
    proposal.places.append(Proposal.Place(subject: subject, field: field, span: span))
  }

  // MARK: Organisation, opportunity, interview

  private mutating func opportunity(_ facts: [Fact], _ organisation: RowID?, isHeld: Bool) -> Opportunity {
    let role = facts.first { $0.field == .role }?.value
    let name = facts.first { $0.field == .organisation }?.value ?? ""
    let known = directory.opportunity(of: organisation, role: role)
    var opportunity = Opportunity(id: known ?? identity(Opportunity.kind, "\(name) \(role ?? "")"))
    opportunity.organisation = organisation
    opportunity.role = role
    let stage = facts.last { $0.field == .stage }
    opportunity.stage = stage.flatMap { Stage($0) } ?? (isHeld ? .interviewing : nil)
    note(opportunity.subject, "stage", stage?.span)
    if let day = stage?.day, opportunity.stage?.isOutcome ?? false {
      opportunity.closedOn = Day(day.value.prefix(10))
      note(opportunity.subject, "closed_on", day.span)
    }
    if let applied = facts.lazy.compactMap(\.applied).first {
      opportunity.applied = Day(applied.value.prefix(10))
      note(opportunity.subject, "applied", applied.span)
    }
    let compensation = facts.first { $0.field == .compensation }
    opportunity.compensation = compensation?.value
    note(opportunity.subject, "compensation", compensation?.span)
    if known == nil && isOld(opportunity.closedOn ?? day(facts)) { opportunity.archived = true }
    proposal.opportunities.append(opportunity)
    note(opportunity.subject, facts.first { $0.field == .role }?.span, because: known.map { _ in .role })
    directory.add(opportunity)
    return opportunity
  }

  func isOld(_ day: Day?) -> Bool { day.map { today - $0 > archiveAfter } ?? false }

  /// The day of the interview: said, or else the day the note was written.
  private func day(_ facts: [Fact]) -> Day? {
    facts.lazy.filter { $0.field == .interviewDate }.compactMap { Day($0.value.prefix(10)) }.first
      ?? reading.noteDate.day
  }

  mutating func interview(_ facts: [Fact], _ opportunity: Opportunity, isRow: Bool) -> Interview {
    let said = facts.first { $0.field == .interviewDate }.flatMap { Moment($0.value) }
    let start = said ?? (isRow ? nil : reading.noteDate.day.map { Moment(day: $0) })
    let entry = reading.entries.first { $0.group == facts.first?.interview && $0.uid != nil }
    let known =
      entry?.uid.flatMap(directory.interview(ofEntry:))
      ?? start.flatMap { directory.interview(of: opportunity.id, on: $0.day) }
    let number = proposal.interviews.count
    let same = readBefore.indices.contains(number) ? readBefore[number] : nil
    var interview = Interview(id: same ?? known ?? identity(Interview.kind, said?.description ?? ""))
    interview.opportunity = opportunity.id
    interview.start = start
    let form = facts.first { $0.field == .interviewKind }
    interview.form = form.flatMap { InterviewForm(rawValue: $0.value) }
    note(interview.subject, "form", form?.span)
    let round = facts.first { $0.field == .interviewRound }
    interview.round = round?.value
    note(interview.subject, "round", round?.span)
    interview.document = document
    if let entry, let start {
      (interview.calendar, interview.sequence) = (entry.uid, entry.sequence)
      tell(entry, interview.id, opportunity.id, start)
    }
    // What is over by its row owes nobody anything.
    if isOld(start?.day) || isRow && opportunity.stage?.isOutcome ?? false {
      if known == nil {
        interview.archived = true
        if isOld(start?.day) { proposal.old += 1 }
      }
    } else if known == nil && start != nil {
      proposal.note(recent: opportunity.id)
    }
    if start == nil { proposal.undated += 1 }
    proposal.interviews.append(interview)
    note(interview.subject, facts.first { $0.field == .interviewDate }?.span, because: known.map { _ in .day })
    directory.add(interview)
    return interview
  }
}
