import Foundation
import Testing

/// What papers may have told is asked where somebody sits, right after the papers were read.
@Suite struct AskedNewsTests {
  @Test func `an import asks of each doubtful piece of news, and what is put off waits`() throws {
    for (key, isDone, waits) in [("y", true, false), ("n", false, false), ("l", false, true), ("q", false, true)] {
      let papers = try Papers.withOffer()
      try papers.home.write("refusal.eml", Papers.refusal)
      let terminal = try Terminal(papers.home, ["import", "refusal.eml", "--today", "2026-09-30"])
      let shown = try terminal.wait(for: "[q]uit")
      #expect(
        shown.components(separatedBy: "A no from Bea Holt").count == 2, "asked once, and not told besides: \(shown)")
      terminal.type(key)
      #expect(terminal.end() == 0)
      let stages = try papers.list("opportunities")
      #expect(stages.contains { $0.contains("rejected") } == isDone, "\(key): \(stages)")
      #expect(try papers.home.run("proposals").output.contains("Ostrava") == waits, "\(key)")
    }
  }

  @Test func `a pipe, --no-input and --yes are not asked, and nothing is taken for granted`() throws {
    for options in [[], ["--no-input"], ["--yes"]] {
      let papers = try Papers.withOffer()
      try papers.home.write("refusal.eml", Papers.refusal)
      let outcome = try papers.home.run(["import", "refusal.eml", "--today", "2026-09-30"] + options)
      #expect(outcome.code == 0 && outcome.talk.contains("To be decided"), "\(options): \(outcome.talk)")
      #expect(try papers.home.run("proposals").output.contains("Ostrava"))
    }
  }
}
