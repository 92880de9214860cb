package import Model

/// Settings as stored rows: `playbook`, `cap`, `holidays`, `name`, `signature`, `rule.NAME.NUMBER`, `borrow.PLAYBOOK.ROW`
/// and `own-playbook.NAME`. Rows with other names, or with values that cannot be read, are left alone.
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
    switch name {
    case "playbook": playbook = value
    case "cap": if let number = Int(value), (1...100).contains(number) { cap = number }
    case "name": self.name = value
    case "signature": signature = value
    default: break
    }
  }
}
