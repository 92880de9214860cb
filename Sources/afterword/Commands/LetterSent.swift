import ArgumentParser
import Model
import Notes
import Playbook
import Store

struct LetterSent: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "sent", abstract: "A letter was sent: it is frozen, and the plan counts from it.",
    discussion: """
      Examples:
        afterword letter sent 3f2a
        afterword letter sent dana --kind thank-you --on yesterday --channel post
      """)

  @Argument(help: "A follow-up by its number on the page, a person, or the first digits of an id.")
  var what: String
  @OptionGroup var which: LetterOptions
  @Option(name: .long, help: "The day it was sent; else today.")
  var on: String?
  @Option(name: .long, help: "How: email, post, card, message …", transform: ChannelArgument.read)
  var channel: Channel?
  @Option(name: .long, help: ArgumentHelp("It says that you call on this day.", valueName: "day"))
  var announced: String?
  @OptionGroup var prompt: PromptOptions
  @OptionGroup var written: WrittenOption
  @OptionGroup var talk: TalkOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    let store = try place.open()
    let job = try store.letterJob(
      try PageNumber.resolved(what, store), kind: which.kind, opportunity: try which.opportunity.map(store.opportunity))
    guard let letter = job.letter else {
      throw Failure.nothingFound(
        "No draft is kept for this. `\(ShellCommand("letter", names: [what]))` writes one; of what went in other words, "
          + "`afterword help log` says how it is recorded."
      )
    }
    let console = talk.console
    try confirm(letter, store, console)
    let day = try on.map { try DayArgument.read($0, .past, store, console).day } ?? store.today
    var sending = Sending(letter, on: day)
    try LetterTalk(console: console).say(tooEarlyOrLate: job, on: sending.day, store)
    sending.channel = channel
    sending.announced = try announced.map { phrase in
      let day = try DayArgument.read(phrase, .coming, store, console)
      return (day.day, day.last)
    }
    say(try store.send(sending, command: TypedCommand.text()), store)
  }

  /// Gaps, and sentences that a colleague of the reader gets too, are shown before it counts as sent.
  private func confirm(_ letter: Letter, _ store: Store, _ console: Console) throws {
    let text = LetterText(subject: letter.subjectLine ?? "", body: letter.body)
    try LetterTalk(console: console).say(about: text, letter: letter, store)
    let shared = try store.overlap(letter).count
    var concerns: [String] = []
    if !text.gaps.isEmpty { concerns.append("still has \(Count.text(text.gaps.count, "gap"))") }
    if shared > 0 { concerns.append("has \(Count.text(shared, "sentence")) that a colleague of the reader gets too") }
    guard !concerns.isEmpty else { return }
    let question: StyledText = "The letter \(concerns.joined(separator: " and ")). Sent so?"
    guard try Question(console: console).confirm(question, prompt) else { throw Failure.silent(.nothingFound) }
  }

  private func say(_ report: SendingReport, _ store: Store) {
    let console = talk.console
    let day = report.touch.day.map { DayText.long($0, today: store.today) } ?? ""
    let channel = report.touch.channel?.rawValue ?? ""
    WroteLine(console: console).say("Sent on \(day) by \(channel), and frozen", report.receipt)
    if let due = report.promise?.due {
      console.say("It announces a call on \(DayText.long(due, today: store.today)): a promise of yours.")
    }
    guard let agenda = try? store.agenda() else { return }
    for item in report.closed { console.say("Closed: \(agenda.title(item)).") }
  }
}
