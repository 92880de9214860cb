package import Merge
import Model

/// What the machines that the store has heard of are called, two of equal name told apart: the one that began later is
/// "debian (2)", on every machine alike.
final class MachineNames {
  private let session: Session
  /// Machines whose first transaction waits to be taken in, by the name it gives them.
  private let waiting: [Incarnation: String]
  private var known: [Incarnation: String]?

  init(_ session: Session, waiting: [Incarnation: String] = [:]) {
    self.session = session
    self.waiting = waiting
  }

  func name(of incarnation: Incarnation) throws -> String {
    try all()[incarnation] ?? MachineName.given(incarnation, session) ?? incarnation.id.short
  }

  /// Who made a change: what came in by a mirror is the address book's word, whichever machine took it.
  func author(of change: Reference) throws -> String {
    try session.batch(of: change).hasPrefix(Batch.mirrorPrefix) ? "address book" : name(of: change.incarnation)
  }

  func name(ofStream stream: Int) throws -> String {
    guard let incarnation = session.streams.all[stream]?.incarnation else { return "" }
    return try name(of: incarnation)
  }

  /// Everything that the machine wrote as, this incarnation included.
  func incarnations(like incarnation: Incarnation) throws -> [Incarnation] {
    let name = try name(of: incarnation)
    return Set(try all().filter { $0.value == name }.keys).union([incarnation]).sorted()
  }

  private func all() throws -> [Incarnation: String] {
    if let known { return known }
    let incarnations = Set(session.streams.all.values.map(\.incarnation)).union(waiting.keys).sorted()
    var given: [Incarnation: String] = [:]
    for incarnation in incarnations {
      given[incarnation] = try MachineName.given(incarnation, session) ?? waiting[incarnation] ?? incarnation.id.short
    }
    var names: [Incarnation: String] = [:]
    var taken: Set<String> = []
    for incarnation in incarnations {
      let first = try first(incarnation, given)
      let name = names[first] ?? FreeName.numbered(given[first] ?? "", &taken)
      (names[first], names[incarnation]) = (name, name)
    }
    known = names
    return names
  }

  /// What the same machine wrote as at first, as before a restore: each goes on from another of its name.
  private func first(_ incarnation: Incarnation, _ given: [Incarnation: String]) throws -> Incarnation {
    var first = incarnation
    var seen: Set<Incarnation> = []
    while seen.insert(first).inserted, let parent = try MachineParent.of(first, session)?.incarnation,
      given[parent]?.lowercased() == given[first]?.lowercased()
    {
      first = parent
    }
    return first
  }
}

extension Store {
  /// The name of the machine that wrote as this incarnation.
  package func machineName(_ incarnation: Incarnation) throws -> String {
    try read { try MachineNames($0).name(of: incarnation) }
  }

  /// What this machine is called in the store; before it has written, what the system calls it.
  package func ownMachineName() throws -> String {
    try read { session in
      try Identity.stored(session.db).map { try MachineNames(session).name(of: $0) } ?? environment.machineName
    }
  }

  /// Calls this machine by another name, on all machines once they have heard of it.
  ///
  /// - Throws: `MachineNameError` for a name that another has; `StoreError`.
  package func nameMachine(_ name: String, command: String) throws -> Receipt? {
    let others = try machines().filter { !$0.isThisOne }.map(\.name)
    guard !others.contains(where: { $0.lowercased() == name.lowercased() }) else {
      throw MachineNameError.isTaken(name)
    }
    return try commit { door in
      let own = try door.identity.current(door.session).incarnation
      let incarnations = try MachineNames(door.session).incarnations(like: own)
      return try door.apply(command, incarnations.flatMap { MachineName.writes($0, named: name) })
    }
  }
}

package enum MachineNameError: Error, Equatable, CustomStringConvertible {
  case isTaken(String)

  package var description: String {
    switch self {
    case .isTaken(let name): "Another machine is called “\(name)”: `afterword machine` lists them. Choose another name."
    }
  }
}
