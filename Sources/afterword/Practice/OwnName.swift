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
