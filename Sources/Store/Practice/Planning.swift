import Foundation
import Model
package import Playbook

extension Store {
  /// The planner over what is live, on the environment's day, in the user's zone.
  package func planner() throws -> Planner { try read(planner) }

  func planner(_ session: Session) throws -> Planner {
    try planner(session, try LiveFacts(session: session).read())
  }

  func planner(_ session: Session, _ facts: Facts) throws -> Planner {
    let settings = try session.records(Setting.self)
    let zone = settings.first { $0.name == SettingName.zone }?.value.flatMap { TimeZone(identifier: $0) } ?? .current
    return Planner(
      facts: facts, preferences: Preferences(settings: settings), today: environment.today, zones: ZoneData(zone))
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
  /// After how many days an imported interview counts as archive.
  package static let archiveAfter = "import.archive-after"
  /// After how many days of lateness thanks are stale.
  package static let thanksStaleAfter = "thanks.stale-after"
  /// Which comes first in `3/4`: `day-first` or `month-first`.
  package static let dateOrder = "dates.order"
}

extension ZoneData {
  /// Foundation's zone data, with this zone as the user's own.
  init(_ own: TimeZone) {
    self.init(
      offsetOfWallTime: { day, minute, name in
        guard let zone = name.map({ TimeZone(identifier: $0) ?? TimeZone(offset: $0) }) ?? own else { return nil }
        let asUTC = day.number * 86_400 + minute * 60
        // The offset at the wall time: one correction settles all but the hour that a change of the clock skips.
        let guess = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(asUTC)))
        return zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(asUTC - guess)))
      },
      offsetOfInstant: { seconds in own.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))) })
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
