import ArgumentParser
import BundleFile
import Foundation
import Model
import Store

/// Backups of a large store, each command as a process of its own; next to what else makes backups of the same file.
struct BundleBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bundle", abstract: "Backups of a large store, next to .dump, pigz, restic and borg where installed.",
    discussion: "Needs the program beside this one: build the product afterword in the same way.")

  @Option(help: "Opportunities; five interviews, twenty touches and ten notes of about 2 kB come with each.")
  var opportunities = 10_000
  @Option(help: "The folder of the built program; by default this program's own.") var bin: String?
  @Option(help: "Runs of each command; the one of the least wall time counts.") var runs = 1

  @Option(help: ArgumentHelp("Only make that store there; or, where it is, add 1,000 changes.", valueName: "path"))
  var fill: String?

  func run() throws {
    if let fill { return try LargeStore.fill(fill, opportunities: opportunities) }
    let scratch = try Scratch()
    let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let bench = BackupBench(scratch: scratch, runs: runs, on: "\(opportunities) opportunities")
    // Filled by a process of its own: the memory that a process had counts as that of its children too.
    let fill = [own.path, "bundle", "--opportunities", "\(opportunities)", "--fill", bench.file("large.sqlite")]
    try bench.measure("making the store", fill)
    bench.printSize("store", "large.sqlite")
    let program = (bin ?? own.deletingLastPathComponent().path) + "/afterword"
    let commands = OwnBackups(bench: bench, program: program) { _ = try Child.run(fill) }
    try commands.run()
    try OtherBackups(bench: bench).run()
    try commands.speedOfVerify()
    try bench.ageLayer()
  }
}

/// Where the files lie and how figures are told.
struct BackupBench {
  let scratch: Scratch
  let runs: Int
  let on: String

  func file(_ name: String) -> String { scratch.path + "/" + name }

  func print(_ figure: String, _ value: Double, _ unit: String) {
    Figure(bench: "bundle", figure: figure, value: value, unit: unit, on: on, runs: runs).print()
  }

  /// Runs a command, as often as asked, and prints its time and memory.
  ///
  /// - Parameter prepare: done before each run, untimed.
  @discardableResult
  func measure(
    _ figure: String, _ command: [String], _ environment: [String: String] = [:], prepare: () throws -> Void = {}
  ) throws -> Child {
    let children = try (0..<runs).map { _ in
      try prepare()
      return try Child.run(command, environment)
    }
    let best = children.min { $0.wall < $1.wall } ?? children[0]
    print(figure, best.wall, "s wall")
    print(figure, best.cpu, "s cpu")
    print(figure, children.map(\.megabytes).max() ?? 0, "MB peak memory")
    return best
  }

  func remove(_ names: String...) {
    for name in names { try? FileManager.default.removeItem(atPath: file(name)) }
  }

  func printSize(_ figure: String, _ name: String) { print(figure, Double(scratch.size(of: name)) / 1e6, "MB") }

  /// Encrypting 139 MB in memory, beside the work that a passphrase costs.
  func ageLayer() throws {
    let block = [UInt8](repeating: 7, count: 1 << 20)
    let identity = AgeIdentity(random: [UInt8](repeating: 9, count: 32))
    guard let identity else { return }
    let spent = try Spent.by {
      let writer = try AgeWriter(.recipients([identity.recipient]), random: Randomness.bytes) { _ in }
      for _ in 0..<139_000_000 / block.count { try block.withUnsafeBytes(writer.write) }
      try writer.finish()
    }
    print("age layer, 139 MB", spent.wall, "s wall")
  }
}
