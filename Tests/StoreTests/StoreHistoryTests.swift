import MergeTestSupport
import StoreTestSupport
import Testing

@Suite struct StoreHistoryTests {
  @Test func `random histories keep every law in the real store`() throws {
    for seed in 0..<UInt64(300) {
      let history = RandomHistory(seed: seed)
      guard let violation = try history.play(store).violation else { continue }
      Issue.record(Comment(rawValue: try history.report(violation, store)))
      return
    }
  }

  private func store(_ name: String, _ random: Randomness, _ skew: Int, _ schema: Schema) throws -> any Machine {
    try StoreMachine(name, random: random, skew: skew)
  }
}
