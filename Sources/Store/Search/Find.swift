import GRDB
package import Model

/// A row that a search found.
package struct FoundRow: Sendable {
  package let subject: Subject
  package let title: String
  /// The passage, in pieces; those that match are marked.
  package let passage: [(text: String, matches: Bool)]
}

extension Store {
  /// The rows that hold all the words or words that begin so, the best match first.
  ///
  /// - Parameter limit: at most so many.
  package func find(_ words: [String], limit: Int) throws -> [FoundRow] {
    let query = SearchQuery(words)
    guard !query.isEmpty else { throw RequestError.nothingAsked("Say at least one word to look for.") }
    if try !read({ try SearchIndex($0, today: today).isInStep }) {
      try locked { session in
        try SearchIndex(session, today: today).update { environment.progress(.searchIndex, $0, $1) }
      }
    }
    return try read { try query.run($0, today: today, limit: limit) }
  }
}

/// A search in FTS5's language: every word quoted, so that none is taken for an operator.
private struct SearchQuery {
  private static let start = "\u{1}", end = "\u{2}"
  private let text: String

  init(_ words: [String]) {
    text = words.flatMap(Fold.words).map { "\"\($0)\"*" }.joined(separator: " ")
  }

  var isEmpty: Bool { text.isEmpty }

  func run(_ session: Session, today: Day, limit: Int) throws -> [FoundRow] {
    let sql = """
      SELECT rowid, snippet(found, 0, char(1), char(2), '…', 16) AS passage FROM found
      WHERE found MATCH ? ORDER BY rank, rowid
      """
    let titles = Titles(session, today: today)
    let rows = try Row.fetchCursor(session.db, sql: sql, arguments: [text])
    var found: [FoundRow] = []
    while found.count < limit, let row = try rows.next() {
      guard let subject = try session.interner.subject(row["rowid"]), try session.isShown(subject, row["rowid"]) else {
        continue
      }
      found.append(
        FoundRow(subject: subject, title: try titles.title(of: subject), passage: Self.pieces(row["passage"])))
    }
    return found
  }

  private static func pieces(_ passage: String) -> [(text: String, matches: Bool)] {
    var pieces: [(text: String, matches: Bool)] = []
    for (index, part) in passage.split(separator: start, omittingEmptySubsequences: false).enumerated() {
      let halves = part.split(separator: end, maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      if index == 0 || halves.count == 1 {
        pieces.append((halves.joined(), false))
      } else {
        pieces += [(halves[0], true), (halves[1], false)]
      }
    }
    return pieces.filter { !$0.text.isEmpty }
  }
}

extension Session {
  /// Whether a row is in its kind's table.
  func isShown(_ subject: Subject, _ id: Int64) throws -> Bool {
    guard Registry.kind(subject.kind) != nil else { return false }
    let statement = try db.cachedStatement(sql: "SELECT 1 FROM \"\(subject.kind)\" WHERE _row = ?")
    return try Int.fetchOne(statement, arguments: [id]) != nil
  }
}
