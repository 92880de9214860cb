import GRDB
import Model

/// What a store has, by what it can be recognised by in a note; kept up to date while an import runs.
struct Directory {
  private var organisations: [String: RowID] = [:]
  private var domains: [String: RowID] = [:]
  private var peopleByEmail: [String: RowID] = [:]
  private var peopleByName: [String: [(id: RowID, organisation: RowID?)]] = [:]
  private var opportunities: [RowID: [(id: RowID, role: String?)]] = [:]
  private var interviews: [RowID: [(id: RowID, day: Day)]] = [:]

  init(_ session: Session) throws {
    for organisation in try session.records(Organisation.self) { add(organisation) }
    for person in try session.records(Person.self) { add(person) }
    for opportunity in try session.records(Opportunity.self) { add(opportunity) }
    for interview in try session.records(Interview.self) { add(interview) }
  }

  mutating func add(_ organisation: Organisation) {
    if let name = organisation.name { organisations[NameFolding.organisation(name)] = organisation.id }
    if let domain = organisation.website.flatMap(NameFolding.domain) { domains[domain] = organisation.id }
  }

  mutating func add(_ person: Person) {
    if let email = person.email { peopleByEmail[email.lowercased()] = person.id }
    if let domain = person.email.flatMap(NameFolding.domain), let organisation = person.organisation {
      domains[domain] = organisation
    }
    guard let name = person.name else { return }
    let folded = NameFolding.person(name)
    guard !peopleByName[folded, default: []].contains(where: { $0.id == person.id }) else { return }
    peopleByName[folded, default: []].append((person.id, person.organisation))
  }

  mutating func add(_ opportunity: Opportunity) {
    guard let organisation = opportunity.organisation else { return }
    guard !opportunities[organisation, default: []].contains(where: { $0.id == opportunity.id }) else { return }
    let role = opportunity.role.map { NameFolding.words($0).joined(separator: " ") }
    opportunities[organisation, default: []].append((opportunity.id, role))
  }

  mutating func add(_ interview: Interview) {
    guard let opportunity = interview.opportunity, let day = interview.start?.day else { return }
    guard !interviews[opportunity, default: []].contains(where: { $0.id == interview.id }) else { return }
    interviews[opportunity, default: []].append((interview.id, day))
  }

  /// The same role at the same organisation; where one of the two names no role, the organisation's only one.
  func opportunity(of organisation: RowID?, role: String?) -> RowID? {
    guard let organisation, let known = opportunities[organisation] else { return nil }
    let folded = role.map { NameFolding.words($0).joined(separator: " ") }
    if let same = known.last(where: { $0.role == folded }) { return same.id }
    if folded == nil { return known.count == 1 ? known[0].id : nil }
    let unnamed = known.filter { $0.role == nil }
    return unnamed.count == 1 ? unnamed[0].id : nil
  }

  func interview(of opportunity: RowID, on day: Day) -> RowID? {
    interviews[opportunity]?.first { $0.day == day }?.id
  }

  func organisation(_ name: String) -> RowID? { organisations[NameFolding.organisation(name)] }

  func organisation(ofEmail email: String) -> RowID? { NameFolding.domain(email).flatMap { domains[$0] } }

  /// Somebody with this address; else somebody of this name at this organisation, or the only one of that full name.
  func person(name: String, email: String?, organisation: RowID?) -> RowID? {
    if let email, let found = peopleByEmail[email.lowercased()] { return found }
    let folded = NameFolding.person(name)
    let named = peopleByName[folded] ?? []
    if let organisation {
      return named.first { $0.organisation == organisation }?.id ?? firstNameMatch(folded, organisation)
    }
    return named.count == 1 && folded.contains(" ") ? named[0].id : nil
  }

  /// A bare first name is the one person of that first name at the organisation.
  private func firstNameMatch(_ folded: String, _ organisation: RowID) -> RowID? {
    guard !folded.contains(" ") else { return nil }
    let found = peopleByName.filter { $0.key.hasPrefix(folded + " ") }
      .flatMap { $0.value.filter { $0.organisation == organisation } }
    return found.count == 1 ? found[0].id : nil
  }
}
