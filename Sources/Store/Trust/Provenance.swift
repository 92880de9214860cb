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

/// Judges who wrote what bundles bring that come together (MODEL.md, *Who wrote it*).
struct Provenance {
  private let session: Session
  private let isFirstMeeting: Bool
  private let held: Set<Certificate>
  private let words: Set<Certificate>
  /// Whom one knows once all words are heard that come with them.
  private let trust: Trust
  private let names: ClaimedNames

  init(_ session: Session, own: MachineKey?, _ bundles: [CheckedBundle]) throws {
    self.session = session
    names = ClaimedNames(session)
    isFirstMeeting = session.streams.all.isEmpty
    var trust = try Trust(session.db, own: own)
    let held = trust.certificates
    words = Set(bundles.flatMap(\.seal.certificates)).subtracting(held).filter(\.isSound)
    trust.hear(words)
    (self.held, self.trust) = (held, trust)
  }

  /// Whether a bundle brings words on keys that the store has not heard.
  func brings(_ bundle: CheckedBundle) -> Bool {
    bundle.seal.certificates.contains { trust.certificates.contains($0) && !held.contains($0) }
  }

  /// What is new in these bundles, and what it says of who wrote it.
  ///
  /// - Throws: `BundleRefusal.unproven` for the first that says something untrue.
  func accept(_ bundles: [CheckedBundle]) throws -> SignedNews {
    let (judgement, after) = try judge(bundles)
    for (bundle, verdict) in zip(bundles, judgement.verdicts) {
      if let why = verdict.refusal { throw BundleRefusal.unproven(path: bundle.input.path, why) }
    }
    var news = SignedNews(
      leftOut: judgement.leftOut, leftOutByName: judgement.leftOutByName, tips: judgement.tips,
      certificates: after.certificates.subtracting(held))
    for verdict in judgement.verdicts {
      news.met += verdict.met.filter { new in !news.met.contains { $0.key == new.key } }
      news.unsigned += verdict.unsigned.filter { !news.unsigned.contains($0) }
    }
    news.met.sort { ($0.name, $0.words) < ($1.name, $1.words) }
    news.unsigned.sort()
    news.asks = !isFirstMeeting && !(news.met.isEmpty && news.unsigned.isEmpty)
    return news
  }

  /// What each of these bundles says.
  func verdicts(_ bundles: [CheckedBundle]) throws -> [BundleVerdict] { try judge(bundles).judgement.verdicts }

  /// As if somebody said yes to all of it: whom he meets speaks too, before it is judged.
  private func judge(_ bundles: [CheckedBundle]) throws -> (judgement: LotJudgement, after: Trust) {
    let claims = try ClaimedRanges(bundles, session)
    var after = trust
    while true {
      let judgement = try LotJudgement(bundles, claims, session, names, trust, after)
      let met = Set(judgement.verdicts.flatMap(\.met).map(\.key))
      guard !met.isSubset(of: after.met) else { return (judgement, after) }
      after.meet(met)
      after.hear(words)
    }
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
