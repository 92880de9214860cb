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
  /// Machines whose keys others have revoked, by name.
  var revoked: [String] = []
  var tips: [TipSignature] = []
  var certificates: Set<Certificate> = []
  /// Whether somebody must say yes before it is taken in.
  var asks = false
}

/// Judges who wrote what bundles bring that come together (MODEL.md, *Who wrote it*).
struct Provenance {
  private let session: Session
  /// Who made the bundles that somebody has a store begin with: naming them to it is a yes to that, and to no more.
  private let greeted: [Signer]
  private let isBeginning: Bool
  private let held: Set<Certificate>
  private let words: Set<Certificate>
  private let revokedBefore: Set<MachineKey>
  /// Whom one knows once all words are heard that come with them.
  private let trust: Trust
  private let names: ClaimedNames

  /// - Parameter isByHand: whether somebody named these very files.
  init(_ session: Session, own: MachineKey?, _ bundles: [CheckedBundle], isByHand: Bool = false) throws {
    self.session = session
    names = ClaimedNames(session, bundles)
    isBeginning = isByHand && session.streams.all.isEmpty
    var trust = try Trust(session.db, own: own)
    let held = trust.certificates
    revokedBefore = trust.revoked
    words = Set(bundles.flatMap(\.seal.certificates)).subtracting(held).filter(\.isSound)
    trust.hear(words)
    greeted =
      try isBeginning
      ? Self.makers(of: bundles, names).filter {
        !trust.isRevoked($0.key) && !trust.isKnown($0.key)
      } : []
    trust.meet(greeted.map(\.key))
    trust.hear(words)
    (self.held, self.trust) = (held, trust)
  }

  private static func makers(of bundles: [CheckedBundle], _ names: ClaimedNames) throws -> [Signer] {
    try bundles.compactMap { bundle in
      guard let maker = bundle.maker else { return nil }
      let own = bundle.head.streams.enumerated().first { ordinal, range in
        bundle.seal.signer(ofStream: ordinal, range)?.key == maker
      }
      let name = try own.map { try names.name($1.incarnation) }
      return Signer(name: name ?? "another machine", key: maker)
    }
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
      met: greeted.filter { after.isKnown($0.key) },
      leftOut: judgement.leftOut, leftOutByName: judgement.leftOutByName, tips: judgement.tips,
      certificates: after.certificates.subtracting(held))
    for verdict in judgement.verdicts {
      news.met += verdict.met.filter { new in !news.met.contains { $0.key == new.key } }
      news.unsigned += verdict.unsigned.filter { !news.unsigned.contains($0) }
    }
    news.revoked = try after.revoked.subtracting(revokedBefore).filter(after.isRevoked).compactMap {
      try session.signatures.incarnation(signedBy: $0).map(names.name)
    }.sorted()
    news.met.sort { ($0.name, $0.words) < ($1.name, $1.words) }
    news.unsigned.sort()
    news.asks = judgement.verdicts.contains { !$0.met.isEmpty } || !isBeginning && !news.unsigned.isEmpty
    return news
  }

  /// Whether another machine takes from a bundle what this one holds all of: it is signed there too, or never was.
  func proves(_ bundle: CheckedBundle) throws -> Bool {
    let isMade = bundle.maker.map { trust.isKnown($0) && !trust.isRevoked($0) } ?? false
    guard isMade || !bundle.head.hasErased else { return false }
    return try bundle.head.streams.enumerated().allSatisfy { ordinal, range in
      guard let key = try session.signatures.key(of: range.incarnation) else { return true }
      return !trust.isRevoked(key) && bundle.seal.signer(ofStream: ordinal, range)?.key == key
    }
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
  func judging<T>(
    _ bundles: [CheckedBundle], isByHand: Bool = false, _ body: (Provenance?) throws -> T
  ) throws -> T {
    let key = try environment.signing?.read()?.machine
    return try read { session in
      try body(environment.signing == nil ? nil : Provenance(session, own: key, bundles, isByHand: isByHand))
    }
  }
}
