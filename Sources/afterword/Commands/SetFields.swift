import ArgumentParser
import Store

struct SetFields: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Set fields of something.",
    discussion: """
      Examples:
        afterword set acme stage=offer deadline="next friday"
        afterword set dana tags=+warm,-cold organisation=acme
        afterword set dana title=            an empty value clears the field
        afterword set acme notes=-           the value comes from standard input
      """)

  @Argument(help: "What to change: words of its name, or the beginning of its id.")
  var thing: String
  @Argument(help: ArgumentHelp("Fields and their new values.", valueName: "field=value"))
  var fields: [String] = []
  @OptionGroup var rehearsal: DryRunOption
  @OptionGroup var written: WrittenOption
  @OptionGroup var talk: TalkOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    let assignments = try TypedFields.read(fields)
    // Without a field there is nothing to write, only to say what it has.
    let onlyLooks = rehearsal.dryRun || fields.isEmpty
    let store = onlyLooks ? try place.look() : try place.open()
    let outcome = try store.set(thing, assignments, command: TypedCommand.text(), rehearse: onlyLooks)
    let verb: StyledText =
      if let only = outcome.differences.first, outcome.differences.count == 1 {
        "Set \(outcome.title), " + WroteLine.difference(only)
      } else {
        "Set \(outcome.differences.map(\.field).joined(separator: ", ")) of \(outcome.title)"
      }
    WroteLine(console: talk.console).say(
      outcome, verb: verb, isRehearsal: rehearsal.dryRun, listing: outcome.differences.count > 1)
  }
}

/// `field=value` words of the command line.
enum TypedFields {
  static func read(_ words: [String]) throws -> [Assignment] { try words.map { try filled(try Assignment($0)) } }

  /// A value `-` is read from standard input.
  static func filled(_ assignment: Assignment) throws -> Assignment {
    Assignment(field: assignment.field, text: try StandardInput.text(for: assignment.text))
  }
}
