import BundleFile
import Merge

/// The signatures that go with the runs of a bundle: those of their authors, as they came, and this machine's own as the
/// bundle's maker.
struct Sealing {
  private let key: SigningKey?
  private let unsigned: BundleSeal

  init(_ session: Session, _ environment: Environment, _ runs: [Run]) throws {
    key = try environment.signing?.readOrMake()
    let tips = try runs.map(\.range).enumerated().compactMap { ordinal, range in
      try session.signatures.signature(of: range.incarnation, range.last, range.end).map {
        BundleSeal.Tip(stream: ordinal, key: $0.key, signature: $0.signature)
      }
    }
    let words = try Certificates(session.db).sound()
    unsigned = BundleSeal(tips: tips, certificates: Self.first(words, key?.machine).prefix(Limits.certificates))
  }

  /// A revocation that did not fit would be no revocation, and others' words never crowd out one's own.
  private static func first(_ words: [Certificate], _ own: MachineKey?) -> [Certificate] {
    let (mine, others) = (words.filter { $0.by == own }, words.filter { $0.by != own })
    return [mine, others].flatMap { $0.filter { $0.kind == .revoke } }
      + [mine, others].flatMap { $0.filter { $0.kind == .vouch } }
  }

  func seal(_ contentID: String) throws -> BundleSeal {
    try key.map { try unsigned.signed(by: $0, contentID: contentID) } ?? unsigned
  }
}
