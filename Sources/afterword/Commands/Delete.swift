import ArgumentParser
import Store

struct Delete: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete", abstract: "Delete something, with what is a part of it.",
    discussion: """
      Examples:
        afterword delete touch:dana
        afterword delete acme --yes       without asking, though much goes with it

      Asks when more than three things go. `afterword undo` or `afterword undelete` brings them back.
      Deleting hides: the words stay in the log, in bundles and on other machines. `afterword forget` takes them out.
      """)

  @Argument(help: "Words of its name, or the beginning of its id.")
  var thing: [String]
  @OptionGroup var rehearsal: DryRunOption
  @OptionGroup var prompt: PromptOptions
  @OptionGroup var written: WrittenOption
  @OptionGroup var talk: TalkOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    let store = try place.open()
    let question = try store.askDelete(thing.joined(separator: " "))
    let console = talk.console
    let parts = question.parts.count
    let what: StyledText =
      parts == 0 ? "\(question.title)" : "\(question.title) and \(Count.text(parts, "part")) of it"
    if rehearsal.dryRun {
      for part in question.parts { console.say("  \(part)") }
      return console.say("Would delete " + what + ".")
    }
    if question.count > 3 {
      if !prompt.yes { question.parts.prefix(20).forEach { console.say("  \($0)") } }
      guard try Question(console: console).confirm("Delete " + what + "?", prompt) else {
        throw Failure.nothingFound("Nothing was deleted.")
      }
    }
    WroteLine(console: console).say("Deleted " + what, try store.delete(question, command: TypedCommand.text()))
  }
}
