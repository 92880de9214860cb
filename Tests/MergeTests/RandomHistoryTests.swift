import MergeTestSupport
import Testing

@Suite struct RandomHistoryTests {
  /// Many more: `Tools/histories`.
  @Test(arguments: 0..<UInt64(4)) func `random histories keep every law`(quarter: UInt64) throws {
    for seed in quarter * 40..<(quarter + 1) * 40 {
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

  @Test func `a failing history is told by its seed and a script of which no step can be left out`() throws {
    func faulty(_ name: String, _ random: Randomness, _ skew: Int, _ schema: Schema) -> any Machine {
      Replica(name, random: random, skew: skew, schema: schema, mutations: [.keepIgnored])
    }
    var found: (RandomHistory, Violation)?
    for seed in 0..<UInt64(300) where found == nil {
      let history = RandomHistory(seed: seed)
      found = try history.play(faulty).violation.map { (history, $0) }
    }
    let (history, violation) = try #require(found)
    let short = try history.shrunk(violation.law, faulty)
    #expect(short.steps.count < history.steps.count)
    for index in short.steps.indices {
      var shorter = short
      shorter.steps.remove(at: index)
      #expect(try shorter.play(faulty).violation?.law != violation.law, "step \(index)")
    }
    let report = try history.report(violation, faulty)
    #expect(report.hasPrefix("seed \(history.seed): \(violation.law)"))
    #expect(report.split(separator: "\n").count <= short.steps.count * 3 + 1)
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
