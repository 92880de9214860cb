/// A case of the acceptance suite: a sentence, and what makes it true.
package struct Scenario: Sendable, CustomStringConvertible {
  package let number: Int
  package let sentence: String
  let play: @Sendable (Stage) throws -> Void

  init(_ number: Int, _ sentence: String, _ play: @escaping @Sendable (Stage) throws -> Void) {
    self.number = number
    self.sentence = sentence
    self.play = play
  }

  package var description: String { "\(number). \(sentence)" }

  /// - Throws: `Violation` where a law or the sentence does not hold.
  package func run(_ delivery: Delivery, _ make: @escaping MachineFactory) throws { try play(Stage(delivery, make)) }

  package static let all = (values + rows + exchange + copies + texts + commands).sorted { $0.number < $1.number }
}
