import ArgumentParser
import BundleFile
import Foundation
import Merge
import Model
import SeededNumbers
import Store

/// What an import of 1,000 new changes costs as the store grows, with the memory of a large import and the time to open.
struct CurveBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "curve", abstract: "Importing 1,000 changes into stores of 10,000 to 1,000,000; opening them.")

  @Option(help: "Changes of the largest store.") var changes = 1_000_000
  @Option(help: "Rows that the changes are about; the new ones are about the first 1,000.") var rows = 10_000
  @Option(help: "Imports into each store; the best counts.") var runs = 5

  private static let news = 1_000

  func run() throws {
    var first: Double?
    for size in sequence(first: 10_000, next: { $0 < changes ? min($0 * 10, changes) : nil }) {
      let cost = try measure(size)
      let ratio = cost / (first ?? cost)
      if first == nil { first = cost }
      report("import of \(Self.news) changes, times that into \(Store.text(10_000))", ratio, "times", size)
    }
  }

  private func report(_ figure: String, _ value: Double, _ unit: String, _ size: Int) {
    Figure(
      bench: "curve", figure: figure, value: value, unit: unit,
      on: "a store of \(Store.text(size)) changes of \(min(rows, size / 10)) rows", runs: runs
    ).print()
  }

  /// CPU seconds of the best import of new changes.
  private func measure(_ size: Int) throws -> Double {
    let scratch = try Scratch()
    let (laptop, desktop) = (try Store.bench(scratch, "laptop"), try Store.bench(scratch, "desktop"))
    var work = CurveWork(rows: min(rows, size / 10))
    try work.write(size, to: laptop)
    try move(laptop, desktop, scratch, .everything, size)
    try greet(laptop, desktop, scratch)
    var best = Double.infinity
    for _ in 0..<runs {
      try work.writeNews(Self.news, to: laptop)
      best = min(best, try move(laptop, desktop, scratch, .sinceMachine("desktop"), nil).cpu)
      try greet(laptop, desktop, scratch)
    }
    report("import of \(Self.news) changes", best * 1000, "ms CPU", size)
    try open(desktop, size)
    return best
  }

  /// Tells the laptop what the desktop holds by now.
  private func greet(_ laptop: Store, _ desktop: Store, _ scratch: Scratch) throws {
    var person = Person(id: RowID(high: 0, low: 1))
    person.name = "desktop"
    try desktop.save("greet", [RowEdit(new: person)])
    try move(desktop, laptop, scratch, .sinceMachine("laptop"), nil)
  }

  /// - Parameter size: the store's changes, where the import is the one that fills it.
  @discardableResult
  private func move(
    _ from: Store, _ to: Store, _ scratch: Scratch, _ scope: ExportScope, _ size: Int?
  ) throws -> Spent {
    let path = scratch.path + "/news.afterword"
    _ = try from.export(to: path, scope, replace: true)
    startPeakMemory()
    let spent = try Spent.by { _ = try to.importBundle(try BundleInput(path), consent: .yes) }
    if let size {
      report("import of all changes", spent.cpu, "s CPU", size)
      report("peak memory of that import", peakMemory(), "MB", size)
    }
    return spent
  }

  private func open(_ store: Store, _ size: Int) throws {
    let environment = store.environment
    try store.close()
    var best = Double.infinity
    for _ in 0..<runs {
      var opened: Store?
      best = min(best, try Spent.by { opened = try Store.existing(environment) }.wall)
      _ = try opened?.machines()
      try opened?.close()
    }
    report("opening", best * 1000, "ms wall", size)
  }
}

/// Writes people and edits of them, in transactions of 100.
private struct CurveWork {
  private var random = SplitMix(seed: 7)
  private let ids: [RowID]
  private var number = 0

  init(rows: Int) {
    var random = SplitMix(seed: 3)
    ids = (0..<rows).map { _ in RowID(high: random.next(), low: random.next()) }
  }

  mutating func write(_ changes: Int, to store: Store) throws {
    for start in stride(from: 0, to: changes, by: 100) {
      try store.apply("set", (start..<start + 100).map { write(ids[$0 % ids.count]) })
    }
  }

  /// Edits of the first 1,000 rows, which are the same whatever the store's size.
  mutating func writeNews(_ changes: Int, to store: Store) throws {
    for start in stride(from: 0, to: changes, by: 100) {
      try store.apply("set", (start..<start + 100).map { write(ids[$0 % min(1_000, ids.count)]) })
    }
  }

  private mutating func write(_ id: RowID) -> CellWrite {
    number += 1
    let field = CommonJob.fields[Int.random(in: 0..<CommonJob.fields.count, using: &random)]
    return CellWrite(
      Subject(kind: Person.kind, id: id), field, .set(.string("a value of some length \(number)")), shown: .blindly)
  }
}

extension Store {
  /// A new store in this folder, with a clock that stands still.
  static func bench(_ scratch: Scratch, _ name: String) throws -> Store {
    var random = SplitMix(seed: UInt64(name.utf8.count))
    let state = scratch.path + "/state-\(name)"
    var environment = Environment(
      storePath: scratch.path + "/\(name).sqlite", stateFolder: state, machine: name, machineName: name,
      today: Day(number: 20_000), now: { 1_700_000_000_000 }, random: { random.next() })
    environment.signing = SigningKeyFile(stateFolder: state)
    return try Store(environment)
  }

  /// A number with its thousands apart.
  fileprivate static func text(_ number: Int) -> String {
    let digits = Array(String(number))
    let groups = stride(from: digits.count, to: 0, by: -3).map { String(digits[max(0, $0 - 3)..<$0]) }
    return groups.reversed().joined(separator: ",")
  }
}
