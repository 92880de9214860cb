/// The words by which a text is found: the one way in which the index, a query and a passage take a text apart.
///
/// A script that is written without blanks gives a word a character, so that what stands inside a run is found too.
struct SearchWords {
  /// Folded, in order.
  let words: [Substring]

  init(_ text: some StringProtocol, _ spelling: Fold.Spelling) {
    var words: [Substring] = []
    for piece in WordPieces(text[...].description) { words += Self.parts(of: piece.text, spelling) }
    self.words = words
  }

  /// Folding may give a piece several words, as of `½` or `㍿`.
  static func parts(of piece: Substring, _ spelling: Fold.Spelling) -> [Substring] {
    let folded = Fold.fold(String(piece), spelling)
    if folded.utf8.allSatisfy({ $0 < 0x80 }), !folded.utf8.contains(where: { Unicode.Scalar($0).part == .none }) {
      return folded.isEmpty ? [] : [folded[...]]
    }
    return split(folded)
  }

  private static func split(_ folded: String) -> [Substring] {
    let scalars = folded.unicodeScalars
    var words: [Substring] = []
    var start: String.Index?
    for index in scalars.indices {
      let part = scalars[index].part
      if part == .letter || (part == .mark && start != nil) {
        start = start ?? index
        continue
      }
      if let open = start { words.append(Substring(scalars[open..<index])) }
      start = nil
      // A mark that nothing precedes here may stand behind its letter in a text of another composition.
      if part != .none { words.append(Substring(scalars[index...index])) }
    }
    if let open = start { words.append(Substring(scalars[open...])) }
    return words
  }
}

/// The pieces of a text that give words, each where it stands: runs of letters and digits, or single characters of a
/// script without blanks.
struct WordPieces: Sequence, IteratorProtocol {
  struct Piece {
    let text: Substring
    var range: Range<String.Index> { text.startIndex..<text.endIndex }
  }

  private let scalars: String.UnicodeScalarView
  private var place: String.Index

  init(_ text: String) {
    scalars = text.unicodeScalars
    place = scalars.startIndex
  }

  mutating func next() -> Piece? {
    while place < scalars.endIndex {
      let start = place
      let part = scalars[place].part
      place = scalars.index(after: place)
      guard part == .letter || part == .whole else { continue }
      while place < scalars.endIndex {
        let next = scalars[place].part
        guard next == .mark || (next == .letter && part == .letter) else { break }
        place = scalars.index(after: place)
      }
      return Piece(text: Substring(scalars[start..<place]))
    }
    return nil
  }
}
