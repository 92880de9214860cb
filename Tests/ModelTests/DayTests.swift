import Testing

@testable import Model

@Suite struct DayTests {
  @Test func `every day of the calendar is the day its parts make`() throws {
    var expected = (year: 1, month: 1, day: 1)
    for number in Day.first.number...Day.last.number {
      let parts = Day(number: number).parts
      try #require(parts == expected, "day \(number)")
      #expect(Day(year: parts.year, month: parts.month, day: parts.day)?.number == number)
      expected.day += 1
      if expected.day > Day.length(ofMonth: expected.month, year: expected.year) {
        expected = expected.month == 12 ? (expected.year + 1, 1, 1) : (expected.year, expected.month + 1, 1)
      }
    }
  }

  @Test(arguments: [
    ("1970-01-01", 0, Weekday.thursday), ("2000-02-29", 11_016, .tuesday), ("2026-03-20", 20_532, .friday),
  ])
  func `known days have their number and weekday`(text: String, number: Int, weekday: Weekday) throws {
    let day = try #require(Day(text))
    #expect(day.number == number)
    #expect(day.weekday == weekday)
    #expect(day.description == text)
  }

  @Test(arguments: [
    "", "2026-3-20", "2026-13-01", "2026-02-30", "2025-02-29", "0000-01-01", "2026-03-20 ", "２026-03-20", "2026/03/20",
  ])
  func `what is no day is refused`(text: String) {
    #expect(Day(text) == nil)
  }

  @Test func `a month later is the same day of the month or its last`() throws {
    let january = try #require(Day("2026-01-31"))
    #expect(january.adding(months: 1).description == "2026-02-28")
    #expect(january.adding(months: 25).description == "2028-02-29")
    #expect(january.adding(months: -2).description == "2025-11-30")
    #expect(january.adding(months: 12).description == "2027-01-31")
  }

  @Test func `a week begins on Monday`() throws {
    for offset in 0..<7 {
      let day = try #require(Day("2026-03-16")) + offset
      #expect(day.monday.description == "2026-03-16")
      #expect(day.weekday.rawValue == offset + 1)
      #expect(day.weekday.isWeekend == (offset > 4))
    }
  }

  @Test func `arithmetic beyond the calendar stays inside it`() {
    #expect(Day.last + 1 == Day.last)
    #expect(Day.first - 1 == Day.first)
  }
}
