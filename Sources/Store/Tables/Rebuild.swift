import GRDB
import Merge
import Model

extension Store {
  /// Drops every derived table and makes it anew from the log. Changes nothing that can be seen: the repair command.
  public func rebuild() throws {
    try Store.translating(path) {
      try queue.writeWithoutTransaction { db in
        try db.inTransaction(.immediate) {
          try Schema.dropDerived(db)
          try Schema.createDerived(db)
          try Rebuild(try Session(db)).run()
          return .commit
        }
      }
    }
    forgetSession()
  }
}

/// Computes every row from its whole history, none from another derived table.
private struct Rebuild {
  let session: Session

  init(_ session: Session) { self.session = session }

  func run() throws {
    let projector = Projector(session)
    _ = try Joins.recompute(session)
    let ids = try Int64.fetchAll(session.db, sql: "SELECT id FROM subject ORDER BY id")
    for id in ids {
      try noteContested(id, projector)
      try projector.enqueue(id)
    }
    try projector.settle()
  }

  private func noteContested(_ id: Int64, _ projector: Projector) throws {
    let row = try session.cells.row(id)
    for field in Set(row.cells.keys.map(\.field)) {
      try projector.noteContested(Interner.cell(id, try session.interner.name(field)), row.events(field))
    }
  }
}
