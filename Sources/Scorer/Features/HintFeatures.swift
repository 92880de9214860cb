/// What the recognisers found at a piece and beside it.
extension FeatureWriter {
  func hintLineFeatures(_ line: PageLine, _ out: inout Features) {
    let count = page.hints.count
    out.add(.hintDensity, count < 3 ? 0 : count < 8 ? 1 : count < 20 ? 2 : 3)
    var seen: Set<UInt16> = []
    for place in line.pieces {
      for code in page.hints.at(place) where seen.insert(code >> 1).inserted { out.add(.hintLine, UInt32(code >> 1)) }
    }
  }

  func hintFeatures(_ place: Int, _ line: PageLine, _ out: inout Features) {
    let own = page.hints.at(place)
    for code in own {
      out.add(.hint, UInt32(code))
      out.add(.hintKind, UInt32(code) << 8 | kind)
      out.add(.hintShape, Hash.pair(UInt32(code), page.pieces[place].shape))
      if !line.label.isEmpty {
        out.add(.hintLabel, Hash.pair(UInt32(code >> 1), page.pieces[line.label.lowerBound].key))
      }
    }
    if own.isEmpty { out.add(.hintNone, 0) }
    if place > line.pieces.lowerBound {
      for code in page.hints.at(place - 1) { out.add(.hintBefore, UInt32(code)) }
    }
    if place + 1 < line.pieces.upperBound {
      for code in page.hints.at(place + 1) { out.add(.hintAfter, UInt32(code)) }
    }
  }
}
