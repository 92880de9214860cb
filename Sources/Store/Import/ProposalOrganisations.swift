import Model
import Notes

/// Which firm a reading is of: the one it names, or the one whose host somebody's address has.
extension ProposalBuilder {
  /// - Parameter correspondents: the addresses on the other side of a message.
  mutating func organisation(_ facts: [Fact], correspondents: [String] = []) throws -> RowID? {
    let emails = facts.compactMap { $0.person?.email?.value }
    guard let fact = facts.first(where: { $0.field == .organisation }) else {
      let known = emails.compactMap(directory.organisation(ofEmail:)).first
      if let known {
        let person = facts.first { $0.person?.email?.value == emails.first }
        note(Subject(kind: Organisation.kind, id: known), person?.person?.email?.span, because: .domain)
      }
      return known
    }
    let name = fact.value
    if let known = try directory.organisation(name) {
      note(Subject(kind: Organisation.kind, id: known), fact.span, because: .name)
      return known
    }
    let hosts = (emails + correspondents).filter { !placesPeople(facts) || isCalled($0, name) }
    let unnamed = directory.unnamedOrganisation(ofEmails: hosts)
    var organisation = Organisation(id: unnamed ?? identity(Organisation.kind, name))
    organisation.name = name
    proposal.organisations.append(organisation)
    note(organisation.subject, fact.span, because: unnamed.map { _ in .domain })
    directory.add(organisation)
    return organisation.id
  }

  /// The firm that a correspondent's host belongs to, where no paper has named it yet: the first that does gives it its name.
  mutating func organisation(ofHost correspondents: [Correspondence.Party]) -> RowID? {
    let addresses = correspondents.compactMap(\.address)
    guard let address = addresses.first(where: { NameFolding.domain($0.value) != nil }) else { return nil }
    let host = NameFolding.domain(address.value) ?? ""
    var organisation = Organisation(id: identity(Organisation.kind, host))
    organisation.website = host
    proposal.organisations.append(organisation)
    note(organisation.subject, address.span, because: nil)
    directory.add(organisation)
    return organisation.id
  }

  /// Whoever places people writes from another firm than the one that they write of.
  private func placesPeople(_ facts: [Fact]) -> Bool {
    facts.contains { $0.person?.role == .recruiter || $0.person?.role == .referrer }
  }

  /// A recruiter whose address is the firm's own is one of its people, who places nobody elsewhere.
  func takingIn(
    _ facts: [Fact], at organisation: RowID?, _ named: [Fact], correspondents: [Correspondence.Party] = []
  ) -> [Fact] {
    guard let organisation, placesPeople(facts) else { return facts }
    let name = named.first { $0.field == .organisation }?.value ?? ""
    return facts.map { fact in
      guard var details = fact.person, details.role == .recruiter else { return fact }
      let party = correspondents.first { $0.name?.value == details.name.value }
      guard let address = details.email?.value ?? party?.address?.value else { return fact }
      guard directory.organisation(ofEmail: address) == organisation || isCalled(address, name) else { return fact }
      details.role = .hr
      var fact = fact
      fact.person = details
      return fact
    }
  }

  private func isCalled(_ address: String, _ name: String) -> Bool {
    MailHost(address).map { $0.isFirms && $0.isCalled(name) } ?? false
  }
}
