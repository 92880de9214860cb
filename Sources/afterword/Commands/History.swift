import ArgumentParser
import Model
import Store

struct History: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Who changed what, when, and on which machine.",
    discussion: """
      Examples:
        afterword history                  the last 50 transactions, newest first
        afterword history acme             everything that was done to Acme
        afterword history dana --json

      The first word of a line is the transaction's name: `afterword undo NAME` takes it back.
      """)

  @Argument(help: "Words of its name, or the beginning of its id; nothing for everything.")
  var thing: [String] = []
  @Flag(name: .long, help: "All transactions, not only the last 50.")
  var all = false
  @OptionGroup var output: OutputOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    let store = try place.look()
    let entries =
      thing.isEmpty
      ? try store.history(limit: all ? nil : 50) : try store.history(of: thing.joined(separator: " ")).entries
    let console = output.console
    if output.json { return console.raw(try JSONOutput.text(["transactions": entries.map(EntryJSON.init)])) }
    if output.plain { return console.print(entries.flatMap(Self.plain)) }
    console.page(HistoryLines(entries, width: console.cutWidth, today: store.today).lines)
    if thing.isEmpty, !all, entries.count == 50 { console.say("Older ones: `afterword history --all`.") }
    if entries.isEmpty { console.say("Nothing was written yet.") }
  }

  private static func plain(_ entry: HistoryEntry) -> [StyledText] {
    let start: StyledText = "\(entry.name)\t\(WallTime.iso(entry.wall))\t\(entry.machine)\t\(entry.command)"
    return entry.changes.isEmpty ? [start] : entry.changes.map { start + "\t" + StyledText($0.what) }
  }
}

/// `{"name", "time", "machine", "command", "batch", "count", "changes": [{"id", "kind", "field", "what"}]}`.
private struct EntryJSON: Encodable {
  struct Change: Encodable {
    let id: String
    let kind: String
    let field: String
    let what: String
  }

  let name: String
  let time: String
  let machine: String
  let command: String
  let batch: String
  let count: Int
  let changes: [Change]

  init(_ entry: HistoryEntry) {
    name = entry.name
    time = WallTime.iso(entry.wall)
    machine = entry.machine
    command = entry.command
    batch = entry.batch
    count = entry.count
    changes = entry.changes.map {
      Change(id: $0.subject.id.description, kind: $0.subject.kind, field: $0.field, what: $0.what)
    }
  }
}

private struct HistoryLines {
  private(set) var lines: [StyledText] = []

  init(_ entries: [HistoryEntry], width: Int?, today: Day) {
    var columns = Columns()
    for entry in entries {
      columns.add(
        "\(entry.name, .cyan)", "\(WallTime.short(entry.wall, today: today), .dim)", StyledText(entry.machine),
        StyledText(entry.command))
    }
    for (line, entry) in zip(columns.lines(width: width), entries) {
      lines.append(line)
      for change in entry.changes { add(change, width) }
    }
  }

  private mutating func add(_ change: HistoryChange, _ width: Int?) {
    lines.append(("    " + StyledText(change.what)).cut(to: width))
    for line in change.lines {
      let text: StyledText = line.isAdded ? "\("+ " + line.text, .green)" : "\("- " + line.text, .red)"
      lines.append(("      " + text).cut(to: width))
    }
  }
}
