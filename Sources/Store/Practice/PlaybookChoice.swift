package import Model
package import Playbook

/// Choosing playbooks, their numbers, and rules borrowed from another: all of it ordinary settings that merge.
extension Store {
  package func preferences() throws -> Preferences { Preferences(settings: try all(Setting.self)) }

  /// As they stand without a store: the built-in ones.
  package static var builtInPreferences: Preferences { Preferences(settings: []) }

  /// Chooses the playbook of the search, or of one opportunity.
  ///
  /// - Throws: `SettingError.unknownPlaybook`.
  @discardableResult
  package func usePlaybook(_ name: String, for opportunity: Opportunity?, command: String) throws -> Receipt? {
    let preferences = try preferences()
    guard preferences.playbook(name) != nil else {
      throw SettingError.unknownPlaybook(name, known: preferences.playbookNames)
    }
    guard let opportunity else { return try set(SettingName.playbook, to: name, command: command) }
    var chosen = opportunity
    chosen.playbook = name
    return try save(command, [RowEdit(old: opportunity, new: chosen)])
  }

  /// Puts an opportunity off until a day, or everything; nil ends it.
  ///
  /// - Throws: `PracticeError.notLater` for a day that is not after today.
  @discardableResult
  package func pause(_ opportunity: Opportunity?, until day: Day?, command: String) throws -> Receipt? {
    if let day, day <= today { throw PracticeError.notLater(day) }
    guard let opportunity else { return try set(SettingName.pause, to: day?.description, command: command) }
    var paused = opportunity
    paused.pausedUntil = day
    return try save(command, [RowEdit(old: opportunity, new: paused)])
  }

  /// Sets a number of a rule: `value-added`, `value-added-response.within`, `24h`. `default` takes the user's number away.
  ///
  /// - Throws: `SettingError`.
  @discardableResult
  package func setNumber(playbook: String, _ key: String, to value: String, command: String) throws -> Receipt? {
    let preferences = try preferences()
    let key = preferences.fullKey(playbook: playbook, key)
    let isReset = value == "default"
    let probe = isReset ? preferences.number(playbook: playbook, key) ?? value : value
    let name = try preferences.settingName(playbook: playbook, key: key, value: probe)
    return try set(name, to: isReset ? nil : value, command: command)
  }

  /// Takes a rule of another playbook into one.
  ///
  /// - Throws: `SettingError`.
  @discardableResult
  package func borrow(_ row: String, into playbook: String, from other: String, command: String) throws -> Receipt? {
    let (name, value) = try preferences().borrowing(row, into: playbook, from: other)
    return try set(name, to: value, command: command)
  }

  /// Adds a playbook of the user's own from the text of a file, or replaces the one of that name.
  ///
  /// - Throws: the place of a mistake in the text.
  package func addPlaybook(_ text: String, command: String) throws -> (playbook: Playbook, receipt: Receipt?) {
    let playbook = try PlaybookFile.read(text)
    return (playbook, try set(SettingName.ownPlaybook(playbook.name), to: text, command: command))
  }

  /// Writes the value of a setting; nil takes it away.
  @discardableResult
  package func set(_ name: String, to value: String?, command: String) throws -> Receipt? {
    let old = try one(Setting.self, StableID.setting(name))
    var setting = old ?? Setting(id: StableID.setting(name))
    (setting.name, setting.value) = (name, value)
    return try save(command, [old.map { RowEdit(old: $0, new: setting) } ?? RowEdit(new: setting)])
  }
}

extension Preferences {
  /// A row named in short: its beginning, or `letter` for the playbook's first letter.
  func fullKey(playbook name: String, _ key: String) -> String {
    let parts = key.split(separator: ".", maxSplits: 1).map(String.init)
    guard let row = parts.first, let rules = playbook(name)?.rules, !rules.contains(where: { $0.name.row == row })
    else {
      return key
    }
    let named = rules.filter { $0.name.row.hasPrefix(row) }
    let letter = row == "letter" ? rules.first { $0.purpose == .firstThanks } : nil
    guard let found = named.count == 1 ? named[0] : letter else { return key }
    return ([found.name.row] + parts.dropFirst()).joined(separator: ".")
  }

  /// A rule's present number in written form.
  func number(playbook name: String, _ key: String) -> String? {
    let parts = key.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    let rule = (playbook(name) ?? practice).rule(row: parts[0])
    return rule?.timing.numbers.first { $0.name == parts[1] }?.value
  }
}
