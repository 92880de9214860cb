import Model
import Playbook
import Testing

@testable import Store

/// Touches dated after today: another zone's day, or another machine's wrong clock.
@Suite struct TouchAheadTests {
  /// For every pair of zones and each hour of a day the day there and the day here.
  private static let days: Set<Int> = Set(
    (-12...14).flatMap { writer in
      (-12...14).flatMap { reader in (0..<24).map { hour in floor(hour + writer) - floor(hour + reader) } }
    })

  private static func floor(_ hours: Int) -> Int { hours >= 0 ? hours / 24 : (hours - 23) / 24 }

  @Test func `what was sent by the clock of any zone is not asked for again`() throws {
    for ahead in Self.days.sorted() + [30, 3900] {
      let search = try PracticeSearch()
      let today = try day("2026-03-13")
      let before = try search.plan("2026-03-13", search.dana).filter { $0.hasSuffix("thank-you-note") }
      #expect(!before.isEmpty)
      var entry = TouchEntry(channel: .email, person: search.dana, day: today + ahead)
      entry.form = DraftKind.thankYou.rawValue
      _ = try search.store.log(entry, command: "log")
      let after = try search.plan("2026-03-13", search.dana).filter { $0.hasSuffix("thank-you-note") }
      #expect(after.isEmpty, "dated \(ahead) days after today")
    }
  }

  @Test func `a chasing word dated ahead counts for the cap and the silence`() throws {
    for ahead in [0, 1, 2] {
      let search = try PracticeSearch()
      search.store.today = try day("2026-03-26")
      var entry = TouchEntry(channel: .email, person: search.dana, day: search.store.today + ahead)
      entry.form = "status"
      _ = try search.store.log(entry, command: "log")
      let asked = try search.plan("2026-03-26", search.dana).filter {
        $0.contains("break-the-silence") && $0 < "2026-03-27"
      }
      #expect(asked.isEmpty, "dated \(ahead) days after today")
    }
  }
}
