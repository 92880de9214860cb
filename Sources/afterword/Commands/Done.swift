import ArgumentParser
import Model
import Notes
import Playbook
import Store

struct Done: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "done", abstract: "Follow-ups are done.",
    discussion: """
      Examples:
        afterword done 2 3               by their numbers on the day's page
        afterword done gareth sian       by names
        afterword done gareth yesterday  on another day

      A promise of yours counts as kept then. What you sent or said is kept in more detail by `letter` and `log`.
      """, aliases: ["d"])

  @OptionGroup var which: ItemArgument
  @OptionGroup var prompt: PromptOptions
  @OptionGroup var written: WrittenOption
  @OptionGroup var talk: TalkOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    let store = try place.open()
    let picked = try PickedItems(store, talk.console)
    let (items, day) = try picked.itemsAndDay(which.items, .past)
    let decision = DecisionTalk(console: talk.console, agenda: picked.agenda)
    try decision.confirm("Done, ", items, prompt)
    let receipt = try store.done(
      items, on: day?.day ?? store.today, command: DecisionCommand.text("done", items, picked.agenda))
    decision.say("Done:", items, receipt)
    for item in items where item.urgency(today: store.today) == .upcoming {
      talk.console.say("It was due only on \(DayText.long(item.day, today: store.today)).")
    }
  }
}
