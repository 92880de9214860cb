import GRDB
import Merge
import Model

/// What rows were called and where people worked before: superseded values of a field, as the log keeps them.
struct FormerValues {
  private let session: Session

  init(_ session: Session) { self.session = session }

  /// Of every row of a kind whose field was ever written anew.
  func all(_ kind: String, _ field: String) throws -> [(row: RowID, values: [Value])] {
    guard let name = session.interner.existing(name: field) else { return [] }
    let mask = (Int64(1) << Interner.fieldBits) - 1
    let cells = try Int64.fetchAll(
      session.db, sql: "SELECT cell FROM change WHERE cell & ? = ? GROUP BY cell HAVING count(*) > 1 ORDER BY cell",
      arguments: [mask, Interner.cell(0, name)])
    return try cells.compactMap { cell in
      let id = Interner.subject(ofCell: cell)
      guard let subject = try session.interner.subject(id), subject.kind == kind, try session.isAlive(subject),
        let shown = try session.shownSubject(id)
      else { return nil }
      let former = try values(cell)
      return former.isEmpty ? nil : (shown.id, former)
    }
  }

  /// Of one row.
  func values(ofRow id: Int64, _ field: String) throws -> [Value] {
    guard let name = session.interner.existing(name: field) else { return [] }
    return try values(Interner.cell(id, name))
  }

  /// What was set and no longer holds; what was set and taken back at once never did.
  private func values(_ cell: Int64) throws -> [Value] {
    let events = try session.cells.field(cell).map(\.event)
    guard events.count > 1 else { return [] }
    var set: [Value] = []
    for event in events {
      switch event.operation {
      case .set(let value): set.append(value)
      case .restore: if !set.isEmpty { set.removeLast() }
      default: break
      }
    }
    let history = CellHistory(events)
    let held = history.origins(of: history.heads).compactMap { event -> Value? in
      if case .set(let value) = event.operation { value } else { nil }
    }
    return set.filter { !held.contains($0) }
  }
}
