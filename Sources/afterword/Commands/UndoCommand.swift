import ArgumentParser
import Store

struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take back the last thing done on this machine, or any transaction.",
    discussion: """
      Examples:
        afterword undo                   the last command; once more to redo it
        afterword undo 1a2b3c4d          one transaction, as `afterword history` names it
        afterword undo 1a2b3c4d --batch  the whole import that it belongs to

      What has been changed since is left alone and named. What another machine imported too stays there; whether to delete
      it everywhere is asked once.
      """)

  @Argument(help: "The transaction's name: the first digits as shown.")
  var transaction: String?
  @Flag(name: .long, help: "Everything that was imported together with it.")
  var batch = false
  @OptionGroup var rehearsal: DryRunOption
  @OptionGroup var prompts: PromptOptions
  @OptionGroup var talk: TalkOptions
  @OptionGroup var place: StoreOptions

  func validate() throws {
    if batch && transaction == nil { throw ValidationError("--batch needs the name of a transaction.") }
  }

  func run() throws {
    let request: UndoRequest = transaction.map { batch ? .batch($0) : .transaction($0) } ?? .last
    let store = try place.open()
    let console = talk.console
    if rehearsal.dryRun {
      for command in try store.undoWould(request) { console.say("Would undo: \(command)") }
      return
    }
    let outcome = try store.undo(request)
    for what in outcome.skipped { console.say("Left alone, changed since: \(what).") }
    if let receipt = outcome.receipt { tell(outcome, receipt) }
    if let shared = outcome.shared { return try ask(shared, store) }
    if outcome.receipt == nil { throw Failure.nothingFound("Nothing was undone: everything has been changed since.") }
  }

  private func tell(_ outcome: UndoOutcome, _ receipt: Receipt) {
    let first = outcome.undone.first ?? ""
    let more = outcome.undone.count > 1 ? " and \(outcome.undone.count - 1) more" : ""
    let redo = outcome.undone.count > 1 ? "afterword undo" : "afterword undo \(receipt.name)"
    talk.console.say(
      "Undid: \(first)\(more) (\(Count.text(outcome.changes, "change"))). Redo: \(redo, .cyan)")
  }

  /// One question for all that another machine imported too.
  private func ask(_ shared: SharedImport, _ store: Store) throws {
    let notes = shared.notes.count == 1 ? shared.notes[0] : Count.text(shared.notes.count, "note")
    let machines = shared.machines.joined(separator: " and ")
    let why: StyledText =
      "\(machines) imported \(notes) too, so \(Count.text(shared.count, "row")) of it stay."
    guard prompts.yes || Question.canAsk && !prompts.noInput else {
      let again = (["afterword undo", transaction] + [batch ? "--batch" : nil, "--yes"]).compactMap(\.self)
      throw Failure.conflict("\(why.plain) To delete them on every machine: \(again.joined(separator: " "))")
    }
    guard try Question(console: talk.console).confirm(why + " Delete them on every machine?", prompts) else {
      return talk.console.say("Left as it is.")
    }
    let receipt = try store.delete(shared, command: TypedCommand.text())
    WroteLine(console: talk.console).say("Deleted \(Count.text(shared.count, "row")) on every machine", receipt)
  }
}
