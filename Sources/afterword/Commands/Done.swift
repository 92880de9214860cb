import ArgumentParser
import Model
import Notes
import Playbook
import Store

struct Done: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "done", abstract: "A follow-up is done.",
    discussion: """
      Examples:
        afterword done 3f2a
        afterword done 3f2a yesterday

      A promise of yours counts as kept then. What you sent or said is kept in more detail by `letter` and `log`.
      """)

  @OptionGroup var which: ItemArgument
  @Argument(help: "The day it was done.")
  var day: String?
  @OptionGroup var talk: TalkOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    let store = try place.open()
    let agenda = try store.agenda()
    let item = try agenda.item(which.item)
    let on = try day.map { try DayArgument.read($0, .past, store, talk.console).day } ?? store.today
    let receipt = try store.done(item, on: on, command: TypedCommand.text())
    DecisionTalk(console: talk.console, agenda: agenda).say("Done:", item, receipt)
  }
}
