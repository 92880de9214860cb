import ArgumentParser
import Model
import Store

struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "How each search stands; the store, its machines, what waits.",
    discussion: """
      Examples:
        afterword status
        afterword status --json
      """)

  @OptionGroup var output: OutputOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    let store = try place.look()
    let report = try store.status()
    let console = output.console
    if output.json { return console.raw(try JSONOutput.text(StatusJSON(report))) }
    if output.plain { return console.print(Self.plain(report)) }
    let pipeline = PipelineLines(try store.agenda().pipeline, today: store.today, width: console.cutWidth).lines
    console.page(pipeline + (pipeline.isEmpty ? [] : [""]) + StatusLines(report, today: store.today).lines)
  }

  private static func plain(_ report: StatusReport) -> [StyledText] {
    let counts: [StyledText] = report.counts.map { "\($0.kind)\t\($0.count)" }
    let machines: [StyledText] = report.machines.map {
      "machine\t\($0.name)\t\($0.changes)\t\(WallTime.iso($0.lastChange))"
    }
    return ["store\t\(report.path)", "bytes\t\(report.size)", "conflicts\t\(report.conflicts)"] + counts + machines
  }
}

private struct StatusLines {
  private(set) var lines: [StyledText] = []
  private let today: Day

  init(_ report: StatusReport, today: Day) {
    self.today = today
    lines.append("Store     \(report.path, .bold), \(Size.text(report.size))")
    let counts = report.counts.map { Count.text($0.count, $0.kind, KindName.plural($0.kind)) }
    for (index, line) in DisplayWidth.wrapped(counts.joined(separator: ", "), to: 68).enumerated() {
      lines.append(index == 0 ? "Holds     \(line)" : "          \(line)")
    }
    lines.append(
      "Log       \(Count.text(report.changes, "change")) in \(Count.text(report.transactions, "transaction"))")
    for machine in report.machines { lines.append(line(machine)) }
    lines += forks(report.forks)
    if let (folder, at) = report.lastSync {
      lines.append("Synced    \(WallTime.short(at, today: today)) with \(folder)")
    }
    for waiting in report.waiting { lines.append(line(waiting)) }
    for name in report.clocksAhead {
      lines.append("\("Clock     \(name) is more than a day ahead of this machine", .yellow)")
    }
    for name in report.clocksBehind {
      lines.append("\("Clock     \(name) was more than a day behind when it last wrote", .yellow)")
    }
    lines.append(
      report.conflicts == 0
        ? "Conflicts none" : "Conflicts \(report.conflicts): \(ShellCommand("conflicts"))")
  }

  /// Copies that parted on one day are told of in one line.
  private func forks(_ forks: [StatusReport.Fork]) -> [StyledText] {
    var counts: [String: Int] = [:]
    let told = forks.map { fork in
      "\(fork.name) and another copy (\(fork.other)) were one until \(WallTime.short(fork.wall, today: today))"
    }
    for line in told { counts[line, default: 0] += 1 }
    return told.filter { counts[$0] != nil }.compactMap { line in
      counts.removeValue(forKey: line).map { "Copies    \(line)\($0 > 1 ? ", \($0) times" : "")" }
    }
  }

  private func line(_ waiting: Waiting) -> StyledText {
    let gaps = waiting.gaps.map { gap in
      let range = gap.changes
      return (range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)")
        + " of \(gap.machine)"
    }
    let what = gaps.isEmpty ? "" : ", for changes \(gaps.joined(separator: ", "))"
    return StyledText("Waiting   \(Count.text(waiting.changes, "change")) of \(waiting.machine)" + what)
  }

  private func line(_ machine: MachineSeen) -> StyledText {
    var line: StyledText = "Machine   \(machine.name, .bold)"
    if machine.isThisOne { line = line + " (this one)" }
    return line
      + ", last \(machine.isThisOne ? "wrote" : "heard of") \(WallTime.short(machine.lastChange, today: today)), "
      + "\(Count.text(machine.changes, "change"))"
  }
}

/// Bytes in words.
enum Size {
  static func text(_ bytes: Int) -> String {
    switch bytes {
    case ..<1024: "\(bytes) bytes"
    case ..<1_048_576: "\(bytes / 1024) KiB"
    default: "\(bytes / 1_048_576).\(bytes % 1_048_576 * 10 / 1_048_576) MiB"
    }
  }
}

/// `{"path", "bytes", "rows": {kind: count}, "changes", "transactions", "machines": [{"name", "this", "changes", "last"}],
/// "waiting": [{"machine", "changes", "needs": [{"machine", "from", "to"}]}], "conflicts", "clocks": {"ahead": [machine], "behind": [machine]},
/// "sync": {"folder", "at"}}`; `sync` is null before the first.
private struct StatusJSON: Encodable {
  struct Machine: Encodable {
    let name: String
    let this: Bool
    let changes: Int
    let last: String
  }

  struct Waiting: Encodable {
    struct Need: Encodable {
      let machine: String
      let from: Int
      let to: Int
    }

    let machine: String
    let changes: Int
    let needs: [Need]
  }

  struct Clocks: Encodable {
    let ahead: [String]
    let behind: [String]
  }

  struct Sync: Encodable, Equatable {
    let folder: String
    let at: String
  }

  let path: String
  let bytes: Int
  let rows: [String: Int]
  let changes: Int
  let transactions: Int
  let machines: [Machine]
  let waiting: [Waiting]
  let conflicts: Int
  let clocks: Clocks
  @Nullable var sync: Sync?

  init(_ report: StatusReport) {
    sync = report.lastSync.map { Sync(folder: $0.folder, at: WallTime.iso($0.at)) }
    path = report.path
    bytes = report.size
    rows = Dictionary(report.counts.map { ($0.kind, $0.count) }) { first, _ in first }
    changes = report.changes
    transactions = report.transactions
    machines = report.machines.map {
      Machine(name: $0.name, this: $0.isThisOne, changes: $0.changes, last: WallTime.iso($0.lastChange))
    }
    waiting = report.waiting.map { waiting in
      let needs = waiting.gaps.map {
        Waiting.Need(machine: $0.machine, from: $0.changes.lowerBound, to: $0.changes.upperBound)
      }
      return Waiting(machine: waiting.machine, changes: waiting.changes, needs: needs)
    }
    conflicts = report.conflicts
    clocks = Clocks(ahead: report.clocksAhead, behind: report.clocksBehind)
  }
}
