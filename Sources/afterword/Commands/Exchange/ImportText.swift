import BundleFile
import Model
import Store

/// Takes in what `export FILE.json` wrote.
struct ImportText {
  let store: Store
  let console: Console

  /// A larger file is no text of a store that a person keeps.
  private static let limit = 512 << 20

  static func isText(_ path: String) -> Bool {
    let mark = Array(StoreText.mark.utf8)
    return (try? InputFile(path).prefix(mark.count)) == mark
  }

  func run(_ path: String, isRehearsal: Bool) throws -> StoreTextReport {
    let file = try InputFile(path)
    guard file.size <= Self.limit else {
      throw Failure.badInput(
        "\(path) is larger than \(Self.limit >> 20) MB. A bundle holds more: `afterword help export`")
    }
    do {
      let report = try store.importText(try file.prefix(file.size), isRehearsal: isRehearsal)
      tell(path, report, isRehearsal)
      return report
    } catch let fault as StoreTextFault {
      throw Failure.badInput("\(path) cannot be taken in: \(fault.what). Nothing of it was.")
    }
  }

  private func tell(_ path: String, _ report: StoreTextReport, _ isRehearsal: Bool) {
    let counts = [
      (report.added, "new row"), (report.filled, "empty field"),
    ].filter { $0.0 > 0 }.map { Count.text($0.0, $0.1) }.joined(separator: " and ")
    let verb = isRehearsal ? "Would take in" : "Took in"
    console.say(counts.isEmpty ? "All of \(path) is here already." : "\(verb) \(counts).")
    if report.differing > 0 {
      console.say(
        "\(Count.text(report.differing, "field")) differ and stay as they are here: the file does not tell which is newer."
      )
    }
    if report.deleted > 0 { console.say("\(Count.text(report.deleted, "row")) deleted here stay so.") }
    if report.unknown > 0 {
      console.say("\(Count.text(report.unknown, "part")) that this version does not know were left out.")
    }
    guard let first = report.receipts.first else { return }
    let undo =
      report.receipts.count > 1 ? ShellCommand("undo", first.name, "--batch") : ShellCommand("undo", first.name)
    console.say("Undo: \(undo)")
  }
}
