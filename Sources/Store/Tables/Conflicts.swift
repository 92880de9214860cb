import GRDB
package import Merge
package import Model

/// One thing that two machines say differently, with everything a person needs to answer it.
package struct Conflict: Sendable {
  package enum About: Hashable, Sendable {
    /// A register: more than one distinct value, in display order; the first is shown.
    case values(field: String, [Content])
    /// A long text with regions that were changed differently, or members of a joined row with different texts.
    case text(field: String)
    /// Deleted on one side, edited on the other.
    case deletedAndEdited
  }

  package let subject: Subject
  package let about: About
  /// The values with their authors and times, in display order; empty but for registers.
  package let entries: [Entry]
}

extension Session {
  /// Every conflict of the closed set, by kind, row and field: the same list on every machine.
  func conflicts() throws -> [Conflict] {
    let contestedCells = Dictionary(grouping: contested.all, by: Interner.subject(ofCell:))
    var candidates = Set(contestedCells.keys)
    candidates.formUnion(try Int64.fetchAll(db, sql: "SELECT member FROM alias"))
    candidates.formUnion(
      try Int64.fetchAll(db, sql: "SELECT id FROM subject WHERE flags & \(SubjectFlags.presence.rawValue)"))
    var seen: Set<Int64> = []
    var found: [Conflict] = []
    for id in candidates.sorted() {
      if let cells = contestedCells[id], try interner.flags(id) == .life {
        found += try conflicts(in: try snapshot(ofPlainRow: id, cells))
        continue
      }
      let canonical = try Joins.canonical(self, id)
      guard seen.insert(canonical).inserted, let subject = try interner.subject(canonical) else { continue }
      found += try conflicts(of: subject)
    }
    return found.sorted { ($0.subject, $0.field) < ($1.subject, $1.field) }
  }

  func conflicts(of subject: Subject) throws -> [Conflict] {
    try snapshot(subject).map(conflicts(in:)) ?? []
  }

  /// A row that is neither joined nor ever deleted, with no more of its history than the contested cells: its conflicts
  /// follow from those.
  private func snapshot(ofPlainRow id: Int64, _ cells: [Int64]) throws -> RowSnapshot {
    let history = try self.cells.row(id, only: cells)
    return RowSnapshot(subject: history.subject, members: [history.subject], state: .alive, histories: [history])
  }

  private func conflicts(in snapshot: RowSnapshot) throws -> [Conflict] {
    guard try isVisible(snapshot) else { return [] }
    var found: [Conflict] = []
    if snapshot.state == .contested {
      found.append(Conflict(subject: snapshot.subject, about: .deletedAndEdited, entries: []))
    }
    for name in snapshot.fields {
      switch snapshot.rule(name) {
      case .text where snapshot.texts(name).count > 1 || snapshot.texts(name).contains(where: \.hasConflict):
        found.append(Conflict(subject: snapshot.subject, about: .text(field: name), entries: []))
      case .register:
        let entries = snapshot.entries(name)
        let distinct = Entry.distinct(entries)
        guard distinct.count > 1 else { continue }
        found.append(Conflict(subject: snapshot.subject, about: .values(field: name, distinct), entries: entries))
      default: continue
      }
    }
    return found
  }

  /// Whether the row is shown: alive, or kept by a row that is a part of it.
  func isVisible(_ snapshot: RowSnapshot) throws -> Bool {
    if snapshot.histories.contains(where: \.life.isAlive) { return true }
    guard registry.kind(snapshot.subject.kind) != nil, let id = try interner.existing(snapshot.subject) else {
      return false
    }
    return try Int.fetchOne(
      db, sql: "SELECT 1 FROM \"\(snapshot.subject.kind)\" WHERE _row = ?", arguments: [id]) != nil
  }
}

extension Conflict {
  /// The field it is about; for a deleted and edited row none.
  package var field: String {
    switch about {
    case .values(let field, _), .text(let field): field
    case .deletedAndEdited: ""
    }
  }
}

extension Store {
  /// Every conflict, in the same order on every machine.
  package func conflicts() throws -> [Conflict] { try read { try $0.conflicts() } }

  /// How many questions they are: fields that mean one thing together are asked about as one.
  package func countOfQuestions() throws -> Int { try read { try $0.questions().count } }
}
