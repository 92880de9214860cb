import ArgumentParser
import Model
import Store

struct UndoCommand: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take back what was done last on this machine, step by step, or any transaction.",
    discussion: """
      Examples:
        afterword undo                   the last command; again: the one before it
        afterword redo                   do again what was just undone
        afterword undo 1a2b3c4d          one transaction of `history`
        afterword undo 1a2b3c4d --batch  all that its command wrote

      What one command did is one step: all files of an import, all answers of a debrief.
      What has been changed since is left alone and named. What another machine imported too stays there; whether to delete
      it everywhere is asked once.
      """)

  @Argument(help: "The transaction's name: the first digits as shown.")
  var transaction: String?
  @Flag(name: .long, help: "Everything that its command wrote: an import, a sitting.")
  var batch = false
  @Flag(name: .long, help: "Do again what was undone last, as `afterword redo` does.")
  var redo = false
  @OptionGroup var rehearsal: DryRunOption
  @OptionGroup var prompts: PromptOptions
  @OptionGroup var written: WrittenOption
  @OptionGroup var talk: TalkOptions
  @OptionGroup var place: StoreOptions

  func validate() throws {
    if redo && transaction != nil { throw Failure.usage("--redo takes no name: it means the last undo.") }
    if batch && transaction == nil { throw Failure.usage("--batch needs the name of a transaction.") }
  }

  func run() throws {
    let request: UndoRequest =
      redo ? .redo : transaction.map { batch ? .batch($0) : .transaction($0) } ?? .last
    let store = try place.open()
    if rehearsal.dryRun { return try UndoTalk(console: talk.console).rehearse(request, store) }
    let outcome = try store.undo(request)
    try UndoTalk(console: talk.console).say(outcome)
    if let shared = outcome.shared { try ask(shared, store) }
  }

  /// One question for all that another machine imported too.
  private func ask(_ shared: SharedImport, _ store: Store) throws {
    let notes = shared.notes.count == 1 ? shared.notes[0] : Count.text(shared.notes.count, "note")
    let machines = shared.machines.joined(separator: " and ")
    let why: StyledText =
      "\(machines) imported \(notes) too, so \(Count.text(shared.count, "row")) of it stay."
    guard prompts.yes || Question.canAsk && !prompts.noInput else {
      let again = (["undo", transaction] + [batch ? "--batch" : nil, "--yes"]).compactMap(\.self)
      throw Failure.conflict("\(why.plain) To delete them on every machine: `\(ShellCommand(words: again))`")
    }
    guard try Question(console: talk.console).confirm(why + " Delete them on every machine?", prompts) else {
      return talk.console.say("Left as it is.")
    }
    let receipt = try store.delete(shared, command: TypedCommand.text())
    WroteLine(console: talk.console).say("Deleted \(Count.text(shared.count, "row")) on every machine", receipt)
  }
}
