import BundleFile
import GRDB

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
