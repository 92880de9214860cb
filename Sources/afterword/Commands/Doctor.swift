import ArgumentParser
import Store

struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Check the store, and repair what can be.",
    discussion: """
      Examples:
        afterword doctor
        afterword doctor --repair       make the tables anew

      The log itself is never changed. A damaged store is kept beside it, as it is, before anything is tried; where
      tables made anew do not help, the log is written to a new file. What a damaged file lost comes back from a bundle
      or another machine.
      """)

  @Flag(name: .long, help: "Repair what can be.")
  var repair = false
  @OptionGroup var output: OutputOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    let (store, kept) = try repair ? Store.repaired(try place.environment()) : (place.look(), nil)
    let checks = try store.checkup()
    let console = output.console
    if output.json {
      console.raw(try JSONOutput.text(["checks": checks.map { CheckJSON(what: $0.what, problems: $0.problems) }]))
    } else {
      console.page(
        checks.flatMap { check -> [StyledText] in
          let sign: StyledText = check.problems.isEmpty ? "\("ok", .green)   " : "\("bad", .red)  "
          return [sign + StyledText(check.what)] + check.problems.map { "     \($0)" }
        })
    }
    if let kept { console.say("The store as it was: \(kept)") }
    guard checks.contains(where: { !$0.problems.isEmpty }) else { return }
    throw Failure.nothingFound(
      repair
        ? "What is named above is lost to this store. `afterword restore FILE` brings back the newest bundle, "
          + "`afterword sync` what other machines have."
        : "Something is wrong. `afterword doctor --repair` mends what the log itself does not need.")
  }

  /// `{"what", "problems": [text]}`.
  private struct CheckJSON: Encodable {
    let what: String
    let problems: [String]
  }
}
