import ArgumentParser
import Model
import Store

struct ProposalsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "proposals", abstract: "What papers may have told of your searches, to be decided by you.",
    discussion: """
      Examples:
        afterword proposals                 asks one by one on a terminal, else lists them
        afterword proposals --accept 3f2a   it is so
        afterword proposals --decline 3f2a  it is not

      What an import is sure of it does, and says so; the rest waits here. Deciding on one machine decides on all.
      """)

  @Option(name: .long, parsing: .upToNextOption, help: ArgumentHelp("These are so.", valueName: "id"))
  var accept: [String] = []
  @Option(name: .long, parsing: .upToNextOption, help: ArgumentHelp("These are not.", valueName: "id"))
  var decline: [String] = []
  @OptionGroup var prompts: PromptOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    let store = try accept.isEmpty && decline.isEmpty ? place.look() : place.open()
    let console = output.console
    let waiting = try store.waitingProposals()
    guard accept.isEmpty && decline.isEmpty else {
      for (names, verdict) in [(accept, Verdict.accepted), (decline, .declined)] {
        for name in names { try decide(find(name, waiting), verdict, store) }
      }
      return
    }
    if output.json { return console.raw(try JSONOutput.text(["proposals": waiting.map { ProposalJSON($0) }])) }
    guard !waiting.isEmpty else { return console.print("Nothing waits for your word.") }
    let lines = ProposalLines(console: console, store: store)
    guard Question.canAsk, !prompts.noInput, !output.plain else {
      for one in waiting { lines.print(one) }
      return console.say(
        "It is so: \(ShellCommand("proposals", "--accept", "ID")); it is not: \(ShellCommand("proposals", "--decline", "ID"))."
      )
    }
    try ask(waiting, lines)
  }

  private func ask(_ waiting: [WaitingProposal], _ lines: ProposalLines) throws {
    let store = try place.open()
    for one in waiting {
      lines.print(one)
      let question: StyledText = "  is it so? [y]es, [n]o, [l]ater, [q]uit"
      switch Question(console: output.console).key(question, "yYnNlLqQ".contains) {
      case "y", "Y": try decide(one, .accepted, store)
      case "n", "N": try decide(one, .declined, store)
      case "q", "Q", nil: return
      default: continue
      }
    }
  }

  private func decide(_ one: WaitingProposal, _ verdict: Verdict, _ store: Store) throws {
    let receipt = try store.decide(one.row, verdict, command: TypedCommand.text())
    let talk = NewsTalk(console: output.console, store: store, isRehearsal: false)
    let said: StyledText =
      verdict == .accepted ? talk.sentence(one.news) : "Laid aside: \(talk.sentence(one.news, isDone: false))"
    WroteLine(console: output.console).say(said, receipt)
  }

  private func find(_ name: String, _ waiting: [WaitingProposal]) throws -> WaitingProposal {
    let found = waiting.filter { $0.row.id.description.hasPrefix(name.lowercased()) }
    guard let first = found.first, found.count == 1, !name.isEmpty else {
      throw Failure.nothingFound("No proposal, or several, begin with \(name). `afterword proposals` lists them.")
    }
    return first
  }
}

/// Proposals as they are shown.
struct ProposalLines {
  let console: Console
  let store: Store

  func print(_ one: WaitingProposal) {
    let sentence = NewsTalk(console: console, store: store, isRehearsal: false)
      .sentence(one.news, isDone: false)
    console.print("\(one.row.id.short, .dim)  \(sentence)")
    if let text = one.row.text {
      console.print("          “\(String(text.prefix(160)))\(text.count > 160 ? "…" : "")”")
    }
  }
}

/// A proposal in JSON.
private struct ProposalJSON: Encodable {
  let id: String
  @Nullable var what: String?
  @Nullable var opportunity: String?
  @Nullable var interview: String?
  @Nullable var person: String?
  @Nullable var day: String?
  @Nullable var due: String?
  @Nullable var start: String?
  @Nullable var text: String?

  init(_ one: WaitingProposal) {
    let row = one.row
    (id, what, text) = (row.id.description, row.what?.rawValue, row.text)
    (opportunity, interview, person) = (
      row.opportunity?.description, row.interview?.description, row.person?.description
    )
    (day, due, start) = (row.day?.description, row.due?.description, row.start?.description)
  }
}
