import Merge
import Model

/// Two rows that are to be joined, as they were shown.
package struct JoinQuestion: Sendable {
  package let titles: [String]
  /// What they are called differently; empty where there is nothing to choose.
  package let names: [String]
  /// What is taken where nobody chooses: the longest name, the first of several.
  package var longest: String { names.max { $0.unicodeScalars.count < $1.unicodeScalars.count } ?? "" }
  let rows: [Subject]
}

/// What a join did.
package struct JoinReport: Sendable {
  package let titles: [String]
  /// Fields that the two said differently: what is kept, and what only the history of the other has.
  package let settled: [(field: String, kept: String, other: String)]
  package let receipt: Receipt?
}

extension Store {
  /// Opens two rows of one kind that are to be joined.
  ///
  /// - Throws: `NamingError`; `RequestError.nothingAsked` where both names mean one row.
  package func askJoin(_ left: String, _ right: String) throws -> JoinQuestion {
    try read { session in
      let resolver = NameResolver(session, today: today)
      let one = try resolver.resolve(left, kinds: []), other = try resolver.resolve(right, kinds: [one.kind])
      guard one != other else { throw RequestError.nothingAsked("Both names mean the same row.") }
      let titles = Titles(session, today: today)
      let names = try NamePattern.mainField(one.kind).map { field in
        try [one, other].compactMap { try session.shownRow($0)?.string(field) }
      }
      return JoinQuestion(
        titles: [try titles.title(of: one), try titles.title(of: other)],
        names: Set(names ?? []).count > 1 ? names ?? [] : [], rows: [one, other])
    }
  }

  /// Says that two rows are the same: they are shown as one, and each keeps its own history. What they say differently is
  /// settled in the same transaction, so that a join asks nobody anything later.
  ///
  /// - Parameter name: what the joined row is called; nil: the longest name.
  package func join(_ question: JoinQuestion, name: String?, command: String) throws -> JoinReport {
    var settled: [(field: String, kept: String, other: String)] = []
    let receipt = try commit { door in
      let joining = JoinSettlement(door.session, question.rows, name: name ?? question.longest)
      let words = ContentText(titles: Titles(door.session, today: today), today: today)
      settled = try joining.differences().map { difference in
        guard difference.field.rule == .register else {
          return (field: difference.field.name, kept: "both, one after the other", other: "")
        }
        return (
          field: difference.field.name, kept: try words.text(difference.kept), other: try words.text(difference.other)
        )
      }
      return try door.apply(
        command, Edits(session: door.session).join(question.rows[0], question.rows[1]) + (try joining.writes()))
    }
    return JoinReport(titles: question.titles, settled: settled, receipt: receipt)
  }

  /// Takes a row out of every join it is in, and gives back what those joins settled.
  package func unjoin(_ name: String, command: String) throws -> (title: String, receipt: Receipt?) {
    var title = ""
    let receipt = try commit { door in
      let subject = try JoinedName(session: door.session, today: today).resolve(name)
      title = try Titles(door.session, today: today).title(of: subject)
      let writes = try Edits(session: door.session).unjoin(subject)
      return try door.apply(command, writes + (try JoinSettlement.takenBack(writes, door.session)))
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
