package import Model

/// Rows that are perhaps the same.
package struct DuplicateHint: Sendable {
  /// "same e-mail address", "same name and company" …
  package let reason: String
  package let rows: [(subject: Subject, title: String)]
}

extension Store {
  /// Companies with the same web domain or the same name but for spelling; people with the same e-mail address, or with the
  /// same name and company.
  package func duplicates() throws -> [DuplicateHint] {
    try read { session in
      let titles = Titles(session, today: today)
      let groups = try Self.organisations(session) + Self.people(session)
      var seen: Set<[Subject]> = []
      return try groups.filter { seen.insert($0.subjects).inserted }.map { group in
        DuplicateHint(
          reason: group.reason, rows: try group.subjects.map { (subject: $0, title: try titles.title(of: $0)) })
      }
    }
  }

  private static func organisations(_ session: Session) throws -> [(reason: String, subjects: [Subject])] {
    let rows = try session.records(Organisation.self)
    return groups("same web domain", rows) { $0.website.flatMap(NameFolding.domain) }
      + groups("same name", rows) { $0.name.map(NameFolding.organisation) }
  }

  private static func people(_ session: Session) throws -> [(reason: String, subjects: [Subject])] {
    let rows = try session.records(Person.self)
    return groups("same e-mail address", rows) { $0.email.map { $0.lowercased() } }
      + groups("same name and company", rows) { person in
        guard let name = person.name, let organisation = person.organisation else { return nil }
        return NameFolding.person(name) + "|" + organisation.description
      }
  }

  private static func groups<R: Record>(_ reason: String, _ rows: [R], key: (R) -> String?)
    -> [(reason: String, subjects: [Subject])]
  {
    let keyed = Dictionary(grouping: rows) { key($0) ?? "" }.filter { !$0.key.isEmpty && $0.value.count > 1 }
    return keyed.sorted { $0.key < $1.key }.map { (reason, $0.value.map(\.subject).sorted()) }
  }
}
