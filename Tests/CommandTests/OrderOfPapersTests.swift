import Foundation
import SeededNumbers
import Testing

/// Papers come in as they are found: the newest folder first, a mail that was mislaid last. What they end in is the same, where each says
/// whose it is.
@Suite struct OrderOfPapersTests {
  private static func nadia(_ day: String, _ id: String, _ words: String) -> String {
    Papers.mail(
      from: Papers.nadia, "Interview for the Analyst position at Pellam Energy", on: day, id: id,
      "Dear Sam,\n\n\(words)\n\nKind regards,\nNadia Okafor\nPellam Energy\n")
  }

  private static let invited = nadia(
    "Mon, 7 Sep", "1@pellam.example",
    "We would like to invite you to an interview for the Analyst position on Tuesday 15 September at 10:00.")
  private static let moved = nadia(
    "Wed, 9 Sep", "2@pellam.example",
    "I am sorry, we have to move your interview from Tuesday 15 September to Thursday 17 September at 14:00.")
  private static let cancelled = nadia(
    "Thu, 10 Sep", "3@pellam.example",
    "Unfortunately we have to cancel your interview on Thursday 17 September. We will be in touch.")

  static let searches: [[String]] = [
    [invited, moved], [invited, cancelled], [invited, moved, cancelled], [invited, moved, Papers.no],
  ]

  private func end(_ mails: [String], _ today: String, _ note: String) throws -> [String] {
    let papers = try Papers(Home(), interview: false)
    _ = try papers.home.run("settings", "import.archive-after", "36500")
    for (index, mail) in mails.enumerated() {
      #expect(try papers.take("m\(index).eml", mail, on: today).code == 0, "\(note)")
    }
    let shown = try ["interviews", "opportunities", "promises", "people"].map { kind in
      try papers.home.run("list", kind, "--all", "--plain", "--today", today).output.split(separator: "\n").map {
        line in
        line.split(separator: "\t", omittingEmptySubsequences: false).dropFirst().joined(separator: "\t")
      }.sorted().joined(separator: "\n")
    }
    return try (shown + [papers.plan(on: today)]).flatMap { part in
      // Rows have ids of the paper that first told of them; columns are as wide as these.
      part.split(separator: "\n").map { line in
        line.split(separator: " ").filter { $0.wholeMatch(of: /[0-9a-f]{8}/) == nil }.joined(separator: " ")
      }
    }
  }

  private func expectAlike(_ left: [String], _ right: [String], _ note: String) {
    #expect(
      left.sorted() == right.sorted(),
      "\(note): \(left.filter { !right.contains($0) }) and \(right.filter { !left.contains($0) })")
  }

  @Test(arguments: searches.indices) func `an interview's mails in any order end alike`(search: Int) throws {
    let mails = Self.searches[search]
    let expected = try end(mails, "2026-09-25", "in order")
    for order in Self.orders(mails.count).dropFirst() {
      expectAlike(try end(order.map { mails[$0] }, "2026-09-25", "\(order)"), expected, "\(order)")
    }
  }

  private static func orders(_ count: Int) -> [[Int]] {
    guard count > 1 else { return [[0]] }
    return orders(count - 1).flatMap { order in (0..<count).map { Array(order[..<$0]) + [count - 1] + order[$0...] } }
      .sorted { $0.lexicographicallyPrecedes($1) }
  }

  @Test(arguments: 0..<3 as Range<UInt64>) func `the mails of searches one by one in any order end alike`(seed: UInt64)
    throws
  {
    let mails = YearOfMail(seed: seed, processes: 3, mails: 0).mails.map(\.text)
    var random = SplitMix(seed: seed)
    let today = YearOfMail.iso(360)
    let shuffled = mails.shuffled(using: &random)
    expectAlike(try end(shuffled, today, "seed \(seed)"), try end(mails, today, "seed \(seed)"), "seed \(seed)")
  }

  /// Eight mails of one search, of which only the first names the firm: the others say whose they are by their addresses.
  @Test func `mails that do not name their firm in any order end alike`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Fixtures/Mails/larkfield")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    let mails = try files.sorted { $0.path < $1.path }.map { try String(contentsOf: $0, encoding: .utf8) }
    try #require(mails.count == 8)
    let expected = try end(mails, "2026-10-07", "in order")
    expectAlike(try end(mails.reversed(), "2026-10-07", "backwards"), expected, "backwards")
    for seed in 0..<3 as Range<UInt64> {
      var random = SplitMix(seed: seed)
      expectAlike(
        try end(mails.shuffled(using: &random), "2026-10-07", "seed \(seed)"), expected, "seed \(seed)")
    }
  }
}
