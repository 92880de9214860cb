package import Model

/// An interview with the user's calendar day it was or will be held on.
package struct DatedInterview: Hashable, Sendable {
  package let row: Interview
  package let day: Day
  package let start: Instant?
}

/// One opportunity with everything that belongs to it, in time order: what the rules look at.
package struct Process: Sendable {
  package let opportunity: Opportunity
  package let facts: Facts
  package let today: Day
  /// With a date, oldest first.
  package let interviews: [DatedInterview]
  /// Those up to today, and those after it.
  package let held: [DatedInterview]
  /// Those held that follow-ups count from: all but the archived ones.
  let recent: [DatedInterview]
  package let ahead: [DatedInterview]
  package let undated: [Interview]
  /// Those that were called off.
  package let off: [Interview]
  /// Those to which somebody did not come, by day.
  package let missed: [DatedInterview]
  /// But those given in an archived interview.
  package let promises: [Promise]
  /// Touches of this opportunity, oldest first: recorded for it, or for none with one of its people, who are all of the firm
  /// where it is the only search there. Those dated after
  /// today count too: they happened, in another zone or by a wrong clock, and must not be asked for again.
  package let contacts: [Contact]
  /// Everybody met in its interviews, by interview.
  let participants: [RowID: [Participation]]

  package init(_ opportunity: Opportunity, facts: Facts, today: Day, zones: ZoneData) {
    self.opportunity = opportunity
    self.facts = facts
    self.today = today
    let all = facts.interviewsOfOpportunity[opportunity.id] ?? []
    let agreed = all.filter { $0.cancelled == nil }
    let rows = agreed.filter { $0.missedBy == nil }
    off = all.filter { $0.cancelled != nil }
    let dated = agreed.compactMap { row in
      row.start.map { DatedInterview(row: row, day: zones.userDay($0), start: zones.instant($0)) }
    }.sorted { ($0.day, $0.start?.seconds ?? 0, $0.row.id) < ($1.day, $1.start?.seconds ?? 0, $1.row.id) }
    missed = dated.filter { $0.row.missedBy != nil }
    let interviews = dated.filter { $0.row.missedBy == nil }
    self.interviews = interviews
    held = interviews.filter { $0.day <= today }
    recent = held.filter { $0.row.archived != true }
    ahead = interviews.filter { $0.day > today }
    undated = rows.filter { $0.start == nil }
    let archived = Set(rows.filter { $0.archived == true }.map(\.id))
    promises = (facts.promisesOfOpportunity[opportunity.id] ?? []).filter { promise in
      promise.interview.map { !archived.contains($0) } ?? true
    }
    participants = Dictionary(
      agreed.map { ($0.id, facts.participationsOfInterview[$0.id] ?? []) }, uniquingKeysWith: { first, _ in first })
    var people = Set(participants.values.joined().compactMap(\.person))
    people.formUnion([opportunity.recruiter, opportunity.toldBy].compactMap { $0 })
    if let firm = opportunity.organisation, facts.searchesOfOrganisation[firm]?.map(\.id) == [opportunity.id] {
      people.formUnion(facts.peopleOfOrganisation[firm]?.map(\.id) ?? [])
    }
    let unbound = people.flatMap { facts.contactsOfPerson[$0] ?? [] }.filter { $0.opportunity == nil }
    contacts = ((facts.contactsOfOpportunity[opportunity.id] ?? []) + unbound)
      .sorted { ($0.day, $0.row) < ($1.day, $1.row) }
  }

  package var stage: Stage { opportunity.stage ?? .interviewing }

  /// The recruiter in charge, who gets the status questions.
  package var recruiter: RowID? { opportunity.recruiter }

  /// The day an outcome was heard; without it the last received touch, else the last interview.
  var outcomeDay: Day? {
    opportunity.closedOn ?? (contacts.last(where: \.isReceived)?.day).map { min($0, today) } ?? held.last?.day
  }

  /// Everybody met, in order of first meeting.
  package var everybody: [RowID] {
    var seen: Set<RowID> = []
    let met = interviews.flatMap { participants[$0.row.id] ?? [] } + undated.flatMap { participants[$0.id] ?? [] }
    return met.compactMap(\.person).filter { seen.insert($0).inserted }
  }

  /// This opportunity's touches with one person, oldest first.
  func contacts(with person: RowID) -> [Contact] {
    contacts.filter { $0.person == person }
  }
}

extension Process {
  /// What was discussed in the interviews held, the latest first.
  var topics: [String] {
    let findings: [Finding] = held.reversed().flatMap { facts.findingsOfInterview[$0.row.id] ?? [] }
    return findings.filter { $0.about == .topic || $0.about == .challenge }.compactMap(\.text)
  }
}
