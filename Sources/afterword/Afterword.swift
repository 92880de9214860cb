import ArgumentParser

/// The root command: one file a command, listed here.
@main
struct Afterword: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "afterword",
    abstract: "What happens after a job interview: notes, people, promises, letters, follow-ups.",
    subcommands: []
  )
}
