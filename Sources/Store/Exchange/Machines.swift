import GRDB
import Merge
import Model

/// A machine whose changes the store holds.
package struct MachineSeen: Equatable, Sendable {
  package let name: String
  /// Whether this copy of the store writes, or last wrote, as it.
  package let isThisOne: Bool
  package let changes: Int
  /// Milliseconds since 1970 on its own clock, when it last changed something that has arrived here.
  package let lastChange: Int
}

extension Store {
  /// Every machine heard of, this one first, then by how lately each was heard of. A machine that took a new identity, as
  /// after a restore, is one machine still.
  package func machines() throws -> [MachineSeen] {
    try read { session in
      let own = try Identity.stored(session.db)
      let names = MachineNames(session)
      let ownName = try own.map(names.name(of:))
      var byName: [String: MachineSeen] = [:]
      for stream in session.streams.all.values {
        let name = try names.name(of: stream.incarnation)
        let before = byName[name]
        byName[name] = MachineSeen(
          name: name, isThisOne: name == ownName, changes: (before?.changes ?? 0) + stream.last - stream.start + 1,
          lastChange: max(before?.lastChange ?? 0, try session.lastChange(of: stream)))
      }
      return byName.values.sorted {
        ($0.isThisOne ? 0 : 1, -$0.lastChange, $0.name) < ($1.isThisOne ? 0 : 1, -$1.lastChange, $1.name)
      }
    }
  }
}

extension Session {
  fileprivate func lastChange(of stream: Stream) throws -> Int {
    try Int.fetchOne(
      db, sql: "SELECT wall FROM tx WHERE stream = ? AND last = ?", arguments: [stream.id, stream.last]) ?? 0
  }

  /// Where each stream of another machine ends.
  ///
  /// - Throws: `ExportError.noSuchMachine`, `.isThisMachine`.
  func lastPositions(ofMachine name: String) throws -> [Position] {
    let names = MachineNames(self)
    let machines = try Dictionary(grouping: streams.all.values) { try names.name(of: $0.incarnation) }
    let own = try Identity.stored(db).map(names.name(of:))
    let others = machines.keys.filter { $0 != own }.sorted()
    if let own, own.lowercased() == name.lowercased() { throw ExportError.isThisMachine(own, others: others) }
    guard let machine = others.first(where: { $0.lowercased() == name.lowercased() }) else {
      throw ExportError.noSuchMachine(name, known: others)
    }
    return try (machines[machine] ?? []).compactMap { try streams.position($0.id, at: $0.last) }
  }
}
