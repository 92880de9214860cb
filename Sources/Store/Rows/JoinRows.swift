import Merge
import Model

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
