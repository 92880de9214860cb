import ArgumentParser
import Store

struct PlaybookBorrow: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "borrow", abstract: "Take a rule of another playbook into one.",
    discussion: """
      Example:
        afterword playbook borrow executive after-a-no --from value-added
      """)

  @Argument(help: "The playbook that borrows.")
  var name: String
  @Argument(help: "The rule.")
  var rule: String
  @Option(name: .long, help: "The playbook that has it.")
  var from: String
  @OptionGroup var written: WrittenOption
  @OptionGroup var talk: TalkOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    let receipt = try place.openOrCreate { try $0.borrow(rule, into: name, from: from, command: TypedCommand.text()) }
    WroteLine(console: talk.console).say("\(name) borrows \(rule) from \(from)", receipt)
  }
}
