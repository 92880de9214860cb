import Weights

/// What the models say of a paper.
package struct ScoredPaper: Sendable {
  /// By the order of `Labels.kinds`.
  package var kinds: [Float]
  package var spans: [ScoredSpan]
  /// What spoke for the sort of paper, where asked for.
  package var reasons: [String] = []

  /// The likeliest sort; no record of a search only where that is at least so likely.
  package func kind(otherFrom limit: Float) -> (name: String, probability: Float) {
    if other >= limit { return ("other", other) }
    let best = kinds.indices.dropLast().max { kinds[$0] < kinds[$1] } ?? 0
    return (Labels.kinds[best], kinds[best])
  }
  package var other: Float { kinds.last ?? 1 }

  /// Takes sorts out that it cannot be, as something surer than words tells; the others share what they had.
  package mutating func leaveOut(_ names: [String]) {
    for place in kinds.indices where names.contains(Labels.kinds[place]) { kinds[place] = 0 }
    let sum = kinds.reduce(0, +)
    if sum > 0 { kinds = kinds.map { $0 / sum } }
  }
}

/// A stretch of text and what it is.
package struct ScoredSpan: Sendable {
  package var field: String
  /// In scalars of the text.
  package var start: Int
  package var end: Int
  package var probability: Float
  /// What it means, for fields with a fixed set of values.
  package var value: String?
  package var valueProbability: Float = 1
  /// What spoke for it, where asked for.
  package var reasons: [String] = []
  /// Its pieces.
  package var pieces: Range<Int>
}

/// Reads papers by learnt weights: which sort of paper, which words are what.
package struct Scorer: Sendable {
  package let model: Model

  package init(_ model: Model) { self.model = model }

  /// The weights in the program; nil where it was built without.
  package static let shared: Scorer? = {
    guard let base = afterword_weights() else { return nil }
    return Model(Bytes(base, count: Int(afterword_weights_size()))).map(Scorer.init)
  }()

  /// What a paper says. A long one is read in stretches that end at line ends, so that memory stays bounded; its first stretch
  /// tells its sort.
  package func score(_ text: [Unicode.Scalar], hints: [Hint], explains: Bool = false) -> ScoredPaper {
    var paper = ScoredPaper(kinds: [], spans: [])
    let hints = hints.sorted { ($0.start, $0.end, $0.code) < ($1.start, $1.end, $1.code) }
    var (start, first) = (0, 0)
    repeat {
      let end = Self.windowEnd(text, from: start)
      let last = hints[first...].firstIndex { $0.start >= end } ?? hints.count
      let page = Page(text: text[start..<end], hints: Array(hints[first..<last]), classes: model.classes)
      if paper.kinds.isEmpty {
        paper.kinds = kinds(page)
        if explains { paper.reasons = reasons(kind: Int(best(paper.kinds)), page) }
      }
      paper.spans += spans(page, paper, explains)
      (start, first) = (end, last)
    } while start < text.count
    return paper
  }

  private static let longestWindow = 1 << 16

  private static func windowEnd(_ text: [Unicode.Scalar], from start: Int) -> Int {
    let limit = start + longestWindow
    guard limit < text.count else { return text.count }
    var end = limit
    while end > start + longestWindow / 2, text[end - 1] != "\n" { end -= 1 }
    return text[end - 1] == "\n" ? end : limit
  }

  private func spans(_ page: Page, _ paper: ScoredPaper, _ explains: Bool) -> [ScoredSpan] {
    guard page.pieces.contains(where: { $0.kind == .word }) else { return [] }
    let kind = best(paper.kinds)
    var features = Features()
    features.isNaming = explains
    FeatureWriter(page: page, kind: kind, other: Self.fifth(paper.other)).write(&features)
    var spans = spans(page, emissions(features, count: page.pieces.count))
    for place in spans.indices {
      value(&spans[place], page, kind)
      if explains { spans[place].reasons = reasons(spans[place], page, features) }
    }
    return spans
  }

  private func best(_ kinds: [Float]) -> UInt32 { UInt32(kinds.indices.max { kinds[$0] < kinds[$1] } ?? 0) }

  /// How much likelier every field is made than the chains say: what is doubtful comes out too, with its low probability.
  private static let lift: Float = 1.6

  package static func fifth(_ probability: Float) -> UInt32 { UInt32(min(4, max(0, probability * 5))) }

  func kinds(_ page: Page) -> [Float] {
    var features = Features()
    PaperFeatures(page: page).write(&features)
    return model.kinds.probabilities(features.hashes, 0..<Labels.kinds.count)
  }

  /// The sums of the weights, `Labels.emissions` for each piece.
  private func emissions(_ features: Features, count: Int) -> [Int32] {
    let width = Labels.emissions
    var sums = [Int32](repeating: 0, count: count * width)
    var own = [Int32](repeating: 0, count: 64)
    sums.withUnsafeMutableBufferPointer { sums in
      own.withUnsafeMutableBufferPointer { own in
        guard let base = own.baseAddress else { return }
        for unit in features.units {
          for label in 0..<width { own[label] = 0 }
          for place in unit.features { model.emissions.add(features.hashes[Int(place)], to: base) }
          for piece in unit.pieces {
            let start = Int(piece) * width
            for label in 0..<width { sums[start + label] &+= own[label] }
          }
        }
      }
    }
    return sums
  }

  private func spans(_ page: Page, _ sums: [Int32]) -> [ScoredSpan] {
    let split = Labels.count(Labels.entities)
    return spans(page, sums, model.entities, Labels.entities, offset: 0)
      + spans(page, sums, model.clauses, Labels.clauses, offset: split)
  }

  private func spans(
    _ page: Page, _ sums: [Int32], _ chain: Chain, _ fields: [String], offset: Int
  ) -> [ScoredSpan] {
    let (count, n, width) = (page.pieces.count, chain.labels, Labels.emissions)
    var emissions = [Float](repeating: 0, count: count * n)
    var powers = emissions
    for place in 0..<count {
      var top = -Float.infinity
      for label in 0..<n {
        let score = Float(sums[place * width + offset + label]) * model.emissions.step
        emissions[place * n + label] = score
        top = max(top, score)
      }
      for label in 0..<n { powers[place * n + label] = Exponential.of(emissions[place * n + label] - top) }
    }
    let best = chain.best(emissions, count: count, lift: Self.lift)
    guard best.contains(where: { $0 != 0 }) else { return [] }
    let marginals = chain.marginals(powers, count: count)
    var out: [ScoredSpan] = []
    var place = 0
    while place < count {
      guard best[place] != 0 else {
        place += 1
        continue
      }
      let field = (best[place] - 1) / 2
      var end = place + 1
      while end < count, best[end] == 2 * field + 2 { end += 1 }
      out.append(span(page, place..<end, fields[field], field, marginals, n))
      place = end
    }
    return out
  }

  private func span(
    _ page: Page, _ range: Range<Int>, _ name: String, _ field: Int, _ marginals: [Float], _ n: Int
  ) -> ScoredSpan {
    var range = range
    while range.count > 1, page.pieces[range.upperBound - 1].kind == .newline { range = range.dropLast() }
    let sum = range.reduce(Float(0)) { $0 + marginals[$1 * n + 2 * field + 1] + marginals[$1 * n + 2 * field + 2] }
    return ScoredSpan(
      field: name, start: Int(page.pieces[range.lowerBound].start), end: Int(page.pieces[range.upperBound - 1].end),
      probability: sum / Float(range.count), pieces: range)
  }

  private func value(_ span: inout ScoredSpan, _ page: Page, _ kind: UInt32) {
    guard let (range, number) = Labels.values(of: span.field) else { return }
    var features = Features()
    SpanFeatures(page: page, kind: kind).write(span.pieces, number, &features)
    let found = model.values.probabilities(features.hashes, range)
    guard let best = found.indices.max(by: { found[$0] < found[$1] }) else { return }
    span.value = Labels.values[Int(number)].values[best]
    span.valueProbability = found[best]
  }
}
