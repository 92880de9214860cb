import Foundation
package import Merge
package import MergeTestSupport
package import Model
import Store

/// The real store as the scenarios and the random histories drive it: a file of its own in memory-backed folders.
package final class StoreMachine: Machine {
  package let name: String
  package var skew: Int {
    get { clock.skew }
    set { clock.skew = newValue }
  }
  private let random: Randomness
  private let disk: Disk
  private let clock: MachineClock
  private var schema: Schema
  private var store: Store
  private var held: [Reference: Transaction] = [:]
  private var shadow: History
  /// What the store shows now, once it was asked for.
  private var shown: View?

  package init(
    _ name: String, random: Randomness, skew: Int = 0, schema: Schema = .current
  ) throws {
    self.name = name
    self.random = random
    disk = try Disk()
    clock = MachineClock(skew: skew)
    self.schema = schema
    shadow = History(schema: schema)
    store = try Store(Self.environment(name, disk, clock, random), schema.registry)
  }

  /// Real stores; in a third of the histories one machine has a newer version of the program, which the model plays.
  package static func mixed(
    _ name: String, _ random: Randomness, _ skew: Int, _ schema: Schema
  ) throws -> any Machine {
    if name == "m1", random.fraction() < 0.33 { return Replica(name, random: random, skew: skew) }
    return try StoreMachine(name, random: random, skew: skew, schema: schema)
  }

  private init(copyOf other: StoreMachine, named name: String) throws {
    self.name = name
    random = other.random
    disk = try Disk()
    clock = MachineClock(skew: other.skew)
    clock.milliseconds = other.clock.milliseconds
    schema = other.schema
    shadow = History(schema: schema)
    try Files(other.disk.store).write(to: disk.store)
    store = try Store(Self.environment(name, disk, clock, random), schema.registry)
    try absorb(log)
  }

  private static func environment(_ name: String, _ disk: Disk, _ clock: MachineClock, _ random: Randomness)
    -> Environment
  {
    Environment(
      storePath: disk.store + "/afterword.sqlite", stateFolder: disk.state, machine: name, machineName: name,
      today: Day(number: 20_000), now: clock.now, random: { random.generator.next() })
  }

  // MARK: Reading

  package var incarnation: Incarnation {
    (try? store.incarnation()) ?? Incarnation(RowID(high: 0, low: 0))
  }

  package var log: [Transaction] {
    get throws {
      var log: [Transaction] = []
      try store.send { log.append($0) }
      return log
    }
  }

  package var history: History { shadow }

  /// Takes new transactions into the slow model and compares what waits.
  private func absorb(_ new: [Transaction]) throws {
    shown = nil
    for transaction in new { held[transaction.tip] = transaction }
    shadow.absorb(held.values.filter { !shadow.holds($0) }.sorted { $0.tip < $1.tip })
    let waiting = try store.waiting()
    try expect(waiting == held.count - shadow.transactions.count, "another closed set", "\(waiting) wait")
  }

  package func view() throws -> View {
    if let shown { return shown }
    let view = try StoreView.view(store)
    shown = view
    return view
  }

  // MARK: Commands

  private func apply(_ command: String, _ writes: (Edits) throws -> [CellWrite]) throws {
    let transaction = try store.write(command, writes)
    try absorb([transaction].compactMap(\.self))
  }

  private func field(_ name: String, _ row: Subject) throws -> FieldInfo {
    guard let field = store.registry.kind(row.kind)?.field(name) else { throw Missing(what: "\(row.kind).\(name)") }
    return field
  }

  struct Missing: Error { let what: String }

  package func create(_ row: Subject, _ fields: [(String, Value)]) throws {
    try apply("add") { edits in edits.create(row, try fields.map { (try field($0.0, row), .value($0.1)) }) }
  }

  package func set(_ row: Subject, _ field: String, _ value: Value?) throws {
    try apply("set") { try $0.set(row, try self.field(field, row), value) }
  }

  package func set(_ row: Subject, _ fields: [(String, Value)]) throws {
    try apply("set") { edits in try fields.flatMap { try edits.set(row, try field($0.0, row), $0.1) } }
  }

  package func open(_ row: Subject) throws -> Opened {
    Opened(shown: [shadow.shown(row, shadow.view())], handle: try store.snapshot(row))
  }

  package func save(_ opened: Opened, _ field: String, _ value: Value?) throws {
    try edit(opened, field, value.map(FieldContent.value) ?? .empty)
  }

  package func save(_ opened: Opened, _ field: String, text: String) throws { try edit(opened, field, .text(text)) }

  private func edit(_ opened: Opened, _ field: String, _ content: FieldContent) throws {
    guard let snapshot = opened.handle as? RowSnapshot else { return }
    try apply("edit") { $0.edit(snapshot, try self.field(field, snapshot.subject), content) }
  }

  package func put(_ row: Subject, _ fields: [(String, Value)]) throws {
    try apply("put") { edits in try edits.put(row, try fields.map { (try field($0.0, row), .value($0.1)) }) }
  }

  package func set(_ row: Subject, _ field: String, text: String) throws -> Bool {
    guard let snapshot = try store.snapshot(row) else { return false }
    do {
      try apply("set") { try $0.setText(snapshot, try self.field(field, row), text) }
      return true
    } catch RequestError.contestedText { return false }
  }

  package func answer(_ row: Subject, _ field: String, _ choice: Int) throws -> Bool {
    let open = try store.openConflicts().first { $0.subject == row && $0.field == field }
    let answers = open?.answers.filter { $0.text.hasPrefix("the lines of ") } ?? []
    guard let open, !answers.isEmpty else { return false }
    _ = try store.answer(open, answers[choice % answers.count], command: "resolve")
    try absorb(log.filter { held[$0.tip] == nil })
    return true
  }

  package func tag(_ row: Subject, _ field: String, _ element: String, isAdded: Bool) throws {
    guard let snapshot = try store.snapshot(row) else { return }
    try apply("tag") {
      isAdded ? $0.addElement(snapshot, field, element) : $0.removeElement(snapshot, field, element)
    }
  }

  package func askDelete(_ row: Subject) throws -> Opened {
    let asked = try store.askDelete(row)
    let view = shadow.view()
    return Opened(shown: shadow.cascade(row, view).map { shadow.shown($0, view) }, handle: asked)
  }

  package func delete(_ asked: Opened) throws {
    guard let snapshots = asked.handle as? [RowSnapshot] else { return }
    try apply("delete") { try $0.delete(snapshots) }
  }

  package func undelete(_ row: Subject) throws { try apply("undelete") { $0.undelete(row) } }
  package func join(_ row: Subject, _ other: Subject) throws { try apply("join") { $0.join(row, other) } }
  package func unjoin(_ row: Subject) throws { try apply("unjoin") { try $0.unjoin(row) } }

  package func undo(_ transaction: Transaction) throws -> Undone {
    let number = try store.number(of: transaction)
    guard let number else { return Undone(skippedCells: [], skippedRows: []) }
    let report = try store.undo(number)
    try absorb([report.transaction].compactMap(\.self))
    return Undone(skippedCells: report.skippedCells, skippedRows: report.skippedRows)
  }

  /// A real store writes only what it knows.
  package func writeUnknown(_ change: Change) {}

  // MARK: Bundles, copies, restores

  /// Of what it holds already, as much is given to it again; more takes long and shows no more.
  private static let repeated = 5

  /// What it is given comes as a bundle file, as from one machine to another.
  package func receive(_ bundle: [Transaction]) throws {
    guard !bundle.isEmpty else { return }
    let (known, new) = (bundle.filter { held[$0.tip] != nil }, bundle.filter { held[$0.tip] == nil })
    try BundledTransactions.write(new + known.prefix(Self.repeated), to: disk.bundle)
    _ = try store.importBundle(try BundleInput(disk.bundle), consent: .yes)
    if !new.isEmpty { try absorb(new) }
  }

  /// Past any file: also what no bundle can carry.
  package func receiveUnbundled(_ bundle: [Transaction]) throws {
    _ = try store.receive { take in for transaction in bundle { try take(transaction) } }
    try absorb(bundle)
  }

  package func copied(to name: String) throws -> any Machine { try StoreMachine(copyOf: self, named: name) }

  private final class Backup: MachineBackup {
    let incarnation: Incarnation
    let store: Files
    let state: Files

    init(_ incarnation: Incarnation, _ disk: Disk) throws {
      self.incarnation = incarnation
      store = try Files(disk.store)
      state = try Files(disk.state)
    }
  }

  package func backup() throws -> any MachineBackup { try Backup(incarnation, disk) }

  package func restore(_ backup: any MachineBackup, wholeMachine: Bool) throws {
    guard let backup = backup as? Backup else { return }
    let environment = store.environment
    // The open connection must be gone before its file changes: for that while another store stands in.
    let standIn = try Disk()
    store = try Store(Self.environment(name, standIn, clock, random))
    try backup.store.write(to: disk.store)
    if wholeMachine { try backup.state.write(to: disk.state) }
    store = try Store(environment, schema.registry)
    withExtendedLifetime(standIn) {}
    (held, shadow) = ([:], History(schema: schema))
    try absorb(log)
  }

  package func upgrade() throws {
    schema = .current
    try reopen {}
  }

  package func repack() throws {
    _ = try store.export(to: disk.bundle, replace: true)
    try reopen {
      let kept = try Store.restore(try BundleInput(disk.bundle), store.environment).kept
      if let kept { try FileManager.default.removeItem(atPath: kept) }
    }
  }

  package func contentID() throws -> String? { try BundledTransactions.contentID(of: store, writing: disk.bundle) }

  /// Does something to the file while no connection is open.
  private func reopen(_ body: () throws -> Void) throws {
    let environment = store.environment
    try store.close()
    try body()
    store = try Store(environment, schema.registry)
    (held, shadow) = ([:], History(schema: schema))
    try absorb(log)
  }

  package func rebuild() throws {
    try store.rebuild()
    shown = nil
  }
}
