import Foundation
package import Model
package import Playbook

extension Store {
  /// The planner over what is live, on the environment's day, in the user's zone.
  package func planner() throws -> Planner { try read(planner) }

  func planner(_ session: Session) throws -> Planner {
    try planner(session, try ScopedFacts(.live, session: session).read())
  }

  /// The planner over the searches that a row has a part in, archived ones included.
  package func planner(about row: Subject) throws -> Planner {
    try read { try planner($0, try ScopedFacts(.about(row), session: $0).read()) }
  }

  func planner(_ session: Session, _ facts: Facts) throws -> Planner {
    let settings = try session.records(Setting.self)
    return Planner(
      facts: facts, preferences: Preferences(settings: settings), today: environment.today,
      zones: ZoneData(settings: settings))
  }
}

/// Names of settings that the store itself reads.
package enum SettingName {
  /// The user's own name, and what stands below a letter.
  package static let name = "name"
  package static let signature = "signature"
  /// The address that the user's own mails come from.
  package static let mail = "mail"
  /// Days on which nobody works.
  package static let holidays = "holidays"
  /// Contacts that chase, per organisation and week.
  package static let cap = "cap"
  /// The playbook of the search.
  package static let playbook = "playbook"
  /// Until when everything is put off.
  package static let pause = "pause"
  /// The text of a playbook of the user's own.
  package static func ownPlaybook(_ name: String) -> String { "own-playbook." + name }
  /// The user's IANA time zone.
  package static let zone = "zone"
  /// Where the user is on other days: `2026-03-08..2026-03-12 America/New_York`.
  package static let travel = "travel"
  /// After how many days an imported interview counts as archive.
  package static let archiveAfter = "import.archive-after"
  /// After how many days of lateness thanks are stale.
  package static let thanksStaleAfter = "thanks.stale-after"
  /// Which comes first in `3/4`: `day-first` or `month-first`.
  package static let dateOrder = "dates.order"
}

extension ZoneData {
  /// Foundation's zone data, with the user's own zone as it is set, day by day.
  init(settings: [Setting]) {
    let own = settings.first { $0.name == SettingName.zone }?.value.flatMap { TimeZone(identifier: $0) } ?? .current
    let stays = settings.filter { $0.name == SettingName.travel }.flatMap(\.words).sorted().compactMap { Stay($0) }
    self.init(own, stays: stays)
  }

  /// - Parameter stays: journeys, on whose days the zone of where the user is counts.
  init(_ own: TimeZone, stays: [Stay] = []) {
    self.init(
      offsetOfWallTime: { day, minute, name in
        let here = stays.first { $0.days.contains(day) }?.zone ?? own
        guard let zone = name.map({ TimeZone(identifier: $0) ?? TimeZone(offset: $0) }) ?? here else { return nil }
        let asUTC = day.number * 86_400 + minute * 60
        // The offset at the wall time: one correction settles all but the hour that a change of the clock skips.
        let guess = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(asUTC)))
        return zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(asUTC - guess)))
      },
      offsetOfInstant: { seconds in
        let date = Date(timeIntervalSince1970: Double(seconds))
        // Where the user is at that instant: on the road if it falls there on a day of the journey.
        let away = stays.lazy.map { (stay: $0, offset: $0.zone.secondsFromGMT(for: date)) }
          .first { $0.stay.days.contains(Day(number: Int((Double(seconds + $0.offset) / 86_400).rounded(.down)))) }
        return away?.offset ?? own.secondsFromGMT(for: date)
      })
  }
}

extension TimeZone {
  /// Reads `+02:00` and `Z`.
  fileprivate init?(offset: String) {
    if offset == "Z" {
      self.init(secondsFromGMT: 0)
    } else {
      let digits = offset.utf8.dropFirst().split(separator: 0x3A).compactMap { Int(String(Substring($0))) }
      guard let sign = offset.first, sign == "+" || sign == "-", digits.count == 2, digits[0] < 15, digits[1] < 60
      else {
        return nil
      }
      self.init(secondsFromGMT: (sign == "-" ? -1 : 1) * (digits[0] * 3600 + digits[1] * 60))
    }
  }
}
