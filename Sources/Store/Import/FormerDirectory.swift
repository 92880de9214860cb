import Model

/// People and firms by what they were called and where they worked before.
struct FormerDirectory {
  private var organisations: [String: RowID] = [:]
  private var people: [String: Set<RowID>] = [:]
  private var employers: [RowID: Set<RowID>] = [:]

  /// - Parameter session: nil: nothing is known.
  init(_ session: Session?) {
    // A name that cannot be read back is one that nobody is found by.
    guard let session, let found = try? Self.found(session) else { return }
    self = found
  }

  private init() {}

  private static func found(_ session: Session) throws -> FormerDirectory {
    let former = FormerValues(session)
    var found = FormerDirectory()
    for (row, values) in try former.all(Organisation.kind, "name") {
      for case .string(let name) in values { found.organisations[NameFolding.organisation(name)] = row }
    }
    for (row, values) in try former.all(Person.kind, "name") {
      for case .string(let name) in values { found.people[NameFolding.person(name), default: []].insert(row) }
    }
    for (row, values) in try former.all(Person.kind, "organisation") {
      for case .reference(let firm) in values { found.employers[row, default: []].insert(firm.id) }
    }
    return found
  }

  func organisation(_ folded: String) -> RowID? { organisations[folded] }

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
