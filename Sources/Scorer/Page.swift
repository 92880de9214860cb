/// A paper laid out: its pieces, and what is known of each line and of each piece's place.
struct Page {
  let text: ArraySlice<Unicode.Scalar>
  let pieces: [Piece]
  private(set) var lines: [PageLine] = []
  /// Of each piece: the stretch of its sentence.
  private(set) var sentences: [Range<Int32>] = []
  /// Of each piece: its column and that column's head, where it stands in a table.
  let cells: [Cell?]
  /// Of each piece: hints that begin and that go on there, up to two of each sort are kept.
  let hints: HintTable

  init(text: ArraySlice<Unicode.Scalar>, hints: [Hint], classes: WordClasses) {
    self.text = text
    pieces = Cutter(classes: classes).pieces(of: text)
    cells = TableCells(text: text, pieces: pieces).cells
    self.hints = HintTable(hints, pieces: pieces)
    layOut()
    cutSentences()
  }

  /// Lines in order, each with the heading in force and its label.
  private mutating func layOut() {
    var start = 0
    var heading: Range<Int> = 0..<0
    var parts = MessageParts()
    var isAfterBlank = true
    for end in 0...pieces.count where end == pieces.count || pieces[end].kind == .newline {
      var line = PageLine(pieces: start..<end)
      line.isAfterBlank = isAfterBlank
      describe(&line)
      line.parts = parts.next(self, line)
      if line.isHeading { heading = line.words }
      line.heading = heading
      isAfterBlank = line.pieces.isEmpty
      lines.append(line)
      start = end + 1
    }
  }

  private func describe(_ line: inout PageLine) {
    guard let first = line.pieces.first else { return }
    let own = pieces[line.pieces]
    let letters = line.pieces.lazy.filter { pieces[$0].isWord }
    line.first = letters.first.map { pieces[$0].key } ?? pieces[first].key
    line.second = letters.dropFirst().first.map { pieces[$0].key } ?? 0
    line.mark = pieces[first].isWord ? 0 : pieces[first].kind == .number ? 1 : pieces[first].key
    line.asks = own.contains { $0.isMark("?") }
    let count = letters.prefix(7).count
    let isStarred = pieces[first].isMark("*") && line.pieces.count > 1 && !pieces[first + 1].isSpaced
    let endsInColon = own.last?.isMark(":") ?? false
    let isLoud = count > 0 && count <= 5 && own.allSatisfy { !$0.isWord || isUpper($0) }
    line.isHeading =
      pieces[first].isMark("#") || pieces[first].isMark("=") || isStarred || endsInColon && count <= 6 || isLoud
    if line.isHeading { line.words = line.pieces }
    line.label = label(line)
  }

  private func isUpper(_ piece: Piece) -> Bool {
    text[Int(piece.start)..<Int(piece.end)].allSatisfy { Hash.folded($0.value) != $0.value || !Cutter.isLetter($0) }
  }

  /// The words before a colon, an equals sign, a tab or a spaced dash near the line's start, where text follows.
  private func label(_ line: PageLine) -> Range<Int> {
    guard let start = line.pieces.first(where: { pieces[$0].kind != .mark }) else { return 0..<0 }
    for place in start..<line.pieces.upperBound where place > start {
      let piece = pieces[place]
      if piece.start - pieces[start].start > 30 { break }
      let follows = place + 1 < line.pieces.upperBound
      let isDash = (piece.isMark("-") || piece.isMark("–")) && piece.isSpaced && follows && pieces[place + 1].isSpaced
      if follows,
        piece.isMark(":") && (pieces[place + 1].isSpaced || pieces[place + 1].isWord) || piece.isMark("=") || isDash
      {
        return start..<place
      }
      let gap = text[Int(pieces[place - 1].end)..<Int(piece.start)]
      if gap.contains("\t") || gap.count > 2 { return start..<place }
    }
    return 0..<0
  }

  /// Sentences end at a full stop, a question or exclamation mark, a semicolon before a blank, and at the line's end.
  private mutating func cutSentences() {
    sentences = Array(repeating: 0..<0, count: pieces.count)
    for line in lines {
      var start = line.pieces.lowerBound
      for place in line.pieces {
        let piece = pieces[place]
        let isLast = place + 1 == line.pieces.upperBound
        let ends = piece.isMark(".") || piece.isMark("!") || piece.isMark("?") || piece.isMark(";")
        guard isLast || ends && pieces[place + 1].isSpaced && place - start > 1 else { continue }
        for own in start...place { sentences[own] = Int32(start)..<Int32(place + 1) }
        start = place + 1
      }
    }
  }
}

/// What is known of a line as a whole.
struct PageLine {
  var pieces: Range<Int>
  var isHeading = false
  /// A heading's own words.
  var words: Range<Int> = 0..<0
  /// The words of the heading in force, its own where it is one.
  var heading: Range<Int> = 0..<0
  var label: Range<Int> = 0..<0
  /// Its first two words.
  var first: UInt32 = 0
  var second: UInt32 = 0
  /// The bullet or sign it begins with; 1 for a number, 0 for a word.
  var mark: UInt32 = 0
  var asks = false
  var isAfterBlank = false
  var parts = MessageParts.Place()

  init(pieces: Range<Int>) { self.pieces = pieces }
}
