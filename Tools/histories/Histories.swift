import Foundation
import MergeTestSupport
import StoreTestSupport

/// Plays random histories against the merge laws for as long as one likes.
///
///     histories 20000 --seed 1            the real store
///     histories 20000 --seed 1 --model    the slow model that it is held against
///
/// A failing history prints its seed and the shortest script found; exit code 1.
@main
struct Histories {
  static func main() throws {
    var words = Array(CommandLine.arguments.dropFirst())
    var first: UInt64 = 0
    if let flag = words.firstIndex(of: "--seed"), flag + 1 < words.count, let seed = UInt64(words[flag + 1]) {
      first = seed
      words.removeSubrange(flag...flag + 1)
    }
    let isModel = words.contains("--model")
    words.removeAll { $0 == "--model" }
    let make = isModel ? model : StoreMachine.mixed
    guard words.count == 1, let count = UInt64(words[0]) else {
      print("usage: histories N [--seed S] [--model]")
      exit(2)
    }
    var counts: [String: Int] = [:]
    for seed in first..<(first + count) {
      let history = RandomHistory(seed: seed)
      let outcome = try history.play(make)
      if let violation = outcome.violation {
        print(try history.report(violation, make))
        exit(1)
      }
      counts.merge(outcome.world.counts, uniquingKeysWith: +)
    }
    print("\(count) histories keep every law:", counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" })
  }

  private static func model(
    _ name: String, _ random: Randomness, _ skew: Int, _ schema: Schema
  ) -> any Machine {
    Replica(name, random: random, skew: skew, schema: schema)
  }
}
