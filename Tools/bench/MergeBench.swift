import ArgumentParser
import BundleFile
import Foundation
import GRDB
import Merge
import Model
import Store

/// The common job of the peers: edit, export, import, import again; next to plain updates of the same rows.
struct MergeBench: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "merge", abstract: "The peers' common job.")

  @Option(help: "Folder with base.jsonl, a.jsonl and b.jsonl (workload.py emit FOLDER); else a job of the same shape.")
  var job: String?
  @Option(help: "Runs; the best counts.") var runs = 5

  func run() throws {
    let job = try job.map(CommonJob.init(folder:)) ?? CommonJob(rows: 10_000, edits: 100_000, seed: 42)
    var best: [String: (Double, String)] = [:]
    for _ in 0..<runs {
      for (name, value) in try measure(job) where value.0 < best[name]?.0 ?? .infinity { best[name] = value }
    }
    let on = "\(job.rows.count) rows, \(job.edits.count) edits in transactions of 100"
    for (name, value) in best.sorted(by: { $0.key < $1.key }) {
      Figure(bench: "merge", figure: name, value: value.0, unit: value.1, on: on, runs: runs).print()
    }
  }

  private func measure(_ job: CommonJob) throws -> [String: (Double, String)] {
    let scratch = try Scratch()
    var out: [String: (Double, String)] = [:]
    let plain = try PlainTable(scratch.path + "/plain.sqlite", job)
    out["plain updates"] = (try Spent.by { try plain.update(job.edits) }.cpu, "s CPU")
    let (laptop, desktop) = (try Store.bench(scratch, "laptop"), try Store.bench(scratch, "desktop"))
    try fill(laptop, job)
    try introduce(laptop, desktop, scratch)
    let sizeBefore = try laptop.size()
    let edit = try Spent.by { try apply(job.edits, to: laptop) }
    out["edit"] = (edit.cpu, "s CPU")
    out["store bytes an edit"] = (Double(try laptop.size() - sizeBefore) / Double(job.edits.count), "bytes")
    try apply(job.rivals, to: desktop)
    let bundle = scratch.path + "/laptop.afterword"
    let export = try Spent.by { _ = try laptop.export(to: bundle, .sinceMachine("desktop"), replace: true) }
    out["export"] = (export.cpu, "s CPU")
    out["bundle bytes an edit"] = (Double(scratch.size(of: "laptop.afterword")) / Double(job.edits.count), "bytes")
    out["import"] = (try Spent.by { _ = try desktop.importBundle(try BundleInput(bundle), consent: .yes) }.cpu, "s CPU")
    out["conflicts listed"] = (Double(try desktop.conflicts().count), "conflicts")
    out["import again"] = (
      try Spent.by { _ = try desktop.importBundle(try BundleInput(bundle), consent: .yes) }.cpu * 1000, "ms CPU"
    )
    out["peak memory"] = (peakMemory(), "MB")
    return out
  }

  private func fill(_ store: Store, _ job: CommonJob) throws {
    for start in stride(from: 0, to: job.rows.count, by: 1000) {
      let edits = job.rows[start..<min(start + 1000, job.rows.count)].map { row in
        var person = Person(id: row.id)
        for (field, value) in zip(CommonJob.fields, row.values) { _ = person.set(field, .value(.string(value))) }
        return RowEdit(new: person)
      }
      try store.save("fill", edits)
    }
  }

  private func apply(_ edits: [CommonJob.Edit], to store: Store) throws {
    for start in stride(from: 0, to: edits.count, by: 100) {
      let writes = edits[start..<min(start + 100, edits.count)].map { edit in
        CellWrite(
          Subject(kind: Person.kind, id: edit.row), CommonJob.fields[edit.field], .set(.string(edit.value)),
          shown: .blindly)
      }
      try store.apply("set", writes)
    }
  }

  /// Both hold the same rows and know it of each other, so that an export can leave them out.
  private func introduce(_ laptop: Store, _ desktop: Store, _ scratch: Scratch) throws {
    try move(laptop, desktop, scratch)
    var greeter = Person(id: RowID(high: 0, low: 1))
    greeter.name = "desktop"
    try desktop.save("greet", [RowEdit(new: greeter)])
    try move(desktop, laptop, scratch)
  }

  private func move(_ from: Store, _ to: Store, _ scratch: Scratch) throws {
    let path = scratch.path + "/base.afterword"
    _ = try from.export(to: path, replace: true)
    _ = try to.importBundle(try BundleInput(path), consent: .yes)
  }
}

/// The yardstick: the same rows in a plain table, updated by prepared statements in the same transactions.
private struct PlainTable {
  let queue: DatabaseQueue

  init(_ path: String, _ job: CommonJob) throws {
    queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
      let columns = CommonJob.fields.map { "\($0) TEXT" }.joined(separator: ", ")
      try db.execute(sql: "CREATE TABLE person(id BLOB PRIMARY KEY, \(columns)) WITHOUT ROWID")
      try db.inTransaction {
        let insert = try db.makeStatement(sql: "INSERT INTO person VALUES(?,?,?,?,?,?,?,?,?)")
        for row in job.rows { try insert.execute(arguments: [Data(row.id.bytes)] + StatementArguments(row.values)) }
        return .commit
      }
    }
  }

  func update(_ edits: [CommonJob.Edit]) throws {
    try queue.writeWithoutTransaction { db in
      let updates = try CommonJob.fields.map { try db.makeStatement(sql: "UPDATE person SET \($0) = ? WHERE id = ?") }
      for start in stride(from: 0, to: edits.count, by: 100) {
        try db.inTransaction(.immediate) {
          for edit in edits[start..<min(start + 100, edits.count)] {
            try updates[edit.field].execute(arguments: [edit.value, Data(edit.row.bytes)])
          }
          return .commit
        }
      }
    }
  }
}
