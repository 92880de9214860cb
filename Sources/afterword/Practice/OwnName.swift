import Model
import Store

/// The user's name, without which a letter ends in a gap: asked for once, at the first letter.
struct OwnName {
  let console: Console

  /// Asks where somebody can be asked, else says how it is set. Enter leaves it open.
  ///
  /// - Parameter canAsk: whether the terminal is free for a question.
  func askIfMissing(_ store: Store, canAsk: Bool) throws {
    guard try store.setting(SettingName.name) == nil else { return }
    let how: StyledText = "Your name is not set yet: \(ShellCommand("settings", "name", "Sam Rees"))"
    guard canAsk, Question.canAsk else { return console.say(how) }
    let answer = Question(console: console).line("Your name, as it ends a letter? [Enter: leave a gap]")
    guard let line = answer, line.contains(where: { !$0.isWhitespace }) else { return console.say(how) }
    do {
      _ = try store.setSetting(SettingName.name, line, command: "settings name")
    } catch let error as RequestError {
      console.complain("\(error.description)")
    }
  }
}

/// The e-mail address of whom a message goes to, without which a mail program has nobody to send to: asked for once.
struct Address {
  let console: Console

  /// Asks where somebody can be asked; Enter leaves it open. What is typed is kept with the person.
  func askIfMissing(of person: RowID?, _ store: Store) throws {
    guard let person, Question.canAsk, let row = try store.one(Person.self, person), row.email == nil else { return }
    let name = row.name ?? "the person"
    let typed = Question(console: console).line("E-mail address of \(name)? [Enter: none, it goes without]")
    guard let typed, typed.contains("@"), !typed.contains(where: \.isWhitespace) else { return }
    var reachable = row
    reachable.email = typed
    let receipt = try store.save("set \(name) email=\(typed)", [RowEdit(old: row, new: reachable)])
    WroteLine(console: console).say("Set \(name), email: \(typed)", receipt)
  }
}
