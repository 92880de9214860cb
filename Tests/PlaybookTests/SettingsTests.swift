import Model
import Playbook
import Testing

@Suite struct SettingsTests {
  private func setting(_ name: String, _ value: String) -> Setting {
    var setting = Setting(id: RowID(high: 0, low: UInt64(name.utf8.count)))
    (setting.name, setting.value) = (name, value)
    return setting
  }

  @Test func `a number is overridden under its full name`() throws {
    let name = try Preferences().settingName(playbook: "value-added", key: "value-added-response.within", value: "24h")
    #expect(name == "rule.value-added.value-added-response.within")
    let preferences = Preferences(settings: [setting(name, "24h")])
    #expect(preferences.playbook("value-added")?.rule(row: "value-added-response")?.timing.within == .hours(24))
    #expect(preferences.playbook("value-added")?.rule(row: "ongoing-contact")?.timing.every == .weeks(1))
  }

  @Test func `every number of every rule can be set`() throws {
    for playbook in Playbook.builtIn + [Playbook.practice] {
      for rule in playbook.rules {
        for number in rule.timing.numbers {
          let value = number.name == "times" ? "3" : "9d"
          let name = try Preferences().settingName(
            playbook: playbook.name, key: "\(rule.name.row).\(number.name)", value: value)
          let preferences = Preferences(settings: [setting(name, value)])
          let changed = playbook.name == "practice" ? preferences.practice : preferences.playbook(playbook.name)
          #expect(changed?.rule(row: rule.name.row)?.settings == [number.name: value])
        }
      }
    }
  }

  @Test(arguments: [
    ("nobody", "letter.after", "2d"), ("executive", "later.after", "2d"), ("executive", "letter.every", "2d"),
    ("executive", "letter.after", "-2d"), ("executive", "letter", "2d"), ("executive", "repeat.after", "2d"),
    ("executive", "", "2d"), ("executive", ".", "2d"),
  ])
  func `a setting that names nothing is refused with what there is`(playbook: String, key: String, value: String) {
    #expect(throws: SettingError.self) {
      try Preferences().settingName(playbook: playbook, key: key, value: value)
    }
  }

  @Test func `a rule is borrowed and keeps its name`() throws {
    let borrowed = try Preferences().borrowing("after-a-no", into: "executive", from: "value-added")
    #expect(borrowed.name == "borrow.executive.after-a-no")
    let preferences = Preferences(settings: [setting(borrowed.name, borrowed.value)])
    #expect(preferences.playbook("executive")?.rules.last?.name.description == "value-added.after-a-no")
    #expect(throws: SettingError.self) {
      try Preferences().borrowing("after-a-no", into: "executive", from: "reflective")
    }
  }

  @Test func `unreadable settings are left alone`() {
    let preferences = Preferences(settings: [
      setting("cap", "many"), setting("rule.executive.letter.after", "soon"), setting("own-playbook.x", "nonsense"),
      setting("borrow.executive.x", "y"), setting("unknown", "1"),
    ])
    #expect(preferences.cap == 2)
    #expect(preferences.playbook("executive") == Playbook.executive)
    #expect(preferences.ownPlaybooks.isEmpty)
  }

  @Test func `a playbook of one's own plans`() throws {
    var rows = ScenarioRows()
    for line in [
      "opportunity job playbook=mine", "person dana phone=1", "interview i1 opportunity=job start=2026-03-10 with=dana",
      "promise p1 opportunity=job by=them given=2026-03-10 due=2026-03-13",
      "touch t1 person=dana opportunity=job channel=call direction=sent day=2026-03-14 kind=status",
    ] {
      try rows.execute(words(line))
    }
    let text = "rule nudge\n anchor promise\n after 1d\n by call\nrule again\n anchor nudge\n after 3d\n by call\n"
    let preferences = Preferences(settings: [setting("own-playbook.mine", text)])
    let plan = Planner(facts: rows.facts, preferences: preferences, today: try day("2026-03-15"), zones: .utc).plan()
    #expect(plan.map(\.rule.description) == ["mine.again"])
    #expect(plan.first?.day.description == "2026-03-17")
  }
}
