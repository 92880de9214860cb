/// What is searched for: all of its terms must be in a row.
struct SearchQuery {
  /// One word or phrase as typed, and the folded words of it, spelt in one way or two.
  struct Term {
    let typed: String
    let spellings: [[Substring]]
    /// Whether its last word may be the beginning of one.
    let isOpen: Bool
  }

  let terms: [Term]

  /// Words apart by blanks; what stands between quotes is a phrase of whole words.
  init(_ arguments: [String]) {
    terms = arguments.flatMap { argument in
      argument.split(omittingEmptySubsequences: false, whereSeparator: Self.quotes.contains).enumerated()
        .flatMap { place, part in
          place % 2 == 1 ? [Term(part, isOpen: false)] : part.split(whereSeparator: \.isWhitespace).map(Term.init)
        }
    }.filter { !$0.spellings.isEmpty }
  }

  init(_ terms: [Term]) { self.terms = terms }

  private static let quotes: Set<Character> = ["\"", "“", "”", "„", "«", "»"]

  var isEmpty: Bool { terms.isEmpty }

  /// In FTS5's language: every word quoted, so that none is taken for an operator.
  var expression: String { terms.map(\.expression).joined(separator: " AND ") }
}

extension SearchQuery.Term {
  init(_ typed: Substring) { self.init(typed, isOpen: true) }

  init(_ typed: Substring, isOpen: Bool) {
    let spellings = [Fold.Spelling.bare, .writtenOut].map { SearchWords(typed, $0).words }
    self.init(
      typed: String(typed),
      spellings: Set(spellings).filter { !$0.isEmpty }.sorted { $0.lexicographicallyPrecedes($1) },
      isOpen: isOpen)
  }

  fileprivate var expression: String {
    let phrases = spellings.map { "\"\($0.joined(separator: " "))\"" + (isOpen ? " *" : "") }
    return phrases.count == 1 ? phrases[0] : "(" + phrases.joined(separator: " OR ") + ")"
  }

  /// How many of these words, from a place on, it takes up; nil where it does not stand there.
  ///
  /// - Parameter words: of a text, spelt in one way.
  func matches(_ words: ArraySlice<Substring>) -> Int? {
    spellings.first { spelling in
      guard let last = spelling.last, words.count >= spelling.count else { return false }
      let place = words.startIndex + spelling.count - 1
      return words[..<place].elementsEqual(spelling.dropLast())
        && (words[place] == last || (isOpen && words[place].unicodeScalars.starts(with: last.unicodeScalars)))
    }?.count
  }
}
