import MergeTestSupport
import StoreTestSupport
import Testing

@Suite struct StoreHistoryTests {
  @Test(arguments: 0..<UInt64(5))
  func `random histories keep every law in the real store`(part: UInt64) throws {
    for seed in (5 * part)..<(5 * part + 5) {
      let history = RandomHistory(seed: seed)
      guard let violation = try history.play(StoreMachine.mixed).violation else { continue }
      Issue.record(Comment(rawValue: try history.report(violation, StoreMachine.mixed)))
      return
    }
  }

  /// In the second a branch of a fork waited for what its backup carries later, and the restore refused what was equal.
  @Test(arguments: [2_001_697, 5_005_344] as [UInt64])
  func `histories that once broke a law keep it`(seed: UInt64) throws {
    #expect(try RandomHistory(seed: seed).play(StoreMachine.mixed).violation?.description == nil)
  }
}
