import BundleFile

/// Random changes of a bundle's bytes or of its text. The same generator state gives the same change.
package enum Mutation {
  private static let words = [
    "\"", "[", "]", "{", "}", ",", ":", "0", "-1", "9007199254740991", "\\u0000", "null", "\"k\":[]", "é",
  ]

  /// Changes, removes, inserts or repeats some bytes.
  package static func apply(_ bytes: inout [UInt8], _ random: inout some RandomNumberGenerator) {
    guard !bytes.isEmpty else { return }
    let at = Int.random(in: bytes.indices, using: &random)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes.remove(at: at)
    case 2: bytes.insert(contentsOf: Array((words.randomElement(using: &random) ?? "").utf8), at: at)
    case 3: bytes.removeSubrange(at..<min(at + Int.random(in: 1...30, using: &random), bytes.count))
    default:
      let from = Int.random(in: bytes.indices, using: &random)
      bytes.insert(contentsOf: Array(bytes[from..<min(from + 30, bytes.count)]), at: at)
    }
  }

  /// The file with one to three lines of its text changed, and container and last line made right again, so that the
  /// change reaches the parser; one time in four the file's own bytes changed instead.
  package static func mutated(
    _ file: [UInt8], lines: [[UInt8]], counts: String, _ random: inout some RandomNumberGenerator
  ) throws -> [UInt8] {
    let rounds = Int.random(in: 1...3, using: &random)
    if Int.random(in: 0..<4, using: &random) == 0 {
      var file = file
      for _ in 0..<rounds { apply(&file, &random) }
      return file
    }
    var lines = lines
    for _ in 0..<rounds { apply(&lines[Int.random(in: lines.indices, using: &random)], &random) }
    return try TextBundle(bytes: lines).file(end: counts)
  }
}
