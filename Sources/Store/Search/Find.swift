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
  /// The rows that hold all the words or words that begin so, the best match first; equally good ones by kind, title, id.
  ///
  /// - Parameters:
  ///   - words: as typed; what stands between quotes is a phrase.
  ///   - limit: at most so many.
  package func find(_ words: [String], limit: Int) throws -> [FoundRow] {
    let query = SearchQuery(words)
    guard !query.isEmpty else { throw RequestError.nothingAsked("Say at least one word to look for.") }
    if try !read({ try SearchIndex($0).isInStep }) {
      do {
        try locked { session in
          try SearchIndex(session).update { environment.progress(.searchIndex, $0, $1) }
        }
      } catch StoreError.disk where place == .file {
        // What cannot be written down is looked for all the same.
        return try inMemory().find(words, limit: limit)
      }
    }
    return try read { try Search($0, today: today).rows(query, limit: limit) }
  }

  /// Words near to those that a search found nothing for, which do find something; nil where there are none.
  package func nearestSearch(_ words: [String]) throws -> String? {
    try read { try Search($0, today: today).nearest(to: SearchQuery(words)) }
  }
}

/// Looks up the index, which is in step.
private struct Search {
  private let session: Session
  private let titles: Titles

  init(_ session: Session, today: Day) {
    self.session = session
    titles = Titles(session, today: today)
  }

  func rows(_ query: SearchQuery, limit: Int) throws -> [FoundRow] {
    let texts = SearchedText(session)
    return try hits(query, limit: limit).map { hit in
      let passage = Passage(try texts.text(ofRow: hit.id) ?? "", query)
      return FoundRow(subject: hit.subject, title: hit.title, passage: passage.parts)
    }
  }

  private struct Hit {
    let id: Int64
    let subject: Subject
    let title: String

    var order: (String, String, RowID) { (subject.kind, Fold.fold(title), subject.id) }
  }

  /// In an order that is the same on every machine; that of the index is the order of arrival.
  private func hits(_ query: SearchQuery, limit: Int) throws -> [Hit] {
    var hits: [Hit] = []
    for group in try ranked(query) {
      guard hits.count < limit else { break }
      hits += try group.compactMap(hit).sorted { $0.order < $1.order }
    }
    return Array(hits.prefix(limit))
  }

  private func hit(_ id: Int64) throws -> Hit? {
    guard let subject = try session.interner.subject(id), session.registry.kind(subject.kind) != nil else { return nil }
    return Hit(id: id, subject: subject, title: try titles.title(of: subject))
  }

  /// The rows that match, equally good ones together, the best first.
  private func ranked(_ query: SearchQuery) throws -> [[Int64]] {
    guard !query.isEmpty else { return [] }
    let sql = "SELECT rowid, rank FROM found WHERE found MATCH ?"
    let rows = try Row.fetchCursor(session.db, sql: sql, arguments: [query.expression])
    var groups: [Int: [Int64]] = [:]
    while let row = try rows.next() {
      let rank: Double = row[1]
      // Rounded, lest another machine's last digit decide.
      groups[Int((rank * 1e6).rounded()), default: []].append(row[0])
    }
    return groups.sorted { $0.key < $1.key }.map(\.value)
  }
}

// MARK: near misses

extension Search {
  func nearest(to query: SearchQuery) throws -> String? {
    var words: [String] = []
    for term in query.terms {
      let isThere = try !ranked(SearchQuery([term])).isEmpty
      guard let word = isThere ? term.typed : try nearest(to: term) else { return nil }
      words.append(term.isOpen ? word : "\"\(word)\"")
    }
    return try ranked(SearchQuery(words)).isEmpty ? nil : words.joined(separator: " ")
  }

  /// The word of the index nearest to a single one, as the best row that holds it writes it.
  private func nearest(to term: SearchQuery.Term) throws -> String? {
    guard let word = term.spellings.first, word.count == 1, let length = word.first?.unicodeScalars.count, length > 2
    else { return nil }
    let sql = "SELECT term FROM found_word WHERE length(term) BETWEEN ? AND ? ORDER BY term"
    let terms = try String.fetchAll(session.db, sql: sql, arguments: [length - 3, length + 3])
    guard let nearest = Suggestion.nearest(String(word[0]), among: terms) else { return nil }
    let query = SearchQuery([SearchQuery.Term(nearest[...], isOpen: false)])
    guard let hit = try hits(query, limit: 1).first, let text = try SearchedText(session).text(ofRow: hit.id) else {
      return nearest
    }
    return Passage(text, query).found.first ?? nearest
  }
}
