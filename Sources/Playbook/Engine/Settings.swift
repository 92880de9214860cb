package import Model

/// Settings as stored rows: `playbook`, `cap`, `holidays` (words), `name`, `signature`, `rule.NAME.NUMBER`,
/// `borrow.PLAYBOOK.ROW`, `own-playbook.NAME` and `template.KIND`. Rows with other names, or with values that cannot be
/// read, are left alone.
extension Preferences {
  package init(settings: [Setting]) {
    for setting in settings.sorted(by: { ($0.name ?? "", $0.id) < ($1.name ?? "", $1.id) }) {
      read(setting)
    }
  }

  private mutating func read(_ setting: Setting) {
    guard let name = setting.name else { return }
    if name == "holidays" { calendar.holidays.formUnion(setting.words.compactMap { Day($0) }) }
    guard let value = setting.value else { return }
    let parts = name.split(separator: ".").map(String.init)
    switch (parts.first, parts.count) {
    case ("playbook", 1): playbook = value
    case ("cap", 1): if let number = Int(value), (1...100).contains(number) { cap = number }
    case ("pause", 1): pause = Day(value)
    case ("thanks", 2) where parts[1] == "stale-after":
      if let number = Int(value), (1...3650).contains(number) { thanksStaleAfter = number }
    case ("name", 1): self.name = value
    case ("signature", 1): signature = value
    case ("template", 2): templates[parts[1]] = value
    case ("rule", 4): overrides[RuleName(parts[1], parts[2]), default: [:]][parts[3]] = value
    case ("borrow", 3): if let rule = RuleName(value) { borrowed[parts[1], default: []].append(rule) }
    case ("own-playbook", 2): if let own = try? PlaybookFile.read(value, name: parts[1]) { ownPlaybooks.append(own) }
    default: break
    }
  }

  /// The names of all playbooks, the user's own last.
  package var playbookNames: [String] {
    Playbook.builtIn.map(\.name) + ownPlaybooks.map(\.name)
  }

  /// The setting that overrides a number: `value-added`, `value-added-response.within`, `24h` →
  /// `rule.value-added.value-added-response.within`. Throws what is wrong with it.
  package func settingName(playbook name: String, key: String, value: String) throws(SettingError) -> String {
    guard let playbook = name == Playbook.practice.name ? practice : playbook(name) else {
      throw .unknownPlaybook(name, known: playbookNames)
    }
    let parts = key.split(separator: ".").map(String.init)
    guard let row = parts.first, var rule = playbook.rule(row: row) else {
      throw .unknownRule(key, known: playbook.rules.map(\.name.row))
    }
    let numbers = rule.timing.numbers.map(\.name)
    guard parts.count == 2, numbers.contains(parts[1]) else {
      throw .unknownNumber(key, known: numbers.map { row + "." + $0 })
    }
    guard rule.timing.set(parts[1], value) else { throw .badValue(value, of: parts[1]) }
    return "rule.\(rule.name).\(parts[1])"
  }

  /// The setting, name and value, by which a playbook borrows a row of another.
  package func borrowing(
    _ row: String, into name: String, from other: String
  ) throws(SettingError) -> (name: String, value: String) {
    for wanted in [name, other] where playbook(wanted) == nil {
      throw .unknownPlaybook(wanted, known: playbookNames)
    }
    guard let rule = playbook(other)?.rule(row: row) else {
      throw .unknownRule(row, known: playbook(other)?.rules.map(\.name.row) ?? [])
    }
    return ("borrow.\(name).\(row)", rule.name.description)
  }
}

/// What is wrong with a setting of the playbooks.
package enum SettingError: Error, Hashable, CustomStringConvertible {
  case unknownPlaybook(String, known: [String])
  case unknownRule(String, known: [String])
  case unknownNumber(String, known: [String])
  case badValue(String, of: String)

  package var description: String {
    switch self {
    case .unknownPlaybook(let name, let known): "no playbook “\(name)”; there are \(known.joined(separator: ", "))"
    case .unknownRule(let name, let known): "no rule “\(name)”; there are \(known.joined(separator: ", "))"
    case .unknownNumber(let name, let known) where known.isEmpty: "“\(name)”: this rule has no number to set"
    case .unknownNumber(let name, let known): "no number “\(name)”; there are \(known.joined(separator: ", "))"
    case .badValue(let value, of: "times"): "“\(value)” is no number of times; write a whole number from 0 to 100"
    case .badValue(let value, of: "within"):
      "“\(value)” is no length of time; write 24h, 3d, 5b (business days), 4w or 1m"
    case .badValue(let value, let name): "“\(value)” cannot be “\(name)”; write 3d, 5b (business days), 4w or 1m"
    }
  }
}
