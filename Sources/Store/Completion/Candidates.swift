import GRDB
import Model

/// A word that may be typed next, and what it stands for.
package struct Candidate: Hashable, Sendable {
  package let word: String
  package let meaning: String

  package init(_ word: String, _ meaning: String = "") { (self.word, self.meaning) = (word, meaning) }
}

extension Store {
  /// As many as a person looks through.
  private static let candidates = 200

  /// Words of names that begin so, each as it is written or, where that does not begin as typed, in small letters; for four
  /// or more digits of an id, ids.
  ///
  /// - Parameters:
  ///   - earlier: words of the same name, typed already.
  ///   - kinds: stored names of the kinds; empty means those that go by a name.
  package func words(
    beginning prefix: String, after earlier: [String], kinds: [String]
  ) throws -> [Candidate] {
    let kinds = kinds.isEmpty ? [Organisation.kind, Person.kind, Opportunity.kind, Material.kind] : kinds
    return try read { session in
      let wanted = earlier.flatMap(Fold.words)
      let named = try kinds.flatMap { try Self.named($0, session) }.filter { name in
        let words = Fold.words(name)
        return wanted.allSatisfy { word in words.contains { $0.hasPrefix(word) } }
      }
      let words = named.flatMap { name in Self.words(of: name, beginning: prefix).map { Candidate($0, name) } }
      return Array(
        Set(words + (try ids(beginning: prefix, session))).sorted { $0.word < $1.word }
          .prefix(Self.candidates))
    }
  }

  private static func named(_ kind: String, _ session: Session) throws -> [String] {
    guard let pattern = NamePattern.of(kind), session.registry.kind(kind) != nil else { return [] }
    let columns = pattern.fields.map { "\"\($0)\"" }.joined(separator: ", ")
    let rows = try Row.fetchAll(session.db, sql: "SELECT \(columns) FROM \"\(kind)\"")
    return rows.map { row in
      pattern.fields.indices.compactMap { row[$0] as String? }.joined(separator: " ")
    }
  }

  private static func words(of name: String, beginning prefix: String) -> [String] {
    WordPieces(name).compactMap { piece in
      let forms = [String(piece.text), piece.text.lowercased(), Fold.fold(String(piece.text))]
      return forms.first { $0.unicodeScalars.starts(with: prefix.unicodeScalars) }
    }
  }

  private func ids(beginning prefix: String, _ session: Session) throws -> [Candidate] {
    guard let id = IDPrefix(prefix) else { return [] }
    let titles = Titles(session, today: today)
    return try id.rows(session.db).compactMap { try session.interner.subject($0) }
      .filter { $0.id.short.hasPrefix(prefix) }
      .map { Candidate($0.id.short, try titles.title(of: $0)) }
  }

  /// Transactions of which the name begins so, the latest first.
  package func transactions(beginning prefix: String) throws -> [Candidate] {
    try history(limit: 50).filter { $0.name.hasPrefix(prefix) }.map { Candidate($0.name, $0.command) }
  }
}
