import Foundation
import Model
import Notes
import Playbook

/// A setting that the program knows, or a family of them: its name, what its value is, what holds without it, what it means.
package struct SettingInfo: Sendable {
  package enum ValueType: Sendable, Equatable {
    /// One line, or several where `isLong`.
    case text(isLong: Bool)
    case zone
    /// A day to come.
    case day
    case number(ClosedRange<Int>)
    case choice([String])
    /// A list of days, kept as words.
    case days
    /// A list of journeys into other time zones, kept as words.
    case stays
    /// The name of a playbook.
    case playbook
    /// A rule's number, the user's own playbook, a borrowed rule, the wording of a kind of draft: other commands write them.
    case rule, ownPlaybook, borrowed, template
  }

  /// As it is stored; of a family the part up to and with the first dot.
  package let name: String
  package let type: ValueType
  /// What holds where it is not set, in words.
  package let standard: String
  package let meaning: String
  /// A value as a person types it.
  package let example: String
  /// What people also call it.
  let otherNames: [String]

  package var isFamily: Bool { name.hasSuffix(".") }
  /// Kept as words instead of one value.
  package var isList: Bool { type == .days || type == .stays }

  private init(
    _ name: String, _ type: ValueType, standard: String, _ meaning: String, example: String, called: String = ""
  ) {
    (self.name, self.type, self.standard, self.meaning) = (name, type, standard, meaning)
    (self.example, otherNames) = (example, called.split(separator: " ").map(String.init))
  }

  /// Every setting, those that matter most first.
  package static let all = [
    SettingInfo(
      SettingName.name, .text(isLong: false), standard: "not set", "your name, as it ends a letter",
      example: "Sam Rees", called: "fullname full-name me my-name username user"),
    SettingInfo(
      SettingName.signature, .text(isLong: true), standard: "your name", "what stands below a letter",
      example: "Sam Rees, 07700 900123", called: "sign signoff sign-off"),
    SettingInfo(
      SettingName.mail, .text(isLong: false), standard: "not set", "your own address: whom a mail is from",
      example: "sam@mail.example", called: "email e-mail from my-mail address"),
    SettingInfo(
      SettingName.zone, .zone, standard: "this machine's", "your time zone: it decides which day is today",
      example: "Europe/London", called: "timezone time-zone tz time.zone"),
    SettingInfo(
      SettingName.travel, .stays, standard: "none", "where you are on other days, in which zone they count",
      example: "2026-03-08..2026-03-12 America/New_York", called: "journey journeys trip trips away"),
    SettingInfo(
      SettingName.holidays, .days, standard: "none",
      "days on which nobody works, besides weekends: a country's, as GB or DE, or days",
      example: "GB,2026-12-24", called: "holiday days-off free-days vacation"),
    SettingInfo(
      SettingName.playbook, .playbook, standard: Playbook.defaultName, "by which follow-ups are planned",
      example: Playbook.defaultName, called: "plan strategy"),
    SettingInfo(
      SettingName.cap, .number(1...100), standard: "2", "how often in a week an employer is chased at most",
      example: "2", called: "limit maximum"),
    SettingInfo(
      SettingName.dateOrder, .choice(DayMonthOrder.allCases.map(\.rawValue)), standard: "as your locale has it",
      "which comes first in 3/4/2026", example: DayMonthOrder.dayFirst.rawValue,
      called: "date.order dateorder date-order order dates"),
    SettingInfo(
      SettingName.archiveAfter, .number(1...36_500), standard: "60",
      "after how many days an interview that is imported counts as old", example: "60",
      called: "archive-after archive import.archive"),
    SettingInfo(
      SettingName.pause, .day, standard: "none",
      "the day until which everything rests, set by `afterword pause`", example: "2026-12-24",
      called: "rest holiday-until"),
    SettingInfo(
      SettingName.thanksStaleAfter, .number(1...3_650), standard: "10",
      "after how many days of lateness a thank-you is no longer owed", example: "10",
      called: "stale stale-after thanks thanks.stale"),
    SettingInfo(
      "rule.", .rule, standard: "the playbook's", "a number of a rule, set by `afterword playbook set`", example: "24h"),
    SettingInfo(
      "borrow.", .borrowed, standard: "none", "a rule taken from another playbook, by `afterword playbook borrow`",
      example: "executive.letter"),
    SettingInfo(
      "own-playbook.", .ownPlaybook, standard: "none", "a playbook of your own, added by `afterword playbook add`",
      example: "…"),
    SettingInfo("template.", .template, standard: "built in", "your own wording of a kind of letter", example: "…"),
  ]

  /// The setting of this name, or the family that it belongs to.
  package static func of(_ name: String) -> SettingInfo? {
    all.first { $0.isFamily ? name.hasPrefix($0.name) && name.count > $0.name.count : $0.name == name }
  }

  /// What the program keeps for itself; not shown and not set by hand.
  package static func isInternal(_ name: String) -> Bool { name.hasPrefix("machine.") }

  /// The known name that a wrong one most likely means.
  static func nearest(_ name: String) -> String? {
    let folded = Fold.fold(name)
    let named = all.filter { !$0.isFamily }
    return named.first { $0.otherNames.contains(folded) || Fold.fold($0.name) == folded }?.name
      ?? Suggestion.nearest(name, among: named.map(\.name))
  }
}
