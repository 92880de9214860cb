import ArgumentParser
import Model
import Store

struct LogSince: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log-since", abstract: "What was written since a position, for scripts that follow the store.",
    discussion: """
      Examples:
        afterword log-since 0 --json                     from the beginning
        afterword log-since "$(cat position)" --json     what is new since then

      JSON: {"position", "more", "transactions": [{"name", "time", "machine", "command", "changes": [{"kind", "id", "field",
      "operation", "value"}]}]}, the oldest first. Operations: set, clear, add, remove, text, delete, undelete, restore, forget,
      erased.
      "position" is what to ask from next; where "more" is true, there is more already. What another machine wrote comes
      when it was merged, so nothing is missed. Plain: time, machine, name, command, kind, id, field, operation, value.
      """)

  @Argument(help: ArgumentHelp("What the last answer gave; 0 for the beginning.", valueName: "position"))
  var position: String
  @Option(name: .long, help: ArgumentHelp("At most so many transactions.", valueName: "number"))
  var limit = 1000
  @OptionGroup var output: OutputOptions
  @OptionGroup var place: StoreOptions

  func validate() throws {
    guard (1...1_000_000).contains(limit) else { throw Failure.usage("--limit is a number from 1 to 1000000.") }
  }

  func run() throws {
    let feed = try place.look().changes(since: position, limit: limit)
    let console = output.console
    guard !output.json else { return console.raw(try JSONOutput.text(WrittenJSON(feed))) }
    let lines = feed.entries.flatMap { entry in entry.changes.map { line(entry, $0) } }
    console.print(lines)
    console.say("Next: \(ShellCommand("log-since", feed.position))\(feed.isMore ? ", there is more" : "")")
  }

  private func line(_ entry: ChangeFeed.Entry, _ change: ChangeFeed.Change) -> StyledText {
    let value =
      switch change.content {
      case .value(.bytes(let bytes)): "\(bytes.count) bytes"
      case .value(.reference(let row)): row.id.description
      case .value(.string(let text)), .value(.decimal(let text)), .text(let text): text
      case .value(.integer(let number)): String(number)
      case .value(.boolean(let isSo)): String(isSo)
      case .value(.day(let day)): day.description
      case .value(.moment(let moment)): moment.description
      case .value(.unknown), .words, .empty: ""
      }
    let cells = [
      entry.machine, entry.name, entry.command, change.subject.kind, change.subject.id.description, change.field,
      change.operation, value,
    ]
    return cells.reduce(StyledText(WallTime.iso(entry.wall))) { $0 + "\t" + StyledText($1) }
  }
}
