import ArgumentParser
import Store

struct Undelete: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undelete", abstract: "Bring something deleted back, with what was deleted together with it.",
    discussion: """
      Examples:
        afterword undelete acme
      """)

  @Argument(help: "Words of its name, or the beginning of its id.")
  var thing: [String]
  @OptionGroup var talk: TalkOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    let done = try place.open().undelete(thing.joined(separator: " "), command: TypedCommand.text())
    let more: StyledText = done.count > 1 ? " and \(Count.text(done.count - 1, "part")) of it" : ""
    WroteLine(console: talk.console).say("Brought back \(done.title)" + more, done.receipt)
  }
}
