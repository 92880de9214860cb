import ArgumentParser
import Store

struct Skip: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "skip", abstract: "Leave a follow-up out; of a cadence, this time.",
    discussion: """
      Example:
        afterword skip 3f2a
      """)

  @OptionGroup var which: ItemArgument
  @OptionGroup var talk: TalkOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    let store = try place.open()
    let agenda = try store.agenda()
    let item = try agenda.item(which.item)
    let receipt = try store.skip(item, command: TypedCommand.text())
    DecisionTalk(console: talk.console, agenda: agenda).say("Skipped:", item, receipt)
  }
}
