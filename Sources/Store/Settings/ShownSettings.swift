import Foundation
import Merge
package import Model
import Notes
import Playbook

/// A setting as it stands, for people.
package struct ShownSetting: Sendable {
  package let name: String
  /// The value in words; nil where it is not set.
  package let value: String?
  /// What holds without it.
  package let standard: String
  package let meaning: String
  /// The day that it was set, and the machine it was set on; nil where it is not set.
  package let origin: (day: Day, machine: String)?
  /// Why the value is kept and without effect; nil where it has one.
  package let trouble: String?
}

extension ShownSetting {
  /// How everything stands where there is no store yet.
  package static let standards = SettingInfo.all.filter { !$0.isFamily }.map {
    ShownSetting(name: $0.name, value: nil, standard: $0.standard, meaning: $0.meaning, origin: nil, trouble: nil)
  }
}

extension SettingInfo {
  /// - Throws: `RequestError.unknownSetting` with the nearest name; `.notWritable` for what the program keeps for itself.
  package static func known(_ name: String) throws -> SettingInfo {
    if isInternal(name) { throw RequestError.notWritable(field: name, why: "the program keeps it for itself") }
    if let info = of(name) { return info }
    throw RequestError.unknownSetting(name, nearest: nearest(name))
  }
}

extension Store {
  /// Every setting that the program knows, set or not, and those it does not know, which another version may.
  package func shownSettings() throws -> [ShownSetting] {
    try read { session in
      let rows = try session.records(Setting.self).filter { !SettingInfo.isInternal($0.name ?? "") }
      let reader = SettingLister(session: session, check: try settingCheck(session))
      let byName = Dictionary(rows.map { ($0.name ?? "", $0) }) { first, _ in first }
      let known = SettingInfo.all.filter { !$0.isFamily }
      let others = byName.keys.filter { name in !known.contains { $0.name == name } }.sorted()
      return try known.map { try reader.shown($0.name, byName[$0.name], $0) }
        + others.map { try reader.shown($0, byName[$0], SettingInfo.of($0)) }.filter { $0.value != nil }
    }
  }

  /// Sets a setting as typed, or clears it.
  ///
  /// - Parameter value: empty to clear it.
  /// - Throws: `RequestError`, `SettingError`; then nothing was written.
  package func setSetting(_ name: String, _ value: String, command: String, rehearse: Bool = false) throws -> RowOutcome
  {
    guard let kind = Registry.kind(Setting.kind) else { throw NamingError.unknownKind(Setting.kind, nearest: nil) }
    let info = try SettingInfo.known(name)
    let field = info.isList ? "words" : "value"
    let assignments = [Assignment(field: "name", text: name), Assignment(field: field, text: value)]
    return try add(kind, assignments, command: command, rehearse: rehearse)
  }

  func settingCheck(_ session: Session) throws -> SettingCheck {
    SettingCheck(days: try dayReader(session), preferences: Preferences(settings: try session.records(Setting.self)))
  }
}

private struct SettingLister {
  let session: Session
  let check: SettingCheck

  func shown(_ name: String, _ row: Setting?, _ info: SettingInfo?) throws -> ShownSetting {
    let words = row?.words.sorted().joined(separator: ", ") ?? ""
    let value = row?.value ?? (words.isEmpty ? nil : words)
    return ShownSetting(
      name: name, value: value, standard: info?.standard ?? "", meaning: info?.meaning ?? "",
      origin: try row.flatMap { value == nil ? nil : try origin($0) },
      trouble: row.flatMap { value == nil ? nil : trouble(name, $0, info) })
  }

  private func trouble(_ name: String, _ row: Setting, _ info: SettingInfo?) -> String? {
    guard let info else { return "this version knows no such setting" }
    do {
      if let value = row.value, !info.isList { _ = try check.value(value, of: name, info) }
      if info.isList { _ = try check.words(row.words, of: name, info) }
    } catch {
      return "it cannot be read here"
    }
    if info.isList, row.value != nil, row.words.isEmpty { return "it is a list, and one value stands there" }
    return !info.isList && row.value == nil ? "it is one value, and a list stands there" : nil
  }

  /// The last change of its value or list.
  private func origin(_ row: Setting) throws -> (Day, String)? {
    let histories = try session.snapshot(row.subject)?.histories ?? []
    let events = histories.flatMap { $0.events("value") + $0.events("words") }
    guard let last = events.max(by: { ($0.wall, $0.reference) < ($1.wall, $1.reference) }) else { return nil }
    let machine = try MachineNames(session).name(of: last.reference.incarnation)
    return (Day(number: Int((Double(last.wall) / 86_400_000).rounded(.down))), machine)
  }
}
