import Model
import Store

/// The lines that say what was written and how to undo it.
struct WroteLine {
  let console: Console

  /// - Parameters:
  ///   - what: a sentence without its full stop: "Set name of Acme".
  ///   - receipt: of the last transaction that it is about.
  ///   - isAll: whether it is about all that the command wrote.
  func say(_ what: StyledText, _ receipt: Receipt?, isAll: Bool = false) {
    let undo: StyledText =
      receipt.map { receipt in
        let all = isAll && receipt.isContinued ? ["--batch"] : []
        return " Undo: \(ShellCommand(words: ["undo", receipt.name] + all))"
      } ?? ""
    console.say(what + (what.plain.hasSuffix(".") ? "" : ".") + undo)
  }

  /// - Parameter listing: whether each field's change is told, because the sentence does not.
  func say(_ outcome: RowOutcome, verb: StyledText, isRehearsal: Bool, listing: Bool) {
    for (typed, meaning) in outcome.understood { console.say("\(typed) → \(meaning)") }
    guard !outcome.differences.isEmpty else {
      return console.say("Nothing to change: \(outcome.title) is so already.")
    }
    let lead: StyledText = isRehearsal ? "Would: " : ""
    if listing { outcome.differences.forEach { console.say("  " + Self.difference($0)) } }
    say(lead + verb, outcome.receipt)
  }

  static func difference(_ difference: RowOutcome.Difference) -> StyledText {
    // Long texts are told by their first line, which may be the same.
    if difference.old == difference.new { return "\(difference.field): changed" }
    let new = difference.new.isEmpty ? "(empty)" : difference.new
    return difference.old.isEmpty
      ? "\(difference.field): \(new)" : "\(difference.field): \(difference.old) → \(new)"
  }
}
