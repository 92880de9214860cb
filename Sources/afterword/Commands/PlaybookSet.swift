import ArgumentParser
import Store

struct PlaybookSet: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Set a number of a rule.",
    discussion: """
      Examples:
        afterword playbook set value-added letter.within 24h
        afterword playbook set persistent break-the-silence.after 1d
        afterword playbook set persistent again.times 1
        afterword playbook set recruiter keep-the-door-open.every default

      Lengths: 24h, 3d, 5b (business days), 4w, 1m. `default` takes your number away.
      """)

  @Argument(help: "The playbook; `practice` for the rules of all.")
  var name: String
  @Argument(help: ArgumentHelp("Which number.", valueName: "rule.number"))
  var number: String
  @Argument(help: "Its value.")
  var value: String
  @OptionGroup var written: WrittenOption
  @OptionGroup var talk: TalkOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    let receipt = try place.openOrCreate {
      try $0.setNumber(playbook: name, number, to: value, command: TypedCommand.text())
    }
    WroteLine(console: talk.console).say("Set \(number) of \(name) to \(value)", receipt)
  }
}
