import ArgumentParser
import Model
import Playbook
import Store

struct Skip: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "skip", abstract: "Leave follow-ups out; of a cadence, this time.",
    discussion: """
      Examples:
        afterword skip 4                 by its number on the day's page
        afterword skip gareth sian       by names
        afterword skip --older 10d       all that is more than ten days late
        afterword skip --stale           thanks that are no longer owed
      """)

  @Argument(
    help: ArgumentHelp("Follow-ups: numbers on the page, names, or first digits of ids.", valueName: "item"))
  var items: [String] = []
  @Option(
    name: .long, help: ArgumentHelp("All that is late by more than this: 10d, 2w.", valueName: "span"),
    transform: Skip.days)
  var older: Int?
  @Flag(name: .long, help: "All thanks that are no longer owed.")
  var stale = false
  @OptionGroup var prompt: PromptOptions
  @OptionGroup var written: WrittenOption
  @OptionGroup var talk: TalkOptions
  @OptionGroup var place: StoreOptions

  private static func days(_ typed: String) throws -> Int {
    switch Span(typed.allSatisfy(\.isNumber) ? typed + "d" : typed) {
    case .days(let count): return count
    case .weeks(let count): return 7 * count
    case .months(let count): return 30 * count
    default: throw Failure.usage("\"\(typed)\" is no number of days. Give it as 10d or 2w.")
    }
  }

  func run() throws {
    let ways = [!items.isEmpty, older != nil, stale].count(where: \.self)
    guard ways == 1 else {
      throw Failure.usage(
        ways == 0
          ? "Say what to skip: numbers of the day's page, names, or --older 10d for all that is late by more."
          : "Name follow-ups or give one of --older and --stale, not both.")
    }
    let store = try place.open()
    let picked = try PickedItems(store, talk.console)
    let late = older.map { store.followUps(lateBy: $0, in: picked.agenda) }
    let items = try stale ? picked.agenda.stale : late ?? picked.items(self.items)
    guard !items.isEmpty else {
      return talk.console.say(
        older.map { "Nothing is late by more than \(Count.text($0, "day"))." } ?? "All thanks are still owed.")
    }
    let decision = DecisionTalk(console: talk.console, agenda: picked.agenda)
    try decision.confirm("Skip", items, prompt)
    decision.say(
      "Skipped:", items, try store.skip(items, command: DecisionCommand.text("skip", items, picked.agenda)))
  }
}
