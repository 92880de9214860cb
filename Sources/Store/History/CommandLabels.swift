import GRDB

/// Which transactions one command wrote, by its label: an import's files, or the answers of one sitting with what began it.
struct CommandLabels {
  private let session: Session
  private let labelled: [UndoLog.Entry]
  private var byName: [String: String] = [:]

  init(_ session: Session) throws {
    self.session = session
    let rows = try Row.fetchAll(session.db, sql: UndoLog.columns + " WHERE batch IS NOT NULL")
    labelled = try rows.map(UndoLog.Entry.init).filter(\.isOfBatch)
    for entry in labelled where entry.first == nil { byName[entry.name] = entry.batch }
    for entry in labelled {
      guard let first = entry.first else { continue }
      let label = byName[first] ?? entry.batch
      (byName[first], byName[entry.name]) = (label, label)
    }
  }

  /// The label of the command that wrote the transaction of this name; nil where it wrote no other.
  subscript(name: String) -> String? { byName[name] }

  /// All that a command wrote, in the order written.
  func entries(_ label: String) throws -> [UndoLog.Entry] {
    let own = labelled.filter { byName[$0.name] == label }
    let names = Set(own.map(\.name))
    let began = Set(own.compactMap(\.first)).subtracting(names).sorted()
    let first = try began.flatMap { name in
      try Row.fetchAll(
        session.db, sql: UndoLog.columns + " WHERE hex(substr(hash, 1, 8)) = ?", arguments: [name.uppercased()])
    }
    return (try first.map(UndoLog.Entry.init) + own).sorted { $0.number < $1.number }
  }
}
