/// The words around a piece, their cases and classes, none from beyond its line.
struct WordFeatures {
  let pieces: [Piece]

  init(_ page: Page) { pieces = page.pieces }

  @inline(__always)
  private func at(_ place: Int, _ distance: Int) -> UInt32 { UInt32(place) << 4 | UInt32(distance + 8) }

  func write(_ place: Int, _ line: Range<Int>, _ out: inout Features) {
    for distance in -2...2 {
      let other = place + distance
      guard line.contains(other) else {
        out.add(.edge, UInt32(distance + 8))
        continue
      }
      out.add(.word, Hash.pair(pieces[other].key, UInt32(distance + 8)))
      if abs(distance) < 2 { out.add(.shape, Hash.pair(pieces[other].shape, UInt32(distance + 8))) }
    }
    let own = pieces[place]
    if line.contains(place + 1) {
      out.add(.pair, Hash.pair(own.key, pieces[place + 1].key))
      out.add(.shapePair, Hash.pair(own.shape, pieces[place + 1].shape))
    }
    if line.contains(place - 1) {
      out.add(.pair, Hash.pair(pieces[place - 1].key, own.key) ^ 0x55)
      out.add(.shapePair, Hash.pair(pieces[place - 1].shape, own.shape) ^ 0x55)
    }
    if line.contains(place - 2) { out.add(.pair, Hash.pair(pieces[place - 2].key, pieces[place - 1].key) ^ 0xAA) }
  }

  func writeClasses(_ place: Int, _ line: Range<Int>, _ out: inout Features) {
    for distance in -3...3 where line.contains(place + distance) {
      let classes = pieces[place + distance].classes
      guard classes != 0 else {
        if pieces[place + distance].isWord { out.add(.unknown, UInt32(distance + 8)) }
        continue
      }
      let where_ = UInt32(distance + 8) << 16
      out.add(.coarse, WordClasses.level(classes, 0) | where_)
      if abs(distance) < 3 { out.add(.middling, WordClasses.level(classes, 1) | where_) }
      if abs(distance) < 2 { out.add(.fine, WordClasses.level(classes, 2) | where_) }
    }
    if line.contains(place - 1), line.contains(place + 1) {
      let around = (coarse(place - 1), coarse(place), coarse(place + 1))
      out.add(.coarsePair, Hash.pair(around.0, around.1))
      out.add(.coarsePair, Hash.pair(around.1, around.2) ^ 0x55)
      out.add(.coarsePair, Hash.pair(around.0, around.2) ^ 0xAA)
    }
  }

  private func coarse(_ place: Int) -> UInt32 {
    let classes = pieces[place].classes
    return classes == 0 ? pieces[place].shape : WordClasses.level(classes, 0)
  }

  func writeAffixes(_ place: Int, _ out: inout Features) {
    let own = pieces[place]
    if own.isWord {
      out.add(.prefix, own.prefix)
      out.add(.suffix, own.suffix)
      out.add(.suffix4, own.suffix4)
    }
    out.add(.isCapital, (own.isCapital ? 1 : 0) | (own.isSpaced ? 2 : 0) | UInt32(own.kind.rawValue) << 2)
  }

  /// Words of the same sentence, by their side alone.
  func writeNear(_ place: Int, _ line: Range<Int>, _ out: inout Features) {
    var other = place - 1
    while line.contains(other), place - other <= 8, !isStop(other) {
      if pieces[other].isWord { out.add(.nearBefore, pieces[other].key) }
      other -= 1
    }
    other = place + 1
    while line.contains(other), other - place <= 6, !isStop(other) {
      if pieces[other].isWord { out.add(.nearAfter, pieces[other].key) }
      other += 1
    }
  }

  private func isStop(_ place: Int) -> Bool {
    let piece = pieces[place]
    return piece.isMark(".") || piece.isMark(";") || piece.isMark("!") || piece.isMark("?")
  }
}
