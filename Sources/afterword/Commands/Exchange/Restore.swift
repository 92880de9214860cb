import ArgumentParser
import BundleFile
import Foundation
import Model
import Store

struct Restore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Make the store anew from a backup; the one that is there is kept beside it.",
    discussion: """
      Examples:
        afterword restore backup.afterword
        afterword restore damaged.afterword --accept-gaps   what is there of it

      To add a backup's contents to the store instead: afterword import FILE.
      """)

  @Argument(help: ArgumentHelp("The backup.", valueName: "file"))
  var file: String
  @Flag(
    name: .customLong("accept-gaps"), help: "Restore what is there of a damaged backup; say what is lost.")
  var acceptGaps = false
  @Flag(name: .long, help: "Print JSON.")
  var json = false
  @OptionGroup var prompts: PromptOptions
  @OptionGroup var opening: OpeningOptions
  @OptionGroup var talk: TalkOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    let environment = try place.environment()
    var input = try opening.open(file, environment)
    let progress = ProgressLine("Restoring", talk.console)
    defer { progress.end() }
    let head = try input.head()
    try confirm(environment, head.changes)
    input.progress = { progress.update($0, of: $1) }
    let report =
      try acceptGaps ? Store.restoreWithGaps(of: input, environment) : Store.restore(input, environment)
    progress.end()
    tell(report, environment)
  }

  private func confirm(_ environment: Environment, _ changes: Int) throws {
    guard FileManager.default.fileExists(atPath: environment.storePath), !prompts.yes else { return }
    guard Question.canAsk, !prompts.noInput else {
      throw Failure.conflict(
        "\(environment.storePath) would be replaced, and kept beside it. Add --yes to go on. Nothing was changed.")
    }
    let question: StyledText =
      "Replace \(environment.storePath) by \(file) (\(Count.text(changes, "change")))? It is kept beside the new one."
    guard try Question(console: talk.console).confirm(question, prompts) else {
      throw Failure.conflict("Nothing was changed.")
    }
  }

  private func tell(_ report: RestoreReport, _ environment: Environment) {
    for lost in report.lost { talk.console.complain("\("Lost:", .yellow) \(lost)") }
    if json {
      let facts = RestoredJSON(contentId: report.contentID, store: environment.storePath, kept: report.kept)
      if let text = try? JSONOutput.text(facts) { talk.console.raw(text) }
    }
    let proof: StyledText =
      report.lost.isEmpty ? "counts and content are those of the backup." : "that is what was there."
    talk.console.say(
      "Restored \(Count.text(report.changes, "change")) to \(environment.storePath); " + proof)
    if report.anew > 0 {
      talk.console.say(
        "\(Count.text(report.anew, "change")) of these follow on what is lost: written anew, as of a new machine.")
    }
    if report.waiting > 0 { talk.console.say(MergeTalk.waiting(report.waiting)) }
    if report.mayHoldForgotten {
      talk.console.complain(
        "The store that was there cannot be read: what was forgotten in it may be back. \(ShellCommand("forget")) takes it out."
      )
      talk.console.complain(
        "So may a machine that was revoked there: \(ShellCommand("machine")) lists them, \(ShellCommand("sync")) hears it from the others."
      )
    }
    if let kept = report.kept {
      talk.console.say("The store as it was: \(kept). To go back: \("mv \(kept) \(environment.storePath)", .cyan)")
    }
  }
}

/// `{"content_id", "store", "kept"}`; `kept` is where the store lies that was there, or null.
private struct RestoredJSON: Encodable {
  let contentId: String
  let store: String
  @Nullable var kept: String?
}
