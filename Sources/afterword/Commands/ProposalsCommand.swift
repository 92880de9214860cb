import ArgumentParser
import Model
import Store

struct ProposalsCommand: TellingCommand {
  static let configuration = CommandConfiguration(
    commandName: "proposals", abstract: "What papers may have told of your searches, to be decided by you.",
    discussion: """
      Examples:
        afterword proposals                 on a terminal asks one by one, else a list
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

  var tellsWrites: Bool { output.json && !(accept.isEmpty && decline.isEmpty) }

  func run() throws {
    let store = try accept.isEmpty && decline.isEmpty ? place.look() : place.open()
    let console = output.console
    let waiting = try store.waitingProposals()
    guard accept.isEmpty && decline.isEmpty else {
      for (names, verdict) in [(accept, Verdict.accepted), (decline, .declined)] {
        for name in names { try ProposalQuestions(console: console, store: store).decide(find(name, waiting), verdict) }
      }
      return
    }
    if output.json { return console.raw(try JSONOutput.text(["proposals": waiting.map { ProposalJSON($0) }])) }
    guard !waiting.isEmpty else { return console.print("Nothing waits for your word.") }
    guard Question.canAsk, !prompts.noInput, !output.plain else {
      let list = ProposalQuestions(console: console, store: store)
      for one in waiting { list.print(one) }
      let first = waiting[0].row.id.short
      return console.say(
        "The first is so: \(ShellCommand("proposals", "--accept", first)); it is not: \(ShellCommand("proposals", "--decline", first))."
      )
    }
    try ProposalQuestions(console: console, store: place.open()).ask(waiting)
  }

  private func find(_ name: String, _ waiting: [WaitingProposal]) throws -> WaitingProposal {
    let found = waiting.filter { $0.row.id.begins(name) }
    guard let first = found.first, found.count == 1 else {
      throw Failure.nothingFound("No proposal, or several, begin with \(name). `afterword proposals` lists them.")
    }
    return first
  }
}

/// A proposal in JSON.
private struct ProposalJSON: Encodable {
  let id: String
  @Nullable var what: String?
  @Nullable var opportunityId: String?
  @Nullable var interviewId: String?
  @Nullable var personId: String?
  @Nullable var day: String?
  @Nullable var due: String?
  @Nullable var start: String?
  @Nullable var text: String?

  init(_ one: WaitingProposal) {
    let row = one.row
    (id, what, text) = (row.id.description, row.what?.rawValue, row.text)
    (opportunityId, interviewId, personId) = (
      row.opportunity?.description, row.interview?.description, row.person?.description
    )
    (day, due, start) = (row.day?.description, row.due?.description, row.start?.description)
  }
}
