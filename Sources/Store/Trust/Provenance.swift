import BundleFile
import Merge
import Model

/// A machine's key, and what the machine calls itself.
package struct Signer: Hashable, Sendable {
  package let name: String
  let key: MachineKey

  /// Six words, the same wherever they are shown.
  package var words: String { key.words }
}

/// Why nothing of a bundle is taken, as a sentence that names the machine.
package enum Unproven: Error, Equatable {
  /// Changes of a machine that signs what it writes, without its signature.
  case unsigned(String, ClosedRange<Int>)
  /// Something is said to be forgotten that no known machine says so of.
  case erased(String)
  /// All that is new was written with a key that is revoked.
  case revoked(String)
}

extension Unproven: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unsigned(let name, let changes):
      "It says that \(name) wrote changes \(changes.lowerBound) to \(changes.upperBound), which \(name) has not signed. "
        + "Nothing of it was taken in; a sound file comes with the next `afterword sync` of \(name)."
    case .erased(let name):
      "It says that something \(name) wrote is forgotten, and no machine that this one knows says so. Nothing of it was "
        + "taken in."
    case .revoked(let name):
      "What is new in it was written with a key of \(name) that is revoked. Nothing of it was taken in."
    }
  }
}

/// What signatures say of bundles that are taken in together.
struct SignedNews {
  /// Machines not known before, whose changes somebody must accept.
  var met: [Signer] = []
  /// Machines that never signed, by name, whose changes nobody one knows passes on.
  var unsigned: [String] = []
  /// Transactions not to be taken, as their key is revoked.
  var leftOut: Set<Reference> = []
  var leftOutByName: [String: Int] = [:]
  var tips: [TipSignature] = []
  var certificates: Set<Certificate> = []
  /// Whether somebody must say yes before it is taken in; not in a store that has met nobody yet.
  var asks = false
}

/// Judges who wrote what bundles bring (MODEL.md, *Who wrote it*).
struct Provenance {
  private let session: Session
  private let waiting: WaitingChains
  private let isFirstMeeting: Bool
  private let held: Set<Certificate>
  private let trust: Trust
  /// Keys of names that the store has not heard of, as bundles that were accepted have them.
  private var keys: [Incarnation: MachineKey] = [:]

  init(_ session: Session, own: MachineKey?, _ bundles: [CheckedBundle]) throws {
    self.session = session
    waiting = try WaitingChains(session.db)
    isFirstMeeting = session.streams.all.isEmpty
    var trust = try Trust(session.db, own: own)
    held = trust.certificates
    trust.hear(bundles.flatMap(\.seal.certificates).filter { [held] in !held.contains($0) && $0.isSound })
    self.trust = trust
  }

  /// Whether a bundle brings words on keys that the store has not heard.
  func brings(_ bundle: CheckedBundle) -> Bool {
    bundle.seal.certificates.contains { trust.certificates.contains($0) && !held.contains($0) }
  }

  /// What is new in these bundles, and what it says of who wrote it.
  ///
  /// - Throws: `BundleRefusal.unproven` for the first that says something untrue.
  func accept(_ bundles: [CheckedBundle]) throws -> SignedNews {
    var judge = self
    var news = SignedNews()
    for bundle in bundles where bundle.isNew {
      do {
        try judge.take(bundle, into: &news)
      } catch let why as Unproven {
        throw BundleRefusal.unproven(path: bundle.input.path, why)
      }
    }
    news.certificates = trust.certificates.subtracting(held)
    news.asks = !isFirstMeeting && !(news.met.isEmpty && news.unsigned.isEmpty)
    return news
  }

  private mutating func take(_ bundle: CheckedBundle, into news: inout SignedNews) throws {
    let judgement = try BundleJudgement(bundle, session, waiting, trust, keys)
    keys.merge(judgement.keys) { $1 }
    news.tips += judgement.tips
    news.met += judgement.met.filter { new in !news.met.contains { $0.key == new.key } }
    news.unsigned += judgement.unsigned.filter { !news.unsigned.contains($0) }
    news.leftOut.formUnion(judgement.leftOut)
    news.leftOutByName.merge(judgement.leftOutByName, uniquingKeysWith: +)
  }
}

extension Store {
  /// Judges bundles as of one moment; without a judge where this machine signs nothing, and so asks nobody for a signature.
  /// Looking makes no key: that comes with saying yes.
  func judging<T>(_ bundles: [CheckedBundle], _ body: (Provenance?) throws -> T) throws -> T {
    let key = try environment.signing?.read()?.machine
    return try read { session in
      try body(environment.signing == nil ? nil : Provenance(session, own: key, bundles))
    }
  }
}
