import GRDB
import Merge
import Model

/// Brings the rows of a reading into the store without ever overwriting what the user changed by hand: three-way, between
/// what the earlier version of the document said, what this one says, and what the store holds.
struct Reconciliation {
  let session: Session

  /// - Parameter old: what the document's earlier version proposed; nil when it is new.
  /// - Returns: the writes, and how many rows of each kind they make that the store does not show yet.
  func reconcile(old: Proposal?, new: Proposal) throws -> (writes: [CellWrite], made: [String: Int]) {
    let before = Dictionary((old?.rows ?? []).map { ($0.subject, $0.contents) }) { first, _ in first }
    let now = merged(new.rows)
    var (writes, made) = ([CellWrite](), [String: Int]())
    for row in now {
      let own = try self.writes(row, before[row.subject])
      if own.isMade { made[row.subject.kind, default: 0] += 1 }
      writes += own.writes
    }
    let kept = Set(now.map(\.subject))
    writes += try (old?.rows ?? []).filter { !kept.contains($0.subject) }.flatMap(removal)
    return (writes, made)
  }

  /// The writes that make one row, or fill it where it was removed by undoing its import.
  func writes(_ row: any Model.Record) throws -> [CellWrite] {
    try writes(Wanted(row: row, contents: row.contents), nil).writes
  }

  /// Each row once: what a later mention adds fills what an earlier one left empty.
  private func merged(_ rows: [any Model.Record]) -> [Wanted] {
    var merged: [Wanted] = []
    var places: [Subject: Int] = [:]
    for row in rows {
      let wanted = Wanted(row: row, contents: row.contents)
      if let place = places[wanted.subject] {
        merged[place] = merged[place].filled(from: wanted)
      } else {
        places[wanted.subject] = merged.count
        merged.append(wanted)
      }
    }
    return merged
  }

  private struct Wanted {
    let row: any Model.Record
    var contents: [(FieldInfo, FieldContent)]
    var subject: Subject { row.subject }

    func filled(from other: Wanted) -> Wanted {
      var copy = self
      copy.contents = zip(contents, other.contents).map { $0.1 == .empty ? $1 : $0 }
      return copy
    }
  }

  /// The writes of one row, and whether they make a row that the store does not show yet.
  private func writes(
    _ wanted: Wanted, _ before: [(FieldInfo, FieldContent)]?
  ) throws -> (writes: [CellWrite], isMade: Bool) {
    if try isSaid(wanted) { return ([], false) }
    let edits = Edits(session: session)
    guard let snapshot = try session.snapshot(wanted.subject) else {
      // The earlier version said it too, and it was left as text then.
      if let before, zip(before, wanted.contents).allSatisfy({ $0.1 == $1.1 }) { return ([], false) }
      return (edits.create(wanted.subject, wanted.contents), true)
    }
    guard snapshot.histories.contains(where: \.life.isAlive) else {
      guard try session.wasRemovedByUndo(snapshot) else { return ([], false) }
      return (try edits.revive(wanted.subject, wanted.contents), true)
    }
    let current = try contents(wanted.row)
    let old = before ?? current.map { ($0.0, FieldContent.empty) }
    let writes = try zip(wanted.contents, zip(old, current)).flatMap { new, known -> [CellWrite] in
      let (was, now) = (known.0.1, known.1.1)
      if new.0.rule == .set { return additions(snapshot, new.0.name, new.1.elements) }
      guard new.1 != .empty, try !isEqual(new.1, now) else { return [] }
      guard try now == .empty || isUntouched(new.0, was, now) || isFuller(new.1, now, new.0, snapshot) else {
        return []
      }
      return new.0.rule == .register
        ? try edits.set(wanted.subject, new.0, new.1.value) : edits.edit(snapshot, new.0, new.1)
    }
    return (writes, false)
  }

  /// What a set lacks and nobody took out of it.
  private func additions(_ snapshot: RowSnapshot, _ field: String, _ elements: Set<String>) -> [CellWrite] {
    elements.filter { !snapshot.wasWritten(field, element: $0) }.sorted()
      .flatMap { Edits(session: session).addElement(snapshot, field, $0) }
  }

  /// Whether a living row says all of it already, as most rows do that notes are matched to: told without reading their
  /// changes.
  private func isSaid(_ wanted: Wanted) throws -> Bool {
    guard try session.isAlive(wanted.subject) else { return false }
    return try zip(wanted.contents, contents(wanted.row)).allSatisfy { try $0.1 == .empty || isEqual($0.1, $1.1) }
  }

  private func contents<R: Model.Record>(_ row: R) throws -> [(FieldInfo, FieldContent)] {
    (try session.record(R.self, row.id) ?? R(id: row.id)).contents
  }

  /// Whether a field still says what was read. Where documents were joined, references may name another member, and places
  /// count in the other's text; nobody writes those by hand.
  private func isUntouched(_ field: FieldInfo, _ read: FieldContent, _ now: FieldContent) throws -> Bool {
    try isEqual(read, now) || field.isPlaceInText
  }

  /// Whether it is the full name of somebody whose first name alone was read before.
  private func isFuller(_ read: FieldContent, _ now: FieldContent, _ field: FieldInfo, _ snapshot: RowSnapshot) throws
    -> Bool
  {
    guard snapshot.subject.kind == Person.kind, field.name == "name", case .value(.string(let name)) = read,
      case .value(.string(let known)) = now,
      NameFolding.person(name).hasPrefix(NameFolding.person(known) + " ")
    else { return false }
    let heads = snapshot.histories.flatMap { $0.heads(Cell(subject: $0.subject, field: field.name)) }
    return try heads.allSatisfy { try session.batch(of: $0.reference).hasPrefix(Batch.importPrefix) }
  }

  private func isEqual(_ left: FieldContent, _ right: FieldContent) throws -> Bool {
    guard case (.value(.reference(let one)), .value(.reference(let other))) = (left, right) else {
      return left == right
    }
    return try session.isOne(one, other)
  }

  /// A finding or promise that the new version no longer has goes, if nobody has touched it since it was read.
  private func removal(_ row: any Model.Record) throws -> [CellWrite] {
    guard row is Finding || row is Promise, let snapshot = try session.snapshot(row.subject),
      snapshot.histories.contains(where: \.life.isAlive)
    else { return [] }
    let isUntouched = try zip(try contents(row), row.contents).allSatisfy { try self.isUntouched($0.0, $1.1, $0.1) }
    return isUntouched ? try Edits(session: session).delete([snapshot]) : []
  }
}

extension Session {
  /// Whether a dead row went because the import that made it was undone, rather than by hand.
  func wasRemovedByUndo(_ snapshot: RowSnapshot) throws -> Bool {
    let heads = snapshot.histories.flatMap { $0.heads(Cell(subject: $0.subject, field: ReservedField.presence)) }
    return try !heads.isEmpty
      && heads.allSatisfy { try batch(of: $0.reference).hasPrefix(Batch.undoPrefix) }
  }

  /// The label of the transaction that a change is in; empty where it has none.
  func batch(of reference: Reference) throws -> String {
    guard let position = try streams.locate(reference) else { return "" }
    return try String.fetchOne(db, sql: "SELECT batch FROM tx WHERE id = ?", arguments: [position.transaction]) ?? ""
  }
}

/// The labels that tie the transactions of one command together.
enum Batch {
  static let undoPrefix = "undo "
  static let importPrefix = "import "
  /// Of what came from an address book or calendar.
  static let mirrorPrefix = "mirror "
  /// Of what makes the copies of a note one.
  static let joinPrefix = "join "
  /// Of what a command wrote after its first transaction, whose name follows.
  static let stepPrefix = "with "
}
