import Model
import Testing

@testable import Store

/// What holds where nobody else ever had the store.
@Suite struct OneMachineTests {
  @Test(arguments: 0..<UInt64(6))
  func `whatever is done, undone and done again on one machine, nothing conflicts and each step back shows what was`(
    seed: UInt64
  ) throws {
    let machine = try OneMachine(seed: seed)
    do {
      for _ in 0..<90 { try machine.step() }
    } catch {
      Issue.record("seed \(seed): \(error)")
      return
    }
    #expect(try machine.store.checkup().allSatisfy(\.problems.isEmpty), "seed \(seed)")
  }

  @Test(arguments: 100..<UInt64(102))
  func `undoing anything by name leaves no conflict on one machine`(seed: UInt64) throws {
    let machine = try OneMachine(seed: seed)
    do {
      for step in 0..<45 { try step % 3 == 2 ? machine.undoAnything() : machine.step() }
    } catch {
      Issue.record("seed \(seed): \(error)")
      return
    }
    #expect(try machine.store.openConflicts().isEmpty, "seed \(seed)")
    #expect(try machine.store.checkup().allSatisfy(\.problems.isEmpty), "seed \(seed)")
  }
}
