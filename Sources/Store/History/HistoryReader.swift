import GRDB
import Merge
import Model

/// Reads the log as history, newest arrival first.
struct HistoryReader {
  private let session: Session
  private let words: ChangeText

  init(_ session: Session, today: Day) {
    self.session = session
    let titles = Titles(session, today: today)
    words = ChangeText(words: ContentText(titles: titles, today: today))
  }

  private static let columns = "SELECT id, stream, first, last, wall, context, hash, command, batch FROM tx"

  /// The last transactions of everybody.
  ///
  /// - Parameter limit: nil for all.
  func all(limit: Int?) throws -> [HistoryEntry] {
    let machines = MachineNames(session)
    let sql = Self.columns + " ORDER BY id DESC LIMIT ?"
    return try Row.fetchAll(session.db, sql: sql, arguments: [limit ?? -1]).map { try entry($0, [], machines) }
  }

  /// Everything that was done to a row, or to the rows joined with it.
  func of(_ subject: Subject) throws -> [HistoryEntry] {
    guard let id = try session.interner.existing(subject) else { return [] }
    var byTransaction: [Int64: [(event: CellEvent, change: HistoryChange)]] = [:]
    for member in try Joins.members(session, id) {
      for (cell, events) in try session.cells.row(member).cells {
        for event in events {
          let number = try session.transaction(of: event)
          byTransaction[number, default: []].append((event, try words.change(event, cell, among: events)))
        }
      }
    }
    let machines = MachineNames(session)
    return try byTransaction.keys.sorted(by: >).compactMap { number in
      let sql = Self.columns + " WHERE id = ?"
      let row = try Row.fetchOne(try session.db.cachedStatement(sql: sql), arguments: [number])
      let changes = byTransaction[number]?.sorted { $0.event.id < $1.event.id }.map(\.change) ?? []
      return try row.map { try entry($0, changes, machines) }
    }
  }

  private func entry(_ row: Row, _ changes: [HistoryChange], _ machines: MachineNames) throws -> HistoryEntry {
    let position = try Position(row)
    return HistoryEntry(
      number: position.transaction, name: String(position.hash.description.prefix(8)), wall: try row.number("wall"),
      machine: try machines.name(ofStream: position.stream), command: row.text("command") ?? "",
      batch: row.text("batch") ?? "", count: position.last - position.first + 1, changes: changes)
  }
}

extension Store {
  /// The last transactions of all machines, newest arrival first.
  package func history(limit: Int?) throws -> [HistoryEntry] {
    try read { try HistoryReader($0, today: today).all(limit: limit) }
  }

  /// Everything that was done to a row; a deleted one may be named by its id.
  package func history(of name: String) throws -> (title: String, entries: [HistoryEntry]) {
    try read { session in
      let subject = try NameResolver(session, today: today, includingDeleted: true).resolve(name, kinds: [])
      return (
        try Titles(session, today: today).title(of: subject), try HistoryReader(session, today: today).of(subject)
      )
    }
  }
}
