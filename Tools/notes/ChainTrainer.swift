import Scorer

/// Learns both chains at once, paper by paper: the features are the same, only the labels differ.
final class ChainTrainer {
  struct Paper {
    var units: [Unit]
    /// Numbers of rows; the units' stretches lie in it.
    var rows: [Int32]
    var count: Int
    var entities: [UInt8]
    var clauses: [UInt8]
  }

  static let width = 48
  let labels = Labels.emissions
  let split = Labels.count(Labels.entities)
  var entities = Chain(fields: Labels.entities.count)
  var clauses = Chain(fields: Labels.clauses.count)
  private(set) var weights: [Float]
  private var squares: [Float]
  private let options: LearningOptions

  init(rows: Int, options: LearningOptions) {
    weights = Array(repeating: 0, count: rows * Self.width)
    squares = Array(repeating: options.damping, count: rows * Self.width)
    self.options = options
  }

  func learn(_ papers: [Paper], report: (String) -> Void) {
    var random = SplitMix(seed: options.seed)
    var order = Array(papers.indices)
    for pass in 0..<options.passes {
      order.shuffle(using: &random)
      var loss: Float = 0
      for place in order where papers[place].count > 0 { loss += step(thinned(papers[place], &random)) }
      report("pass \(pass + 1): \(loss / Float(max(papers.reduce(0) { $0 + $1.count }, 1)))")
    }
  }

  /// The paper without a part of its features, another part each time: no feature is relied on alone.
  private func thinned(_ paper: Paper, _ random: inout SplitMix) -> Paper {
    guard options.thin > 0 else { return paper }
    var paper = paper
    let limit = UInt64(Double(options.thin) * 256)
    var bits: UInt64 = 0
    for place in paper.rows.indices {
      if place & 7 == 0 { bits = random.next() }
      if bits & 0xFF < limit { paper.rows[place] = -1 }
      bits >>= 8
    }
    return paper
  }

  /// The weights for papers with all their features.
  func scaledWeights() -> [Float] { options.thin > 0 ? weights.map { $0 * (1 - options.thin) } : weights }

  private func step(_ paper: Paper) -> Float {
    let emissions = emissions(paper)
    var errors = [Float](repeating: 0, count: paper.count * Self.width)
    var loss = gradient(paper, emissions, &entities, paper.entities, offset: 0, &errors)
    loss += gradient(paper, emissions, &clauses, paper.clauses, offset: split, &errors)
    update(paper, errors)
    return loss
  }

  private func emissions(_ paper: Paper) -> [Float] {
    let width = Self.width
    var out = [Float](repeating: 0, count: paper.count * width)
    out.withUnsafeMutableBufferPointer { out in
      weights.withUnsafeBufferPointer { weights in
        withUnsafeTemporaryAllocation(of: Float.self, capacity: width) { own in
          for unit in paper.units {
            for label in 0..<width { own[label] = 0 }
            for place in unit.features {
              let start = Int(paper.rows[Int(place)]) * width
              if start < 0 { continue }
              for label in 0..<width { own[label] += weights[start + label] }
            }
            for piece in unit.pieces {
              let start = Int(piece) * width
              for label in 0..<width { out[start + label] += own[label] }
            }
          }
        }
      }
    }
    return out
  }

  /// Puts the difference of what is expected and what is right into `errors`, moves the chain's own scores, returns the loss.
  private func gradient(
    _ paper: Paper, _ emissions: [Float], _ chain: inout Chain, _ gold: [UInt8], offset: Int, _ errors: inout [Float]
  ) -> Float {
    let (n, width, count) = (chain.labels, Self.width, paper.count)
    var powers = [Float](repeating: 0, count: count * n)
    for place in 0..<count {
      let start = place * width + offset
      let top = (0..<n).reduce(-Float.infinity) { max($0, emissions[start + $1]) }
      for label in 0..<n { powers[place * n + label] = Exponential.of(emissions[start + label] - top) }
    }
    let marginals = chain.marginals(powers, count: count)
    var loss: Float = 0
    for place in 0..<count {
      for label in 0..<n { errors[place * width + offset + label] = marginals[place * n + label] }
      errors[place * width + offset + Int(gold[place])] -= 1
      loss += 1 - marginals[place * n + Int(gold[place])]
    }
    moveTransitions(&chain, marginals, gold, count)
    return loss
  }

  /// The chain's own scores follow the pairs of labels: expected pairs are taken as the product of neighbouring marginals
  /// would be too coarse, so they are computed from the chain's step itself.
  private func moveTransitions(_ chain: inout Chain, _ marginals: [Float], _ gold: [UInt8], _ count: Int) {
    guard count > 1 else { return }
    let n = chain.labels
    var expected = [Float](repeating: 0, count: n * n)
    var step = [Float](repeating: 0, count: n * n)
    for before in 0..<n {
      for label in 0..<n where Chain.allows(before, label) {
        step[before * n + label] = Exponential.of(chain.transitions[before * n + label])
      }
    }
    var pair = [Float](repeating: 0, count: n * n)
    for place in 1..<count {
      let (last, own) = ((place - 1) * n, place * n)
      // Nearly all pairs are outside after outside.
      if marginals[last] > 0.999, marginals[own] > 0.999 {
        expected[0] += 1
        continue
      }
      var whole: Float = 0
      for before in 0..<n where marginals[last + before] > 1e-4 {
        for label in 0..<n where marginals[own + label] > 1e-4 {
          let value = marginals[last + before] * step[before * n + label] * marginals[own + label]
          pair[before * n + label] = value
          whole += value
        }
      }
      guard whole > 0 else { continue }
      for before in 0..<n where marginals[last + before] > 1e-4 {
        for label in 0..<n where marginals[own + label] > 1e-4 {
          expected[before * n + label] += pair[before * n + label] / whole
        }
      }
    }
    var seen = [Float](repeating: 0, count: n * n)
    for place in 1..<count { seen[Int(gold[place - 1]) * n + Int(gold[place])] += 1 }
    let rate = Float(0.02)
    for place in chain.transitions.indices {
      let error = expected[place] - seen[place]
      chain.transitions[place] -= rate * max(-2, min(2, error))
      chain.transitions[place] = max(-6, min(6, chain.transitions[place]))
    }
  }

  private func update(_ paper: Paper, _ errors: [Float]) {
    let (width, rate, sparse) = (Self.width, options.rate, options.sparse)
    weights.withUnsafeMutableBufferPointer { weights in
      squares.withUnsafeMutableBufferPointer { squares in
        withUnsafeTemporaryAllocation(of: Float.self, capacity: width) { own in
          for unit in paper.units {
            for label in 0..<width { own[label] = 0 }
            for piece in unit.pieces {
              let start = Int(piece) * width
              for label in 0..<width { own[label] += errors[start + label] }
            }
            var largest: Float = 0
            for label in 0..<width { largest = max(largest, abs(own[label])) }
            if largest < 0.002 { continue }
            for place in unit.features {
              let start = Int(paper.rows[Int(place)]) * width
              if start < 0 { continue }
              for label in 0..<width {
                let error = own[label]
                let square = squares[start + label] + error * error
                squares[start + label] = square
                let step = rate / square.squareRoot()
                let moved = weights[start + label] - step * error
                let shrunk = abs(moved) - step * sparse
                weights[start + label] = shrunk <= 0 ? 0 : moved < 0 ? -shrunk : shrunk
              }
            }
          }
        }
      }
    }
  }
}
