import Model

/// What the directory knows of searches and their interviews.
extension Directory {
  /// The search that somebody speaks of: of those with them and those at their firm the one for this role, of several the
  /// only one that is not over. Where their firm has none yet, one of theirs of which no paper named the firm.
  func search(with person: RowID?, at organisation: RowID?, role: String?) -> RowID? {
    let own = Set(organisation.map { opportunities(of: $0).map(\.id) } ?? [])
    let theirs = person.map(searches(with:)) ?? []
    var found = organisation == nil ? theirs : theirs.intersection(own).isEmpty ? own : theirs.intersection(own)
    if found.isEmpty, person.flatMap(employer) == organisation { found = theirs.filter { firmless($0) != nil } }
    if let role {
      let named = found.filter { id in SpokenRole.isOne(self.role(id, at: organisation), role) }
      guard !named.isEmpty || found.isEmpty else { return nil }
      found = named
    }
    if found.count > 1 { found = found.filter { !isOver($0) } }
    return found.count == 1 ? found.first : nil
  }

  func role(_ opportunity: RowID, at organisation: RowID?) -> String? {
    organisation.flatMap { opportunities(of: $0).first { $0.id == opportunity } }?.role ?? firmless(opportunity)?.role
  }

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

  /// What was heard of a search after a day and is in the store.
  func received(of opportunity: RowID, after day: Day) throws -> [Touch] {
    guard let session else { return try base?.received(of: opportunity, after: day) ?? [] }
    let subject = Subject(kind: Opportunity.kind, id: opportunity)
    let touches = try session.records(Touch.self, "opportunity", is: subject)
    return touches.filter { $0.direction == .received && $0.day.map { $0 > day } ?? false }
  }

  /// Whether an interview of a search is to be held on or after this day.
  func hasInterview(of opportunity: RowID, from day: Day) -> Bool {
    !interviewIDs(of: opportunity, from: day).isEmpty
  }

  func interviewIDs(of opportunity: RowID, from day: Day) -> Set<RowID> {
    Set(interviews(of: opportunity).filter { $0.day >= day }.map(\.id))
  }

  /// The interview of a search that was held last by this day.
  func lastInterview(of opportunity: RowID, by day: Day?) -> RowID? {
    interviews(of: opportunity).filter { $0.day <= day ?? .last }.max { $0.day < $1.day }?.id
  }
}
