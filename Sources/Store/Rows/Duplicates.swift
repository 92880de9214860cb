import Merge
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

extension Store {
  /// Says that two rows of one kind are the same: they are shown as one, and each keeps its own history.
  package func join(_ left: String, _ right: String, command: String) throws -> (titles: [String], receipt: Receipt?) {
    var pair: [String] = []
    let receipt = try commit { door in
      let resolver = NameResolver(door.session, today: today)
      let one = try resolver.resolve(left, kinds: []), other = try resolver.resolve(right, kinds: [one.kind])
      guard one != other else { throw RequestError.nothingAsked("Both names mean the same row.") }
      let titles = Titles(door.session, today: today)
      pair = [try titles.title(of: one), try titles.title(of: other)]
      return try door.apply(command, Edits(session: door.session).join(one, other))
    }
    return (pair, receipt)
  }

  /// Takes a row out of every join it is in.
  package func unjoin(_ name: String, command: String) throws -> (title: String, receipt: Receipt?) {
    var title = ""
    let receipt = try commit { door in
      let subject = try JoinedName(session: door.session, today: today).resolve(name)
      title = try Titles(door.session, today: today).title(of: subject)
      return try door.apply(command, try Edits(session: door.session).unjoin(subject))
    }
    return (title, receipt)
  }
}

/// The row that `unjoin` means: a member under its own id, else the joined row.
private struct JoinedName {
  let session: Session
  let today: Day

  func resolve(_ name: String) throws -> Subject {
    let members = try IDPrefix(name)?.rows(session.db).filter { try session.interner.flags($0).contains(.joined) } ?? []
    if let only = members.first, members.count == 1, let subject = try session.interner.subject(only) { return subject }
    return try NameResolver(session, today: today).resolve(name, kinds: [])
  }
}
