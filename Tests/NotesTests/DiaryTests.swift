import Model
import Notes
import Testing

/// Days said in a diary count from the day of their entry, however that is written.
@Suite struct DiaryTests {
  /// How somebody writes the day of an entry, by its number in March 2026.
  private static let heads: [@Sendable (Int) -> String] = [
    { "\(weekdays[($0 - 9) % 7]) \($0)  " }, { "\($0)/3 - " }, { "\(iso($0)): " }, { "\($0) March 2026\n" },
    { "- \($0). März: " }, { "[\(iso($0))] " },
  ]
  private static func iso(_ day: Int) -> String { day < 10 ? "2026-03-0\(day)" : "2026-03-\(day)" }
  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  private func diary(_ head: (Int) -> String, isReversed: Bool) -> String {
    let said = [
      "Sent my CV to Tolpuddle Hauliers for the driver job.",
      "Interview at Marlpit Farm Shop. Met Dana Yeo, she will let me know by Friday.", "No word from anybody yet.",
    ]
    let entries = said.enumerated().map { head(9 + $0 * 2) + $1 }
    return (isReversed ? entries.reversed() : entries).joined(separator: "\n") + "\n"
  }

  @Test(arguments: heads.indices, [false, true])
  func `a promise is due on the weekday after its entry, not after the last`(head: Int, isReversed: Bool) throws {
    let text = diary(Self.heads[head], isReversed: isReversed)
    let reading = learnt(text, on: "2026-03-30")
    let promised = reading.facts.filter { $0.field == .promisedDate }
    // The entry is of Wednesday 11 March; the diary was put away more than two weeks later.
    #expect(Set(promised.map(\.value)) == ["2026-03-13"], "\(text)\(reading.facts.map { ($0.field, $0.value) })")
  }

  @Test(arguments: heads.indices)
  func `a day that an entry begins with is that day, not one near the last`(head: Int) {
    let reading = learnt(diary(Self.heads[head], isReversed: false), on: "2026-03-30")
    let held = reading.facts.filter { $0.field == .interviewDate }.map(\.value)
    #expect(held.allSatisfy { ["2026-03-09", "2026-03-11", "2026-03-13"].contains($0) }, "\(held)")
  }

  @Test func `days to come make no diary`() throws {
    let reading = learnt(
      "Interviews\n9/4 Acme\n10/4 Bolt\n13/4 Corv: they will let me know by Friday\n", on: "2026-04-01")
    #expect(!reading.facts.contains { $0.field == .promisedDate && $0.value == "2026-04-17" })
  }
}
