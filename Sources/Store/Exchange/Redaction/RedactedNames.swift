import GRDB
import Merge
import Model

/// The names that the log ever gave to people and organisations, and the stand-in of each.
struct RedactedNames {
  private(set) var redactor = Redactor()
  /// By the row that is shown; one for all that were joined into it.
  private(set) var standIns: [Subject: String] = [:]

  /// People first: "Dana of Whitfield Ltd" names the company by what may also be a family name.
  init(_ session: Session) throws {
    for (kind, standIn) in [(Person.kind, "Person"), (Organisation.kind, "Organisation")] {
      var count = 0
      let sql = "SELECT s.id FROM subject s JOIN name n ON n.id = s.kind WHERE n.text = ? ORDER BY s.id"
      for id in try Int64.fetchAll(session.db, sql: sql, arguments: [kind]) {
        guard let subject = try session.interner.subject(try Joins.canonical(session, id)) else { continue }
        if standIns[subject] == nil {
          count += 1
          standIns[subject] = "\(standIn) \(count)"
        }
        for name in try Self.names(id, session) { redactor.add(name, standIn: standIns[subject] ?? standIn) }
      }
    }
    for setting in try session.records(Setting.self) where ["name", "signature"].contains(setting.name) {
      if let value = setting.value { redactor.add(value, standIn: "Candidate") }
    }
  }

  /// All names that the log ever gave a row, a deleted one's too.
  private static func names(_ id: Int64, _ session: Session) throws -> [String] {
    let row = try session.cells.row(id)
    return (row.events("name") + row.events("first_name")).compactMap { event in
      if case .set(.string(let name)) = event.operation { name } else { nil }
    }
  }
}
