import GRDB
import Model

/// What a store has, by what it can be recognised by in a note; kept up to date while an import runs.
final class Directory {
  private var organisations: [String: RowID] = [:]
  private var domains: [String: RowID] = [:]
  /// Whether an organisation has a name; without one it is known by its host alone.
  private var hasName: [RowID: Bool] = [:]
  private var peopleByEmail: [String: RowID] = [:]
  private var peopleByName: [String: [KnownPerson]] = [:]
  private var opportunities: [RowID: [KnownOpportunity]] = [:]
  private var interviews: [RowID: [KnownInterview]] = [:]
  /// First name and organisation → who has that first name there.
  private var firstNames: [FirstName: [RowID]] = [:]
  /// What is looked up where this one knows nothing.
  let base: Directory?
  var session: Session?

  private struct KnownPerson { let id: RowID, organisation: RowID? }
  /// By their first names.
  private var everybody: [String: Set<RowID>] = [:]
  /// Whom a search is with: met in it, in charge of it, written to or from about it.
  private var searches: [RowID: Set<RowID>] = [:]
  private var over: Set<RowID> = []
  /// Searches of which no paper named the firm yet, and those that have one.
  private var firmless: [RowID: KnownOpportunity] = [:]
  private var placed: Set<RowID> = []
  private var employers: [RowID: RowID] = [:]
  private var opportunityOfInterview: [RowID: RowID] = [:]
  /// By the identities of calendars' entries.
  private var entries: [String: RowID] = [:]
  private var touches: [TouchKey: [Touch]] = [:]

  struct KnownOpportunity { let id: RowID, role: String? }
  struct KnownInterview { let id: RowID, day: Day }
  private struct FirstName: Hashable { let name: String, organisation: RowID }

  /// One that knows nothing.
  init() { base = nil }

  init(_ session: Session) throws {
    base = nil
    self.session = session
    for organisation in try session.records(Organisation.self) { add(organisation) }
    for person in try session.records(Person.self) { add(person) }
    for opportunity in try session.records(Opportunity.self) { add(opportunity) }
    for interview in try session.records(Interview.self) { add(interview) }
    for participation in try session.records(Participation.self) { add(participation) }
    for touch in try session.records(Touch.self) { add(touch) }
  }

  private init(over base: Directory) { self.base = base }

  /// One that knows the same; what is added to it does not reach this one.
  func branch() -> Directory { Directory(over: self) }

  // MARK: Adding

  func add(_ organisation: Organisation) {
    hasName[organisation.id] = organisation.name != nil
    if let name = organisation.name { organisations[NameFolding.organisation(name)] = organisation.id }
    if let domain = organisation.website.flatMap(NameFolding.domain) { domains[domain] = organisation.id }
  }

  func add(_ person: Person) {
    if let organisation = person.organisation { employers[person.id] = organisation }
    for email in person.otherEmails { peopleByEmail[email.lowercased()] = person.id }
    if let email = person.email { peopleByEmail[email.lowercased()] = person.id }
    if let domain = person.email.flatMap(NameFolding.domain), let organisation = person.organisation {
      domains[domain] = organisation
    }
    guard let name = person.name else { return }
    let folded = NameFolding.person(name)
    everybody[folded.prefix { $0 != " " }.description, default: []].insert(person.id)
    guard !people(folded).contains(where: { $0.id == person.id }) else { return }
    peopleByName[folded, default: []].append(KnownPerson(id: person.id, organisation: person.organisation))
    if let organisation = person.organisation, let space = folded.firstIndex(of: " ") {
      firstNames[FirstName(name: String(folded[..<space]), organisation: organisation), default: []].append(person.id)
    }
  }

  func add(_ opportunity: Opportunity) {
    if opportunity.archived == true || !(opportunity.stage ?? .interviewing).isOpen {
      over.insert(opportunity.id)
    } else if opportunity.stage != nil {
      over.remove(opportunity.id)
    }
    if let recruiter = opportunity.recruiter { searches[recruiter, default: []].insert(opportunity.id) }
    let role = opportunity.role.map { NameFolding.words($0).joined(separator: " ") }
    let known = KnownOpportunity(id: opportunity.id, role: role)
    guard let organisation = opportunity.organisation else {
      if role != nil || firmless[known.id] == nil { firmless[known.id] = known }
      return
    }
    placed.insert(known.id)
    guard !opportunities(of: organisation).contains(where: { $0.id == known.id }) else { return }
    opportunities[organisation, default: []].append(known)
  }

  func add(_ interview: Interview) {
    opportunityOfInterview[interview.id] = interview.opportunity
    if let entry = interview.calendar { entries[entry] = interview.id }
    guard let opportunity = interview.opportunity, let day = interview.start?.day else { return }
    guard !interviews(of: opportunity).contains(where: { $0.id == interview.id }) else { return }
    interviews[opportunity, default: []].append(KnownInterview(id: interview.id, day: day))
  }

  func add(_ participation: Participation) {
    guard let person = participation.person, let interview = participation.interview,
      let opportunity = opportunity(ofInterview: interview)
    else { return }
    searches[person, default: []].insert(opportunity)
  }

  func add(_ touch: Touch) {
    if let person = touch.person, let opportunity = touch.opportunity {
      searches[person, default: []].insert(opportunity)
    }
    guard let key = TouchKey(touch), !touches(key).contains(where: { $0.id == touch.id }) else { return }
    touches[key, default: []].append(touch)
  }

  // MARK: Looking up

  func interview(ofEntry uid: String) -> RowID? { entries[uid] ?? base?.interview(ofEntry: uid) }
  func opportunity(ofInterview interview: RowID) -> RowID? {
    opportunityOfInterview[interview] ?? base?.opportunity(ofInterview: interview)
  }
  func searches(with person: RowID) -> Set<RowID> {
    (base?.searches(with: person) ?? []).union(searches[person] ?? [])
  }
  func isOver(_ opportunity: RowID) -> Bool {
    over.contains(opportunity) || base?.isOver(opportunity) ?? false
  }
  /// A search of which no paper named the firm.
  func firmless(_ opportunity: RowID) -> KnownOpportunity? {
    isPlaced(opportunity) ? nil : firmless[opportunity] ?? base?.firmless(opportunity)
  }
  private func isPlaced(_ opportunity: RowID) -> Bool {
    placed.contains(opportunity) || base?.isPlaced(opportunity) ?? false
  }
  private func touches(_ key: TouchKey) -> [Touch] { (base?.touches(key) ?? []) + (touches[key] ?? []) }

  func employer(of person: RowID) -> RowID? { employers[person] ?? base?.employer(of: person) }

  /// What was said or sent to or by this person that day: under the same Message-ID, else without any.
  func touch(like touch: Touch) -> RowID? {
    let known = TouchKey(touch).map(touches) ?? []
    return known.first { $0.message != nil && $0.message == touch.message }?.id
      ?? known.first { $0.message == nil || touch.message == nil }?.id
  }

  /// The one person of a first name, where there is only one.
  func onlyPerson(ofFirstName name: String) -> RowID? {
    let folded = NameFolding.person(name)
    guard !folded.isEmpty, !folded.contains(" ") else { return nil }
    let found = people(ofFirstName: folded)
    return found.count == 1 ? found.first : nil
  }

  private func people(ofFirstName name: String) -> Set<RowID> {
    (base?.people(ofFirstName: name) ?? []).union(everybody[name] ?? [])
  }

  private func people(_ folded: String) -> [KnownPerson] {
    (base?.people(folded) ?? []) + (peopleByName[folded] ?? [])
  }
  func opportunities(of organisation: RowID) -> [KnownOpportunity] {
    (base?.opportunities(of: organisation) ?? []) + (opportunities[organisation] ?? [])
  }
  func interviews(of opportunity: RowID) -> [KnownInterview] {
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

  func organisation(_ name: String) throws -> RowID? {
    let folded = NameFolding.organisation(name)
    return try organisation(folded: folded) ?? former().organisation(folded)
  }

  /// What is known under names and employers of before; asked for where a name is new.
  private func former() throws -> FormerDirectory {
    if let base { return try base.former() }
    if let known = ownFormer { return known }
    let found = try session.map(FormerDirectory.init) ?? FormerDirectory()
    ownFormer = found
    return found
  }
  private var ownFormer: FormerDirectory?

  func organisation(ofEmail email: String) -> RowID? {
    NameFolding.domain(email).flatMap { organisation(ofDomain: $0) }
  }

  /// The organisation of one of these addresses that is known by its host alone.
  func unnamedOrganisation(ofEmails emails: [String]) -> RowID? {
    emails.lazy.compactMap(organisation(ofEmail:)).first { !hasName($0) }
  }
  private func hasName(_ organisation: RowID) -> Bool { hasName[organisation] ?? base?.hasName(organisation) ?? true }

  /// Somebody with this address; else somebody of this name at this organisation, or the only one of that full name.
  func person(name: String, email: String?, organisation: RowID?) throws -> (id: RowID, because: MatchReason)? {
    if let email, let found = person(ofEmail: email) { return (found, .address) }
    let folded = NameFolding.person(name)
    let named = people(folded)
    guard let organisation else {
      return named.count == 1 && folded.contains(" ") ? (named[0].id, .name) : nil
    }
    if let same = named.first(where: { $0.organisation == organisation }) { return (same.id, .nameAtOrganisation) }
    if let before = try former().person(folded, at: organisation, among: named.map(\.id)) {
      return (before, .nameAtOrganisation)
    }
    // A bare first name is the one person of that first name at the organisation, whichever of the two names came first.
    let first = String(folded.prefix { $0 != " " })
    let bare = people(first).filter { $0.organisation == organisation }.map(\.id)
    let full = people(FirstName(name: first, organisation: organisation)).filter { !bare.contains($0) }
    let found = folded == first ? full : full.isEmpty ? bare : []
    return found.count == 1 ? (found[0], .firstNameAtOrganisation) : nil
  }
}
