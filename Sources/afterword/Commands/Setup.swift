import ArgumentParser
import Model
import Store

struct Setup: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "setup", abstract: "Four questions: your name, what stands below a letter, your zone, your holidays.",
    discussion: """
      Examples:
        afterword setup
        afterword setup --no-input      says how each is set

      Enter leaves a question as it is. End early with Ctrl-D: what was answered is kept.
      """)

  @OptionGroup var prompts: PromptOptions
  @OptionGroup var written: WrittenOption
  @OptionGroup var talk: TalkOptions
  @OptionGroup var place: StoreOptions

  private static let asked = [SettingName.name, SettingName.signature, SettingName.zone, SettingName.holidays]
  /// How often a question is put before it is left open.
  private static let mostTries = 3

  func run() throws {
    guard Question.canAsk, !prompts.noInput else { return try explain() }
    var answered = 0
    for setting in try SettingsReader.all(place).filter({ Self.asked.contains($0.name) }) {
      Interruption.say("Stopped. \(Count.text(answered, "answer")) kept; \(ShellCommand("setup")) asks the rest.")
      guard let isAnswered = try ask(setting) else { break }
      answered += isAnswered ? 1 : 0
    }
    talk.console.say(
      "Kept \(Count.text(answered, "answer")). \(ShellCommand("settings")) shows all and changes them.")
  }

  /// Nobody can be asked: how each is set, and how it stands.
  private func explain() throws {
    for setting in try SettingsReader.all(place).filter({ Self.asked.contains($0.name) }) {
      let example = SettingInfo.of(setting.name)?.example ?? ""
      let lines: [StyledText] = [
        "\(setting.name, .bold): \(setting.value ?? setting.standard)",
        "    \(ShellCommand("settings", setting.name, names: [example]))",
      ]
      if written.json { lines.forEach(talk.console.complain) } else { talk.console.print(lines) }
    }
  }

  /// Whether it was answered; nil at the end of input.
  private func ask(_ setting: ShownSetting) throws -> Bool? {
    for _ in 0..<Self.mostTries {
      talk.console.complain(StyledText(Self.question(setting)))
      guard let line = Question(console: talk.console).line(">") else { return nil }
      let answer = line.trimmingPrefix { $0 == " " }
      guard !answer.isEmpty else { return false }
      do {
        let outcome = try place.openOrCreate { try $0.setSetting(setting.name, String(answer), command: "setup") }
        if let change = outcome.differences.last { talk.console.say("\(setting.name): \(change.new)") }
        return true
      } catch let error as RequestError {
        talk.console.complain("\(error.description)")
      }
    }
    return false
  }

  private static func question(_ setting: ShownSetting) -> String {
    let asked =
      switch setting.name {
      case SettingName.name: "Your name, as it ends a letter?"
      case SettingName.signature: "What stands below a letter, besides it? A telephone number, a link."
      case SettingName.zone: "Your time zone? Such as Europe/London."
      default: "Days on which nobody works? A country, such as GB or DE, or days, such as 2026-12-24."
      }
    return "\(asked) [Enter: \(setting.value.map { Clean.line($0) } ?? setting.standard)]"
  }
}
