package import Merge
package import Model

/// A small seeded generator (SplitMix64, Steele, Lea and Flood 2014): equal seeds give equal histories everywhere.
package struct SplitMix: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(_ seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// The randomness that all machines of one history share.
package final class Randomness {
  package var generator: SplitMix

  package init(seed: UInt64) { generator = SplitMix(seed) }

  /// From 0 up to, not including, 1.
  package func fraction() -> Double { Double.random(in: 0..<1, using: &generator) }
  package func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }
  package func within(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
  package func pick<T>(_ list: [T]) -> T? { list.randomElement(using: &generator) }
  package func shuffled<T>(_ list: [T]) -> [T] { list.shuffled(using: &generator) }
  package func id() -> RowID { RowID(high: generator.next(), low: generator.next()) }
  package func incarnation() -> Incarnation { Incarnation(id()) }
}
