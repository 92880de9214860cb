import GRDB
import Merge
import Model
import Notes

/// The full-text index: one entry a shown row, brought up to date from the log when somebody searches. So writing and
/// importing pay nothing for it. It holds words that are folded already; its tokenizer only parts them at blanks.
struct SearchIndex {
  private let session: Session

  init(_ session: Session) { self.session = session }

  /// The log position up to which the index is in step.
  private var position: Int64 {
    get throws { try FollowedLog.position(session.db, .words) }
  }

  /// The last change of the log.
  private var end: Int64 {
    get throws { try Int64.fetchOne(session.db, sql: "SELECT max(id) FROM change") ?? 0 }
  }

  var isInStep: Bool { get throws { try position == end } }

  /// Whether somebody has searched since the tables were made.
  var isBegun: Bool { get throws { try position > 0 } }

  /// Indexes the rows that were touched since, and those whose being shown depends on them.
  ///
  /// - Parameter progress: told of the rows done and how many there are.
  func update(progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }) throws {
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

  /// What a row is a part of, if anything.
  private func parents(_ id: Int64) throws -> [Int64] {
    guard let subject = try session.interner.subject(id), let parent = session.registry.kind(subject.kind)?.parent
    else {
      return []
    }
    let sql = "SELECT \"\(parent.name)\" FROM \"\(subject.kind)\" WHERE _row = ?"
    return try Int64?.fetchAll(try session.db.cachedStatement(sql: sql), arguments: [id]).compactMap(\.self)
  }

  private func index(_ id: Int64) throws {
    try session.db.cachedStatement(sql: "DELETE FROM found WHERE rowid = ?").execute(arguments: [id])
    guard let text = try SearchedText(session).text(ofRow: id), !text.isEmpty else { return }
    let insert = try session.db.cachedStatement(sql: "INSERT INTO found(rowid, words, spelt) VALUES(?, ?, ?)")
    // Plain text is what it folds to already, but for capitals, and those the tokenizer makes small.
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return try insert.execute(arguments: [id, text, nil]) }
    let bare = SearchWords(text, .bare).words
    let writtenOut = SearchWords(text, .writtenOut).words
    try insert.execute(
      arguments: [
        id, bare.joined(separator: " "), bare == writtenOut ? nil : writtenOut.joined(separator: " "),
      ])
  }
}

/// What of a row is searched.
struct SearchedText {
  private let session: Session

  init(_ session: Session) { self.session = session }

  /// Everything a row says: its words and texts, and for a document its content. Nil where it is not shown.
  func text(ofRow id: Int64) throws -> String? {
    guard let subject = try session.interner.subject(id), let kind = session.registry.kind(subject.kind),
      let row = try session.shownRows(kind, where: "_row = ?", arguments: [id]).first
    else { return nil }
    var parts = row.contents.compactMap { Self.words($0.content) }
    if row.subject.kind == Person.kind || row.subject.kind == Organisation.kind {
      parts += try FormerValues(session).values(ofRow: id, "name").compactMap { Self.words(.value($0)) }
    }
    if row.subject.kind == Document.kind, let bytes = try session.content(of: row.subject, "content") {
      parts.append(String(String.UnicodeScalarView(DecodedText(bytes).scalars)))
    }
    return parts.joined(separator: "\n")
  }

  private static func words(_ content: FieldContent) -> String? {
    switch content {
    case .value(.string(let text)), .value(.decimal(let text)), .text(let text): text
    case .words(let words): words.sorted().joined(separator: " ")
    default: nil
    }
  }
}
