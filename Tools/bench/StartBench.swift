import ArgumentParser
import Foundation
import Model
import SeededNumbers
import Store

/// How long a person waits: the program started from nothing, on a store of years.
struct StartBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start",
    abstract: "The commands of a day as whole processes, beside Taskwarrior, khard and jrnl where installed.")

  @Option(help: "The folder of the built program; by default this program's own.") var bin: String?
  @Option(help: "Interviews in the store.") var interviews = 10_000
  @Option(
    help: "Opportunities that are live: ten years of two interviews a search, each alive for a month, have as many.")
  var live = 40
  @Option(help: "Runs; the median counts.") var runs = 31

  func run() throws {
    let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().path
    let program = (bin ?? own) + "/afterword"
    let scratch = try Scratch()
    let today = Day(number: 20_600)
    let path = scratch.path + "/store.sqlite"
    try fill(path, scratch, today)
    let on = "\(interviews) interviews, \(live) live opportunities"
    for arguments in commands {
      try print(
        "afterword " + arguments.joined(separator: " "), on,
        [program] + arguments + ["--store", path, "--today", today.description], scratch)
    }
    for job in try PeerJob.all(entries: interviews, scratch) {
      try print(job.figure, "\(interviews) \(job.unit)", job.command, scratch)
    }
  }

  /// What is typed most, of somebody who is met now.
  private var commands: [[String]] {
    let last = interviews / 2 - 1
    return [
      ["today"], ["today", "--brief"], ["plan"], ["list", "opportunities"], ["show", "Person \(last) 0"],
      ["find", "Organisation \(last)"], ["calendar"], ["timeline", "Organisation \(last)"],
      ["note", "Person \(last) 0", "likes long walks"], ["log", "call", "Person \(last) 0", "left a message"],
      ["set", "Organisation \(last)", "sector=books"], ["undo"],
    ]
  }

  private func fill(_ path: String, _ scratch: Scratch, _ today: Day) throws {
    var random = SplitMix(seed: 5)
    let store = try Store(
      Environment(
        storePath: path, stateFolder: scratch.path + "/state", machine: "bench", machineName: "bench", today: today,
        now: { 1_780_000_000_000 }, random: { random.next() }))
    try Search.fill(store, interviews: interviews, live: live, seed: 11)
    _ = try store.size()
  }

  private func print(_ figure: String, _ on: String, _ command: [String], _ scratch: Scratch) throws {
    // What takes seconds is not run for minutes.
    let runs = try child(command, scratch).wall > 1 ? min(runs, 5) : runs
    let children = try (0..<runs).map { _ in try child(command, scratch) }
    let first = children.compactMap(\.firstOutput)
    for (times, unit) in [
      (children.map(\.wall), "ms wall"), (children.map(\.cpu), "ms CPU"), (first, "ms to the first letter"),
    ] where !times.isEmpty {
      let median = times.sorted()[times.count / 2]
      Figure(bench: "start", figure: figure, value: median * 1000, unit: unit, on: on, runs: runs).print()
    }
  }

  private func child(_ command: [String], _ scratch: Scratch) throws -> Child {
    try Child.run(
      command,
      [
        "HOME": scratch.path, "TZ": "UTC", "TASKRC": scratch.path + "/taskrc",
        "XDG_CONFIG_HOME": scratch.path + "/config",
        "XDG_STATE_HOME": scratch.path + "/state",
      ])
  }
}
