/// The label before a line's text and the heading above it.
extension FeatureWriter {
  func labelFeatures(_ line: PageLine, _ out: inout Features) {
    guard !line.label.isEmpty else { return }
    whole(line.label, .label, .labelClass, .labelWhole, &out)
    if line.label.upperBound < page.pieces.count { out.add(.labelMark, page.pieces[line.label.upperBound].key) }
  }

  func headingFeatures(_ line: PageLine, _ out: inout Features) {
    whole(line.heading, .heading, .headingClass, .headingWhole, &out)
  }

  /// The first words of a stretch, each, their classes, and all of them together.
  func whole(
    _ stretch: Range<Int>, _ word: FeatureName, _ sort: FeatureName, _ all: FeatureName, _ out: inout Features
  ) {
    var hash = UInt32(7)
    var count = 0
    for place in stretch where page.pieces[place].isWord && count < 4 {
      let piece = page.pieces[place]
      out.add(word, piece.key)
      if piece.classes != 0 {
        out.add(sort, WordClasses.level(piece.classes, 2))
        out.add(sort, WordClasses.level(piece.classes, 1) | 0x8000)
      }
      hash = Hash.pair(hash, piece.key)
      count += 1
    }
    if count > 0 { out.add(all, hash) }
  }
}
