import Model
import Store

/// The lines that say what was written and how to undo it.
struct WroteLine {
  let console: Console

  /// - Parameter what: a sentence without its full stop: "Set name of Acme".
  func say(_ what: StyledText, _ receipt: Receipt?) {
    let undo: StyledText = receipt.map { " Undo: \(ShellCommand("undo", $0.name))" } ?? ""
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
