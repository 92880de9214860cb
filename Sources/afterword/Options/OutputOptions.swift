import ArgumentParser

/// How a command that shows something shows it.
struct OutputOptions: ParsableArguments {
  @Flag(name: .long, help: "Print JSON.")
  var json = false

  @Flag(name: .long, help: "Print one record a line, its parts apart by tabs, nothing cut.")
  var plain = false

  @Flag(name: .customLong("no-color"), help: "Do not use colours.")
  var noColor = false

  func validate() throws {
    if json && plain { throw Failure.usage("Choose one of --json and --plain.") }
  }

  var console: Console { Console(noColour: noColor, keepsLines: plain) }
}

/// For lists whose columns have names.
struct HeaderOption: ParsableArguments {
  @Flag(name: .long, help: "With --plain: the names of the columns first.")
  var header = false

  /// The line of names, where it is asked for.
  func line(_ names: [String], _ output: OutputOptions) throws -> [StyledText] {
    guard header else { return [] }
    guard output.plain else { throw Failure.usage("--header goes with --plain.") }
    return [StyledText(spans: [.init(text: names.joined(separator: "\t"), style: .plain)])]
  }
}

/// How a command that writes talks about it.
struct TalkOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Say nothing of what was done.")
  var quiet = false

  @Flag(name: .customLong("no-color"), help: "Do not use colours.")
  var noColor = false

  var console: Console { Console(noColour: noColor, isQuiet: quiet) }
}

/// For commands that write rows: what programs want to know of it.
struct WrittenOption: ParsableArguments {
  @Flag(name: .long, help: "Print what was written as JSON, new ids too.")
  var json = false
}

/// How a command that could ask is kept from asking.
struct PromptOptions: ParsableArguments {
  @Flag(name: [.short, .long], help: "Answer every question with yes.")
  var yes = false

  @Flag(name: .customLong("no-input"), help: "Never ask; what would need an answer fails.")
  var noInput = false

  /// Whether a question that has no safe answer can be put to somebody.
  var canAsk: Bool { Question.canAsk && !noInput && !yes }
}

/// For commands that write: show what would be written and write nothing.
struct DryRunOption: ParsableArguments {
  @Flag(name: [.customShort("n"), .customLong("dry-run")], help: "Show what would change and change nothing.")
  var dryRun = false
}
