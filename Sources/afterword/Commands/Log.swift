import ArgumentParser
import Model
import Notes
import Playbook
import Store

struct Log: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Something said, sent or received: a call, a mail, a visit.",
    discussion: """
      Examples:
        afterword log email dana "thank-you note" --kind thank-you
        afterword log call dana "asked where they are" --on yesterday
        afterword log email dana --received "they need another week"
        afterword log post dana --material "the book on pricing"
        afterword log email dana --kind executive-letter --announced friday

      The plan counts from it: it closes what it did, and a cadence starts anew.
      """)

  @Argument(help: "call, email, post, card, visit or message.", transform: ChannelArgument.read)
  var channel: Channel
  @Argument(help: "With whom: words of the name.")
  var person: String
  @Argument(help: "What it was about; - is standard input.")
  var summary: [String] = []
  @Option(name: .long, help: "The day; else today.")
  var on: String?
  @Flag(name: .long, help: "They wrote or called.")
  var received = false
  @Option(name: .long, help: "Which opportunity it belongs to; else the person's only one.")
  var opportunity: String?
  @Option(name: .long, help: "What it was: thank-you, status, value, keep-in-touch, after-a-no, reference-used …")
  var kind: String?
  @Option(name: .long, help: "The material that went with it.")
  var material: String?
  @Option(name: .long, help: ArgumentHelp("You promised to call on this day.", valueName: "day"))
  var announced: String?
  @OptionGroup var written: WrittenOption
  @OptionGroup var talk: TalkOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    let store = try place.open()
    let report = try store.log(try entry(store), command: TypedCommand.text())
    let console = talk.console
    for warning in report.warnings { console.complain("\("Note:", .yellow) \(warning).") }
    let agenda = try store.agenda()
    let day = report.touch.day.map { DayText.long($0, today: store.today) } ?? ""
    WroteLine(console: console).say("Logged \(try store.title(of: report.touch.subject)), \(day)", report.receipt)
    for promise in report.kept { console.say("Kept: your promise to call\(promise.due.map { " on \($0)" } ?? "").") }
    for item in report.closed { console.say("Closed: \(agenda.title(item)).") }
  }

  private func entry(_ store: Store) throws -> TouchEntry {
    let day = try on.map { try DayArgument.read($0, .past, store, talk.console).day } ?? store.today
    var entry = TouchEntry(channel: channel, person: try store.person(named: person).id, day: day)
    entry.summary = try summary.isEmpty ? nil : StandardInput.text(for: summary.joined(separator: " "))
    entry.direction = received ? .received : .sent
    entry.opportunity = try opportunity.map { try store.opportunity(named: $0).id }
    entry.form = kind
    entry.material = try material.map { try store.material(named: $0).id }
    entry.announced = try announced.map { phrase in
      let day = try DayArgument.read(phrase, .coming, store, talk.console)
      return (day.day, day.last)
    }
    return entry
  }
}

/// A channel by its word.
enum ChannelArgument {
  static func read(_ word: String) throws -> Channel {
    if let channel = Channel(rawValue: word.lowercased()) { return channel }
    throw Failure.usage("\"\(word)\" is none of \(Channel.allCases.map(\.rawValue).joined(separator: ", ")).")
  }
}
