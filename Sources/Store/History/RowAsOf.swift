import Merge
import Model

extension Store {
  /// A row with its fields as they were at a moment, by the clocks of those who wrote; what refers to it is left out.
  ///
  /// - Parameter wall: milliseconds since 1970; what was written at this moment or before counts.
  /// - Throws: `NamingError`; `RequestError.nothingThere` where nothing of it had been written.
  package func detail(_ name: String, asOf wall: Int) throws -> RowDetail {
    try read { session in
      let subject = try NameResolver(session, today: today, includingDeleted: true).resolve(name, kinds: [])
      guard let snapshot = try session.snapshot(subject, asOf: wall),
        let detail = try RowDetailReader(session, today: today).detail(snapshot)
      else { throw RequestError.nothingThere("Nothing of \(subject.kind) \(subject.id.short) had been written then.") }
      return detail
    }
  }
}

extension Session {
  /// What a row would have displayed had nothing been written since. Rows joined now are one here too.
  fileprivate func snapshot(_ subject: Subject, asOf wall: Int) throws -> RowSnapshot? {
    guard let number = try interner.existing(subject) else { return nil }
    let members = try Joins.members(self, number).map { try cells.row($0).asOf(wall) }.filter { !$0.cells.isEmpty }
    let living = members.filter(\.life.isAlive)
    let shown = (living.isEmpty ? members : living).sorted { $0.subject < $1.subject }
    guard let first = shown.first else { return nil }
    let isContested = !living.isEmpty && shown.contains { $0.presence == .contested }
    return RowSnapshot(
      subject: first.subject, members: shown.map(\.subject),
      state: living.isEmpty ? .kept : isContested ? .contested : .alive, histories: shown)
  }
}
