import ArgumentParser
import Store

struct Unjoin: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "unjoin", abstract: "Take joined rows apart again.",
    discussion: """
      Examples:
        afterword unjoin dana
      """)

  @Argument(help: "The joined row, or one member's id.")
  var thing: String
  @OptionGroup var written: WrittenOption
  @OptionGroup var talk: TalkOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    let done = try place.open().unjoin(thing, command: TypedCommand.text())
    guard done.receipt != nil else { throw Failure.nothingFound("\(done.title) is not joined with anything.") }
    WroteLine(console: talk.console).say("Took \(done.title) apart", done.receipt)
  }
}
