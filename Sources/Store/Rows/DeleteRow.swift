import Merge
import Model

/// What deleting a row would take along, as it was shown.
package struct DeleteQuestion: Sendable {
  package let title: String
  /// The titles of the rows that are a part of it.
  package let parts: [String]
  let asked: [RowSnapshot]

  /// How many rows go.
  package var count: Int { asked.count }
}

extension Store {
  /// Opens a row for deleting.
  package func askDelete(_ name: String) throws -> DeleteQuestion {
    try read { session in
      let subject = try NameResolver(session, today: today).resolve(name, kinds: [])
      let asked = try Edits(session: session).askDelete(subject)
      let titles = Titles(session, today: today)
      return DeleteQuestion(
        title: try titles.title(of: subject), parts: try asked.dropFirst().map { try titles.title(of: $0.subject) },
        asked: asked)
    }
  }

  /// Deletes what was asked about; what was edited meanwhile on another machine shows as a conflict.
  package func delete(_ question: DeleteQuestion, command: String) throws -> Receipt? {
    try commit { door in try door.apply(command, try Edits(session: door.session).delete(question.asked)) }
  }

  /// Brings a deleted row back, with what was deleted together with it and what it is a part of.
  ///
  /// - Throws: `NamingError` where no deleted row is called so.
  package func undelete(_ name: String, command: String) throws -> (title: String, count: Int, receipt: Receipt?) {
    var found: (Subject, Int)?
    let receipt = try commit { door in
      let deleted = DeletedRows(door.session, today: today)
      let subject = try deleted.resolve(name)
      let rows = try deleted.parents(of: subject) + (try deleted.deletedTogether(with: subject))
      found = (subject, rows.count)
      return try door.apply(command, rows.flatMap(Edits(session: door.session).undelete))
    }
    guard let found else { throw StoreError.damaged("a write ended without a result") }
    return (try title(of: found.0), found.1, receipt)
  }
}
