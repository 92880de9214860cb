import BundleFile
import Merge
import Model

/// What is new in bundles that come together, and by whose key it says that it was signed: looked at once.
struct ClaimedRanges {
  struct Claim {
    /// Which of the bundles, and which of its streams.
    let bundle: Int
    let ordinal: Int
    let range: StreamRange
    /// Nil where nobody signed it, or untruly.
    let signed: TipSignature?
  }

  let all: [Claim]
  /// Of names of which something was signed before, the key.
  let held: [Incarnation: MachineKey]
  /// Of other names, all keys that sign for them here.
  private let claimed: [Incarnation: Set<MachineKey>]
  private let waiting: WaitingChains
  private let session: Session

  init(_ bundles: [CheckedBundle], _ session: Session) throws {
    (self.session, waiting) = (session, try WaitingChains(session.db))
    var all: [Claim] = []
    var held: [Incarnation: MachineKey] = [:]
    var claimed: [Incarnation: Set<MachineKey>] = [:]
    for (number, bundle) in bundles.enumerated() where bundle.isNew {
      for (ordinal, range) in bundle.head.streams.enumerated() where try !session.holds(range, waiting) {
        let claim = Claim(
          bundle: number, ordinal: ordinal, range: range, signed: bundle.seal.signer(ofStream: ordinal, range))
        all.append(claim)
        if let key = try held[range.incarnation] ?? session.signatures.key(of: range.incarnation) {
          held[range.incarnation] = key
        } else if let signed = claim.signed {
          claimed[range.incarnation, default: []].insert(signed.key)
        }
      }
    }
    (self.all, self.held, self.claimed) = (all, held, claimed)
  }

  /// Who signs for a name.
  enum Author {
    /// Nobody ever did.
    case nobody
    case key(MachineKey)
    /// Several do, none of whom is known.
    case contested
  }

  /// Of several keys that sign for a name that was not heard of, the one that is known is its own, whichever came first.
  func author(of incarnation: Incarnation, _ trust: Trust) -> Author {
    if let key = held[incarnation] { return .key(key) }
    guard let claimed = claimed[incarnation] else { return .nobody }
    if let key = claimed.filter(trust.isKnown).min() ?? (claimed.count == 1 ? claimed.first : nil) { return .key(key) }
    return .contested
  }

  /// The same of one of which nothing new is here.
  func author(ofHeld incarnation: Incarnation) throws -> Author {
    try session.signatures.key(of: incarnation).map(Author.key) ?? .nobody
  }

  /// Claims without a signature of their own whose end a sound one leads to: it follows on them, or goes through it. So
  /// what a machine wrote before it signed is proven by what it signed later, in whatever file that lies.
  ///
  /// - Parameters:
  ///   - unsigned: places in `all`.
  ///   - sound: likewise.
  func proven(_ unsigned: [Int], by sound: [Int], _ bundles: [CheckedBundle]) throws -> Set<Int> {
    guard !unsigned.isEmpty else { return [] }
    var ends = try signedWaiting(Set(unsigned.map { all[$0].range.incarnation }))
    func add(_ place: Int) {
      ends.formUnion(bundles[all[place].bundle].contents.chained[all[place].ordinal])
    }
    sound.forEach(add)
    var proven: Set<Int> = []
    while let next = unsigned.first(where: { !proven.contains($0) && ends.contains(all[$0].range.end) }) {
      proven.insert(next)
      add(next)
    }
    return proven
  }

  /// The chains that wait here and whose ends are signed, and what they follow on.
  private func signedWaiting(_ incarnations: Set<Incarnation>) throws -> Set<ChainHash> {
    var found: Set<ChainHash> = []
    for incarnation in incarnations {
      for end in try session.signatures.ends(of: incarnation) { found.formUnion(waiting.chain(to: end)) }
    }
    return found
  }
}
