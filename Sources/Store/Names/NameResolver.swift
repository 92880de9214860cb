import GRDB
package import Model

/// Finds the one row that a person means by words or by the beginning of an id.
///
/// Of several matches the best wins: by the row's own words before those of its context, a whole name before whole words
/// before beginnings of words. More than one equally good match is an error that lists them.
final class NameResolver {
  private let session: Session
  private let today: Day
  /// Whether an id may name a deleted row.
  private let includingDeleted: Bool
  private var contexts: [Int64: NamedRow] = [:]
  /// How far up words may stand that a row goes by.
  static let mostContexts = 3

  init(_ session: Session, today: Day, includingDeleted: Bool = false) {
    self.session = session
    self.today = today
    self.includingDeleted = includingDeleted
  }

  /// How well a row matches; smaller is better.
  private struct Rank: Comparable {
    /// How many contexts away the words were found.
    let depth: Int
    /// 0 whole name, 1 whole words, 2 beginnings of words.
    let looseness: Int

    static func < (left: Rank, right: Rank) -> Bool {
      (left.depth, left.looseness) < (right.depth, right.looseness)
    }
  }

  /// - Parameter kinds: stored names; empty means any.
  func resolve(_ name: String, kinds: [String]) throws -> Subject {
    let (name, kinds) = Self.unqualified(name, kinds)
    let prefix = IDPrefix(name)
    let isSurelyID = prefix != nil && name.utf8.contains { $0 < 0x40 }
    if isSurelyID, let found = try one(name, try byID(prefix, kinds)) { return found }
    let words = Fold.words(name)
    for group in NamePattern.groups {
      let matches = try best(words, group.filter { kinds.isEmpty || kinds.contains($0.kind) })
      if let found = try one(name, matches) { return found }
    }
    if !isSurelyID, let found = try one(name, try byID(prefix, kinds)) { return found }
    throw NamingError.notFound(name: name, nearest: try nearest(name, kinds))
  }

  /// `person:dana` as "dana" among people.
  private static func unqualified(_ name: String, _ kinds: [String]) -> (String, [String]) {
    guard let colon = name.firstIndex(of: ":"), let kind = KindName.lookup(String(name[..<colon])),
      kinds.isEmpty || kinds.contains(kind.name)
    else { return (name, kinds) }
    return (String(name[name.index(after: colon)...]), [kind.name])
  }

  private func one(_ name: String, _ matches: [Subject]) throws -> Subject? {
    guard matches.count > 1 else { return matches.first }
    let titles = Titles(session, today: today)
    throw NamingError.ambiguous(
      name: name, candidates: try matches.map { .init(subject: $0, title: try titles.title(of: $0)) })
  }

  /// The rows whose id begins so; joined ones once.
  private func byID(_ prefix: IDPrefix?, _ kinds: [String]) throws -> [Subject] {
    var found: [Subject] = []
    for number in try prefix?.rows(session.db) ?? [] {
      guard let subject = try session.shownSubject(number), kinds.isEmpty || kinds.contains(subject.kind),
        !found.contains(subject), let row = try session.shownRow(subject), includingDeleted || row.isShown
      else { continue }
      found.append(subject)
    }
    return found
  }

  private func best(_ words: [String], _ patterns: [NamePattern]) throws -> [Subject] {
    guard !words.isEmpty else { return [] }
    var best: Rank?
    var found: [Int64] = []
    for pattern in patterns {
      for row in try NamedRow.candidates(words, pattern, session, today: today) {
        guard let rank = try rank(words, row, pattern), rank <= best ?? rank else { continue }
        if let known = best, rank < known { found = [] }
        best = rank
        found.append(row.number)
      }
    }
    return try found.compactMap { try session.interner.subject($0) }
  }

  private func rank(_ wanted: [String], _ row: NamedRow, _ pattern: NamePattern) throws -> Rank? {
    if let looseness = Self.looseness(wanted, row.words) { return Rank(depth: 0, looseness: looseness) }
    var known = row.words + row.asideWords
    var (next, place) = (row, pattern)
    for depth in 1...Self.mostContexts {
      guard let context = place.context, let number = next.context, let above = NamePattern.of(context.kind),
        let found = try contextRow(above, number)
      else { return Self.looseness(wanted, known).map { Rank(depth: depth, looseness: $0) } }
      (next, place) = (found, above)
      known += found.words
      if let looseness = Self.looseness(wanted, known) { return Rank(depth: depth, looseness: looseness) }
    }
    return nil
  }

  private static func looseness(_ wanted: [String], _ known: [String]) -> Int? {
    guard wanted.allSatisfy({ word in known.contains { $0.hasPrefix(word) } }) else { return nil }
    guard wanted.allSatisfy(known.contains) else { return 2 }
    return wanted == known ? 0 : 1
  }

  private func contextRow(_ pattern: NamePattern, _ number: Int64) throws -> NamedRow? {
    if let known = contexts[number] { return known }
    let found = try NamedRow.one(pattern, number, session, today: today)
    contexts[number] = found
    return found
  }

  private func nearest(_ name: String, _ kinds: [String]) throws -> String? {
    let patterns = NamePattern.groups.prefix(2).joined().filter { kinds.isEmpty || kinds.contains($0.kind) }
    let words = Set(try patterns.flatMap { try NamedRow.all($0, session, today: today).flatMap(\.words) })
    return Suggestion.nearest(name, among: words)
  }
}

extension Store {
  /// The row that a person means by words ("dana"), by the beginning of an id, or by either with its kind (`person:dana`).
  ///
  /// - Parameter kinds: stored names of the kinds that it may be of; empty means any.
  /// - Throws: `NamingError`.
  package func resolve(_ name: String, kinds: [String] = []) throws -> Subject {
    try read { try NameResolver($0, today: today).resolve(name, kinds: kinds) }
  }
}
