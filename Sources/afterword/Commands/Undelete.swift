import ArgumentParser
import Store

struct Undelete: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "undelete", abstract: "Bring something deleted back, with what was deleted together with it.",
    discussion: """
      Examples:
        afterword undelete acme
      """)

  @Argument(help: "Words of its name, or the beginning of its id.")
  var thing: [String]
  @OptionGroup var written: WrittenOption
  @OptionGroup var talk: TalkOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    let store = try place.open()
    let name = thing.joined(separator: " ")
    let done: (title: String, count: Int, receipt: Receipt?)
    do {
      done = try store.undelete(name, command: TypedCommand.text())
    } catch NamingError.notFound {
      guard let row = try? store.resolve(name) else {
        throw Failure.nothingFound("Nothing that is deleted is called \"\(name)\".")
      }
      throw Failure.nothingFound("\(try store.title(of: row)) is not deleted, so there is nothing to bring back.")
    }
    let more: StyledText = done.count > 1 ? " and \(Count.text(done.count - 1, "part")) of it" : ""
    WroteLine(console: talk.console).say("Brought back \(done.title)" + more, done.receipt)
  }
}
