/// A paper as the trainer takes it: its pieces and the features of whatever a model is asked about.
package struct Sample: Sendable {
  private let page: Page

  package init(text: [Unicode.Scalar], hints: [Hint], classes: Bytes) {
    page = Page(text: text[...], hints: hints, classes: WordClasses(classes))
  }

  package var pieces: [Piece] { page.pieces }

  package func features(kind: UInt32, other: UInt32, without: Set<FeatureGroup> = []) -> Features {
    var out = Features()
    out.without = without
    FeatureWriter(page: page, kind: kind, other: other).write(&out)
    return out
  }

  /// Of the paper as a whole.
  package func paperFeatures() -> [UInt32] {
    var out = Features()
    PaperFeatures(page: page).write(&out)
    return out.hashes
  }

  /// Of a stretch's value in one of the spaces of `Labels.values`.
  package func valueFeatures(_ stretch: Range<Int>, space: UInt32, kind: UInt32) -> [UInt32] {
    var out = Features()
    SpanFeatures(page: page, kind: kind).write(stretch, space, &out)
    return out.hashes
  }

  /// The pieces that overlap a stretch of scalars.
  package func pieces(_ start: Int, _ end: Int) -> Range<Int> {
    let first = page.pieces.firstIndex { Int($0.end) > start } ?? page.pieces.count
    let last = page.pieces[first...].firstIndex { Int($0.start) >= end } ?? page.pieces.count
    return first..<last
  }
}
