import Foundation
import Testing

/// `settings`, `setup`, and the name that the first letter asks for.
@Suite struct SettingsCommandTests {
  @Test func `looking at settings shows all and makes no store`() throws {
    let home = try Home()
    let shown = try home.run("settings")
    #expect(shown.code == 0)
    for name in ["name", "signature", "zone", "holidays", "playbook", "cap", "dates.order", "import.archive-after"] {
      #expect(shown.output.contains("\(name): "), "\(name)")
    }
    #expect(!FileManager.default.fileExists(atPath: home.path(".local/share")))
    let json = try home.run("settings", "--json")
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: [[String: Any]]]
    #expect(object?["settings"]?.first?["name"] as? String == "name")
  }

  @Test func `a setting is set, shown with its origin, and given back`() throws {
    let home = try Home()
    #expect(try home.run("settings", "name", "Sam", "Rees").talk.contains("Set name: Sam Rees. Undo: afterword undo"))
    let shown = try home.run("settings", "name").output
    #expect(shown.contains("name: Sam Rees") && shown.contains("on laptop"))
    #expect(try home.run("settings", "holidays", "25 december 2026,2026-12-28").code == 0)
    #expect(try home.run("settings", "holidays").output.contains("2026-12-25, 2026-12-28"))
    #expect(try home.run("settings", "name", "default").code == 0)
    #expect(try home.run("settings", "name").output.contains("not set"))
    #expect(try home.run("undo").code == 0)
    #expect(try home.run("settings", "name").output.contains("Sam Rees"))
    #expect(try home.run("settings", "cap", "default").talk.contains("cap is not set"))
  }

  @Test(arguments: [
    (["timezone", "Europe/London"], "timezone: no such setting; did you mean zone?"),
    (["zone", "Nowhere/Bad"], "\"Nowhere/Bad\" is not a time zone, such as"), (["cap", "lots"], "a whole number"),
    (["nosuch"], "no such setting"), (["holidays", "31 november"], "November has 30 days"),
    (["machine.1", "x"], "the program keeps it for itself"),
  ])
  func `a wrong setting is refused and nothing is made`(_ words: [String], _ said: String) throws {
    let home = try Home()
    let outcome = try home.run(["settings"] + words)
    #expect(outcome.code == 2 && outcome.talk.contains(said), "\(outcome.talk)")
  }

  @Test func `setup asks four questions, each skipped by Enter`() throws {
    let home = try Home()
    let shown = try home.converse(["setup"], answers: ["", "", "", ""])
    #expect(shown.contains("Your name") && shown.contains("time zone") && shown.contains("Kept 0 answers"))
    #expect(!FileManager.default.fileExists(atPath: home.path(".local/share")))
  }

  @Test func `setup asks again after nonsense and keeps what is right`() throws {
    let home = try Home()
    let shown = try home.converse(["setup"], answers: ["Sam Rees", "", "Nowhere/Bad", "Europe/London", "25 dec 2026"])
    #expect(shown.contains("is not a time zone") && shown.contains("Kept 3 answers"))
    let settings = try home.run("settings", "--plain").output
    #expect(settings.contains("name\tSam Rees\t") && settings.contains("zone\tEurope/London\t"))
    #expect(settings.contains("holidays\t2026-12-25\t"))
    let again = try home.converse(["setup"], answers: ["", "", "", ""])
    #expect(again.contains("[Enter: Sam Rees]") && again.contains("[Enter: Europe/London]"))
    #expect(try home.run("settings", "--plain").output == settings)
  }

  @Test func `setup ended early keeps what was answered`() throws {
    let home = try Home()
    #expect(try home.converse(["setup"], answers: ["Sam Rees", "\u{4}"]).contains("Kept 1 answer."))
    #expect(try home.run("settings", "name").output.contains("Sam Rees"))
  }

  @Test func `without a terminal setup says how each is set`() throws {
    let home = try Home()
    for outcome in [try home.run("setup"), try home.run("setup", "--no-input")] {
      #expect(outcome.code == 0 && outcome.output.contains("afterword settings name 'Sam Rees'"))
      #expect(outcome.output.contains("afterword settings holidays"))
    }
  }

  private func search() throws -> Home {
    let home = try Home()
    try home.write("n.txt", "Acme Ltd, 13 November 2026, interview with Ann Lee (manager)\nWe spoke of billing.\n")
    _ = try home.run("import", "n.txt", "--today", "2026-11-14")
    return home
  }

  @Test func `the first letter asks for the name, and only where it is missing`() throws {
    let home = try search()
    let letter = ["letter", "ann", "--kind", "thank-you", "--show", "--today", "2026-11-14"]
    #expect(try home.run(letter).talk.contains("afterword settings name 'Sam Rees'"))
    #expect(try home.converse(letter, answers: [""], at: "leave a gap] ").contains("[gap: your name]"))
    let named = try home.converse(letter, answers: ["Sam Rees"], at: "leave a gap] ")
    #expect(named.contains("Your name") && !named.contains("[gap: your name]"))
    let later = try home.run(letter)
    #expect(later.output.contains("Sam Rees") && !later.talk.contains("settings name"))
  }

  @Test func `an impossible day is refused by name in every argument, and nothing is written`() throws {
    let home = try search()
    let before = try home.run("history", "--json").output
    let today = ["--today", "2026-11-14"]
    for words in [
      ["log", "call", "ann", "x", "--on", "31 november"], ["log", "call", "ann", "x", "--announced", "Nov 31"],
      ["heard", "acme", "--next", "x", "--by", "31/11/2026"], ["heard", "acme", "--offer", "--deadline", "2026-11-31"],
      ["set", "acme", "deadline=29 feb 2027"], ["import", "n.txt", "--on", "31 nov"],
      ["read", "n.txt", "--on", "31 nov"],
      ["when", "31 november 2026"], ["when", "friday", "--from", "31 nov"], ["list", "interviews", "from:31-11-2026"],
    ] {
      let outcome = try home.run(words + today)
      #expect(outcome.code != 0, "\(words)")
      #expect(outcome.talk.contains("has 30 days") || outcome.talk.contains("has 28 days"), "\(words): \(outcome.talk)")
    }
    #expect(try home.run("today", "--today", "31 nov").talk.contains("November has 30 days"))
    #expect(try home.run("history", "--json").output == before)
  }

  @Test func `today is read by the setting's order, too`() throws {
    let home = try search()
    _ = try home.run("settings", "dates.order", "month-first")
    #expect(try home.run("today", "--today", "3/4/2027").output.contains("Thu 4 Mar "))
    _ = try home.run("settings", "dates.order", "day-first")
    #expect(try home.run("today", "--today", "3/4/2027").output.contains("Sat 3 Apr "))
  }
}

extension Home {
  /// Runs the program on a pseudo-terminal, answering each question by a line; Ctrl-D stands alone.
  fileprivate func converse(_ arguments: [String], answers: [String], at prompt: String = "> ") throws -> String {
    try converse(arguments, lines: answers.map { $0 == "\u{4}" ? $0 : $0 + "\n" }, at: prompt)
  }
}
