import ArgumentParser
import Store

struct Join: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "join", abstract: "Say that two rows are the same person or company.",
    discussion: """
      They are shown as one; each keeps its own history, and `afterword unjoin` takes them apart. Where they are called
      differently it asks for the name, or takes the longer one.

      Examples:
        afterword join "dana whitfield" 90cd11fe
        afterword join acme "acme gmbh" --name "Acme GmbH"
      """)

  @Argument(help: "One of the two: words of its name, or the beginning of its id.")
  var one: String
  @Argument(help: "The other one, named likewise.")
  var other: String
  @Option(name: .long, help: "What they are called together.")
  var name: String?
  @OptionGroup var prompts: PromptOptions
  @OptionGroup var written: WrittenOption
  @OptionGroup var talk: TalkOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    let store = try place.open()
    let question = try store.askJoin(one, other)
    let done = try store.join(question, name: try name ?? ask(question), command: TypedCommand.text())
    for (field, kept, other) in done.settled {
      let dropped: StyledText = other.isEmpty ? "" : "  \("(not \(other))", .dim)"
      talk.console.say("  \(field): \(kept)" + dropped)
    }
    WroteLine(console: talk.console).say("Joined \(done.titles.joined(separator: " and "))", done.receipt)
  }

  /// The name that is chosen; nil where there is nothing to choose or nobody to ask.
  private func ask(_ question: JoinQuestion) throws -> String? {
    guard !question.names.isEmpty, Question.canAsk, !prompts.noInput, !prompts.yes else { return nil }
    for (index, name) in question.names.enumerated() { talk.console.complain("  \(index + 1)  \(name)") }
    let key = Question(console: talk.console).key("Which name? 1-\(question.names.count), q to leave them") { key in
      key == "q" || key.wholeNumberValue.map { question.names.indices.contains($0 - 1) } ?? false
    }
    guard let number = key?.wholeNumberValue else { throw Failure.silent(.nothingFound) }
    return question.names[number - 1]
  }
}
