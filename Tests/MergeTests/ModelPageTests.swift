import MergeTestSupport
import Testing

/// The examples of the model's page, which are no other than what happens.
@Suite struct `The model's page` {
  @Test func `it has examples`() { #expect(WrittenScenario.all.count >= 10) }

  @Test(arguments: WrittenScenario.all, Delivery.allCases)
  func `each example is what the model shows, however its bundles travel`(
    example: WrittenScenario, delivery: Delivery
  ) throws {
    try example.run(delivery) { Replica($0, random: $1, skew: $2, schema: $3) }
  }
}
