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
      let ownName = try own.map { try MachineName.of($0, session) }
      var byName: [String: MachineSeen] = [:]
      for stream in session.streams.all.values {
        let name = try MachineName.of(stream.incarnation, session)
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

  /// Where each stream of the machine ends.
  ///
  /// - Throws: `ExportError.noSuchMachine`.
  func lastPositions(ofMachine name: String) throws -> [Position] {
    var known: Set<String> = []
    var positions: [Position] = []
    for stream in streams.all.values {
      let machine = try MachineName.of(stream.incarnation, self)
      known.insert(machine)
      guard machine.lowercased() == name.lowercased() else { continue }
      if let position = try streams.position(stream.id, at: stream.last) { positions.append(position) }
    }
    guard !positions.isEmpty else { throw ExportError.noSuchMachine(name, known: known.sorted()) }
    return positions
  }
}
