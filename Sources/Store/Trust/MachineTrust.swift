import BundleFile
import Merge
import Model

/// Why nobody's standing was changed.
package enum TrustError: Error, Equatable {
  case noSuchMachine(String, known: [String])
  /// Several keys go by this name.
  case ambiguous(String, words: [String])
  case isThisMachine
  /// A key that is revoked stays so.
  case isRevoked(String)
  /// It has signed nothing yet.
  case hasNoKey(String)
}

extension TrustError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noSuchMachine(let name, let known):
      "There is no machine “\(name)”. " + (known.isEmpty ? "None waits." : "Known: \(known.joined(separator: ", ")).")
    case .ambiguous(let name, let words):
      "Several keys go by “\(name)”. Say the first words of one: " + words.joined(separator: "; ")
    case .isThisMachine:
      "That is this machine itself. Revoke it on another one; or, where a copy of it is lost that has the same key, first "
        + "`afterword machine renew` here, which then says how to revoke the old key."
    case .isRevoked(let name):
      "The key of \(name) is revoked, for good. There, `afterword machine renew` makes a new one."
    case .hasNoKey(let name): "\(name) has signed nothing yet: it wrote with an older version."
    }
  }
}

extension Store {
  /// Machines that signed what `sync` found and did not take in, and that are still to be met.
  package func unmetMachines() throws -> [Signer] {
    try waitingSigners().filter { $0.standing == .unknown }.map(\.signer)
  }

  private func waitingSigners() throws -> [(signer: Signer, standing: SigningMachineKey.Standing)] {
    guard let signing = environment.signing else { return [] }
    // Who has written nothing yet has no key, and may meet others first.
    let key = try signing.read()
    let signers = SyncMark.read(try syncMarkPath(), machine: environment.machine).signers
    return try read { session in
      let trust = try Trust(session.db, own: key?.machine)
      return signers.map { ($0, trust.standing(of: $0.key)) }
    }
  }

  /// The machine of this name, or whose words begin so, among those that were met or that wait to be.
  ///
  /// - Throws: `TrustError`.
  package func signer(_ name: String) throws -> (signer: Signer, standing: SigningMachineKey.Standing) {
    let asked = name.lowercased()
    let machines = try machines(signed: true)
    var all = machines.flatMap { machine in
      machine.keys.map { (signer: Signer(name: machine.name, key: $0.key), standing: $0.standing) }
    }
    for (signer, standing) in try waitingSigners() where !all.contains(where: { $0.signer.key == signer.key }) {
      all.append((signer, standing))
    }
    let found = all.filter { $0.signer.name.lowercased() == asked || ($0.signer.words + " ").hasPrefix(asked + " ") }
    if found.count > 1 { throw TrustError.ambiguous(name, words: found.map(\.signer.words)) }
    if let only = found.first { return only }
    if let machine = machines.first(where: { $0.name.lowercased() == asked }) {
      throw TrustError.hasNoKey(machine.name)
    }
    throw TrustError.noSuchMachine(name, known: Set(all.map(\.signer.name)).sorted())
  }

  /// Takes a machine for one of one's own from now on. Other machines hear of it with the next `sync`.
  ///
  /// - Throws: `TrustError.isRevoked`.
  package func trust(_ signer: Signer) throws {
    guard try standing(of: signer) != .revoked else { throw TrustError.isRevoked(signer.name) }
    try say(.vouch, signer)
  }

  /// Heeds nothing any more that a machine writes from now on; nor does any other machine that hears of it.
  ///
  /// - Throws: `TrustError.isThisMachine`.
  package func revoke(_ signer: Signer) throws {
    guard try standing(of: signer) != .own else { throw TrustError.isThisMachine }
    try say(.revoke, signer)
  }

  /// Makes a new signing key in place of one that is damaged, that others have revoked or that somebody else has. The others
  /// must meet it anew; it vouches for all whom this machine knew.
  ///
  /// - Returns: the words of the new one, and of the one before it; nil where there was none that can be read.
  package func renewKey() throws -> (new: String, old: String?) {
    guard let signing = environment.signing else { return ("", nil) }
    let old = try? signing.read()?.machine
    let known = try read {
      try Trust($0.db, own: old).known.subtracting(OwnKeys($0.db).all() + [old].compactMap(\.self))
    }
    let key = try signing.renew()
    try locked { session in
      if let old { try OwnKeys(session.db).add(old) }
      try OwnKeys(session.db).add(key.machine)
      try Certificates(session.db).keep(known.sorted().map { try Certificate(.vouch, of: $0, signedBy: key) })
    }
    return (key.machine.words, old?.words)
  }

  /// Whether another machine has revoked this one's key.
  package func isRevoked() throws -> Bool {
    guard let key = try environment.signing?.read() else { return false }
    return try read { try Trust($0.db, own: key.machine).isOwnRevoked }
  }

  private func standing(of signer: Signer) throws -> SigningMachineKey.Standing? {
    guard let signing = environment.signing else { return nil }
    let key = try signing.read()
    return try read { try Trust($0.db, own: key?.machine).standing(of: signer.key) }
  }

  private func say(_ kind: Certificate.Kind, _ signer: Signer) throws {
    guard let key = try environment.signing?.readOrMake() else { return }
    try locked { session in
      try OwnKeys(session.db).add(key.machine)
      try Certificates(session.db).keep([try Certificate(kind, of: signer.key, signedBy: key)])
    }
  }
}
