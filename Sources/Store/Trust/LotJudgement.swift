import BundleFile
import Merge
import Model

/// What one bundle of several says of who wrote it.
struct BundleVerdict {
  /// Machines not known that signed something new of it, or made it.
  var met: [Signer] = []
  /// Machines that never signed, by name, whose changes nobody one knows passes on.
  var unsigned: [String] = []
  /// Why nothing of it can be taken.
  var refusal: Unproven?

  /// Whether somebody must say yes first.
  var asks: Bool { !met.isEmpty || !unsigned.isEmpty }
}

/// What bundles that come together say of who wrote them, in whatever order they come.
///
/// Each stream that is new must be signed by the key that this name has, or by one that is known where it has none yet.
/// What was never signed, and what something was erased from, counts where a known machine made the bundle. Of a revoked
/// machine counts what a known one had taken in before it wrote.
struct LotJudgement {
  private(set) var verdicts: [BundleVerdict]
  private(set) var tips: [TipSignature] = []
  private(set) var leftOut: Set<Reference> = []
  private(set) var leftOutByName: [String: Int] = [:]

  private let bundles: [CheckedBundle]
  private let claims: ClaimedRanges
  private let session: Session
  private let names: ClaimedNames
  /// Whom one knows.
  private let trust: Trust
  /// Whom one would know, and whom not any more, if somebody said yes to all of it.
  private let after: Trust
  private let keys: [Incarnation: ClaimedRanges.Author]
  /// Places of claims.
  private var sound: [Int] = []
  private var revoked: [Int] = []
  private var neverSigned: [Int] = []

  init(
    _ bundles: [CheckedBundle], _ claims: ClaimedRanges, _ session: Session, _ names: ClaimedNames, _ trust: Trust,
    _ after: Trust
  ) throws {
    (self.bundles, self.claims, self.session, self.names) = (bundles, claims, session, names)
    (self.trust, self.after) = (trust, after)
    verdicts = bundles.map { _ in BundleVerdict() }
    let incarnations = Set(claims.all.map(\.range.incarnation))
    keys = Dictionary(uniqueKeysWithValues: incarnations.map { ($0, claims.author(of: $0, trust)) })
    try judgeSignatures()
    try judgeRevoked()
    for number in bundles.indices where bundles[number].isNew { try judgeMaker(number) }
  }

  private mutating func judgeSignatures() throws {
    var unsigned: [Int] = []
    for (place, claim) in claims.all.enumerated() {
      switch keys[claim.range.incarnation] ?? .nobody {
      case .nobody: neverSigned.append(place)
      case .key(let key) where after.isRevoked(key): revoked.append(place)
      case .key(let key) where claim.signed?.key == key: sound.append(place)
      case .key: unsigned.append(place)
      case .contested:
        if let key = claim.signed?.key { meet(key, try name(claim), claim.bundle) }
        refuse(claim.bundle, .contested(try name(claim)))
      }
    }
    for place in sound {
      guard let signed = claims.all[place].signed else { continue }
      tips.append(signed)
      if !trust.isKnown(signed.key) { meet(signed.key, try name(claims.all[place]), claims.all[place].bundle) }
    }
    let proven = try claims.proven(unsigned, by: sound, bundles)
    for place in unsigned where !proven.contains(place) {
      let claim = claims.all[place]
      refuse(claim.bundle, .unsigned(try name(claim), claim.range.first...claim.range.last))
    }
  }

  private mutating func refuse(_ bundle: Int, _ why: Unproven) {
    verdicts[bundle].refusal = verdicts[bundle].refusal ?? why
  }

  private mutating func meet(_ key: MachineKey, _ name: String, _ bundle: Int) {
    guard !verdicts[bundle].met.contains(where: { $0.key == key }) else { return }
    verdicts[bundle].met.append(Signer(name: name, key: key))
  }

  private func name(_ claim: ClaimedRanges.Claim) throws -> String {
    try names.name(claim.range.incarnation)
  }

  /// What a machine that one knows had taken in before it wrote, it had taken in before it heard of the revocation; without
  /// it, what it wrote since could not be taken in either.
  private mutating func judgeRevoked() throws {
    guard !revoked.isEmpty else { return }
    let seen = try seenByOthers()
    let others = Set((sound + neverSigned).map { claims.all[$0].bundle })
    for place in revoked {
      let claim = claims.all[place]
      let ends = bundles[claim.bundle].contents.ends[claim.ordinal]
      let kept = (ends.lastIndex(where: seen.contains) ?? -1) + 1
      guard let last = ends.last, kept < ends.count else { continue }
      leftOut.formUnion(ends[kept...])
      let new = try ends[..<kept].contains { try session.streams.locate($0) == nil }
      if !new, !others.contains(claim.bundle) { refuse(claim.bundle, .revoked(try name(claim))) }
      let from = kept > 0 ? ends[kept - 1].seq : claim.range.first - 1
      let name = try name(claim)
      leftOutByName[name] = max(leftOutByName[name] ?? 0, last.seq - from)
    }
  }

  private func seenByOthers() throws -> Set<Reference> {
    var seen: Set<Reference> = []
    for claim in sound.map({ claims.all[$0] }) {
      seen.formUnion(bundles[claim.bundle].contents.seen[claim.range.incarnation] ?? [])
    }
    for transaction in try Pending(db: session.db).all() {
      let key = try session.signatures.key(of: transaction.incarnation)
      if key.map(trust.isKnown) == true { seen.formUnion(transaction.context) }
    }
    return seen
  }

  private mutating func judgeMaker(_ number: Int) throws {
    let bundle = bundles[number]
    let maker = bundle.maker.flatMap { after.isRevoked($0) ? nil : $0 }
    let erased = try bundle.contents.erased.filter {
      try !leftOut.contains($0.end) && session.streams.locate($0.end) == nil
    }
    let unsigned =
      try neverSigned.map { claims.all[$0] }.filter { $0.bundle == number }.map(name)
      + (try judgeErased(erased, number, isMade: maker != nil))
    guard !erased.isEmpty || !unsigned.isEmpty else { return }
    guard let maker else { return verdicts[number].unsigned = Set(unsigned).sorted() }
    guard !trust.isKnown(maker) else { return }
    let own = claims.all.first { $0.bundle == number && $0.signed?.key == maker }
    meet(maker, try own.map(name) ?? "another machine", number)
  }

  /// What is left of such a transaction is its maker's word; and somebody must have said what is to be forgotten.
  ///
  /// - Returns: who wrote some that nobody signed, nor made.
  private mutating func judgeErased(
    _ erased: [BundleContents.Erased], _ number: Int, isMade: Bool
  ) throws -> [String] {
    guard !erased.isEmpty else { return [] }
    let forgets = try forgotten()
    var unsigned: [String] = []
    for transaction in erased {
      let author = transaction.end.incarnation
      let name = try names.name(author)
      let isSigned: Bool =
        if case .nobody = try keys[author] ?? claims.author(ofHeld: author) { false } else { true }
      guard forgets.cover(transaction), isMade || !isSigned else {
        refuse(number, .erased(name))
        continue
      }
      if !isMade { unsigned.append(name) }
    }
    return unsigned
  }

  /// What is to be forgotten, as the store and all bundles that can be taken say.
  private func forgotten() throws -> BundleContents.Forgets {
    var forgets = BundleContents.Forgets()
    for (bundle, verdict) in zip(bundles, verdicts) where verdict.refusal == nil {
      forgets.add(bundle.contents.forgotten)
    }
    let here = try Forgotten(session)
    forgets.rows.formUnion(try here.rows.keys.compactMap(session.interner.subject))
    forgets.changes.formUnion(here.changes)
    forgets.transactions.formUnion(here.transactions)
    return forgets
  }
}
