import BundleFile
import HostileCorpus
import Testing

/// Random damage to the text, with the container and the last line's sums made right again, so that it reaches the parser.
@Suite struct `Mutated texts` {
  @Test func `no text crashes the reader, and no change of a text goes unnoticed`() throws {
    let seed: UInt64 = 2026
    var random = SeededGenerator(seed)
    let (head, transactions) = try exampleBundle()
    let lines = try text(of: written(head, transactions).bytes).split(separator: "\n").dropLast().map { Array($0.utf8) }
    for round in 0..<3000 {
      var mutated = lines
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let line = Int.random(in: mutated.indices, using: &random)
        mutate(&mutated[line], &random)
      }
      let file = try TextBundle(bytes: mutated).file(end: "{\"organisation\":2,\"person\":18}")
      do {
        let back = try read(file)
        #expect(back.transactions == transactions, "seed \(seed), round \(round)")
      } catch is BundleError {}
    }
  }

  private func mutate(_ line: inout [UInt8], _ random: inout SeededGenerator) {
    guard !line.isEmpty else { return }
    let at = Int.random(in: line.indices, using: &random)
    let words = ["\"", "[", "]", "{", "}", ",", ":", "0", "-1", "9007199254740991", "\\u0000", "null", "\"k\":[]", "é"]
    switch Int.random(in: 0..<5, using: &random) {
    case 0: line[at] = UInt8.random(in: 0...255, using: &random)
    case 1: line.remove(at: at)
    case 2: line.insert(contentsOf: Array(words.randomElement(using: &random)?.utf8 ?? "".utf8), at: at)
    case 3: line.removeSubrange(at..<min(at + Int.random(in: 1...30, using: &random), line.count))
    default:
      let from = Int.random(in: line.indices, using: &random)
      line.insert(contentsOf: Array(line[from..<min(from + 30, line.count)]), at: at)
    }
  }
}
