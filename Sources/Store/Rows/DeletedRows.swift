import GRDB
import Merge
import Model

/// The rows that are deleted, found in the log.
struct DeletedRows {
  let session: Session
  let today: Day

  init(_ session: Session, today: Day) {
    self.session = session
    self.today = today
  }

  /// The deleted row whose id begins so or whose title holds all the words.
  func resolve(_ name: String) throws -> Subject {
    let bare = name.split(separator: ":").last.map(String.init) ?? name
    let wanted = Fold.words(bare)
    let byID = try IDPrefix(bare)?.rows(session.db) ?? []
    let titles = Titles(session, today: today)
    var matches: [NamingError.Candidate] = []
    for (number, subject) in try all() {
      let title = try titles.title(of: subject)
      let words = Fold.words(title)
      let isMeant = !wanted.isEmpty && wanted.allSatisfy { word in words.contains { $0.hasPrefix(word) } }
      if isMeant || byID.contains(number) { matches.append(.init(subject: subject, title: title)) }
    }
    let exact = matches.filter { byID.contains((try? session.interner.existing($0.subject)) ?? -1) }
    if let only = exact.first, exact.count == 1 { return only.subject }
    guard let first = matches.first else { throw NamingError.notFound(name: name, nearest: nil) }
    // The parts of a deleted row often carry its name: the row that nothing else deleted is a parent of is meant.
    let tops = matches.filter { $0.subject.kind == first.subject.kind }
    guard tops.count == 1 else { throw NamingError.ambiguous(name: name, candidates: matches) }
    return first.subject
  }

  /// Deleted rows, those of kinds that others are a part of first.
  private func all() throws -> [(Int64, Subject)] {
    let flag = SubjectFlags.presence.rawValue
    let numbers = try Int64.fetchAll(session.db, sql: "SELECT id FROM subject WHERE flags & \(flag) ORDER BY id")
    let dead = try numbers.compactMap { number -> (Int64, Subject)? in
      guard let subject = try session.interner.subject(number), session.registry.kind(subject.kind) != nil,
        try !session.isAlive(subject)
      else { return nil }
      return (number, subject)
    }
    let depth = session.registry.depth
    return dead.sorted { (depth($0.1.kind), $0.0) < (depth($1.1.kind), $1.0) }
  }

  /// The deleted rows that a row is a part of: without them it would be shown, and they would ask to be brought back.
  func parents(of subject: Subject) throws -> [Subject] {
    guard let field = session.registry.kind(subject.kind)?.parent, let row = try session.snapshot(subject),
      case .value(.reference(let parent)) = row.content(field), try session.interner.existing(parent) != nil,
      try !session.isAlive(parent), try session.snapshot(parent)?.isAlive == false
    else { return [] }
    return [parent] + (try parents(of: parent))
  }

  /// The row and all rows that its transaction deleted and that are deleted still.
  func deletedTogether(with subject: Subject) throws -> [Subject] {
    guard let id = try session.interner.existing(subject) else { return [] }
    let deletes = try session.cells.row(id).life.presenceCell.heads.filter { $0.operation == .delete }
    var rows = [subject]
    for event in deletes {
      let number = try Int64.fetchOne(
        session.db, sql: "SELECT max(id) FROM tx WHERE id <= ?", arguments: [event.id])
      guard let number, let (transaction, _) = try session.transaction(number) else { continue }
      for change in transaction.changes where change.operation == .delete && !rows.contains(change.subject) {
        if try !session.isAlive(change.subject) { rows.append(change.subject) }
      }
    }
    return rows
  }
}
