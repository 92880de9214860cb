import BundleFile
import Foundation
import GRDB

/// Whom this machine takes for one of its owner's: itself, and whom a machine of them vouches for, unless one of them has
/// revoked it (MODEL.md, *Who wrote it*). Words of others count from when they are heard until their key is revoked here.
struct Trust {
  /// How many machines can be known, the nearest first, and how many words of another one are kept: so that whoever has one
  /// key can fill no store.
  static let mostKnown = 64
  static let mostWords = 64

  /// Nil before this machine has signed anything.
  let own: MachineKey?
  /// This machine's earlier keys.
  private let former: [MachineKey]
  /// Those that counted when they were heard.
  private(set) var certificates: Set<Certificate>
  /// Whom one vouches for from now on, if somebody says yes.
  private(set) var met: Set<MachineKey> = []
  private(set) var known: Set<MachineKey> = []
  private(set) var revoked: Set<MachineKey> = []

  init(_ db: Database, own: MachineKey?) throws {
    self.own = own
    former = try OwnKeys(db).all()
    certificates = Set(try Certificates(db).all())
    settle()
  }

  func isKnown(_ key: MachineKey) -> Bool { known.contains(key) }

  /// One's own present key is heeded by oneself, whatever others say.
  func isRevoked(_ key: MachineKey) -> Bool { key != own && revoked.contains(key) }

  /// Whether others have revoked this machine's own key.
  var isOwnRevoked: Bool { own.map(revoked.contains) ?? false }

  /// Takes these for one's own too.
  mutating func meet(_ keys: some Sequence<MachineKey>) {
    met.formUnion(keys)
    settle()
  }

  /// Takes words that were checked and come together: one's own revocations, then those of known machines, first of those
  /// that none of them revokes, then whom they vouch for; until none is left of somebody known. The rest says nothing.
  mutating func hear(_ words: some Sequence<Certificate>) {
    var rest = Set(words).subtracting(certificates)
    while let next = next(of: rest) {
      rest.subtract(next)
      keep(next)
      settle()
    }
  }

  private func next(of words: Set<Certificate>) -> Set<Certificate>? {
    let counting = words.filter { isKnown($0.by) }
    let revocations = counting.filter { $0.kind == .revoke }
    let accused = Set(revocations.map(\.key))
    let ranks = [
      revocations.filter { $0.by == own }, revocations.filter { !accused.contains($0.by) }, revocations, counting,
    ]
    return ranks.first { !$0.isEmpty }
  }

  private mutating func keep(_ words: Set<Certificate>) {
    var counts: [MachineKey: Int] = [:]
    for word in certificates { counts[word.by, default: 0] += 1 }
    for word in words.sorted() where word.by == own || counts[word.by, default: 0] < Self.mostWords {
      counts[word.by, default: 0] += 1
      certificates.insert(word)
    }
  }

  private mutating func settle() {
    revoked = Set(certificates.filter { $0.kind == .revoke }.map(\.key))
    known = Set((former + [own].compactMap(\.self) + met).filter { $0 == own || !revoked.contains($0) })
    var nearest = known
    while !nearest.isEmpty {
      let vouched = certificates.filter { $0.kind == .vouch && nearest.contains($0.by) }.map(\.key)
      let new = Set(vouched.filter { !revoked.contains($0) }).subtracting(known)
      nearest = Set(new.sorted().prefix(max(0, Self.mostKnown - known.count)))
      known.formUnion(nearest)
    }
  }
}
