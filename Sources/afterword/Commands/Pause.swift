import ArgumentParser
import Model
import Notes
import Playbook
import Store

struct Pause: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "pause", abstract: "Put a whole search off until a day, or everything.",
    discussion: """
      Nothing is due until then, and what repeats goes on from there. Deadlines of offers and interviews to come still show.

      Examples:
        afterword pause acme until "2 jan"
        afterword pause until monday     everything
        afterword pause acme --end       goes on at once
      """)

  @Argument(
    help: ArgumentHelp("The opportunity, and until when; without one all of them.", valueName: "[search] until day"))
  var words: [String] = []
  @Flag(name: .long, help: "End the pause.")
  var end = false
  @OptionGroup var written: WrittenOption
  @OptionGroup var talk: TalkOptions
  @OptionGroup var place: StoreOptions

  func validate() throws {
    guard end || words.contains("until") else {
      throw Failure.usage("Say until when: afterword pause until \"next monday\". --end ends a pause.")
    }
  }

  func run() throws {
    let store = try place.open()
    let parts = words.split(separator: "until", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first?.joined(separator: " ") ?? ""
    let opportunity = name.isEmpty ? nil : try store.opportunity(named: name)
    let what = try opportunity.map { try store.title(of: $0.subject) } ?? "Everything"
    let phrase = parts.count > 1 ? parts[1].joined(separator: " ") : ""
    let day = end ? nil : try DayArgument.read(phrase, .coming, store, talk.console).day
    let receipt = try store.pause(opportunity, until: day, command: TypedCommand.text())
    let line = day.map { "\(what) rests until \(DayText.long($0, today: store.today))" } ?? "\(what) goes on"
    WroteLine(console: talk.console).say("\(line)", receipt)
  }
}
