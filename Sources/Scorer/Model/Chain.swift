/// A linear chain over the pieces of a paper: outside, and begin and inside of each field. Inside follows begin or inside of
/// its own field only.
package struct Chain: Sendable {
  package let labels: Int
  /// Scores of label after label, row by row.
  package var transitions: [Float]
  package var starts: [Float]
  static let never: Float = -1e4

  package init(fields: Int) {
    labels = 2 * fields + 1
    transitions = Array(repeating: 0, count: labels * labels)
    starts = Array(repeating: 0, count: labels)
  }

  /// Whether a label may stand after another; inside labels are the even ones above zero.
  @inline(__always)
  package static func allows(_ before: Int, _ label: Int) -> Bool {
    label == 0 || label & 1 == 1 || before == label || before == label - 1
  }

  /// The probability of every label at every piece, and the logarithm's stand-in of the whole; `powers` are the
  /// exponentials of the emissions, row by row.
  package func marginals(_ powers: [Float], count: Int) -> [Float] {
    guard count > 0 else { return [] }
    let n = labels
    var step = [Float](repeating: 0, count: n * n)
    for before in 0..<n {
      for label in 0..<n where Chain.allows(before, label) {
        step[before * n + label] = Exponential.of(transitions[before * n + label])
      }
    }
    var forward = [Float](repeating: 0, count: count * n)
    var backward = [Float](repeating: 0, count: n)
    var next = [Float](repeating: 0, count: n)
    forward.withUnsafeMutableBufferPointer { forward in
      var whole: Float = 0
      for label in 0..<n where label == 0 || label & 1 == 1 {
        forward[label] = Exponential.of(starts[label]) * powers[label]
        whole += forward[label]
      }
      for label in 0..<n { forward[label] /= whole }
      for place in 1..<max(count, 1) {
        let (own, last) = (place * n, (place - 1) * n)
        whole = 0
        for before in 0..<n {
          let weight = forward[last + before]
          if weight < 1e-12 { continue }
          for label in 0..<n { forward[own + label] += weight * step[before * n + label] }
        }
        for label in 0..<n {
          forward[own + label] *= powers[own + label]
          whole += forward[own + label]
        }
        let scale = 1 / max(whole, 1e-30)
        for label in 0..<n { forward[own + label] *= scale }
      }
      for label in 0..<n { backward[label] = 1 }
      for place in stride(from: count - 2, through: 0, by: -1) {
        let (own, after) = (place * n, (place + 1) * n)
        var sum: Float = 0
        for label in 0..<n { next[label] = backward[label] * powers[after + label] }
        for before in 0..<n {
          var value: Float = 0
          for label in 0..<n { value += step[before * n + label] * next[label] }
          backward[before] = value
          sum += value
        }
        let scale = 1 / max(sum, 1e-30)
        for label in 0..<n { backward[label] *= scale }
        // The last row is a distribution already; the others become one here.
        var total: Float = 0
        for label in 0..<n { total += forward[own + label] * backward[label] }
        let norm = 1 / max(total, 1e-30)
        marginal(forward, own, n, backward, norm)
      }
    }
    return forward
  }

  @inline(__always)
  private func marginal(
    _ forward: UnsafeMutableBufferPointer<Float>, _ own: Int, _ n: Int, _ backward: [Float], _ norm: Float
  ) {
    for label in 0..<n { forward[own + label] *= backward[label] * norm }
  }

  /// The likeliest labels, ties by the lower number; `lift` is added to all labels but outside.
  package func best(_ emissions: [Float], count: Int, lift: Float) -> [Int] {
    guard count > 0 else { return [] }
    let n = labels
    var scores = (0..<n).map { label -> Float in
      label == 0 || label & 1 == 1 ? starts[label] + emissions[label] + (label == 0 ? 0 : lift) : Chain.never
    }
    var from = [UInt8](repeating: 0, count: count * n)
    var next = [Float](repeating: 0, count: n)
    for place in 1..<max(count, 1) {
      for label in 0..<n {
        var (top, source) = (-Float.infinity, 0)
        if label > 0, label & 1 == 0 {
          for before in [label - 1, label] {
            let score = scores[before] + transitions[before * n + label]
            if score > top { (top, source) = (score, before) }
          }
        } else {
          for before in 0..<n {
            let score = scores[before] + transitions[before * n + label]
            if score > top { (top, source) = (score, before) }
          }
        }
        next[label] = top + emissions[place * n + label] + (label == 0 ? 0 : lift)
        from[place * n + label] = UInt8(source)
      }
      swap(&scores, &next)
    }
    var out = [Int](repeating: 0, count: count)
    out[count - 1] = scores.indices.max { scores[$0] < scores[$1] || scores[$0] == scores[$1] && $0 > $1 } ?? 0
    for place in stride(from: count - 1, to: 0, by: -1) { out[place - 1] = Int(from[place * n + out[place]]) }
    return out
  }
}
