import Model
import Playbook
import Testing

@Suite struct PublicHolidayTests {
  private func days(_ country: String, _ year: Int) -> [String] {
    (PublicHolidays.days(of: country, years: year...year) ?? []).map(\.description)
  }

  @Test func `the days of a country are those of its calendar`() {
    #expect(
      days("GB", 2026) == [
        "2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31", "2026-12-25", "2026-12-28",
      ])
    #expect(days("uk", 2027).suffix(2) == ["2027-12-27", "2027-12-28"])
    #expect(
      days("Deutschland", 2026) == [
        "2026-01-01", "2026-04-03", "2026-04-06", "2026-05-01", "2026-05-14", "2026-05-25", "2026-10-03", "2026-12-25",
        "2026-12-26",
      ])
    #expect(days("US", 2026).contains("2026-07-03") && days("US", 2026).contains("2026-11-26"))
    #expect(PublicHolidays.days(of: "Atlantis", years: 2026...2026) == nil)
  }

  @Test(arguments: PublicHolidays.countries)
  func `every rule of every country gives a day of its year, each once`(_ country: String) {
    let counts = (1990...2060).map { days(country, $0).count }
    #expect(Set(counts).count == 1, "\(counts)")
    for year in 1990...2060 {
      let days = days(country, year)
      #expect(Set(days).count >= days.count - 1, "Two may meet, as Ascension Day and the first of May: \(days)")
      #expect(days.allSatisfy { $0.hasPrefix("\(year)") || $0.hasPrefix("\(year - 1)-12-31") })
    }
  }
}
