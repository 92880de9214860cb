import ArgumentParser
import Foundation
import Model
import SeededNumbers
import Store

/// How long a person waits: the program started from nothing, on a store of years.
struct StartBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start", abstract: "Start-up and `today` as whole processes, next to Taskwarrior where installed.")

  @Option(help: "The folder of the built program; by default this program's own.") var bin: String?
  @Option(help: "Interviews in the store.") var interviews = 10_000
  @Option(help: "Opportunities that are live.") var live = 200
  @Option(help: "Runs; the median counts.") var runs = 31

  func run() throws {
    let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().path
    let program = (bin ?? own) + "/afterword"
    let scratch = try Scratch()
    let today = Day(number: 20_600)
    let path = scratch.path + "/store.sqlite"
    var random = SplitMix(seed: 5)
    do {
      let store = try Store(
        Environment(
          storePath: path, stateFolder: scratch.path + "/state", machine: "bench", machineName: "bench", today: today,
          now: { 1_780_000_000_000 }, random: { random.next() }))
      try Search.fill(store, interviews: interviews, live: live, seed: 11)
      _ = try store.size()
    }
    let on = "\(interviews) interviews, \(live) live opportunities"
    try print("afterword --version", on, [program, "--version"], scratch)
    try print("afterword today", on, [program, "today", "--store", path, "--today", today.description], scratch)
    try print(
      "afterword plan --json", on, [program, "plan", "--json", "--store", path, "--today", today.description], scratch)
    try taskwarrior(scratch)
  }

  private func print(_ figure: String, _ on: String, _ command: [String], _ scratch: Scratch) throws {
    _ = try child(command, scratch)
    let children = try (0..<runs).map { _ in try child(command, scratch) }
    for (times, unit) in [(children.map(\.wall), "ms wall"), (children.map(\.cpu), "ms CPU")] {
      let median = times.sorted()[runs / 2]
      Figure(bench: "start", figure: figure, value: median * 1000, unit: unit, on: on, runs: runs).print()
    }
  }

  private func child(_ command: [String], _ scratch: Scratch) throws -> Child {
    try Child.run(command, ["HOME": scratch.path, "TZ": "UTC", "TASKRC": scratch.path + "/taskrc"])
  }

  /// `task next` on as many tasks, one in ten of them due.
  private func taskwarrior(_ scratch: Scratch) throws {
    let program = "/usr/bin/task"
    guard FileManager.default.isExecutableFile(atPath: program) else { return }
    let folder = scratch.path + "/task"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data("data.location=\(folder)\nconfirmation=no\n".utf8).write(
      to: URL(fileURLWithPath: scratch.path + "/taskrc"))
    let tasks = (0..<interviews).map { number in
      let due = number % 10 == 0 ? ",\"due\":\"20260601T000000Z\"" : ""
      return "{\"description\":\"follow up \(number)\",\"project\":\"p\(number % 200)\",\"status\":\"pending\"\(due)}"
    }
    let file = scratch.path + "/tasks.json"
    try Data(tasks.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: file))
    _ = try child([program, "import", file], scratch)
    try print("task next", "\(interviews) tasks", [program, "next"], scratch)
  }
}
