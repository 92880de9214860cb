import Foundation
import MarkedPapers
import Model
import Notes
import Scorer

/// A paper made ready for learning.
struct Prepared {
  let paper: MarkedPaper
  let sample: Sample
  /// Of its whole.
  let paperFeatures: [UInt32]
  let kind: Int

  init(_ paper: MarkedPaper, classes: Bytes) {
    self.paper = paper
    let text = Array(paper.text.unicodeScalars)
    // The rules were mended by the oldest notes: there they are better than anywhere else, and would be trusted too much.
    let hints = paper.set.hasPrefix("o") ? [] : paper.reading(nil).hints
    sample = Sample(text: text, hints: hints, classes: classes)
    paperFeatures = sample.paperFeatures()
    kind = Labels.kinds.firstIndex(of: paper.knownKind) ?? Labels.kinds.count - 1
  }

  /// The label of every piece in a chain over some fields; what lies inside another stretch wins.
  func labels(_ fields: [String]) -> [UInt8] {
    var labels = [UInt8](repeating: 0, count: sample.pieces.count)
    for stretch in paper.stretches.sorted(by: { ($0.start, -$0.end) < ($1.start, -$1.end) }) {
      guard let field = fields.firstIndex(of: stretch.field) else { continue }
      let range = sample.pieces(stretch.start, stretch.end)
      for place in range { labels[place] = UInt8(2 * field + (place == range.lowerBound ? 1 : 2)) }
    }
    // What an inner stretch cut off begins anew.
    for place in labels.indices where labels[place] > 0 && labels[place] & 1 == 0 {
      let before = place > 0 ? labels[place - 1] : 0
      if before != labels[place], before != labels[place] - 1 {
        labels[place] = sample.pieces[place].kind == .newline ? 0 : labels[place] - 1
      }
    }
    return labels
  }

  /// Stretches with a value among fixed ones: the space, its features, the value's label.
  func valued(kind: UInt32) -> [(features: [UInt32], label: Int, range: Range<Int>)] {
    paper.stretches.compactMap { stretch in
      guard let (range, number) = Labels.values(of: stretch.field) else { return nil }
      let all = Labels.values[Int(number)].values
      var value = stretch.value
      if stretch.field == "interview.date" {
        value = value.flatMap { Day($0.prefix(10)) }.map { $0 <= paper.day ? "past" : "ahead" }
      }
      if stretch.field == "question" { value = value ?? "interviewer" }
      guard let value, let place = all.firstIndex(of: value) else { return nil }
      let pieces = sample.pieces(stretch.start, stretch.end)
      return (sample.valueFeatures(pieces, space: number, kind: kind), range.lowerBound + place, range)
    }
  }
}
