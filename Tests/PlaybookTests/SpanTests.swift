import Model
import Playbook
import Testing

@Test func `a span reads what it writes`() {
  for text in ["0d", "48h", "3b", "4w", "1m"] {
    #expect(Span(text)?.description == text)
  }
}

@Test(arguments: ["", "d", "-1d", "3", "3x", "3 d", "99999d", "1.5d", "+2d", "３d"])
func `a span that is no span is refused`(text: String) {
  #expect(Span(text) == nil)
}

@Test func `business days skip weekends and holidays`() throws {
  let friday = try #require(Day("2026-04-03"))
  let calendar = WorkCalendar(holidays: [friday, friday + 3])
  #expect(calendar.day(friday - 1, plus: .businessDays(1)).description == "2026-04-07")
  #expect(calendar.day(friday + 4, minus: .businessDays(1)).description == "2026-04-02")
}

@Test func `a month after a month's last day is a last day`() throws {
  let calendar = WorkCalendar()
  #expect(calendar.day(try #require(Day("2028-01-31")), plus: .months(1)).description == "2028-02-29")
  #expect(calendar.day(try #require(Day("2026-01-31")), plus: .months(1)).description == "2026-02-28")
}
