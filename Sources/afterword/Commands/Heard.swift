import ArgumentParser
import Model
import Notes
import Playbook
import Store

struct Heard: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "heard", abstract: "What you heard of an opportunity: a next step, an offer, a no, nothing.",
    discussion: """
      Examples:
        afterword heard acme --next "second round" --by friday
        afterword heard acme --offer --deadline "in 2 weeks" --on "today 15:30"
        afterword heard acme --rejected --from dana --feedback "no budget practice"
        afterword heard acme --filled
        afterword heard acme --silent            no word any more; kept in touch with
        afterword heard acme --no-show           they did not come
        afterword heard acme --missed            you could not come

      A date that moves is kept with those before it.
      """)

  @Argument(help: "The opportunity: its organisation or role.")
  var opportunity: String
  @Option(name: .long, help: ArgumentHelp("Their next step.", valueName: "step"))
  var next: String?
  @Option(name: .long, help: ArgumentHelp("The day they named for it.", valueName: "day"))
  var by: String?
  @Flag(name: .long, help: "An offer.")
  var offer = false
  @Option(name: .long, help: ArgumentHelp("The day the offer must be answered.", valueName: "day"))
  var deadline: String?
  @Flag(name: .long, help: "A no.")
  var rejected = false
  @Flag(name: .long, help: "The position is filled.")
  var filled = false
  @Flag(name: .long, help: "You withdrew.")
  var withdrawn = false
  @Flag(name: .long, help: "You accepted their offer.")
  var accepted = false
  @Flag(name: .long, help: "Nothing more is heard.")
  var silent = false
  @Flag(name: .long, help: "They did not come to the interview.")
  var noShow = false
  @Flag(name: .long, help: "You did not, or cannot, come to the interview.")
  var missed = false
  @Option(name: .long, help: ArgumentHelp("Who told you.", valueName: "person"))
  var from: String?
  @Option(name: .long, help: "How: email, call, post, visit, message.", transform: ChannelArgument.read)
  var channel: Channel?
  @Option(name: .long, help: "The day you heard, with the time for an offer; else today.")
  var on: String?
  @Option(name: .long, help: ArgumentHelp("Their words, kept as they are; - is standard input.", valueName: "text"))
  var feedback: String?
  @OptionGroup var written: WrittenOption
  @OptionGroup var talk: TalkOptions
  @OptionGroup var place: StoreOptions

  private var isNext: Bool { next != nil || (by != nil) }

  func validate() throws {
    let said = [isNext, offer, rejected, filled, withdrawn, accepted, silent, noShow, missed].count { $0 }
    guard said == 1 else {
      throw Failure.usage(
        "Say one thing: --next STEP, --offer, --rejected, --filled, --withdrawn, --accepted, --silent, --no-show or --missed."
      )
    }
    if deadline != nil && !offer { throw Failure.usage("--deadline goes with --offer.") }
    let besides = [("--from", from), ("--channel", channel?.rawValue), ("--feedback", feedback)].filter { $0.1 != nil }
    if noShow || missed, let first = besides.first {
      throw Failure.usage(
        "\(first.0) does not go with \(noShow ? "--no-show" : "--missed"). What they said of it: "
          + "\(ShellCommand("log", (channel ?? .email).rawValue, "--received", names: [from ?? opportunity])).")
    }
  }

  func run() throws {
    let store = try place.open()
    if noShow || missed { return try miss(store) }
    let heard = try on.map { try DayArgument.read($0, .past, store, talk.console).moment } ?? Moment(day: store.today)
    var news = News(try what(store), of: try store.opportunity(named: opportunity), on: heard.day)
    if heard.minute != nil { news.time = heard }
    news.person = try from.map { try store.person(named: $0).id }
    news.channel = channel
    news.feedback = try feedback.map(StandardInput.text(for:))
    say(try store.hear(news, command: TypedCommand.text()), store)
  }

  /// An interview that did not come about.
  private func miss(_ store: Store) throws {
    let row = try store.opportunity(named: opportunity)
    let day = try on.map { try DayArgument.read($0, .nearest, store, talk.console).day }
    let (interview, receipt) = try store.missed(row, by: missed ? .me : .them, on: day, command: TypedCommand.text())
    let what: StyledText = missed ? "You could not come" : "They did not come"
    WroteLine(console: talk.console).say("\(what): \(try store.title(of: interview.subject))", receipt)
    for item in try store.agenda().items where item.key.anchor == interview.subject {
      talk.console.say("\(DayText.long(item.day, today: store.today)): \(item.title), \(item.command)")
    }
  }

  private func what(_ store: Store) throws -> News.What {
    if isNext {
      let window = try by.map { try DayArgument.read($0, .coming, store, talk.console) }
      return .next(step: try next.map(StandardInput.text(for:)), first: window?.day, last: window?.last)
    }
    if offer {
      return .offer(deadline: try deadline.map { try DayArgument.read($0, .coming, store, talk.console).day })
    }
    return rejected ? .rejected : filled ? .filled : withdrawn ? .withdrawn : accepted ? .accepted : .silent
  }

  private func say(_ report: NewsReport, _ store: Store) {
    let console = talk.console
    let title = (try? store.title(of: report.opportunity.subject)) ?? opportunity
    let stage = report.opportunity.stage?.rawValue ?? "interviewing"
    WroteLine(console: console).say("Noted for \(title): \(stage)\(promised(report, store))", report.receipt)
    if report.assumed != nil, let agenda = try? store.agenda() {
      console.say("Taken to come from \(agenda.facts.name(report.assumed)); --from says otherwise.")
    }
    if case .rejected? = report.opportunity.stage { console.say("A no now says nothing about the next one.") }
    for item in report.next.prefix(3) {
      console.say("\(DayText.long(item.day, today: store.today)): \(item.title), \(item.command)")
    }
  }

  private func promised(_ report: NewsReport, _ store: Store) -> String {
    guard let promise = report.promise, promise.kept == nil, let due = promise.due else { return "" }
    let slips =
      promise.slips.isEmpty ? "" : ", moved \(promise.slips.count == 1 ? "once" : "\(promise.slips.count) times")"
    return ", their word by \(DayText.long(due, today: store.today))\(slips)"
  }
}
