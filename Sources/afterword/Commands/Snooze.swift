import ArgumentParser
import Model
import Notes
import Playbook
import Store

struct Snooze: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snooze", abstract: "Put a follow-up off.",
    discussion: """
      Examples:
        afterword snooze 3f2a            until tomorrow
        afterword snooze 3f2a "next monday"
      """)

  @OptionGroup var which: ItemArgument
  @Argument(help: "Not before this day; else tomorrow.")
  var day: String?
  @OptionGroup var talk: TalkOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    let store = try place.open()
    let agenda = try store.agenda()
    let item = try agenda.item(which.item)
    let until = try day.map { try DayArgument.read($0, .coming, store, talk.console).day } ?? store.today + 1
    let receipt = try store.snooze(item, until: until, command: TypedCommand.text())
    if item.rule.row == "thank-you" { talk.console.say("This playbook says: the same day, never postponed.") }
    DecisionTalk(console: talk.console, agenda: agenda)
      .say("Put off until \(DayText.long(until, today: store.today)):", item, receipt)
  }
}
