import Scorer

/// Learns a softmax over labels by stochastic steps whose size each weight finds for itself (AdaGrad).
struct SoftmaxTrainer {
  struct Example {
    var features: [UInt32]
    var label: Int
    /// The labels to choose from.
    var range: Range<Int>
    var weight: Float = 1
  }

  let rows: Rows
  let labels: Int
  private(set) var weights: [Float]

  init(_ examples: [Example], labels: Int, options: LearningOptions, least: Int32 = 2) {
    rows = Rows(examples.map(\.features), atLeast: least)
    self.labels = labels
    weights = Array(repeating: 0, count: rows.hashes.count * labels)
    var squares = [Float](repeating: options.damping, count: weights.count)
    let numbered = examples.map { example in example.features.compactMap(rows.number) }
    var random = SplitMix(seed: options.seed)
    var order = Array(examples.indices)
    for _ in 0..<options.choicePasses {
      order.shuffle(using: &random)
      for place in order {
        let example = examples[place]
        let scores = scores(numbered[place], example.range)
        for (choice, score) in zip(example.range, scores) {
          let error = (score - (choice == example.label ? 1 : 0)) * example.weight
          if abs(error) < 0.001 { continue }
          for row in numbered[place] {
            let at = Int(row) * labels + choice
            squares[at] += error * error
            let step = options.choiceRate / squares[at].squareRoot()
            let moved = weights[at] - step * (error + 1e-4 * weights[at])
            weights[at] = moved
          }
        }
      }
    }
  }

  private func scores(_ rows: [Int32], _ range: Range<Int>) -> [Float] {
    var sums = range.map { _ in Float(0) }
    for row in rows { for (place, label) in range.enumerated() { sums[place] += weights[Int(row) * labels + label] } }
    let top = sums.max() ?? 0
    let powers = sums.map { Exponential.of($0 - top) }
    let whole = powers.reduce(0, +)
    return powers.map { $0 / whole }
  }

  /// The probabilities that the weights give some features.
  func probabilities(_ features: [UInt32], _ range: Range<Int>) -> [Float] {
    scores(features.compactMap(rows.number), range)
  }
}
