import MergeTestSupport
import Testing

@Suite struct RandomHistoryTests {
  @Test func `random histories keep every law`() throws {
    for seed in 0..<UInt64(300) {
      let history = RandomHistory(seed: seed)
      let outcome = try history.play(replica)
      guard let violation = outcome.violation else { continue }
      Issue.record(Comment(rawValue: try history.report(violation, replica)))
      return
    }
  }

  @Test(arguments: Mutation.trials)
  func `every fault built into the model is noticed`(faults: Set<Mutation>) throws {
    let isNoticed = try (0..<UInt64(300)).contains { seed in
      try RandomHistory(seed: seed).play {
        Replica($0, random: $1, skew: $2, schema: $3, mutations: faults)
      }.violation != nil
    }
    #expect(isNoticed)
  }

  @Test func `the fast algorithms agree with the slow ones`() throws {
    for seed in 300..<UInt64(340) {
      for machine in try RandomHistory(seed: seed).play(replica).world.machines {
        try compare(machine.machine.history, seed)
      }
    }
  }

  private func replica(_ name: String, _ random: Randomness, _ skew: Int, _ schema: Schema) -> any Machine {
    Replica(name, random: random, skew: skew, schema: schema)
  }
}
