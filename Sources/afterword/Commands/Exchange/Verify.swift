import ArgumentParser
import BundleFile
import Store

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check a bundle from its first byte to its last. Needs no store.",
    discussion: """
      Examples:
        afterword verify backup.afterword
        afterword verify backup.afterword.age -i recovery.txt
      """)

  @Argument(help: ArgumentHelp("The bundle.", valueName: "file"))
  var file: String
  @Flag(name: .long, help: "Print JSON.")
  var json = false
  @OptionGroup var opening: OpeningOptions
  @OptionGroup var talk: TalkOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    var input = try opening.open(file, try place.environment())
    let progress = ProgressLine("Checking", talk.console)
    input.progress = { progress.update($0, of: $1) }
    defer { progress.end() }
    let report = try input.read()
    progress.end()
    if json { return talk.console.raw(try JSONOutput.text(BundleJSON(report))) }
    talk.console.print("\(file) is whole: \(kind(report)), \(BundleTalk.contents(report)).")
    talk.console.print("Content id \(report.contentID)")
  }

  private func kind(_ report: BundleReport) -> String {
    switch report.head.kind {
    case .backup: "a backup"
    case .delta: "what another machine lacked"
    case .redacted: "a redacted copy"
    }
  }
}
