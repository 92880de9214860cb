import ArgumentParser
import Store

struct Redo: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "redo", abstract: "Do again what was undone last on this machine.",
    discussion: """
      Examples:
        afterword redo            what the last undo took back; again: the one before

      Once something else was done, there is nothing to redo; `afterword history` names every undo, and
      `afterword undo NAME` takes one back.
      """)

  @OptionGroup var rehearsal: DryRunOption
  @OptionGroup var written: WrittenOption
  @OptionGroup var talk: TalkOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    let store = try place.open()
    let talk = UndoTalk(console: talk.console)
    if rehearsal.dryRun { return try talk.rehearse(.redo, store) }
    try talk.say(try store.undo(.redo))
  }
}
