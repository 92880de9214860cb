import Model
import Notes
import Testing

@Suite struct DateOrderTests {
  /// A Friday.
  private let today = Day(number: 20532)

  private func reading(_ text: String, _ order: DateOrder = .undecided) -> Reading {
    readByRules(Array(text.utf8), options: ReadingOptions(today: today, order: order))
  }

  private func days(_ reading: Reading) -> [String] {
    reading.facts.filter { $0.field == .interviewDate || $0.field == .promisedDate }.map { String($0.value.prefix(10)) }
  }

  @Test(arguments: [
    ("en_GB.UTF-8", DayMonthOrder.dayFirst), ("de_DE", .dayFirst), ("fr_CA.UTF-8", .dayFirst),
    ("en_US.UTF-8", .monthFirst), ("es_PR", .monthFirst), ("en_PH@currency=PHP", .monthFirst), ("ja_JP", .monthFirst),
  ])
  func `a locale says which comes first`(name: String, order: DayMonthOrder) {
    #expect(DateOrder(locale: name) == DateOrder(order, .locale(name)))
  }

  @Test(arguments: ["C", "C.UTF-8", "POSIX", "", "en_CA.UTF-8"])
  func `a locale that says nothing leaves it undecided`(name: String) {
    #expect(DateOrder(locale: name) == .undecided)
  }

  @Test func `a date that can be read one way tells how the others are read, before setting and locale`() {
    let text = "Call with Dana Whit (HR) at Acme Ltd on 3/4/2026\nSecond round was 13/4/2026.\nThey decide by 5/4/2026."
    let found = reading(text, DateOrder(.monthFirst, .setting))
    #expect(found.dateOrder == DateOrder(.dayFirst, .note("13/4/2026")))
    #expect(days(found).first == "2026-04-03")
    let american = reading(text.replacing("13/4", with: "4/13"))
    #expect(american.dateOrder.order == .monthFirst && days(american).first == "2026-03-04")
  }

  @Test func `a weekday tells it too`() {
    #expect(reading("Fri 6/3 phone screen, Acme Ltd").dateOrder.source == .note("6/3"))
    #expect(reading("Fri 3/6/2026 phone screen, Acme Ltd").dateOrder.order == .monthFirst)
  }

  @Test func `what was asked for goes before all`() {
    let found = reading("Met on 13/4/2026, call on 3/4/2026", DateOrder(.monthFirst, .asked))
    #expect(found.dateOrder == DateOrder(.monthFirst, .asked))
  }

  @Test func `contradicting dates tell nothing`() {
    #expect(reading("13/4/2026 and 4/13/2026").dateOrder == .undecided)
  }

  @Test(arguments: ["1/2/2026/13", "version 4-13-2", "10.4/13 k"])
  func `a longer row of numbers tells nothing`(text: String) { #expect(reading(text).dateOrder == .undecided) }

  @Test func `an open date keeps its other reading and says so at its line`() throws {
    let found = reading("Call with Dana Whit (HR) at Acme Ltd\nInterview on 3/4/2026")
    let date = try #require(found.facts.first { $0.field == .interviewDate })
    #expect(date.value == "2026-04-03" && date.alternatives == ["2026-03-04"])
    #expect(found.hasOpenOrder)
    #expect(found.remarks.contains { $0.line == 2 && $0.text.contains("2026-03-04") })
  }

  @Test func `direction does not turn day and month round`() throws {
    // Looking back from 20 March, the fourth of March would be nearer.
    let found = reading("Interview with Acme Ltd was on 3/4")
    #expect(days(found).allSatisfy { $0.hasSuffix("-04-03") })
  }

  @Test func `dots are day first in every locale`() {
    let found = DatePhrases.resolve("3.4.2026", from: Moment(day: today), order: .monthFirst)
    #expect(found.map(\.value) == ["2026-04-03"])
    // No month is the 22nd: it can only have been meant the other way.
    #expect(DatePhrases.resolve("4.22.2026", from: Moment(day: today)).map(\.value) == ["2026-04-22"])
  }
}
