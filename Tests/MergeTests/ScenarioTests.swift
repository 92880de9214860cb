import MergeTestSupport
import Testing

@Suite struct ScenarioTests {
  @Test(arguments: Scenario.all, Delivery.allCases)
  func `each scenario holds in the model, however its bundles travel`(scenario: Scenario, delivery: Delivery) throws {
    try scenario.run(delivery) { Replica($0, random: $1, skew: $2, schema: $3) }
  }
}
