import Merge
import Model

/// Moves interviews to other days and calls them off, as messages say.
struct InterviewChanges {
  let session: Session
  let told: ToldNews
  var isAsked = false

  func write(_ proposal: inout Proposal, _ outcome: inout NewsOutcome) throws {
    switch told.what {
    case .moved(let days):
      guard let interview = try interview(days, proposal) else { return outcome.told.append((.changeOfUnknown, told)) }
      // The day that is named may be the old one or the new, which is known already: then nothing is to be done.
      guard let new = target(days, interview) else { return }
      try move(interview, to: new, isNamed: days.contains { $0.day == interview.start?.day }, &proposal, &outcome)
    case .cancelled(let days):
      guard let interview = try interview(days, proposal) else { return outcome.told.append((.changeOfUnknown, told)) }
      try cancel(interview, &proposal, &outcome)
    case .entry(let interview, let start, let sequence): try write(interview, start, sequence, &proposal, &outcome)
    case .entryCancelled(let interview, let sequence):
      // A calendar without versions calls off what it never changed.
      guard let row = try newer(interview, sequence + 1), row.cancelled == nil else { return }
      outcome.writes += try set(row, "sequence", .integer(sequence))
      try cancel(row, &proposal, &outcome)
    case .heard, .invited: break
    }
  }

  /// A later version of a calendar's entry.
  private func write(
    _ interview: RowID, _ start: Moment, _ sequence: Int, _ proposal: inout Proposal, _ outcome: inout NewsOutcome
  ) throws {
    guard let row = try newer(interview, sequence), row.start != start || row.cancelled != nil else { return }
    outcome.writes += try set(row, "sequence", .integer(sequence))
    if row.cancelled != nil { outcome.writes += try set(row, "cancelled", nil) }
    if row.start != start { try move(row, to: start, isNamed: false, &proposal, &outcome) }
  }

  /// The interview as it is known; nil where nothing older is.
  private func newer(_ interview: RowID, _ sequence: Int) throws -> Interview? {
    guard let row = try session.record(Interview.self, interview), row.sequence ?? -1 < sequence else { return nil }
    return row
  }

  private func target(_ days: [Moment], _ interview: Interview) -> Moment? {
    let others = days.filter {
      $0.day != interview.start?.day || $0.minute != nil && $0.minute != interview.start?.minute
    }
    return others.last.map {
      Moment(day: $0.day, minute: $0.minute, zone: $0.minute.flatMap { _ in interview.start?.zone })
    }
  }

  /// - Parameter isNamed: the day on which it was to be is said too.
  private func move(
    _ interview: Interview, to start: Moment, isNamed: Bool, _ proposal: inout Proposal, _ outcome: inout NewsOutcome
  ) throws {
    let what = ImportedNews.What.moved(interview.id, from: interview.start, to: start)
    guard try isAsked || told.isSure && (isNamed || !session.isByHand(interview.subject, "start")) else {
      return outcome.propose(told, &proposal, as: what, of: interview.id)
    }
    if let place = try placeOfNew(interview, proposal) {
      proposal.interviews[place].start = start
    } else {
      outcome.writes += try set(interview, "start", .moment(start))
    }
    outcome.told.append((what, told))
  }

  private func cancel(
    _ interview: Interview, _ proposal: inout Proposal, _ outcome: inout NewsOutcome
  ) throws {
    if let place = try placeOfNew(interview, proposal) {
      proposal.interviews[place].cancelled = told.day
    } else {
      outcome.writes += try set(interview, "cancelled", .day(told.day))
    }
    outcome.told.append((.cancelled(interview.id), told))
  }

  /// Where an interview stands among those that the paper itself makes.
  private func placeOfNew(_ interview: Interview, _ proposal: Proposal) throws -> Int? {
    guard try session.record(Interview.self, interview.id) == nil else { return nil }
    return proposal.interviews.firstIndex { $0.id == interview.id }
  }

  private func set(_ interview: Interview, _ name: String, _ value: Value?) throws -> [CellWrite] {
    guard let field = Registry.kind(Interview.kind)?.field(name) else { return [] }
    return try Edits(session: session).set(interview.subject, field, value)
  }

  /// The interview that is meant: the one that was said, else one on the days named, else the only one to come, else the
  /// only one that a paper of before had told of. What was called off by a younger paper was to come then.
  private func interview(_ days: [Moment], _ proposal: Proposal) throws -> Interview? {
    if let said = told.interview {
      return try session.record(Interview.self, said) ?? proposal.interviews.first { $0.id == said }
    }
    let subject = Subject(kind: Opportunity.kind, id: told.opportunity)
    let coming = try session.records(Interview.self, "opportunity", is: subject).filter {
      $0.start.map { $0.day >= told.day } ?? false && $0.cancelled.map { $0 > told.day } ?? true
    }
    let named = coming.filter { interview in days.contains { $0.day == interview.start?.day } }
    if let meant = named.only ?? coming.only { return meant }
    return try coming.filter { try $0.document.map(isOlder) ?? true }.only
  }

  private func isOlder(_ document: RowID) throws -> Bool {
    try session.record(Model.Document.self, document)?.written.map { $0 <= told.day } ?? true
  }
}

extension Array {
  /// The element of an array of one.
  fileprivate var only: Element? { count == 1 ? first : nil }
}
