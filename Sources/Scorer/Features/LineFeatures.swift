/// What a line and a sentence are as wholes.
extension FeatureWriter {
  func lineFeatures(_ line: PageLine, _ number: Int, _ out: inout Features) {
    out.add(.lineFirst, line.first)
    out.add(.linePair, Hash.pair(line.first, line.second))
    out.add(.lineMark, line.mark)
    out.add(.lineHeading, line.isHeading ? 1 : 0)
    out.add(.lineAsks, line.asks ? 1 : 0)
    out.add(.linePlace, number < 3 ? UInt32(number) : UInt32(3 + min(number * 4 / max(1, page.lines.count), 3)))
    out.add(.lineShort, UInt32(line.pieces.count < 6 ? 0 : line.pieces.count < 14 ? 1 : 2))
    out.add(.lineAfterBlank, line.isAfterBlank ? 1 : 0)
    if let word = line.pieces.first(where: { page.pieces[$0].isWord }), page.pieces[word].classes != 0 {
      out.add(.lineFirstClass, WordClasses.level(page.pieces[word].classes, 1))
    }
    guard number > 0 else { return }
    let before = page.lines[number - 1]
    out.add(.lineBefore, before.pieces.isEmpty ? 0 : before.first)
    if before.asks { out.add(.lineBefore, 1) }
    out.add(.lineBeforePair, Hash.pair(before.mark, line.mark))
  }

  func placeFeatures(_ place: Int, _ line: PageLine, _ out: inout Features) {
    let position = place - line.pieces.lowerBound
    out.add(.linePosition, UInt32(min(position, 4)) | (place + 1 == line.pieces.upperBound ? 8 : 0))
    let sentence = page.sentences[place]
    let inside = place - Int(sentence.lowerBound)
    out.add(.sentencePlace, UInt32(min(inside, 4)) | (place + 1 == Int(sentence.upperBound) ? 8 : 0))
    if !line.label.isEmpty {
      let label = Hash.pair(page.pieces[line.label.lowerBound].key, 7)
      out.add(.inLabel, place < line.label.upperBound ? 1 : 0)
      out.add(.afterLabel, Hash.pair(label, UInt32(min(max(place - line.label.upperBound, -1) + 1, 3))))
    }
  }

  func sentenceFeatures(_ sentence: Range<Int>, _ line: PageLine, _ out: inout Features) {
    let own = sentence.filter { page.pieces[$0].isWord }
    out.add(.sentenceLength, UInt32(own.count < 3 ? 0 : own.count < 8 ? 1 : own.count < 20 ? 2 : 3))
    out.add(.sentenceAsks, page.pieces[sentence.upperBound - 1].isMark("?") ? 1 : 0)
    if let first = own.first {
      out.add(.sentenceFirst, page.pieces[first].key)
      if own.count > 1 { out.add(.sentencePair, Hash.pair(page.pieces[first].key, page.pieces[own[1]].key)) }
    }
    if let last = own.last { out.add(.sentenceLast, page.pieces[last].key) }
    for place in own.prefix(24) {
      out.add(.sentenceWord, page.pieces[place].key)
      let classes = page.pieces[place].classes
      if classes != 0 { out.add(.sentenceClass, WordClasses.level(classes, 1)) }
    }
    var seen: Set<UInt16> = []
    for place in sentence {
      for code in page.hints.at(place) where seen.insert(code >> 1).inserted {
        if !out.without.contains(.hints) { out.add(.hintSentence, UInt32(code >> 1)) }
      }
    }
  }
}
