import BundleFile
import Model
import Store

/// Takes in what `export FILE.json` wrote.
struct ImportText {
  let store: Store
  let console: Console

  /// A larger file is no text of a store that a person keeps.
  private static let limit = 512 << 20

  static func isText(_ path: String) -> Bool { (try? InputFile(path).prefix(1 << 10)).map(StoreText.begins) ?? false }

  func run(_ path: String, isRehearsal: Bool) throws -> StoreTextReport {
    let file = try InputFile(path)
    guard file.size <= Self.limit else {
      throw Failure.badInput(
        "\(path) is larger than \(Self.limit >> 20) MB. A bundle holds more: `afterword help export`")
    }
    return try run(try file.prefix(file.size), named: path, isRehearsal: isRehearsal)
  }

  func run(_ bytes: [UInt8], named path: String, isRehearsal: Bool) throws -> StoreTextReport {
    do {
      let report = try store.importText(bytes, isRehearsal: isRehearsal)
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
