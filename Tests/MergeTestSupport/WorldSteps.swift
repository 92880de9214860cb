import Merge
import Model

extension World {
  /// Two companies, a role and a note, known to all.
  func seedRows() throws {
    let first = machines[0]
    let rows = (0..<2).map { _ in Subject(kind: Organisation.kind, id: random.id()) }
    for (index, row) in rows.enumerated() {
      try first.create(row, [("name", .string("start\(index)")), ("website", .string("w\(index)"))])
    }
    let role = Subject(kind: Opportunity.kind, id: random.id())
    try first.create(role, [("organisation", .reference(rows[0]))])
    let person = Subject(kind: Person.kind, id: random.id())
    try first.create(person, [("name", .string("somebody"))])
    let long = (0..<5).map { "Sentence \($0) of a long line says something about the interview in so many words." }
    let lines = (0..<6).map { "start\($0)" } + [long.joined(separator: " ")]
    try first.save(first.open(rows[0]), "notes", text: lines.joined(separator: "\n"))
    for machine in machines { try machine.machine.receive(first.machine.log) }
  }

  /// One step: a command on a machine, a bundle, a copy, a backup or a restore.
  func step() throws {
    guard let machine = random.pick(machines) else { return }
    switch random.fraction() {
    case ..<0.68: try command(on: machine)
    case ..<0.94: try exchange(to: machine)
    case ..<0.96:
      backups.append((machine, try machine.machine.backup()))
      note("backup", machine)
    case ..<0.98: try copy(machine)
    case ..<0.985:
      try machine.machine.repack()
      note("write anew", machine)
      try Exchange.checkRebuild(machine)
      closeEverything(on: machine)
    default: try restore()
    }
  }

  private func exchange(to machine: ObservedMachine) throws {
    guard let from = random.pick(machines) else { return }
    let bundle = try Exchange.bundle(from, random, isPartial: random.fraction() < 0.3)
    try machine.machine.receive(bundle)
    if random.fraction() < 0.2 { try machine.machine.receive(bundle) }
    note("import", machine, "from \(from.name), \(bundle.count) transactions")
    if try !machine.machine.pending.isEmpty { counts["import with pending", default: 0] += 1 }
    try Exchange.checkRebuild(machine)
  }

  private func copy(_ machine: ObservedMachine) throws {
    guard machines.count < 7 else { return }
    let copy = try addCopy(of: machine, named: "m\(machines.count)")
    note("copy the file", copy, "from \(machine.name)")
  }

  private func restore() throws {
    guard let (machine, backup) = random.pick(backups) else { return }
    let whole = random.fraction() < 0.5
    // What nobody else has is lost by the disk, not by the merge.
    for other in machines where other !== machine { try other.machine.receive(machine.machine.log) }
    if whole { forkable.formUnion([machine.machine.incarnation, backup.incarnation]) }
    try machine.machine.restore(backup, wholeMachine: whole)
    note(whole ? "restore the whole machine" : "restore a backup", machine)
    closeEverything(on: machine)
  }

  /// An editor open over a store that another file took the place of could not save.
  private func closeEverything(on machine: ObservedMachine) {
    editors.removeAll { $0.machine === machine }
    questions.removeAll { $0.machine === machine }
  }

  /// No incarnation is used twice, except where a whole machine went back in time.
  func checkForks() throws {
    let log = try machines[0].machine.log
    let slots = Dictionary(grouping: log) { Slot(incarnation: $0.incarnation, first: $0.first) }
    let forks = Set(slots.filter { $0.value.count > 1 }.map(\.key.incarnation))
    if !forks.isEmpty { counts["histories with forks", default: 0] += 1 }
    try expect(forks.isSubset(of: forkable), "one incarnation used twice")
  }

  private struct Slot: Hashable {
    let incarnation: Incarnation
    let first: Int
  }
}
