import ArgumentParser
import BundleFile
import CBuild
import Store

/// The root command: every command, in groups, the common ones first.
struct Afterword: ParsableCommand {
  static let version = "0.1.0"

  /// For people: the commit where the build was told it, and the formats that are read and written.
  private static var fullVersion: String {
    let commit = String(cString: afterword_commit())
    return """
      afterword \(version)\(commit.isEmpty ? "" : " (commit \(commit))")
      bundle format \(HeadLine.version), SQLite \(Store.sqliteVersion)
      """
  }

  static let configuration = CommandConfiguration(
    commandName: "afterword",
    abstract: "What happens after a job interview: notes, people, promises, letters, follow-ups.",
    discussion: """
      Examples:
        afterword import ~/notes               read interview notes
        afterword                              what is due today, and why
        afterword show dana                    all about a person
        afterword set acme stage=offer         note a change
        afterword undo                         take the last change back

      Things are named by words ("acme", "dana") or by the first digits of an id.
      """,
    version: fullVersion,
    groupedSubcommands: groups)

  private static let groups = [
    CommandGroup(
      name: "Every day", subcommands: [Today.self, Plan.self, Why.self, Done.self, Skip.self, Snooze.self, Pause.self]),
    CommandGroup(name: "What happened", subcommands: [Note.self, Log.self, Heard.self, Reflect.self, Debrief.self]),
    CommandGroup(
      name: "Letters and calls", subcommands: [LetterCommand.self, Script.self, Prepare.self, PlaybookCommand.self]),
    CommandGroup(
      name: "What is where",
      subcommands: [ProposalsCommand.self, Promises.self, Offers.self, Negotiate.self, Materials.self, References.self]),
    CommandGroup(
      name: "Looking",
      subcommands: [
        Show.self, List.self, Find.self, Page.self, Timeline.self, CalendarCommand.self, Stats.self, LogSince.self,
        ReadCommand.self,
        WhenCommand.self,
      ]),
    CommandGroup(
      name: "Writing",
      subcommands: [SetFields.self, Edit.self, Add.self, Delete.self, Undelete.self, Forget.self, DraftsCommand.self]
    ),
    CommandGroup(name: "Taking back", subcommands: [UndoCommand.self, Redo.self, History.self]),
    CommandGroup(
      name: "Two machines",
      subcommands: [Conflicts.self, Resolve.self, Duplicates.self, Join.self, Unjoin.self, Machine.self]),
    CommandGroup(
      name: "Files in and out",
      subcommands: [
        Import.self, Export.self, Verify.self, Restore.self, Salvage.self, Sync.self, Key.self, MirrorCommand.self,
      ]),
    CommandGroup(
      name: "The store",
      subcommands: [
        Setup.self, SettingsCommand.self, Status.self, Doctor.self, Rebuild.self, Completions.self, Manual.self,
        SchemaCommand.self,
      ]),
  ]

  static var commands: [any ParsableCommand.Type] { groups.flatMap(\.subcommands) }

  /// The names that may stand first on the command line.
  static var commandNames: [String] { ["help"] + commands.flatMap { [$0.commandName] + $0.aliases } }
}
