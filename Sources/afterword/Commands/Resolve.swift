import ArgumentParser
import Model
import Store

struct Resolve: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve", abstract: "Settle conflicts, one by one or by a code.",
    discussion: """
      Examples:
        afterword resolve                       asks, one key an answer
        afterword resolve 1a2b3c4d              one that `conflicts` lists
        afterword resolve acme name="Acme Ltd"  a value of your own
      """)

  @Argument(help: "A code; or what to settle, and field=value.")
  var words: [String] = []
  @OptionGroup var prompt: PromptOptions
  @OptionGroup var written: WrittenOption
  @OptionGroup var talk: TalkOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    let store = try place.open()
    switch words.count {
    case 0: try ask(store)
    case 1:
      let (conflict, answer, receipt) = try store.answer(code: words[0], command: TypedCommand.text())
      said(conflict, answer.text, receipt)
    case 2:
      let assignment = try TypedFields.filled(try Assignment(words[1]))
      let (conflict, receipt) = try store.answer(words[0], assignment, command: TypedCommand.text())
      said(conflict, assignment.text, receipt)
    default: throw Failure.usage("resolve takes a code, or a name and one field=value.")
    }
  }

  private func said(_ conflict: OpenConflict, _ answer: String, _ receipt: Receipt?) {
    let what: StyledText = conflict.field.isEmpty ? "" : "\(conflict.field) of "
    WroteLine(console: talk.console).say("Settled " + what + "\(conflict.title): \(answer)", receipt)
  }

  private func ask(_ store: Store) throws {
    let conflicts = try store.openConflicts()
    guard !conflicts.isEmpty else { return talk.console.say("No conflicts.") }
    guard Question.canAsk, !prompt.noInput else {
      throw Failure.conflict(
        "\(Count.text(conflicts.count, "conflict")) to settle. `afterword conflicts` lists a command for each answer.")
    }
    for conflict in conflicts {
      Interruption.say("Stopped. What was settled is kept; \(ShellCommand("resolve")) goes on.")
      for line in ConflictLines(conflict, today: store.today).lines { talk.console.complain(line) }
      guard try settle(conflict, store) else { return }
    }
  }

  /// False to end.
  private func settle(_ conflict: OpenConflict, _ store: Store) throws -> Bool {
    for (index, answer) in conflict.answers.enumerated() { talk.console.complain("  \(index + 1)  \(answer.text)") }
    let numbers = conflict.answers.prefix(9).indices.map { $0 + 1 }
    let question: StyledText = "1-\(numbers.count), s to skip, q to quit?"
    let key = Question(console: talk.console).key(question) { key in
      key == "s" || key == "q" || key.wholeNumberValue.map(numbers.contains) ?? false
    }
    guard let key, key != "q" else { return false }
    guard let number = key.wholeNumberValue else { return true }
    let answer = conflict.answers[number - 1]
    said(conflict, answer.text, try store.answer(conflict, answer, command: "resolve \(answer.code)"))
    return true
  }
}
