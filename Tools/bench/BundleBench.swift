import ArgumentParser
import BundleFile
import Foundation
import Model
import Store

/// Backups of a large store: export, verify, restore, a delta; next to what else makes backups of the same file.
struct BundleBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bundle", abstract: "Backups of a large store, next to .dump, pigz, restic and borg where installed.")

  @Option(help: "Opportunities; five interviews, twenty touches and ten notes of about 2 kB come with each.")
  var opportunities = 10_000

  func run() throws {
    let scratch = try Scratch()
    let store = try machine(scratch, "large")
    try fill(store)
    let size = try store.size()
    let on = "\(opportunities) opportunities, a store of \(size >> 20) MiB"
    func print(_ figure: String, _ value: Double, _ unit: String) {
      Figure(bench: "bundle", figure: figure, value: value, unit: unit, on: on, runs: 1).print()
    }
    let bundle = scratch.path + "/large.afterword"
    print("export", try Spent.by { _ = try store.export(to: bundle, replace: true) }.wall, "s wall")
    print("export size", Double(scratch.size(of: "large.afterword")) / 1e6, "MB")
    let fast = scratch.path + "/fast.afterword"
    let packing = BundleOnDisk.Packing(level: .fast)
    print(
      "export --fast", try Spent.by { _ = try store.export(to: fast, replace: true, packing: packing) }.wall, "s wall")
    try FileManager.default.removeItem(atPath: fast)
    var text = 0
    let verify = try Spent.by { text = try BundleInput(bundle).read().bytes }
    print("verify", verify.wall, "s wall")
    print("verify", Double(text) / 1e6 / verify.wall, "MB/s of text")
    let known = try Spent.by { _ = try store.importBundle(try BundleInput(bundle), consent: .yes) }
    print("import all known", known.wall, "s wall")
    let other = environment(scratch, "restored")
    print("restore", try Spent.by { _ = try Store.restore(try BundleInput(bundle), other) }.wall, "s wall")
    try delta(store, bundle, scratch, print)
    print("peak memory", peakMemory(), "MB")
    try others(scratch, print)
  }

  private func environment(_ scratch: Scratch, _ name: String) -> Environment {
    var random = SplitMix(state: UInt64(name.utf8.count))
    return Environment(
      storePath: scratch.path + "/\(name).sqlite", stateFolder: scratch.path + "/state-\(name)", machine: name,
      machineName: name, today: Day(number: 20_600), now: { 1_780_000_000_000 }, random: { random.next() })
  }

  private func machine(_ scratch: Scratch, _ name: String) throws -> Store { try Store(environment(scratch, name)) }

  private func fill(_ store: Store) throws {
    var random = SplitMix(state: 3)
    func id() -> RowID { RowID(high: random.next(), low: random.next()) }
    for number in 0..<opportunities {
      var opportunity = Opportunity(id: id())
      (opportunity.role, opportunity.stage) = ("Role \(number)", .interviewing)
      var edits = [RowEdit(new: opportunity)]
      for index in 0..<20 {
        var touch = Touch(id: id())
        (touch.opportunity, touch.channel, touch.direction) = (opportunity.id, .email, .sent)
        (touch.day, touch.summary) = (Day(number: 15_000 + number / 3 + index), "about topic \(random.next() % 5000)")
        edits.append(RowEdit(new: touch))
        if index % 4 == 0 { edits.append(RowEdit(new: interview(id(), opportunity.id, number, index))) }
        if index % 2 == 0 { edits.append(RowEdit(new: note(id(), opportunity.id, &random))) }
      }
      try store.save("fill", edits)
    }
  }

  private func interview(_ id: RowID, _ opportunity: RowID, _ number: Int, _ index: Int) -> Interview {
    var interview = Interview(id: id)
    interview.opportunity = opportunity
    interview.start = Moment(day: Day(number: 15_000 + number / 3 + index), minute: 600)
    interview.form = .video
    return interview
  }

  private func note(_ id: RowID, _ opportunity: RowID, _ random: inout SplitMix) -> Finding {
    var finding = Finding(id: id)
    finding.text = (0..<250).map { _ in String(random.next() % 30_000, radix: 36) + "ing" }.joined(separator: " ")
    finding.about = .learned
    return finding
  }

  private func delta(
    _ store: Store, _ bundle: String, _ scratch: Scratch, _ print: (String, Double, String) -> Void
  ) throws {
    let edits = (0..<500).map { number in
      var touch = Touch(id: RowID(high: 1, low: UInt64(number)))
      (touch.summary, touch.channel) = ("later \(number)", .call)
      return RowEdit(new: touch)
    }
    try store.save("later", edits)
    let base = try BundleInput(bundle)
    let spent = try Spent.by {
      _ = try store.export(to: scratch.path + "/delta.afterword", .since(bundle: base), replace: true)
    }
    print("delta of 1,000 changes", spent.wall * 1000, "ms wall")
  }

  /// The same store through other hands, as a shell would run them.
  private func others(_ scratch: Scratch, _ print: (String, Double, String) -> Void) throws {
    let path = scratch.path
    let commands = [
      ("sqlite3 .dump | gzip -6", "sqlite3", "sqlite3 \(path)/large.sqlite .dump | gzip -6 > \(path)/other"),
      ("sqlite3 .dump | pigz -6", "pigz", "sqlite3 \(path)/large.sqlite .dump | pigz -6 > \(path)/other"),
      ("sqlite3 .dump piped back", "sqlite3", "sqlite3 \(path)/large.sqlite .dump | sqlite3 \(path)/back.sqlite"),
      (
        "restic backup", "restic",
        "export RESTIC_PASSWORD=x; restic -q init -r \(path)/r && restic -q backup -r \(path)/r \(path)/large.sqlite"
      ),
      (
        "borg create zlib,6", "borg",
        "borg init -e none \(path)/b && borg create -C zlib,6 \(path)/b::a \(path)/large.sqlite"
      ),
    ]
    for (figure, tool, command) in commands where shell("command -v \(tool)") {
      let spent = Spent.by { _ = shell(command) }
      print(figure, spent.wall, "s wall")
      let size = scratch.size(of: "other")
      if size > 0 { print(figure, Double(size) / 1e6, "MB") }
      try? FileManager.default.removeItem(atPath: path + "/other")
    }
  }

  private func shell(_ command: String) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", command]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
