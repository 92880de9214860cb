import BundleFile
import Foundation
import GRDB

/// Whom this machine takes for one of its owner's: itself, and whom a machine of them vouches for, unless one of them has
/// revoked it (MODEL.md, *Who wrote it*).
struct Trust {
  /// Nil before this machine has signed anything.
  let own: MachineKey?
  /// This machine's earlier keys.
  private let former: [MachineKey]
  private(set) var certificates: Set<Certificate>
  /// All that were ever vouched for, revoked or not.
  private var heard: Set<MachineKey> = []
  private(set) var known: Set<MachineKey> = []
  private var revoked: Set<MachineKey> = []

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

  /// Takes words that were checked. Those of strangers say nothing.
  mutating func hear(_ words: some Sequence<Certificate>) {
    certificates.formUnion(words)
    settle()
    certificates = certificates.filter { heard.contains($0.by) }
  }

  private mutating func settle() {
    heard = closure { _ in true }
    let heard = heard
    revoked = Set(certificates.filter { $0.kind == .revoke && heard.contains($0.by) }.map(\.key))
    let (own, revoked) = (own, revoked)
    known = closure { $0 == own || !revoked.contains($0) }
  }

  private func closure(_ counts: (MachineKey) -> Bool) -> Set<MachineKey> {
    var found = Set((former + [own].compactMap(\.self)).filter(counts))
    var isGrowing = true
    while isGrowing {
      let next = Set(certificates.filter { $0.kind == .vouch && found.contains($0.by) && counts($0.key) }.map(\.key))
      isGrowing = !next.isSubset(of: found)
      found.formUnion(next)
    }
    return found
  }
}

/// The table of machines' words on one another's keys.
struct Certificates {
  private let db: Database

  init(_ db: Database) { self.db = db }

  func all() throws -> [Certificate] {
    try rows().map { row in
      guard let certificate = Certificate(row) else { throw StoreError.damaged("a machine's word cannot be read") }
      return certificate
    }
  }

  /// Those that can be read and are what they say.
  func sound() throws -> [Certificate] { try rows().compactMap(Certificate.init).filter(\.isSound) }

  /// How many are not what they say.
  func unsound() throws -> Int { try rows().count - sound().count }

  /// Lets go of those that are not what they say.
  func removeUnsound() throws {
    let sound = try sound()
    try db.execute(sql: "DELETE FROM certificate")
    try keep(sound)
  }

  private func rows() throws -> [Row] {
    try Row.fetchAll(db, sql: "SELECT key, signer, kind, signature FROM certificate ORDER BY key, signer, kind")
  }

  func keep(_ certificates: some Sequence<Certificate>) throws {
    for certificate in certificates {
      try db.execute(
        sql: "INSERT OR IGNORE INTO certificate(key, signer, kind, signature) VALUES(?, ?, ?, ?)",
        arguments: [
          Database.blob(certificate.key.bytes), Database.blob(certificate.by.bytes), certificate.kind.rawValue,
          Database.blob(certificate.signature.bytes),
        ])
    }
  }
}

extension Certificate {
  fileprivate init?(_ row: Row) {
    guard let kind = Certificate.Kind(rawValue: row.text("kind") ?? ""), let key = MachineKey(row.bytes("key")),
      let by = MachineKey(row.bytes("signer")), let signature = Signature(row.bytes("signature"))
    else { return nil }
    self.init(kept: kind, of: key, by: by, signature: signature)
  }
}

/// What an older backup must not take back: who was revoked since.
struct WordsOnKeys {
  private let certificates: [Certificate]

  /// Of the store at this path; none where there is no store that can be read.
  init(at environment: Environment) {
    let store = try? Store.reading(environment)
    certificates = (try? store?.read { try Certificates($0.db).sound() }) ?? []
    try? store?.close()
  }

  func keep(in environment: Environment) throws {
    guard !certificates.isEmpty else { return }
    let store = try Store.existing(environment)
    try store.alone { try Certificates($0).keep(certificates) }
    try store.close()
  }
}
