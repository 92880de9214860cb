import GRDB
import Merge
import Model
import Notes

/// The full-text index: one entry a shown row, brought up to date from the log when somebody searches. So writing and
/// importing pay nothing for it.
struct SearchIndex {
  private let session: Session
  private let titles: Titles

  init(_ session: Session, today: Day) {
    self.session = session
    titles = Titles(session, today: today)
  }

  /// The log position up to which the index is in step.
  private var position: Int64 {
    get throws { try FollowedLog.position(session.db, .words) }
  }

  /// The last change of the log.
  private var end: Int64 {
    get throws { try Int64.fetchOne(session.db, sql: "SELECT max(id) FROM change") ?? 0 }
  }

  var isInStep: Bool { get throws { try position == end } }

  /// Indexes the rows that were touched since, and those whose being shown depends on them.
  ///
  /// - Parameter progress: told of the rows done and how many there are.
  func update(progress: (_ done: Int, _ of: Int) -> Void) throws {
    let db = session.db
    let from = try position
    let touched = try Int64.fetchAll(
      db, sql: "SELECT DISTINCT cell >> \(Interner.fieldBits) FROM change WHERE id > ?", arguments: [from])
    var rows = Set(try touched.flatMap { try Joins.members(session, $0) })
    rows.formUnion(try rows.flatMap(parents))
    for (done, id) in rows.sorted().enumerated() {
      progress(done, rows.count)
      try index(id)
    }
    progress(rows.count, rows.count)
    try FollowedLog.set(db, .words, try end)
  }

  private func parents(_ id: Int64) throws -> [Int64] {
    guard let subject = try session.interner.subject(id), let parent = session.registry.kind(subject.kind)?.parent
    else {
      return []
    }
    let sql = "SELECT \"\(parent.name)\" FROM \"\(subject.kind)\" WHERE _row = ?"
    return try Int64.fetchAll(try session.db.cachedStatement(sql: sql), arguments: [id])
  }

  private func index(_ id: Int64) throws {
    try session.db.cachedStatement(sql: "DELETE FROM found WHERE rowid = ?").execute(arguments: [id])
    guard let subject = try session.interner.subject(id), let kind = session.registry.kind(subject.kind),
      let row = try session.shownRows(kind, where: "_row = ?", arguments: [id]).first
    else { return }
    let text = try text(row, id)
    guard !text.isEmpty else { return }
    let insert = try session.db.cachedStatement(sql: "INSERT INTO found(rowid, text) VALUES(?, ?)")
    try insert.execute(arguments: [id, text])
  }

  /// Everything a row says: its words and texts, and for a document its content.
  private func text(_ row: ShownRow, _ id: Int64) throws -> String {
    var parts: [String] = []
    for (_, content) in row.contents {
      switch content {
      case .value(.string(let text)), .text(let text): parts.append(text)
      case .words(let words): parts.append(words.sorted().joined(separator: " "))
      default: break
      }
    }
    if row.subject.kind == Document.kind, let bytes = try session.content(of: row.subject, "content") {
      parts.append(String(String.UnicodeScalarView(DecodedText(bytes).scalars)))
    }
    return parts.joined(separator: "\n")
  }
}
