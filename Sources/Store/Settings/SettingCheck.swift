import Foundation
import Model
import Notes
import Playbook

/// Reads what is to be written into a setting by the setting's type.
struct SettingCheck {
  let days: TypedDayReader
  let preferences: Preferences

  /// The value as it is stored; an empty one clears the setting.
  ///
  /// - Throws: `RequestError`, `SettingError` for what it cannot be.
  func value(_ text: String, of name: String, _ info: SettingInfo) throws -> String {
    func bad(_ expected: String) -> RequestError { .badValue(field: name, value: text, expected: expected) }
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    switch info.type {
    case .text(let isLong):
      guard isReadable(trimmed, isLong: isLong) else {
        throw bad("\(isLong ? "a text" : "one line") of at most 500 characters")
      }
      return trimmed
    case .zone:
      guard let zone = Self.zone(trimmed) else { throw bad("a time zone, such as \(Self.nearestZone(trimmed))") }
      return zone
    case .day: return try day(trimmed, name)
    case .number(let range):
      guard let number = Int(trimmed), range.contains(number) else {
        throw bad("a whole number from \(range.lowerBound) to \(range.upperBound)")
      }
      return String(number)
    case .choice(let choices): return try choice(trimmed, choices, name)
    case .playbook: return try choice(trimmed, preferences.playbookNames, name)
    case .days, .stays:
      throw RequestError.nothingAsked("\(name) is a list of days: afterword settings \(name) \(info.example).")
    case .rule, .borrowed, .ownPlaybook, .template: return try familyValue(text, of: name, info.type)
    }
  }

  /// The days of a list as they are stored.
  func words(_ words: Set<String>, of name: String, _ info: SettingInfo) throws -> Set<String> {
    guard info.isList else {
      throw RequestError.nothingAsked(
        "\(name) is one value, not a list: afterword settings \(name) \"\(info.example)\".")
    }
    if info.type == .stays { return Set(try words.map { try Stay($0) == nil ? stay($0, name) : $0 }) }
    return Set(try words.flatMap { try holidays(of: $0) ?? [day($0, name)] })
  }

  /// The days of a country from last year to the year after next, which is asked for by its code or name.
  private func holidays(of country: String) -> [String]? {
    let year = days.today.year
    return PublicHolidays.days(of: country, years: year - 1...year + 2)?.map(\.description)
  }

  func day(_ text: String, _ name: String, _ tense: Tense = .coming) throws(RequestError) -> String {
    do { return try days.read(text, tense).day.description } catch { throw RequestError.noDay(field: name, error) }
  }

  private func isReadable(_ text: String, isLong: Bool) -> Bool {
    text.unicodeScalars.count <= 500
      && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F || isLong && $0 == "\n" }
  }

  private func choice(_ text: String, _ choices: [String], _ name: String) throws -> String {
    let word = Fold.fold(text)
    if let choice = choices.first(where: { Fold.fold($0) == word }) { return choice }
    throw RequestError.badChoice(
      field: name, value: text, choices: choices, nearest: Suggestion.nearest(word, among: choices))
  }

  private func familyValue(_ text: String, of name: String, _ type: SettingInfo.ValueType) throws -> String {
    let parts = name.split(separator: ".").map(String.init)
    switch (type, parts.count) {
    case (.rule, 4):
      guard try preferences.settingName(playbook: parts[1], key: parts[2] + "." + parts[3], value: text) == name else {
        throw RequestError.unknownSetting(name, nearest: nil)
      }
    case (.borrowed, 3):
      guard let rule = RuleName(text),
        try preferences.borrowing(parts[2], into: parts[1], from: rule.playbook) == (name, text)
      else { throw RequestError.badValue(field: name, value: text, expected: "a rule, such as executive.\(parts[2])") }
    case (.ownPlaybook, 2): _ = try PlaybookFile.read(text, name: parts[1])
    case (.template, 2):
      let kinds = DraftKind.allCases.map(\.rawValue)
      guard kinds.contains(parts[1]) else {
        throw RequestError.unknownSetting(
          name, nearest: Suggestion.nearest(parts[1], among: kinds).map { "template." + $0 })
      }
      guard text.utf8.count <= 20_000 else {
        throw RequestError.badValue(field: name, value: "a text of \(text.utf8.count) bytes", expected: "at most 20000")
      }
      _ = try Template(text)
    default: throw RequestError.unknownSetting(name, nearest: nil)
    }
    return text
  }

  // MARK: - Zones

  /// The zone of this name, however its letters are; "London" is Europe/London.
  static func zone(_ text: String) -> String? {
    if TimeZone(identifier: text) != nil, text.contains("/") || text == "UTC" { return text }
    let wanted = Fold.fold(text.replacing(" ", with: "_"))
    let known = TimeZone.knownTimeZoneIdentifiers
    if let zone = known.first(where: { Fold.fold($0) == wanted }) { return zone }
    let cities = known.filter { $0.split(separator: "/").last.map { Fold.fold(String($0)) == wanted } ?? false }
    return cities.count == 1 ? cities[0] : nil
  }

  private static func nearestZone(_ text: String) -> String {
    Suggestion.nearest(text, among: TimeZone.knownTimeZoneIdentifiers)
      ?? text.split(separator: "/").last.flatMap { city in
        TimeZone.knownTimeZoneIdentifiers.first { $0.hasSuffix("/" + city) }
      } ?? "Europe/London"
  }
}

extension RowRequest {
  /// What is asked of a setting, read by that setting's type; other rows as they are.
  func checked(_ check: () throws -> SettingCheck) throws -> RowRequest {
    guard subject.kind == Setting.kind else { return self }
    let asked = parts.first { $0.field.name == "name" }
    if let asked, snapshot?.isAlive == true, asked.old != .empty, asked.new != asked.old {
      throw RequestError.notWritable(field: "name", why: "a setting goes by its name; add the other one")
    }
    guard case .value(.string(let name))? = asked?.new ?? nameOfRow else { return self }
    let info = try SettingInfo.known(name)
    let check = try check()
    return RowRequest(
      subject: subject, snapshot: snapshot,
      parts: try parts.map { $0.field.name == "name" ? $0 : try $0.checked(name, info, check) }, isRevived: isRevived)
  }

  private var nameOfRow: FieldContent? {
    guard let snapshot, let field = Registry.kind(Setting.kind)?.field("name") else { return nil }
    return snapshot.content(field)
  }
}

extension RowRequest.Part {
  fileprivate func checked(_ name: String, _ info: SettingInfo, _ check: SettingCheck) throws -> RowRequest.Part {
    let read: FieldRequest
    switch request {
    case .content(.value(.string(let text))): read = .content(.value(.string(try check.value(text, of: name, info))))
    case .content(.words(let words)): read = .content(.words(try check.words(words, of: name, info)))
    case .elements(let added, let removed):
      let gone = removed.union((try? check.words(removed, of: name, info)) ?? [])
      read = .elements(added: try check.words(added, of: name, info), removed: gone)
    case .content: read = request
    }
    return RowRequest.Part(field: field, typed: typed, old: old, request: read, tense: tense)
  }
}
