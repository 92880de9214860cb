import Model
import Playbook
import SeededNumbers
import Testing

/// What the members of a panel get, who compare their mail.
@Suite struct PanelTests {
  private static let topics = ["storage tariffs", "merging SCADA feeds", "nobody owns data quality", "hiring plans"]
  private static let challenges = ["untangle the billing", "reps struggle with discovery calls", "the Wales rollout"]

  private func rows(_ count: Int, _ random: inout SplitMix) throws -> ScenarioRows {
    var rows = ScenarioRows()
    try rows.execute(words("organisation acme"))
    for index in 0..<count {
      try rows.execute(words("person p\(index) organisation=acme name=\"Person \(index) Smith\""))
    }
    try rows.execute(words("opportunity job organisation=acme role=Engineer"))
    let parts = (0..<count).map { "p\($0)" + ($0 > 0 && random.next() % 4 == 0 ? ":hr" : "") }
    try rows.execute(words("interview i1 opportunity=job start=2026-03-10 with=\(parts.joined(separator: ","))"))
    for (kind, texts) in [("topic", Self.topics), ("challenge", Self.challenges)] {
      for index in 0..<Int(random.next() % UInt64(texts.count + 1)) {
        try rows.execute(words("finding \(kind)\(index) interview=i1 kind=\(kind) text=\"\(texts[index])\""))
      }
    }
    for line in [
      "finding o interview=i1 kind=objection text=\"no agency background\" remedy=\"two years of freelance work\"",
      "finding m interview=i1 kind=missed-accomplishment text=\"built the outage model at Oxera\"",
      "finding c interview=i1 kind=connection text=\"both rowed at Durham\"",
    ] where random.next() % 2 == 0 {
      try rows.execute(words(line))
    }
    return rows
  }

  @Test(arguments: 2...8, [DraftKind.thankYou, .executiveLetter, .card, .sameDayThanks])
  func `no two letters of a panel share a sentence, and their topics go round`(count: Int, kind: DraftKind) throws {
    for seed in 1...3 as ClosedRange<UInt64> {
      var random = SplitMix(seed: seed)
      var rows = try rows(count, &random)
      let people = (0..<count).map { rows.id("p\($0)") }
      let job = rows.id("job")
      let writer = LetterWriter(
        facts: rows.facts, preferences: Preferences(), today: try day("2026-03-11"), zones: .utc)
      let drafts = try people.map { try writer.draft(kind, to: $0, opportunity: job) }
      let letters = zip(people, drafts).map { (person: $0, text: $1.body) }
      #expect(Overlap.shared(letters, facts: rows.facts).isEmpty, "\(count) people, seed \(seed)")
      let bodies = drafts.map { $0.body.split(separator: "\n", maxSplits: 1).last.map(String.init) ?? "" }
      #expect(Set(bodies).count == count, "seed \(seed)")
      let topics = rows.findings.filter { $0.about == .topic }.compactMap(\.text)
      guard topics.count > 1, kind != .executiveLetter else { continue }
      let told = Set(bodies.flatMap { body in topics.filter { body.contains($0) } })
      #expect(told.count == min(topics.count, count), "seed \(seed): \(told)")
    }
  }
}
