import Testing

@testable import Model

@Suite struct MomentTests {
  @Test(arguments: ["2026-04-21", "2026-04-21T09:30", "2026-04-21T09:30 Europe/London", "2026-04-21 +02:00"])
  func `the stored form reads back as itself`(text: String) throws {
    #expect(try #require(Moment(text)).description == text)
  }

  @Test(arguments: [
    "", "2026-04-21T", "2026-04-21T24:00", "2026-04-21T09:60", "2026-04-21T9:30", "2026-04-21T09:30 ",
    "2026-04-21T09:30 a b",
    "2026-04-21T09:30 \u{1B}[2J",
  ])
  func `other forms are refused`(text: String) {
    #expect(Moment(text) == nil)
  }

  @Test func `a day without a time comes before its times`() throws {
    let moments = ["2026-04-21", "2026-04-21T00:00", "2026-04-21T09:30", "2026-04-22"].compactMap { Moment($0) }
    #expect(moments.shuffled().sorted() == moments)
  }
}
