/// The features of a stretch of pieces: hashes that its pieces share.
package struct Unit: Sendable {
  package var pieces: Range<Int32>
  package var features: Range<Int32>
}

/// All features of a paper, of its lines, its sentences and its pieces.
package struct Features: Sendable {
  package internal(set) var hashes: [UInt32] = []
  package internal(set) var units: [Unit] = []
  /// Of every hash, by its place: its name and what it is of. Empty unless asked for.
  package internal(set) var names: [UInt32: (name: FeatureName, of: UInt32)] = [:]
  var isNaming = false
  /// Groups left out, to see what they bring.
  var without: Set<FeatureGroup> = []

  @inline(__always)
  mutating func add(_ name: FeatureName, _ value: UInt32) {
    let hash = Hash.pair(name.rawValue, value)
    hashes.append(hash)
    if isNaming { names[hash] = (name, value) }
  }

  mutating func unit(_ pieces: Range<Int>, _ fill: (inout Features) -> Void) {
    let start = Int32(hashes.count)
    fill(&self)
    units.append(
      Unit(pieces: Int32(pieces.lowerBound)..<Int32(pieces.upperBound), features: start..<Int32(hashes.count)))
  }
}

/// What a feature is of. The last digits of some tell the distance to the piece.
package enum FeatureName: UInt32, Sendable, CaseIterable {
  case bias = 1
  case word = 0x100, shape = 0x110, coarse = 0x120, middling = 0x130, fine = 0x140, pair = 0x150, coarsePair = 0x160
  case shapePair = 0x170, unknown = 0x180, edge = 0x190
  case prefix = 0x200, suffix, suffix4, isCapital, isSpaced, number
  case nearBefore = 0x210, nearAfter, farBefore, sentenceWord, sentenceClass, sentenceFirst, sentencePair, sentenceLast
  case sentencePlace, sentenceLength, sentenceAsks
  case lineFirst = 0x230, linePair, lineMark, lineHeading, lineAsks, linePlace, lineShort, lineFirstClass,
    lineAfterBlank
  case linePosition, lineBefore, lineBeforePair
  case label = 0x250, labelClass, labelWhole, inLabel, afterLabel, labelMark
  case heading = 0x260, headingClass, headingWhole
  case column = 0x270, columnWord, columnClass, columnWhole, columnRow, columnWidth, columnKind
  case quoted = 0x280, mailHead, greeting, closing
  case kind = 0x290, other, kindShape
  case hint = 0x300, hintBefore, hintAfter, hintLine, hintKind, hintLabel, hintDensity, hintShape, hintNone
  case hintSentence
  case again = 0x320, againAfter, domain
  case lineEnd = 0x330
  case spanWord = 0x400, spanClass, spanFirst, spanLast, spanLeft, spanRight, spanLabel, spanHeading, spanColumn,
    spanKind
  case spanMessage, spanLeftClass, spanRightClass, spanWhole, spanHint, spanLine, spanPlace, spanSuffix, spanFineClass
  case paperWord = 0x500, paperPair, paperClass, paperFirst, paperShape, paperHint, paperSize, paperLabel, paperEnd,
    paperClassPair
}

/// Groups of features that can be left out together.
package enum FeatureGroup: String, Sendable, CaseIterable {
  case words, classes, affixes, sentence, line, label, heading, table, message, kind, hints, repetition
}

/// Writes the features of a page.
struct FeatureWriter {
  let page: Page
  /// The likeliest sort of paper, and how likely it is none, in fifths.
  let kind: UInt32
  let other: UInt32
  let words: WordFeatures
  let repetition: Repetition

  init(page: Page, kind: UInt32, other: UInt32) {
    (self.page, self.kind, self.other) = (page, kind, other)
    words = WordFeatures(page)
    repetition = Repetition(page, kind: kind)
  }

  func write(_ out: inout Features) {
    out.hashes.reserveCapacity(page.pieces.count * 64)
    for (number, line) in page.lines.enumerated() where !line.pieces.isEmpty {
      out.unit(line.pieces) { out in
        out.add(.bias, 0)
        if !out.without.contains(.line) { lineFeatures(line, number, &out) }
        if !out.without.contains(.label) { labelFeatures(line, &out) }
        if !out.without.contains(.heading) { headingFeatures(line, &out) }
        if !out.without.contains(.message) { messageFeatures(line, &out) }
        if !out.without.contains(.kind) { kindFeatures(&out) }
        if !out.without.contains(.hints) { hintLineFeatures(line, &out) }
      }
      var place = line.pieces.lowerBound
      while place < line.pieces.upperBound {
        let sentence = Int(page.sentences[place].lowerBound)..<Int(page.sentences[place].upperBound)
        if !out.without.contains(.sentence) { out.unit(sentence) { sentenceFeatures(sentence, line, &$0) } }
        place = max(place + 1, sentence.upperBound)
      }
      for piece in line.pieces { out.unit(piece..<piece + 1) { pieceFeatures(piece, line, &$0) } }
    }
    for number in page.lines.indices.dropLast() { writeEnd(of: number, &out) }
  }

  /// A line's end belongs to a stretch that goes on in the next line.
  private func writeEnd(of number: Int, _ out: inout Features) {
    let (line, next) = (page.lines[number], page.lines[number + 1])
    let end = line.pieces.upperBound
    guard end < page.pieces.count else { return }
    out.unit(end..<end + 1) { out in
      out.add(.lineEnd, 0)
      out.add(.lineEnd, 1 | UInt32(min(line.pieces.count / 4, 4)) << 4)
      guard let last = line.pieces.last, let first = next.pieces.first else {
        out.add(.lineEnd, 2)
        return
      }
      out.add(.lineEnd, Hash.pair(3, page.pieces[last].isWord ? 0 : page.pieces[last].key))
      out.add(.lineEnd, Hash.pair(4, page.pieces[first].shape))
      out.add(.lineEnd, Hash.pair(5, next.mark))
      let width = page.pieces[last].end - page.pieces[line.pieces.lowerBound].start
      out.add(.lineEnd, Hash.pair(6, UInt32(min(width / 12, 8))))
      out.add(.lineEnd, Hash.pair(7, line.mark))
    }
  }

  private func pieceFeatures(_ place: Int, _ line: PageLine, _ out: inout Features) {
    if !out.without.contains(.words) { words.write(place, line.pieces, &out) }
    if !out.without.contains(.classes) { words.writeClasses(place, line.pieces, &out) }
    if !out.without.contains(.affixes) { words.writeAffixes(place, &out) }
    if !out.without.contains(.sentence) { words.writeNear(place, line.pieces, &out) }
    if !out.without.contains(.line) { placeFeatures(place, line, &out) }
    if !out.without.contains(.table) { tableFeatures(place, &out) }
    if !out.without.contains(.hints) { hintFeatures(place, line, &out) }
    if !out.without.contains(.repetition) { repetition.write(place, &out) }
    if !out.without.contains(.kind) {
      out.add(.kindShape, Hash.pair(kind, page.pieces[place].shape))
    }
  }
}
