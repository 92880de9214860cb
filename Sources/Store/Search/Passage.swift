/// The part of a text that a search found it by.
struct Passage {
  private static let words = 16
  private let text: String
  private let pieces: [WordPieces.Piece]
  /// The pieces that match, and which of the terms.
  private let matches: [Int: Int]

  init(_ text: String, _ query: SearchQuery) {
    self.text = text
    let pieces = Array(WordPieces(text))
    self.pieces = pieces
    var matches: [Int: Int] = [:]
    for spelling in [Fold.Spelling.bare, .writtenOut] {
      let parts = pieces.map { SearchWords.parts(of: $0.text, spelling) }
      let owners = parts.indices.flatMap { index in parts[index].map { _ in index } }
      let words = Array(parts.joined())
      for place in words.indices {
        for (number, term) in query.terms.enumerated() {
          guard let count = term.matches(words[place...]) else { continue }
          for owner in owners[place..<place + count] { matches[owner] = number }
        }
      }
    }
    self.matches = matches
  }

  /// The stretch that holds the most different terms, the earliest of those, from a little before the first of them.
  private var window: Range<Int> {
    let starts = matches.keys.sorted()
    let terms = { (start: Int) in
      Set((start..<start + Self.words).compactMap { matches[$0] }).count
    }
    // `max` gives the last of equals, and the first is wanted.
    let best = starts.reversed().max { terms($0) < terms($1) } ?? 0
    let last = min(pieces.count, max(best - 4, 0) + Self.words)
    return max(0, last - Self.words)..<last
  }

  /// On one line; marked are the words that match.
  var parts: [(text: String, matches: Bool)] {
    let window = window
    guard let first = window.first, let last = window.last else { return [(Self.oneLine(text), false)] }
    var place = window.lowerBound == 0 ? text.startIndex : pieces[first].range.lowerBound
    var parts: [(text: String, matches: Bool)] = window.lowerBound == 0 ? [] : [("…", false)]
    for index in window where matches[index] != nil {
      let range = pieces[index].range
      if place < range.lowerBound { parts.append((Self.oneLine(text[place..<range.lowerBound]), false)) }
      parts.append((String(text[range]), true))
      place = range.upperBound
    }
    let isAtEnd = window.upperBound == pieces.count
    let end = isAtEnd ? text.endIndex : pieces[last].range.upperBound
    if place < end { parts.append((Self.oneLine(text[place..<end]), false)) }
    return isAtEnd ? parts : parts + [("…", false)]
  }

  /// The words that match, as they are written.
  var found: [String] { matches.keys.sorted().map { String(pieces[$0].text) } }

  private static func oneLine(_ text: some StringProtocol) -> String {
    var line = ""
    for character in text {
      let isBlank = character.isWhitespace
      if !isBlank || line.last != " " { line.append(isBlank ? " " : character) }
    }
    return line
  }
}
