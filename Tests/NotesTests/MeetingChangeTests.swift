import Model
import Notes
import Testing

/// A moved or cancelled interview, however its day is written.
@Suite struct MeetingChangeTests {
  private static let day = Day(year: 2026, month: 4, day: 20)
  private static let spellings = [
    "Tuesday 5 May", "5 May 2026", "05.05.2026", "5. Mai", "5. Mai 2026", "5.5.2026 um 14 Uhr",
    "2 p.m. on 5 May", "2.30 p.m. on Tuesday 5 May", "2026-05-05", "Tues. 5 May",
  ]

  @Test(arguments: spellings) func `a dot in a day ends no sentence`(spelling: String) throws {
    let day = try #require(Self.day)
    for words in [
      "Hi Sam. We have to move the interview to \(spelling). Sorry!", "The interview is moved to \(spelling)",
    ] {
      let change = try #require(MeetingChange(words, on: day, order: .dayFirst), "\(words)")
      #expect(change.what == .moved)
      #expect(change.days.map(\.day) == [Day(year: 2026, month: 5, day: 5)], "\(words): \(change.days)")
    }
  }

  @Test(arguments: spellings) func `a day of the sentence after is not the one called off`(spelling: String) throws {
    let day = try #require(Self.day)
    let words = "The interview on \(spelling) is cancelled. We will write again by 28 May."
    let change = try #require(MeetingChange(words, on: day, order: .dayFirst), "\(words)")
    #expect(change.what == .cancelled)
    #expect(change.days.map(\.day) == [Day(year: 2026, month: 5, day: 5)], "\(words): \(change.days)")
  }

  @Test(
    arguments: [
      "We have to move your interview from Tuesday 28 April to OTHER.",
      "Your interview moves to OTHER instead of Tuesday 28 April.",
      "Das Gespräch wird auf den OTHER verschoben, statt am Dienstag, 28. April.",
      "We need to reschedule your interview on Tuesday 28 April. Would OTHER suit you?",
    ], ["5 May", "Tuesday 5 May", "5.5.2026"])
  func `the new day is told from the old one by the words before it`(text: String, spelling: String) throws {
    let day = try #require(Self.day)
    let words = text.replacing("OTHER", with: spelling)
    let change = try #require(MeetingChange(words, on: day, order: .dayFirst), "\(words)")
    #expect(change.newDay?.day == Day(year: 2026, month: 5, day: 5), "\(words): \(change.days)")
  }
}
