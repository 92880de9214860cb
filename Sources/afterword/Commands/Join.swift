import ArgumentParser
import Store

struct Join: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "join", abstract: "Say that two rows are the same person or company.",
    discussion: """
      They are shown as one; each keeps its own history, and `afterword unjoin` takes them apart.

      Examples:
        afterword join "dana whitfield" 90cd11fe
      """)

  @Argument(help: "One of them.")
  var one: String
  @Argument(help: "The other.")
  var other: String
  @OptionGroup var talk: TalkOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    let done = try place.open().join(one, other, command: TypedCommand.text())
    WroteLine(console: talk.console).say("Joined \(done.titles.joined(separator: " and "))", done.receipt)
  }
}
