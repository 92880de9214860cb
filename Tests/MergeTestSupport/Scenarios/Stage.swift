package import Merge
package import Model

/// How bundles travel in a scenario; the outcome must not depend on it.
package enum Delivery: String, CaseIterable, Sendable {
  case whole
  /// Every transaction alone, in any order.
  case shuffled
  case doubled
  /// Through another store that the sender never meets.
  case relayed
}

/// The machines of a scenario and what its sentences say of them.
package final class Stage {
  package let delivery: Delivery
  package let world: World
  private let make: MachineFactory
  /// How far off each machine's clock is, in milliseconds; those beyond it are right.
  private let clocks: [Int]
  private var names = 0

  /// The organisation that most scenarios are about.
  package let org = Subject(kind: Organisation.kind, id: RowID(high: 1, low: 1))

  package init(_ delivery: Delivery, _ make: @escaping MachineFactory, clocks: [Int] = []) throws {
    self.delivery = delivery
    self.make = make
    self.clocks = clocks
    world = try World([], Randomness(seed: 7), make)
  }

  /// Machines that all hold the organisation `org`, named Berlin unless other fields are given.
  package func machines(
    _ count: Int, skews: [Int] = [], _ fields: [(String, String)] = [("name", "Berlin")]
  ) throws -> [ObservedMachine] {
    let machines = try (0..<count).map { try machine(skew: $0 < skews.count ? skews[$0] : 0) }
    try machines[0].create(org, fields.map { ($0.0, .string($0.1)) })
    try sync()
    return machines
  }

  package func machine(skew: Int = 0, schema: Schema = .current) throws -> ObservedMachine {
    let skew = names < clocks.count ? clocks[names] : skew
    names += 1
    let observed = ObservedMachine(try make("m\(names)", world.random, skew, schema), world.truth)
    world.machines.append(observed)
    return observed
  }

  /// Another stage for the same kind of machines, with wrong clocks.
  package func again(clocks: [Int]) throws -> Stage { try Stage(delivery, make, clocks: clocks) }

  /// Gives one machine everything that another holds.
  package func give(_ from: ObservedMachine, _ to: ObservedMachine) throws {
    try give(from.machine.log, to)
  }

  package func give(_ log: [Transaction], _ to: ObservedMachine) throws {
    switch delivery {
    case .whole: try to.machine.receive(log)
    case .shuffled: for transaction in world.random.shuffled(log) { try to.machine.receive([transaction]) }
    case .doubled:
      try to.machine.receive(log)
      try to.machine.receive(log.reversed())
    case .relayed:
      let relay = Replica("relay", random: world.random)
      relay.receive(world.random.shuffled(log))
      try to.machine.receive(relay.log)
    }
  }

  /// Exchanges until none has news, and checks that all show the same and that every law holds.
  package func sync() throws {
    let pairs = world.machines.flatMap { from in world.machines.filter { $0 !== from }.map { (from, $0) } }
    for (from, to) in world.random.shuffled(pairs) { try give(from, to) }
    try world.settle()
  }

  /// Takes a machine out of all exchanges.
  package func leave(_ machine: ObservedMachine) -> ObservedMachine {
    world.machines.removeAll { $0 === machine }
    return machine
  }

  package func enter(_ machine: ObservedMachine) { world.machines.append(machine) }

  /// The values of a field in display order; nil stands for a cleared one.
  package func values(_ machine: ObservedMachine, _ field: String = "name", _ row: Subject? = nil) throws -> [String?] {
    let shown = try machine.view().rows[row ?? org]?.values(field) ?? []
    return shown.map { if case .value(.string(let text)) = $0.content { text } else { nil } }
  }

  /// The text's lines; a conflict region as `{variant|variant}`, its lines parted by a slash.
  package func text(_ machine: ObservedMachine, _ row: Subject? = nil) throws -> [String] {
    let parts = try machine.view().rows[row ?? org]?.texts("notes").first ?? []
    return parts.map { part in
      let texts = part.alternatives.map { $0.map(\.plain).joined(separator: "/") }
      return if case .unit = part { texts.joined() } else { "{" + texts.joined(separator: "|") + "}" }
    }
  }

  package func save(_ machine: ObservedMachine, _ lines: String...) throws {
    try machine.save(machine.open(org), "notes", text: lines.joined(separator: "\n"))
  }

  package func edit(_ machine: ObservedMachine, _ value: String, in field: String = "name") throws {
    try machine.save(machine.open(org), field, .string(value))
  }

  package func set(_ machine: ObservedMachine, _ value: String?, in field: String = "name") throws {
    try machine.set(org, field, value.map(Value.string))
  }

  package func row(_ kind: String, _ number: UInt64) -> Subject { Subject(kind: kind, id: RowID(high: 2, low: number)) }

  package func conflicts(_ machine: ObservedMachine) throws -> [Conflict] { try machine.view().conflicts }

  /// The last transaction that a machine wrote itself.
  package func latest(_ machine: ObservedMachine) throws -> Transaction {
    guard let latest = try machine.machine.latest else { throw Violation(law: "nothing written", detail: machine.name) }
    return latest
  }
}

/// Throws unless the two are equal.
package func expect<T: Equatable>(_ actual: T, is expected: T, _ what: String) throws {
  try expect(actual == expected, what, "\(actual), not \(expected)")
}

extension TextUnit {
  fileprivate var plain: String { String(decoding: bytes, as: UTF8.self) }
}
