import BundleFile
import HostileCorpus
import Testing

@Suite struct `Hostile files` {
  @Test func `each is refused with a reason or accepted, as the corpus says`() throws {
    for file in try HostileFile.all() {
      do {
        _ = try read(file.bytes)
        #expect(file.verdict == .accept, "\(file.name): \(file.why)")
      } catch let error as BundleError {
        #expect(file.verdict == .reject, "\(file.name): \(error)")
        #expect(!error.description.contains("\n"))
      }
      // The one refusal that is a matter of taste: other tools may have packed the text anew.
      if file.name == "plain-gzip" { #expect(throws: Never.self) { try read(file.bytes, container: .lenient) } }
    }
  }
}
