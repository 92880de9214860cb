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

      What has been changed since is left alone and named.
      """)

  @Argument(help: "The transaction's name: the first digits as shown.")
  var transaction: String?
  @Flag(name: .long, help: "Everything that was imported together with it.")
  var batch = false
  @OptionGroup var rehearsal: DryRunOption
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
    guard let receipt = outcome.receipt else {
      throw Failure.nothingFound("Nothing was undone: everything has been changed since.")
    }
    let first = outcome.undone.first ?? ""
    let more = outcome.undone.count > 1 ? " and \(outcome.undone.count - 1) more" : ""
    let redo = outcome.undone.count > 1 ? "afterword undo" : "afterword undo \(receipt.name)"
    console.say("Undid: \(first)\(more) (\(Count.text(outcome.changes, "change"))). Redo: \(redo, .cyan)")
  }
}
