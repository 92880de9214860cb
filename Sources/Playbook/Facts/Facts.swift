package import Model

/// The rows a plan is made from, by id, with the indexes the rules need.
///
/// May hold a subset of a store: the live opportunities with their interviews, people and touches are enough. Rows that
/// point to a missing row are kept and ignored by the rules. The order in which rows come in never matters.
///
/// Immutable, and a class only so that handing it to every rule costs one reference count instead of one a table.
package final class Facts: Sendable {
  package let organisations: [RowID: Organisation]
  package let people: [RowID: Person]
  package let opportunities: [RowID: Opportunity]
  package let interviews: [RowID: Interview]
  package let findings: [RowID: Finding]
  package let promises: [RowID: Promise]
  package let materials: [RowID: Material]
  package let letters: [RowID: Letter]
  package let touches: [RowID: Touch]
  package let terms: [RowID: Term]
  package let decisions: Decisions

  let peopleOfOrganisation: [RowID: [Person]]
  /// But archived ones.
  let searchesOfOrganisation: [RowID: [Opportunity]]
  /// But archived ones: those with an offer, and those whose offer was accepted.
  let offers: [Opportunity]
  let accepted: [Opportunity]
  let interviewsOfOpportunity: [RowID: [Interview]]
  let participationsOfInterview: [RowID: [Participation]]
  let findingsOfInterview: [RowID: [Finding]]
  let promisesOfOpportunity: [RowID: [Promise]]
  package let termsOfOpportunity: [RowID: [Term]]
  /// Everything said or sent, in time order, by person.
  let contactsOfPerson: [RowID: [Contact]]
  /// The contacts recorded for an opportunity, in no particular order.
  let contactsOfOpportunity: [RowID: [Contact]]

  package init(
    organisations: [Organisation] = [], people: [Person] = [], opportunities: [Opportunity] = [],
    interviews: [Interview] = [], participations: [Participation] = [], findings: [Finding] = [],
    promises: [Promise] = [], materials: [Material] = [], letters: [Letter] = [], touches: [Touch] = [],
    terms: [Term] = [], decisions: [Decision] = []
  ) {
    self.organisations = byID(organisations)
    self.people = byID(people)
    self.opportunities = byID(opportunities)
    self.interviews = byID(interviews)
    self.findings = byID(findings)
    self.promises = byID(promises)
    self.materials = byID(materials)
    self.letters = byID(letters)
    self.touches = byID(touches)
    self.terms = byID(terms)
    self.decisions = Decisions(decisions)
    peopleOfOrganisation = grouped(people, by: \.organisation)
    searchesOfOrganisation = grouped(opportunities.filter { $0.archived != true }, by: \.organisation)
    offers = opportunities.filter { $0.archived != true && $0.stage == .offer }
    accepted = opportunities.filter { $0.archived != true && $0.stage == .accepted }
    interviewsOfOpportunity = grouped(interviews, by: \.opportunity)
    participationsOfInterview = grouped(participations, by: \.interview).mapValues {
      $0.sorted(by: Participation.isNamedBefore)
    }
    findingsOfInterview = grouped(findings, by: \.interview)
    promisesOfOpportunity = grouped(promises, by: \.opportunity)
    termsOfOpportunity = grouped(terms, by: \.opportunity)
    let owners = Owners(
      interviews: self.interviews, findings: self.findings, promises: self.promises, touches: self.touches,
      letters: self.letters)
    contactsOfPerson = Contact.byPerson(
      touches: touches, letters: letters, decisions: decisions, opportunityOf: owners.opportunity)
    contactsOfOpportunity = Dictionary(
      grouping: contactsOfPerson.values.joined().filter { $0.opportunity != nil },
      by: { $0.opportunity ?? RowID(high: 0, low: 0) })
  }

  /// The name to print for a person, "somebody" where none is recorded.
  package func name(_ person: RowID?) -> String {
    person.flatMap { people[$0]?.name } ?? "somebody"
  }

  /// "Acme, Data Engineer", as far as it is known.
  package func name(opportunity id: RowID?) -> String {
    guard let opportunity = id.flatMap({ opportunities[$0] }) else { return "no opportunity" }
    let organisation = opportunity.organisation.flatMap { organisations[$0]?.name }
    return [organisation, opportunity.role].compactMap { $0 }.joined(separator: ", ")
  }
}

private func byID<R: Record>(_ rows: [R]) -> [RowID: R] {
  Dictionary(rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
}

/// Rows by the row they point to, each group in order of id.
private func grouped<R: Record>(_ rows: [R], by key: KeyPath<R, RowID?>) -> [RowID: [R]] {
  var groups: [RowID: [R]] = [:]
  for row in rows {
    if let owner = row[keyPath: key] { groups[owner, default: []].append(row) }
  }
  return groups.mapValues { $0.sorted { $0.id < $1.id } }
}

/// Which opportunity a row belongs to.
private struct Owners {
  let interviews: [RowID: Interview]
  let findings: [RowID: Finding]
  let promises: [RowID: Promise]
  let touches: [RowID: Touch]
  let letters: [RowID: Letter]

  func opportunity(_ row: Subject) -> RowID? {
    switch row.kind {
    case Opportunity.kind: row.id
    case Interview.kind: interviews[row.id]?.opportunity
    case Finding.kind: findings[row.id]?.interview.flatMap { interviews[$0]?.opportunity }
    case Promise.kind: promises[row.id]?.opportunity
    case Touch.kind: touches[row.id]?.opportunity
    case Letter.kind: letters[row.id]?.opportunity
    default: nil
    }
  }
}

extension Participation {
  /// The hiring manager first, then people in the order they were entered.
  fileprivate static func isNamedBefore(_ left: Participation, _ right: Participation) -> Bool {
    guard left.part == right.part || (left.part != .hiringManager && right.part != .hiringManager) else {
      return left.part == .hiringManager
    }
    let nobody = RowID(high: .max, low: .max)
    return (left.person ?? nobody, left.id) < (right.person ?? nobody, right.id)
  }
}
