import GRDB
import Merge
import Model

/// What the joining of copies brings about that no person need be asked. Where several machines joined the copies of one note
/// before they knew of each other's joins, each brought them in step with the first that it had; and what was read from
/// other notes is about one row under several names.
struct JoinConsequences {
  let session: Session

  /// Makes one the participations of a person in an interview that were two people's.
  func joins() throws -> [CellWrite] {
    let people = try Int64.fetchAll(
      session.db, sql: "SELECT DISTINCT canonical FROM alias JOIN person ON _row = canonical")
    return try people.compactMap(session.interner.subject).sorted().flatMap { person in
      let all = try session.records(Participation.self, "person", is: person).filter { $0.interview != nil }
      let twice = Dictionary(grouping: all, by: \.interview).values.map { $0.map(\.subject).sorted() }
      return try twice.sorted { $0[0] < $1[0] }.flatMap { rows in
        try rows.dropFirst().filter { try session.mayJoin(rows[0], $0) }.flatMap {
          Edits(session: session).join(rows[0], $0)
        }
      }
    }
  }

  /// Settles conflicts that are no questions.
  func answers() throws -> [CellWrite] {
    try session.conflicts().flatMap { conflict -> [CellWrite] in
      guard case .values(let field, let contents) = conflict.about, let row = try session.snapshot(conflict.subject)
      else { return [] }
      if let target = try oneTarget(contents) { return bring(row, field, to: .reference(target)) }
      return try firstMemberIsRight(row, field).map { bring(row, field, to: $0) } ?? []
    }
  }

  /// The row that all of several references refer to.
  private func oneTarget(_ contents: [Content]) throws -> Subject? {
    let targets = try contents.map { content -> Subject? in
      guard case .value(.reference(let target)) = content else { return nil }
      return try session.canonical(target)
    }
    return Set(targets).count == 1 ? targets.first ?? nil : nil
  }

  /// What the first member of a joined row says, where the others say only what a join has written somewhere in the row: it
  /// writes what is not worth a question. Or where it is never worth one.
  private func firstMemberIsRight(_ row: RowSnapshot, _ field: String) throws -> Value? {
    let heads = row.heads(Cell(subject: row.subject, field: field))
    guard row.members.count > 1, heads.count == 1, case .set(let value)? = heads.first?.operation else { return nil }
    if session.registry.kind(row.subject.kind)?.field(field)?.followsFromText == true { return value }
    let events = row.histories.flatMap { $0.events(field) }
    let written = try events.filter { try session.batch(of: $0.reference).hasPrefix(Batch.joinPrefix) }
    let settled = Set(written.map { Content($0.operation) } + [.value(value)])
    return row.entries(field).allSatisfy { settled.contains($0.content) } ? value : nil
  }

  private func bring(_ row: RowSnapshot, _ field: String, to value: Value) -> [CellWrite] {
    let differing = row.members.filter { member in
      row.heads(Cell(subject: member, field: field)).contains { Content($0.operation) != .value(value) }
    }
    return differing.map { CellWrite($0, field, .set(value), shown: .everything) }
  }
}
