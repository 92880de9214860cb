import ArgumentParser
import Store

struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Check the store, and repair what can be.",
    discussion: """
      Examples:
        afterword doctor
        afterword doctor --repair       make the tables anew

      The log itself is never changed. What a damaged file lost comes back from a bundle or another machine.
      """)

  @Flag(name: .long, help: "Repair what can be.")
  var repair = false
  @OptionGroup var output: OutputOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    let store = try repair ? place.open() : place.look()
    if repair { try store.repair() }
    let checks = try store.checkup()
    let console = output.console
    if output.json {
      console.raw(try JSONOutput.text(["checks": checks.map { CheckJSON(what: $0.what, problems: $0.problems) }]))
    } else {
      for check in checks {
        let sign: StyledText = check.problems.isEmpty ? "\("ok", .green)   " : "\("bad", .red)  "
        console.print(sign + StyledText(check.what))
        for problem in check.problems { console.print("     \(problem)") }
      }
    }
    guard checks.contains(where: { !$0.problems.isEmpty }) else { return }
    throw Failure.nothingFound(
      repair
        ? "Something is wrong that repairing does not help. Restore the newest bundle with `afterword restore`."
        : "Something is wrong. `afterword doctor --repair` makes the derived tables anew from the log.")
  }

  /// `{"what", "problems": [text]}`.
  private struct CheckJSON: Encodable {
    let what: String
    let problems: [String]
  }
}
