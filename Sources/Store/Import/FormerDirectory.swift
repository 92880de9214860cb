import Model

/// People and firms by what they were called and where they worked before.
struct FormerDirectory {
  private var organisations: [String: Set<RowID>] = [:]
  private var people: [String: Set<RowID>] = [:]
  private var employers: [RowID: Set<RowID>] = [:]

  /// One that knows nothing.
  init() {}

  init(_ session: Session) throws {
    let former = FormerValues(session)
    for (row, values) in try former.all(Organisation.kind, "name") {
      for case .string(let name) in values { organisations[NameFolding.organisation(name), default: []].insert(row) }
    }
    for (row, values) in try former.all(Person.kind, "name") {
      for case .string(let name) in values { people[NameFolding.person(name), default: []].insert(row) }
    }
    for (row, values) in try former.all(Person.kind, "organisation") {
      for case .reference(let firm) in values { employers[row, default: []].insert(firm.id) }
    }
  }

  /// The only one that bore this name.
  func organisation(_ folded: String) -> RowID? {
    organisations[folded].flatMap { $0.count == 1 ? $0.first : nil }
  }

  /// Who bore this name, or bears it and worked there: the only one.
  ///
  /// - Parameter named: who bears it now.
  func person(_ folded: String, at organisation: RowID?, among named: [RowID]) -> RowID? {
    let worked = named.filter { id in organisation.map { employers[id]?.contains($0) ?? false } ?? false }
    if worked.count == 1 { return worked[0] }
    let renamed = people[folded] ?? []
    return named.isEmpty && folded.contains(" ") && renamed.count == 1 ? renamed.first : nil
  }
}
