/// What a stretch means: a person's part, the sort of an interview, how an application stands.
struct SpanFeatures {
  let page: Page
  let kind: UInt32

  func write(_ stretch: Range<Int>, _ field: UInt32, _ out: inout Features) {
    guard let first = stretch.first, let last = stretch.last else { return }
    func add(_ name: FeatureName, _ value: UInt32) { out.add(name, Hash.pair(field, value)) }
    add(.bias, 0)
    var all = UInt32(3)
    for place in stretch.prefix(12) {
      let piece = page.pieces[place]
      guard piece.kind != .newline else { continue }
      add(.spanWord, piece.key)
      all = Hash.pair(all, piece.key)
      if piece.isWord { add(.spanSuffix, piece.prefix) }
      if piece.classes != 0 {
        add(.spanClass, WordClasses.level(piece.classes, 1))
        add(.spanFineClass, WordClasses.level(piece.classes, 2))
      }
    }
    add(.spanWhole, all)
    around(first, last, add)
    let line = page.lines[min(Int(page.pieces[first].line), page.lines.count - 1)]
    words(line.label, .spanLabel, add)
    words(line.heading, .spanHeading, add)
    if let cell = page.cells[first] { words(cell.head, .spanColumn, add) }
    add(.spanLine, line.first)
    add(.spanKind, kind)
    add(.spanPlace, UInt32(min(page.pieces[first].line, 2)))
    add(.spanMessage, line.parts.head)
    add(.spanMessage, 0x10 | line.parts.greeting)
    add(.spanMessage, Hash.pair(kind, 0x20 | line.parts.closing))
    for code in page.hints.at(first) { add(.spanHint, UInt32(code >> 1)) }
  }

  private func around(_ first: Int, _ last: Int, _ add: (FeatureName, UInt32) -> Void) {
    let sentence = page.sentences[first]
    var distance = 0
    for place in stride(from: first - 1, through: max(Int(sentence.lowerBound), first - 8), by: -1) {
      neighbour(place, distance, .spanLeft, .spanLeftClass, add)
      distance += 1
    }
    distance = 0
    let end = min(Int(page.sentences[last].upperBound), last + 9)
    for place in min(last + 1, end)..<end {
      neighbour(place, distance, .spanRight, .spanRightClass, add)
      distance += 1
    }
  }

  private func neighbour(
    _ place: Int, _ distance: Int, _ word: FeatureName, _ sort: FeatureName, _ add: (FeatureName, UInt32) -> Void
  ) {
    let piece = page.pieces[place]
    add(word, piece.key)
    if distance < 2 { add(word, Hash.pair(piece.key, UInt32(distance))) }
    if piece.classes != 0, distance < 4 { add(sort, WordClasses.level(piece.classes, 1)) }
  }

  private func words(_ stretch: Range<Int>, _ name: FeatureName, _ add: (FeatureName, UInt32) -> Void) {
    for place in stretch.prefix(4) {
      let piece = page.pieces[place]
      add(name, piece.key)
      if piece.classes != 0 { add(name, 0x8000_0000 | WordClasses.level(piece.classes, 1)) }
    }
  }
}
