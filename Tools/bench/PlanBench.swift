import ArgumentParser
import Foundation
import Model
import Playbook
import SeededNumbers
import Store

/// Planning on a store of years.
struct PlanBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Planning on 10,000 interviews with 200 live opportunities.")

  @Option(help: "Interviews in the store.") var interviews = 10_000
  @Option(help: "Opportunities that are not archived.") var live = 200
  @Option(help: "Runs; the median counts.") var runs = 21
  @Option(help: "Leave the store in this file.") var keep: String?

  func run() throws {
    let scratch = try Scratch()
    let path = keep ?? scratch.path + "/store.sqlite"
    try Search.fill(try store(path, scratch), interviews: interviews, live: live, seed: 42)
    let on = "\(interviews) interviews, \(live) live opportunities"
    var items = 0
    try figure("open and plan", on) { items = try store(path, scratch).agenda().items.count }
    let opened = try store(path, scratch)
    try figure("read the facts", on) { _ = try opened.planner() }
    let planner = try opened.planner()
    try figure("plan", on) { _ = planner.plan() }
    Figure(bench: "plan", figure: "follow-ups", value: Double(items), unit: "items", on: on, runs: 1).print()
  }

  private func store(_ path: String, _ scratch: Scratch) throws -> Store {
    var random = SplitMix(seed: 7)
    return try Store(
      Environment(
        storePath: path, stateFolder: scratch.path + "/state", machine: "laptop", machineName: "laptop",
        today: Day(number: 20_000), now: { 1_700_000_000_000 }, random: { random.next() }))
  }

  private func figure(_ name: String, _ on: String, _ body: () throws -> Void) throws {
    let spent = try (0..<runs).map { _ in try Spent.by(body) }
    for (unit, path) in [("ms", \Spent.wall), ("ms CPU", \.cpu)] {
      let median = spent.map { $0[keyPath: path] }.sorted()[runs / 2]
      guard median > 0.0001 || unit == "ms" else { continue }
      Figure(bench: "plan", figure: name, value: median * 1000, unit: unit, on: on, runs: runs).print()
    }
  }
}
