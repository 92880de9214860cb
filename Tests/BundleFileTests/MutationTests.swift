import HostileCorpus
import Testing

@Suite struct `Mutated bundles` {
  @Test func `none crashes the reader, and no change goes unnoticed`() throws {
    let (head, transactions) = try exampleBundle()
    try Fuzz.run(written(head, transactions).bytes, rounds: 2000, seed: 2026) { Issue.record("\($0)") }
  }
}
