import Model
import Notes
import Playbook
import Testing

@testable import Store

/// Settings are known by name and type, whichever way they come in.
@Suite struct SettingTests {
  private func add(_ laptop: Laptop, _ fields: String...) throws -> RowOutcome {
    try laptop.store.add(try KindName.find("setting"), try fields.map { try Assignment($0) }, command: "add")
  }

  private func message(_ body: () throws -> Void) -> String {
    do {
      try body()
      return "accepted"
    } catch {
      return "\(error)"
    }
  }

  /// What each way in says to a name and a value or list.
  private func refusals(_ name: String, _ field: String, _ text: String) throws -> [String] {
    let laptop = try Laptop(seed: 91)
    let added = message { _ = try add(laptop, "name=\(name)", "\(field)=\(text)") }
    guard SettingInfo.of(name) != nil, !SettingInfo.isInternal(name), !name.contains("rule.") else { return [added] }
    try laptop.store.set(name, to: nil, command: "set")
    let subject = Setting.subject(name)
    let row = "setting:\(subject.id.short)"
    let set = message { _ = try laptop.store.set(row, [Assignment(field: field, text: text)], command: "set") }
    let edited = message {
      let open = try laptop.store.openForEditing(row, field: field)
      _ = try laptop.store.save(open, edited: text, command: "edit")
    }
    return [added, set, edited]
  }

  @Test(arguments: [
    ("timezone", "value", "Europe/London", "did you mean zone?"),
    ("zone", "value", "Nowhere/Bad", "time zone, such as"),
    ("cap", "value", "lots", "a whole number from 1 to 100"), ("cap", "value", "0", "a whole number from 1 to 100"),
    ("playbook", "value", "agressive", "is none of"), ("holiday", "words", "2026-12-25", "did you mean holidays?"),
    ("holidays", "words", "foo", "is no day"), ("holidays", "words", "2026-02-30", "February 2026 has 28 days"),
    ("holidays", "value", "2026-12-25", "is a list of days"),
    ("zone", "words", "Europe/London", "one value, not a list"),
    ("import.archive-after", "value", "never", "a whole number"), ("dates.order", "value", "mdy", "is none of"),
    ("name", "value", "a\u{1B}[31m", "one line"), ("machine.abc", "value", "laptop", "the program keeps it"),
    ("rule.executive.letter", "value", "24h", "no such setting"),
    ("template.thankyou", "value", "x", "template.thank-you"),
    ("nonsense", "value", "1", "`afterword settings` shows all"),
  ])
  func `a wrong name or value is refused with the nearest, by add, set and edit`(
    _ name: String, _ field: String, _ text: String, _ said: String
  ) throws {
    for refusal in try refusals(name, field, text) { #expect(refusal.contains(said), "\(name): \(refusal)") }
  }

  @Test(arguments: [
    ("zone", "europe/london", "Europe/London"), ("zone", "London", "Europe/London"), ("cap", " 3 ", "3"),
    ("dates.order", "Month-First", "month-first"), ("playbook", "Executive", "executive"),
    ("holidays", "25 december 2026, 1/1/2027", "2026-12-25, 2027-01-01"), ("name", "Sam Rees", "Sam Rees"),
    ("signature", "Sam\n07700 900123", "Sam\n07700 900123"),
  ])
  func `a value is kept as its type writes it`(_ name: String, _ typed: String, _ kept: String) throws {
    let laptop = try Laptop(seed: 92)
    _ = try laptop.store.setSetting(name, typed, command: "settings")
    let shown = try #require(try laptop.store.shownSettings().first { $0.name == name })
    #expect(shown.value == kept && shown.trouble == nil && shown.origin?.machine == "laptop")
    _ = try laptop.store.setSetting(name, "", command: "settings")
    #expect(try laptop.store.shownSettings().first { $0.name == name }?.value == nil)
  }

  @Test func `every example of the list is a value that its setting takes`() throws {
    let laptop = try Laptop(seed: 93)
    for info in SettingInfo.all where !info.isFamily {
      _ = try laptop.store.setSetting(info.name, info.example, command: "settings")
      let shown = try #require(try laptop.store.shownSettings().first { $0.name == info.name })
      #expect(shown.value != nil && shown.trouble == nil, "\(info.name)")
    }
    #expect(Set(SettingInfo.all.map(\.name)).count == SettingInfo.all.count)
  }

  @Test func `what another version wrote is kept, ignored and told`() throws {
    let laptop = try Laptop(seed: 94)
    for (name, value) in [("cap", "lots"), ("zone", "Nowhere/Bad"), ("colour", "blue")] {
      try laptop.store.set(name, to: value, command: "set")
    }
    let shown = try laptop.store.shownSettings()
    for name in ["cap", "zone", "colour"] {
      let setting = try #require(shown.first { $0.name == name })
      #expect(setting.value != nil && setting.trouble != nil, "\(name)")
    }
    #expect(try laptop.store.preferences().cap == Preferences().cap)
    #expect(!shown.contains { $0.name.hasPrefix("machine.") })
  }

  @Test func `a setting keeps its name`() throws {
    let laptop = try Laptop(seed: 95)
    _ = try laptop.store.setSetting("cap", "3", command: "settings")
    let row = "setting:\(Setting.subject("cap").id.short)"
    #expect(throws: RequestError.self) { try laptop.store.set(row, [Assignment("name=zone")], command: "set") }
  }
}
