import ArgumentParser
import BundleFile
import Merge
import Model
import Store

struct Salvage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "salvage", abstract: "Say what is proven good of a damaged bundle, and what is lost.",
    discussion: """
      Examples:
        afterword salvage damaged.afterword
        afterword restore damaged.afterword --accept-gaps   restores what is there
      """)

  @Argument(help: ArgumentHelp("The bundle.", valueName: "file"))
  var file: String
  @Flag(name: .long, help: "Print JSON.")
  var json = false
  @OptionGroup var opening: OpeningOptions
  @OptionGroup var talk: TalkOptions
  @OptionGroup var place: StoreOptions

  /// `{"whole", "changes", "transactions", "unproven", "lost": [{"machine", "from", "to"}]}`.
  private struct SalvageJSON: Encodable {
    struct Lost: Encodable {
      let machine: String
      let from: Int
      let to: Int
    }

    let whole: Bool
    let changes: Int
    let transactions: Int
    /// Changes behind a gap.
    let unproven: Int
    let lost: [Lost]
  }

  func run() throws {
    let report = try opening.open(file, try place.environment()).salvage()
    if json {
      let lost = report.lost.flatMap { range in
        range.lost.map {
          SalvageJSON.Lost(machine: range.range.incarnation.description, from: $0.lowerBound, to: $0.upperBound)
        }
      }
      talk.console.raw(
        try JSONOutput.text(
          SalvageJSON(
            whole: report.damage == nil, changes: report.changes, transactions: report.transactions,
            unproven: report.looseChanges, lost: lost)))
    } else {
      tell(report)
    }
    if report.damage != nil { throw Failure.silent(.nothingFound) }
  }

  private func tell(_ report: SalvageReport) {
    let console = talk.console
    guard let damage = report.damage else { return console.print("\(file) is whole: nothing is lost.") }
    console.print("\(damage.description)")
    console.print("Proven good: \(Count.text(report.changes, "change")) in \(report.transactions) edits.")
    if report.looseChanges > 0 {
      console.print(
        "Behind a gap: \(Count.text(report.looseChanges, "change")) in \(report.looseTransactions) edits; their sums hold."
      )
    }
    for lost in report.lostInWords { console.print("Lost: \(lost)") }
    console.say("To get back what is there: \(ShellCommand("restore", "--accept-gaps", names: [file]))")
  }
}
