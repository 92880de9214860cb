import BundleFile
import Merge
import SeededNumbers

/// Reads random changes of a sound bundle, which must end in a `BundleError` or in the very same changes.
package enum Fuzz {
  /// Calls `report` with what went unnoticed; a crash speaks for itself.
  package static func run(_ file: [UInt8], rounds: Int, seed: UInt64, report: (String) -> Void) throws {
    var random = SplitMix(seed: seed)
    var sound: [Transaction] = []
    let counts = try BundleReader.read(memorySource(file), transaction: { sound.append($0) }).counts
    let end = "{" + counts.map { "\"\($0.kind)\":\($0.changes)" }.joined(separator: ",") + "}"
    let lines = try inflated(file).split(separator: 0x0A).dropLast().map(Array.init)
    for round in 0..<rounds {
      let mutated = try Mutation.mutated(file, lines: lines, counts: end, &random)
      var found: [Transaction] = []
      do {
        _ = try BundleReader.read(memorySource(mutated), transaction: { found.append($0) })
        if found != sound { report("seed \(seed), round \(round): a change went unnoticed") }
      } catch is BundleError {}
    }
  }
}
