package import Merge
package import Model
package import SeededNumbers

/// The randomness that all machines of one history share.
package final class Randomness {
  package var generator: SplitMix

  package init(seed: UInt64) { generator = SplitMix(seed: seed) }

  /// From 0 up to, not including, 1.
  package func fraction() -> Double { Double.random(in: 0..<1, using: &generator) }
  package func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }
  package func within(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
  package func pick<T>(_ list: [T]) -> T? { list.randomElement(using: &generator) }
  package func shuffled<T>(_ list: [T]) -> [T] { list.shuffled(using: &generator) }
  package func id() -> RowID { RowID(high: generator.next(), low: generator.next()) }
  package func incarnation() -> Incarnation { Incarnation(id()) }
}
