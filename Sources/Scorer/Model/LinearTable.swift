/// Weights by feature and label, pruned and rounded to a byte, in a table of slots found by the feature's hash.
///
/// Layout: slots (a power of two), entries, labels as 32-bit numbers and the step between weights as a 32-bit float; slots of
/// the hash and the place of its first entry times 64 plus their number; entries of a label and a signed weight.
package struct LinearTable: Sendable {
  private let bytes: Bytes
  private let mask: Int
  private let entries: Int
  let labels: Int
  let step: Float
  static let head = 16

  init?(_ bytes: Bytes) {
    guard bytes.count >= Self.head else { return nil }
    let slots = Int(bytes.u32(0))
    let count = Int(bytes.u32(4))
    guard slots > 0, slots & (slots - 1) == 0, Self.head + slots * 8 + count * 2 <= bytes.count else { return nil }
    self.bytes = bytes
    mask = slots - 1
    entries = Self.head + slots * 8
    labels = Int(bytes.u32(8))
    step = Float(bitPattern: bytes.u32(12))
  }

  /// Adds a feature's weights to the sums of the labels.
  @inline(__always)
  func add(_ hash: UInt32, to sums: UnsafeMutablePointer<Int32>) {
    guard let (first, count) = find(hash) else { return }
    var place = entries + 2 * first
    for _ in 0..<count {
      sums[Int(bytes.u8(place))] += Int32(bytes.i8(place + 1))
      place += 2
    }
  }

  @inline(__always)
  private func find(_ hash: UInt32) -> (first: Int, count: Int)? {
    var slot = Int(hash) & mask
    while true {
      let value = bytes.u32(Self.head + slot * 8 + 4)
      if value == 0 { return nil }
      if bytes.u32(Self.head + slot * 8) == hash { return (Int(value >> 6), Int(value & 63)) }
      slot = (slot + 1) & mask
    }
  }

  /// A feature's weights by label.
  func weights(_ hash: UInt32) -> [(label: Int, weight: Float)] {
    guard let (first, count) = find(hash) else { return [] }
    return (first..<first + count).map {
      (Int(bytes.u8(entries + 2 * $0)), Float(bytes.i8(entries + 2 * $0 + 1)) * step)
    }
  }

  /// The probabilities of the labels in a range, by a softmax over the features' sums.
  func probabilities(_ features: [UInt32], _ range: Range<Int>, scale: Float = 1) -> [Float] {
    var sums = [Int32](repeating: 0, count: 64)
    sums.withUnsafeMutableBufferPointer { sums in
      guard let base = sums.baseAddress else { return }
      for hash in features { add(hash, to: base) }
    }
    let scores = range.map { Float(sums[$0]) * step * scale }
    let top = scores.max() ?? 0
    let powers = scores.map { Exponential.of($0 - top) }
    let whole = powers.reduce(0, +)
    return powers.map { $0 / whole }
  }
}

/// e to a power in plain arithmetic, so that every machine gets the same; good to six digits.
package enum Exponential {
  @inline(__always)
  package static func of(_ power: Float) -> Float {
    if power < -80 { return 0 }
    let scaled = min(power, 80) * 1.442_695_041
    let whole = scaled.rounded(.down)
    let rest = (scaled - whole) * 0.693_147_181
    let series: Float =
      1 + rest
      * (1 + rest * (0.5 + rest * (0.166_666_67 + rest * (0.041_666_67 + rest * (0.008_333_33 + rest * 0.001_388_89)))))
    return series * Float(bitPattern: UInt32(Int32(whole) + 127) << 23)
  }
}
