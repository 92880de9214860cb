import Model
import Store

/// What undoing and redoing say.
struct UndoTalk {
  let console: Console

  func rehearse(_ request: UndoRequest, _ store: Store) throws {
    for command in try store.undoWould(request) {
      console.say(command.hasPrefix("undo ") ? "Would redo: \(Self.bare(command))" : "Would undo: \(command)")
    }
  }

  /// - Throws: `Failure.nothingFound` where nothing of it stood any more.
  func say(_ outcome: UndoOutcome) throws {
    guard outcome.receipt != nil else {
      if outcome.shared != nil { return }
      if outcome.wasUndone {
        throw Failure.nothingFound(
          "\(Self.bare(outcome.undone.first ?? "")) is undone already; nothing was changed.")
      }
      tellSkipped(outcome)
      let before = outcome.before.map { " The command before it: afterword undo \($0)" } ?? ""
      throw Failure.nothingFound(
        "Nothing was undone of \(Self.bare(outcome.undone.first ?? "")): everything has been changed since.\(before)")
    }
    tellSkipped(outcome)
    // The answers of one sitting were one command; the undos of one import carry one label, which counts its files already.
    let more = Set(outcome.undone).count > 1 ? " and \(outcome.undone.count - 1) more" : ""
    let what = "\(Self.bare(outcome.undone.first ?? ""))\(more) (\(Count.text(outcome.changes, "change")))"
    if outcome.isRedo {
      console.say("Redid: \(what). Undo: \(ShellCommand("undo"))")
    } else {
      console.say("Undid: \(what). Redo: \(ShellCommand("redo"))")
    }
  }

  /// What of it has changed since: so many by name, the rest counted.
  private func tellSkipped(_ outcome: UndoOutcome) {
    let most = 9
    for what in outcome.skipped.prefix(most) { console.say("Left alone, changed since: \(what).") }
    if outcome.skipped.count > most { console.say("And \(outcome.skipped.count - most) more, changed since.") }
  }

  /// The command that an undo or a redo was about.
  private static func bare(_ command: String) -> String {
    for word in ["undo ", "redo "] where command.hasPrefix(word) { return String(command.dropFirst(word.count)) }
    return command
  }
}
