import BundleFile
import Merge
import Model

/// What one bundle says of who wrote it.
///
/// Each stream of it that is new must be signed by the key that this name has, or by one that is known where it has none yet.
/// What was never signed, and what something was erased from, counts where a known machine made the bundle. Of a revoked
/// machine counts what a known one had taken in before it wrote.
struct BundleJudgement {
  private(set) var keys: [Incarnation: MachineKey]
  private(set) var tips: [TipSignature] = []
  private(set) var met: [Signer] = []
  private(set) var unsigned: [String] = []
  private(set) var leftOut: Set<Reference> = []
  private(set) var leftOutByName: [String: Int] = [:]

  private let bundle: CheckedBundle
  private let session: Session
  private let waiting: WaitingChains
  private let trust: Trust
  /// Ordinals of new streams, and their authors.
  private var sound: [(ordinal: Int, author: Incarnation)] = []
  private var revoked: [Int] = []
  private var neverSigned: [Incarnation] = []

  /// - Throws: `Unproven`.
  init(
    _ bundle: CheckedBundle, _ session: Session, _ waiting: WaitingChains, _ trust: Trust,
    _ keys: [Incarnation: MachineKey]
  ) throws {
    (self.bundle, self.session, self.waiting, self.trust, self.keys) = (bundle, session, waiting, trust, keys)
    for (ordinal, range) in bundle.head.streams.enumerated() where try !session.holds(range, waiting) {
      try judge(ordinal, range)
    }
    try judgeRevoked()
    try judgeMaker()
  }

  private mutating func judge(_ ordinal: Int, _ range: StreamRange) throws {
    let signed = bundle.seal.signer(ofStream: ordinal, range)
    let known = try keys[range.incarnation] ?? session.signatures.key(of: range.incarnation)
    guard let key = known ?? signed?.key else { return neverSigned.append(range.incarnation) }
    guard !trust.isRevoked(key) else { return revoked.append(ordinal) }
    guard let signed, signed.key == key else {
      throw Unproven.unsigned(try name(range.incarnation), range.first...range.last)
    }
    if !trust.isKnown(key) { meet(key, try name(range.incarnation)) }
    keys[range.incarnation] = key
    sound.append((ordinal, range.incarnation))
    tips.append(signed)
  }

  private mutating func meet(_ key: MachineKey, _ name: String) {
    if !met.contains(where: { $0.key == key }) { met.append(Signer(name: name, key: key)) }
  }

  /// What a machine that one knows had taken in before it wrote, it had taken in before it heard of the revocation; without
  /// it, what it wrote since could not be taken in either.
  private mutating func judgeRevoked() throws {
    guard !revoked.isEmpty else { return }
    var seen = Set(sound.flatMap { bundle.contents.seen[$0.author] ?? [] })
    for transaction in try Pending(db: session.db).all() {
      let key = try session.signatures.key(of: transaction.incarnation)
      if key.map(trust.isKnown) == true { seen.formUnion(transaction.context) }
    }
    for ordinal in revoked {
      let ends = bundle.contents.ends[ordinal]
      let kept = (ends.lastIndex(where: seen.contains) ?? -1) + 1
      leftOut.formUnion(ends[kept...])
      guard let last = ends.last, kept < ends.count else { continue }
      let name = try name(last.incarnation)
      let new = try ends[..<kept].contains { try session.streams.locate($0) == nil }
      guard new || !sound.isEmpty || !neverSigned.isEmpty else { throw Unproven.revoked(name) }
      let from = kept > 0 ? ends[kept - 1].seq : bundle.head.streams[ordinal].first - 1
      leftOutByName[name, default: 0] += last.seq - from
    }
  }

  private mutating func judgeMaker() throws {
    let maker = bundle.contentID.flatMap(bundle.seal.maker).flatMap { trust.isRevoked($0) ? nil : $0 }
    let erased = try bundle.contents.erased.filter {
      try !leftOut.contains($0.end) && session.streams.locate($0.end) == nil
    }
    try judgeErased(erased, isMade: maker != nil)
    guard !erased.isEmpty || !neverSigned.isEmpty else { return }
    guard let maker else { return unsigned = Set(try neverSigned.map(name)).sorted() }
    guard !trust.isKnown(maker) else { return }
    let own = tips.first { $0.key == maker }?.incarnation
    meet(maker, try own.map(name) ?? "another machine")
  }

  /// What is left of such a transaction is its maker's word; and somebody must have said what is to be forgotten.
  private mutating func judgeErased(_ erased: [BundleContents.Erased], isMade: Bool) throws {
    guard !erased.isEmpty else { return }
    var forgets = bundle.contents.forgotten
    let here = try Forgotten(session)
    forgets.rows.formUnion(try here.rows.keys.compactMap(session.interner.subject))
    forgets.changes.formUnion(here.changes)
    forgets.transactions.formUnion(here.transactions)
    for transaction in erased {
      let author = transaction.end.incarnation
      let isSigned = try keys[author] != nil || session.signatures.key(of: author) != nil
      guard forgets.cover(transaction), isMade || !isSigned else { throw Unproven.erased(try name(author)) }
      if !isMade { neverSigned.append(author) }
    }
  }

  /// One that the store has not heard of never goes by the name of one that it has.
  private func name(_ incarnation: Incarnation) throws -> String {
    let names = MachineNames(session)
    let held = Set(session.streams.all.values.map(\.incarnation))
    guard !held.contains(incarnation), let claimed = bundle.contents.names[incarnation] else {
      return try names.name(of: incarnation)
    }
    var taken = Set(try held.map { try names.name(of: $0).lowercased() })
    return FreeName.numbered(claimed, &taken)
  }
}
