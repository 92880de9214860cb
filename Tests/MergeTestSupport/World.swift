import Merge
import Model

/// Makes the machines of a history: the slow model's or the real store's.
package typealias MachineFactory = (_ name: String, _ random: Randomness, _ skew: Int, _ schema: Schema) throws ->
  any Machine

/// The machines of one random history and everything that is under way on them.
package final class World {
  /// An editor open on a field, or a question about a delete.
  struct Pending {
    let machine: ObservedMachine
    let opened: Opened
    let field: String
  }

  package internal(set) var machines: [ObservedMachine]
  let random: Randomness
  let truth = GroundTruth()
  var editors: [Pending] = []
  var questions: [Pending] = []
  var backups: [(machine: ObservedMachine, backup: any MachineBackup)] = []
  /// Incarnations that a whole-machine restore may have used twice.
  var forkable: Set<Incarnation> = []
  /// Whether most commands save texts of one row, so that many versions stand side by side.
  var isAboutTexts = false
  /// What was done so far, for a failing history's script.
  package internal(set) var script: [String] = []
  /// How often each kind of step was taken.
  package internal(set) var counts: [String: Int] = [:]

  package init(_ names: [(name: String, skew: Int, schema: Schema)], _ random: Randomness, _ make: MachineFactory)
    throws
  {
    self.random = random
    let truth = truth
    machines = try names.map { ObservedMachine(try make($0.name, random, $0.skew, $0.schema), truth) }
  }

  package convenience init(count: Int, skews: [Int] = [], _ random: Randomness, _ make: MachineFactory) throws {
    let names = (0..<count).map { index in
      (name: "m\(index)", skew: index < skews.count ? skews[index] : 0, schema: Schema.current)
    }
    try self.init(names, random, make)
  }

  /// Adds a machine that holds a copy of another's file.
  @discardableResult
  package func addCopy(of machine: ObservedMachine, named name: String) throws -> ObservedMachine {
    let copy = ObservedMachine(try machine.machine.copied(to: name), truth)
    machines.append(copy)
    return copy
  }

  package func note(_ step: String, _ machine: ObservedMachine, _ detail: String = "") {
    counts[step, default: 0] += 1
    script.append("\(machine.name): \(step) \(detail)")
  }

  package func check(_ machine: ObservedMachine) throws {
    try Exchange.checkRebuild(machine)
    try Oracles.check(machine.machine.history, machine.view(), truth)
  }

  /// Exchanges everything and checks that all machines write the same bundle and those of one schema show the same.
  package func settle() throws {
    try Exchange.all(machines, random)
    for machine in machines {
      try expect(try machine.machine.pending.isEmpty, "pending after a full exchange", machine.name)
      try check(machine)
      let before = try machine.view()
      try machine.machine.rebuild()
      let after = try machine.view()
      try expect(before == after, "rebuild changes the view", before.difference(from: after))
    }
    let bundles = try Set(machines.compactMap { try $0.machine.contentID() })
    try expect(bundles.count <= 1, "bundles differ", "\(bundles.count) of one content")
    let current = try machines.filter { try $0.machine.history.schema.isCurrent }
    guard let view = try current.first?.view() else { return }
    for machine in current {
      let other = try machine.view()
      try expect(other == view, "views differ", view.difference(from: other))
    }
  }
}
