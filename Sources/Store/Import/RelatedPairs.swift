import Model

/// Follows what paired rows refer to: the interview of a finding, its opportunity, their organisation, the people who took
/// part. An import matches these to what its own store had, so their identities need not come from the note.
struct RelatedPairs {
  let session: Session

  func complete(_ pairs: inout RowPairs) throws {
    for (left, right) in try pairs.records(Finding.self, session) {
      pairs.add(Interview.kind, left.interview, right.interview)
    }
    for (left, right) in try pairs.records(Promise.self, session) {
      pairs.add(Interview.kind, left.interview, right.interview)
    }
    for (left, right) in try pairs.records(Interview.self, session) {
      try addOpportunities(left.opportunity, right.opportunity, &pairs)
      try addPeople(left, right, &pairs)
    }
  }

  private func addOpportunities(_ left: RowID?, _ right: RowID?, _ pairs: inout RowPairs) throws {
    guard let left = try left.flatMap({ try session.record(Opportunity.self, $0) }),
      let right = try right.flatMap({ try session.record(Opportunity.self, $0) })
    else { return }
    let roles = [left.role, right.role].compactMap { $0.map { NameFolding.words($0) } }
    guard pairs.contains(left.subject, right.subject) || roles.count < 2 || roles[0] == roles[1],
      try addOrganisations(left.organisation, right.organisation, &pairs)
    else { return }
    pairs.add(left.subject, right.subject)
  }

  /// - Returns: whether the two are one.
  private func addOrganisations(_ left: RowID?, _ right: RowID?, _ pairs: inout RowPairs) throws -> Bool {
    guard left != right else { return true }
    guard let left = try left.flatMap({ try session.record(Organisation.self, $0) }),
      let right = try right.flatMap({ try session.record(Organisation.self, $0) })
    else { return false }
    if left.name.map(NameFolding.organisation) == right.name.map(NameFolding.organisation) {
      pairs.add(left.subject, right.subject)
    }
    return pairs.contains(left.subject, right.subject)
  }

  private func addPeople(_ left: Interview, _ right: Interview, _ pairs: inout RowPairs) throws {
    for one in try session.records(Participation.self, "interview", is: left.subject) {
      for other in try session.records(Participation.self, "interview", is: right.subject) {
        guard let person = try one.person.flatMap({ try session.record(Person.self, $0) }),
          let same = try other.person.flatMap({ try session.record(Person.self, $0) })
        else { continue }
        if person.name.map(NameFolding.person) == same.name.map(NameFolding.person) {
          pairs.add(person.subject, same.subject)
        }
        if person.id == same.id || pairs.contains(person.subject, same.subject) {
          pairs.add(one.subject, other.subject)
        }
      }
    }
  }
}
