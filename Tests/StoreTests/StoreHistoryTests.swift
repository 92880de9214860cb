import MergeTestSupport
import StoreTestSupport
import Testing

@Suite struct StoreHistoryTests {
  @Test(arguments: 0..<UInt64(10))
  func `random histories keep every law in the real store`(part: UInt64) throws {
    for seed in (30 * part)..<(30 * part + 30) {
      let history = RandomHistory(seed: seed)
      guard let violation = try history.play(StoreMachine.mixed).violation else { continue }
      Issue.record(Comment(rawValue: try history.report(violation, StoreMachine.mixed)))
      return
    }
  }
}
