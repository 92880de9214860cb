package import Model

/// What the user set for the whole search: playbook, numbers, holidays, cap, own name.
package struct Preferences: Sendable {
  /// The playbook of opportunities that name none.
  package var playbook = Playbook.defaultName
  package var calendar = WorkCalendar()
  /// Contacts that chase, per organisation and week.
  package var cap = 2
  /// After how many days of lateness thanks are stale.
  package var thanksStaleAfter = 10
  package var name: String?
  package var signature: String?
  /// Until when everything is put off.
  package var pause: Day?
  /// Overridden numbers: full rule name, number, value.
  package var overrides: [RuleName: [String: String]] = [:]
  /// Borrowed rules by the playbook that borrowed them.
  package var borrowed: [String: [RuleName]] = [:]
  package var ownPlaybooks: [Playbook] = []
  /// The user's own wording by draft kind.
  package var templates: [String: String] = [:]

  package init() {}

  /// A playbook by name with the user's numbers and borrowed rules.
  package func playbook(_ name: String) -> Playbook? {
    guard var playbook = Playbook.builtIn(name) ?? ownPlaybooks.first(where: { $0.name == name }) else { return nil }
    for rule in (borrowed[name] ?? []).compactMap(rule) {
      playbook.rules.removeAll { $0.name.row == rule.name.row }
      playbook.rules.append(rule)
    }
    playbook.rules = playbook.rules.map(overridden)
    return playbook
  }

  /// The rules of every playbook, with the user's numbers.
  package var practice: Playbook {
    var practice = Playbook.practice
    practice.rules = practice.rules.map(overridden)
    return practice
  }

  /// A rule as its playbook has it.
  private func rule(_ name: RuleName) -> Rule? {
    (Playbook.builtIn(name.playbook) ?? ownPlaybooks.first { $0.name == name.playbook })?.rule(row: name.row)
  }

  private func overridden(_ rule: Rule) -> Rule {
    var rule = rule
    for (number, value) in overrides[rule.name] ?? [:] where rule.timing.set(number, value) {
      rule.settings[number] = value
    }
    return rule
  }
}
