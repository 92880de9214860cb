import BundleFile
import GRDB
import Merge
import Model

/// A machine whose changes the store holds.
package struct MachineSeen: Equatable, Sendable {
  package let name: String
  /// Whether this copy of the store writes, or last wrote, as it.
  package let isThisOne: Bool
  package var changes = 0
  /// Milliseconds since 1970 on its own clock, when it last changed something that has arrived here.
  package var lastChange = 0
  /// Changes that nobody signed.
  package var unsigned = 0
  /// The keys it signs with and signed with before, the newest first.
  package var keys: [SigningMachineKey] = []
}

/// A key that a machine signs with.
package struct SigningMachineKey: Equatable, Sendable {
  package enum Standing: String, Sendable {
    /// The key of the machine that asks.
    case own
    /// Vouched for by one's own machines.
    case known
    case unknown
    /// Not to be heeded any more.
    case revoked
  }

  package let words: String
  package let standing: Standing
  let key: MachineKey
}

extension Store {
  /// Every machine heard of, this one first, then by how lately each was heard of. A machine that took a new identity, as
  /// after a restore, is one machine still.
  ///
  /// - Parameter isSigned: whether to say what is signed, and with which keys.
  package func machines(signed isSigned: Bool = false) throws -> [MachineSeen] {
    let signing = isSigned ? environment.signing : nil
    let key = try signing?.read()?.machine
    return try read { session in
      let own = try Identity.stored(session.db)
      let names = MachineNames(session)
      let ownName = try own.map(names.name(of:))
      let trust = try signing.map { _ in try Trust(session.db, own: key) }
      var byName: [String: MachineSeen] = [:]
      for stream in session.streams.all.values.sorted(by: { $0.newest.transaction > $1.newest.transaction }) {
        let name = try names.name(of: stream.incarnation)
        var seen = byName[name] ?? MachineSeen(name: name, isThisOne: name == ownName)
        let changes = stream.last - stream.start + 1
        seen.changes += changes
        seen.lastChange = max(seen.lastChange, try session.lastChange(of: stream))
        if let trust {
          seen.unsigned += min(changes, stream.last - (try session.signatures.end(of: stream)))
          if let key = try session.signatures.key(of: stream.incarnation) { seen.add(key, trust) }
        }
        byName[name] = seen
      }
      if let ownName, let key, let trust { byName[ownName]?.add(key, trust) }
      return byName.values.sorted {
        ($0.isThisOne ? 0 : 1, -$0.lastChange, $0.name) < ($1.isThisOne ? 0 : 1, -$1.lastChange, $1.name)
      }
    }
  }
}

extension MachineSeen {
  fileprivate mutating func add(_ key: MachineKey, _ trust: Trust) {
    guard !keys.contains(where: { $0.key == key }) else { return }
    keys.append(SigningMachineKey(words: key.words, standing: trust.standing(of: key), key: key))
  }
}

extension Trust {
  func standing(of key: MachineKey) -> SigningMachineKey.Standing {
    key == own ? .own : isRevoked(key) ? .revoked : isKnown(key) ? .known : .unknown
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
