import ArgumentParser
import Model
import Notes
import Playbook
import Store

struct Snooze: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "snooze", abstract: "Put follow-ups off.",
    discussion: """
      Examples:
        afterword snooze 4 wed           by its number on the day's page
        afterword snooze gareth          by name, until tomorrow
        afterword snooze 2 3 next monday
      """)

  @OptionGroup var which: ItemArgument
  @OptionGroup var prompt: PromptOptions
  @OptionGroup var written: WrittenOption
  @OptionGroup var talk: TalkOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    let store = try place.open()
    let console = talk.console
    let picked = try PickedItems(store, console)
    let (items, day) = try picked.itemsAndDay(which.items, .coming)
    let until = day?.day ?? store.today + 1
    guard until > store.today else { throw PracticeError.notLater(until) }
    let decision = DecisionTalk(console: console, agenda: picked.agenda)
    try decision.confirm("Put off", items, prompt)
    let receipt = try store.snooze(
      items, until: until, command: DecisionCommand.text("snooze", items, picked.agenda))
    for item in items { warn(item, until, store.today) }
    decision.say("Put off until \(DayText.long(until, today: store.today)):", items, receipt)
  }

  /// What is lost by waiting so long.
  private func warn(_ item: PlanItem, _ until: Day, _ today: Day) {
    let console = talk.console
    if item.rule.row == "thank-you" { console.say("This playbook says: the same day, never postponed.") }
    guard item.daysLate == 0, until > item.until, !item.isOptional else { return }
    let last = DayText.long(item.until, today: today)
    let what = item.purpose == .offer ? "What was to be said by" : "Its last good day is"
    console.say("\("Note:", .yellow) \(what) \(last), before the day it is put off to.")
  }
}
