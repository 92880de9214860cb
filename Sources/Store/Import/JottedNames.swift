import Model
import Notes

/// Whom a jotting is about where only its words say so.
extension Store {
  /// The firm, and the person, that words name as they are known here; nil where they name nobody who is known, several
  /// firms, or one that is not known.
  func jotSubject(in words: String) throws -> Jot? {
    var (people, firms): (Set<RowID>, Set<RowID>) = ([], [])
    for name in Self.capitalWords(words) {
      let found: Jot?
      do { found = try jotSubject(name) } catch is NamingError { return nil }
      guard let found, found.opportunity == nil else { continue }
      if let person = found.person { people.insert(person) }
      if let firm = found.organisation { firms.insert(firm) }
    }
    guard firms.count <= 1, !firms.isEmpty || people.count == 1 else { return nil }
    let jot = Jot(person: people.count == 1 ? people.first : nil, organisation: firms.first)
    return try namesOthers(words, jot) ? nil : jot
  }

  /// Whether the reader finds a firm in the words that is called otherwise.
  private func namesOthers(_ words: String, _ jot: Jot) throws -> Bool {
    let known = try jot.organisation.map { Fold.words(try title(of: Subject(kind: Organisation.kind, id: $0))) } ?? []
    let reading = NoteReader.read(Array(words.utf8), options: ReadingOptions(today: today))
    return reading.facts.contains { fact in
      fact.field == .organisation && Set(Fold.words(fact.value)).isDisjoint(with: known)
    }
  }

  /// Words that may be names, each once, in order.
  private static func capitalWords(_ words: String) -> [String] {
    var told: Set<String> = []
    return words.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" && $0 != "-" }.map { word in
      // "Pemberton's offer" is Pemberton's.
      for ending in ["'s", "’s"] where word.hasSuffix(ending) { return String(word.dropLast(2)) }
      return String(word)
    }.filter { ($0.first?.isUppercase ?? false) && $0.count >= shortestName && told.insert($0).inserted }
  }

  private static let shortestName = 3
}
