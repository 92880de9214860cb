import GRDB
import Model

/// What a store has, by what it can be recognised by in a note; kept up to date while an import runs.
final class Directory {
  private var organisations: [String: RowID] = [:]
  private var domains: [String: RowID] = [:]
  private var peopleByEmail: [String: RowID] = [:]
  private var peopleByName: [String: [KnownPerson]] = [:]
  private var opportunities: [RowID: [KnownOpportunity]] = [:]
  private var interviews: [RowID: [KnownInterview]] = [:]
  /// First name and organisation → who has that first name there.
  private var firstNames: [FirstName: [RowID]] = [:]
  /// What is looked up where this one knows nothing.
  private let base: Directory?

  private struct KnownPerson { let id: RowID, organisation: RowID? }
  private struct KnownOpportunity { let id: RowID, role: String? }
  private struct KnownInterview { let id: RowID, day: Day }
  private struct FirstName: Hashable { let name: String, organisation: RowID }

  /// One that knows nothing.
  init() { base = nil }

  init(_ session: Session) throws {
    base = nil
    for organisation in try session.records(Organisation.self) { add(organisation) }
    for person in try session.records(Person.self) { add(person) }
    for opportunity in try session.records(Opportunity.self) { add(opportunity) }
    for interview in try session.records(Interview.self) { add(interview) }
  }

  private init(over base: Directory) { self.base = base }

  /// One that knows the same; what is added to it does not reach this one.
  func branch() -> Directory { Directory(over: self) }

  // MARK: Adding

  func add(_ organisation: Organisation) {
    if let name = organisation.name { organisations[NameFolding.organisation(name)] = organisation.id }
    if let domain = organisation.website.flatMap(NameFolding.domain) { domains[domain] = organisation.id }
  }

  func add(_ person: Person) {
    if let email = person.email { peopleByEmail[email.lowercased()] = person.id }
    if let domain = person.email.flatMap(NameFolding.domain), let organisation = person.organisation {
      domains[domain] = organisation
    }
    guard let name = person.name else { return }
    let folded = NameFolding.person(name)
    guard !people(folded).contains(where: { $0.id == person.id }) else { return }
    peopleByName[folded, default: []].append(KnownPerson(id: person.id, organisation: person.organisation))
    if let organisation = person.organisation, let space = folded.firstIndex(of: " ") {
      firstNames[FirstName(name: String(folded[..<space]), organisation: organisation), default: []].append(person.id)
    }
  }

  func add(_ opportunity: Opportunity) {
    guard let organisation = opportunity.organisation else { return }
    guard !opportunities(of: organisation).contains(where: { $0.id == opportunity.id }) else { return }
    let role = opportunity.role.map { NameFolding.words($0).joined(separator: " ") }
    opportunities[organisation, default: []].append(KnownOpportunity(id: opportunity.id, role: role))
  }

  func add(_ interview: Interview) {
    guard let opportunity = interview.opportunity, let day = interview.start?.day else { return }
    guard !interviews(of: opportunity).contains(where: { $0.id == interview.id }) else { return }
    interviews[opportunity, default: []].append(KnownInterview(id: interview.id, day: day))
  }

  // MARK: Looking up

  private func people(_ folded: String) -> [KnownPerson] {
    (base?.people(folded) ?? []) + (peopleByName[folded] ?? [])
  }
  private func opportunities(of organisation: RowID) -> [KnownOpportunity] {
    (base?.opportunities(of: organisation) ?? []) + (opportunities[organisation] ?? [])
  }
  private func interviews(of opportunity: RowID) -> [KnownInterview] {
    (base?.interviews(of: opportunity) ?? []) + (interviews[opportunity] ?? [])
  }
  private func person(ofEmail email: String) -> RowID? {
    peopleByEmail[email.lowercased()] ?? base?.person(ofEmail: email)
  }
  private func organisation(folded: String) -> RowID? {
    organisations[folded] ?? base?.organisation(folded: folded)
  }
  private func organisation(ofDomain domain: String) -> RowID? {
    domains[domain] ?? base?.organisation(ofDomain: domain)
  }
  private func people(_ name: FirstName) -> [RowID] { (base?.people(name) ?? []) + (firstNames[name] ?? []) }

  /// The same role at the same organisation; where one of the two names no role, the organisation's only one.
  func opportunity(of organisation: RowID?, role: String?) -> RowID? {
    guard let organisation else { return nil }
    let known = opportunities(of: organisation)
    let folded = role.map { NameFolding.words($0).joined(separator: " ") }
    if let same = known.last(where: { $0.role == folded }) { return same.id }
    if folded == nil { return known.count == 1 ? known[0].id : nil }
    let unnamed = known.filter { $0.role == nil }
    return unnamed.count == 1 ? unnamed[0].id : nil
  }

  func interview(of opportunity: RowID, on day: Day) -> RowID? {
    interviews(of: opportunity).first { $0.day == day }?.id
  }

  func organisation(_ name: String) -> RowID? { organisation(folded: NameFolding.organisation(name)) }

  func organisation(ofEmail email: String) -> RowID? {
    NameFolding.domain(email).flatMap { organisation(ofDomain: $0) }
  }

  /// Somebody with this address; else somebody of this name at this organisation, or the only one of that full name.
  func person(name: String, email: String?, organisation: RowID?) -> (id: RowID, because: MatchReason)? {
    if let email, let found = person(ofEmail: email) { return (found, .address) }
    let folded = NameFolding.person(name)
    let named = people(folded)
    guard let organisation else {
      return named.count == 1 && folded.contains(" ") ? (named[0].id, .name) : nil
    }
    if let same = named.first(where: { $0.organisation == organisation }) { return (same.id, .nameAtOrganisation) }
    // A bare first name is the one person of that first name at the organisation.
    guard !folded.contains(" ") else { return nil }
    let found = people(FirstName(name: folded, organisation: organisation))
    return found.count == 1 ? (found[0], .firstNameAtOrganisation) : nil
  }
}

/// Why something in a note is taken for a row that the store has.
public enum MatchReason: String, Sendable {
  case name
  case address
  /// The mail address has the organisation's domain.
  case domain
  case nameAtOrganisation
  case firstNameAtOrganisation
  /// The same role at the organisation, or the only search there is there.
  case role
  /// An interview of that day in the same search.
  case day
}
