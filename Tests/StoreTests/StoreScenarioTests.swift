import MergeTestSupport
import StoreTestSupport
import Testing

@Suite struct StoreScenarioTests {
  @Test(arguments: Scenario.all, Delivery.allCases)
  func `each scenario holds in the real store, however its bundles travel`(
    scenario: Scenario, delivery: Delivery
  ) throws {
    try scenario.run(delivery) { name, random, skew, schema in
      try StoreMachine(name, random: random, skew: skew, schema: schema)
    }
  }

  @Test(arguments: WrittenScenario.all, Delivery.allCases)
  func `each example of the model's page is what the real store shows`(
    example: WrittenScenario, delivery: Delivery
  ) throws {
    try example.run(delivery) { name, random, skew, schema in
      try StoreMachine(name, random: random, skew: skew, schema: schema)
    }
  }
}
