import BundleFile
import Foundation
import GRDB
import Merge
import Model

/// The ends of streams that their authors signed: of each stream in the log the newest, and those of what waits.
struct Signatures {
  let session: Session
  private var db: Database { session.db }

  private static let columns = "SELECT incarnation, seq, hash, key, signature FROM signature"

  /// The key that signs what is written under this name; nil where nothing of it was ever signed.
  func key(of incarnation: Incarnation) throws -> MachineKey? {
    let statement = try db.cachedStatement(
      sql: "SELECT key FROM signature WHERE incarnation = ? ORDER BY seq, hash LIMIT 1")
    return try Row.fetchOne(statement, arguments: [Database.blob(incarnation.id.bytes)]).flatMap {
      MachineKey($0.bytes("key"))
    }
  }

  /// A name that this key signs for; nil where there is none.
  func incarnation(signedBy key: MachineKey) throws -> Incarnation? {
    let statement = try db.cachedStatement(
      sql: "SELECT incarnation FROM signature WHERE key = ? ORDER BY incarnation LIMIT 1")
    let row = try Row.fetchOne(statement, arguments: [Database.blob(key.bytes)])
    return row.flatMap { RowID($0.bytes("incarnation")) }.map(Incarnation.init)
  }

  /// The ends of it that are signed, in the log or waiting.
  func ends(of incarnation: Incarnation) throws -> [ChainHash] {
    let statement = try db.cachedStatement(sql: "SELECT hash FROM signature WHERE incarnation = ?")
    return try Row.fetchAll(statement, arguments: [Database.blob(incarnation.id.bytes)]).compactMap {
      ChainHash($0.bytes("hash"))
    }
  }

  /// The signature of an end; nil where there is none.
  func signature(of incarnation: Incarnation, _ seq: Int, _ hash: ChainHash) throws -> SignedEnd? {
    let statement = try db.cachedStatement(sql: Self.columns + " WHERE incarnation = ? AND seq = ? AND hash = ?")
    return try Row.fetchOne(
      statement, arguments: [Database.blob(incarnation.id.bytes), seq, Database.blob(hash.bytes)]
    ).map(SignedEnd.init)
  }

  /// Up to where a stream is signed; the change before its first where it is not at all.
  func end(of stream: Stream) throws -> Int {
    let statement = try db.cachedStatement(
      sql: "SELECT seq, hash FROM signature WHERE incarnation = ? ORDER BY seq DESC")
    for row in try Row.fetchAll(statement, arguments: [Database.blob(stream.incarnation.id.bytes)]) {
      let (seq, hash) = (try row.number("seq"), ChainHash(row.bytes("hash")))
      let end = Reference(incarnation: stream.incarnation, seq: seq, hash: hash?.short ?? 0)
      if try session.streams.locate(end)?.stream == stream.id { return seq }
    }
    return stream.start - 1
  }

  /// Lets go of all that is no signature of what is here.
  func removeUnsound() throws {
    for key in try unsound() {
      try db.execute(
        sql: "DELETE FROM signature WHERE incarnation IS ? AND seq IS ? AND hash IS ?",
        arguments: StatementArguments(key))
    }
  }

  /// The primary keys of rows that are no signatures of what is here.
  func unsound() throws -> [[DatabaseValue]] {
    try Row.fetchAll(db, sql: Self.columns).filter { row in
      guard let signed = try? SignedEnd(row), signed.isSound else { return true }
      let end = Reference(incarnation: signed.incarnation, seq: signed.seq, hash: signed.hash.short)
      if try session.streams.locate(end)?.hash == signed.hash { return false }
      return try !Pending(db: db).contains(signed.hash)
    }.map { [$0["incarnation"], $0["seq"], $0["hash"]] }
  }

  /// Keeps a signature of the end of a stream, in place of earlier ones, or of what waits. One of anything else is of no use.
  func keep(_ tip: TipSignature) throws {
    let end = Reference(incarnation: tip.incarnation, seq: tip.seq, hash: tip.hash.short)
    if let position = try session.streams.locate(end) {
      guard let stream = session.streams.all[position.stream], stream.hash == tip.hash, stream.last == tip.seq
      else { return }
      try removeEarlier(of: stream)
    } else if try !Pending(db: db).contains(tip.hash) {
      return
    }
    let insert = try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO signature(incarnation, seq, hash, key, signature) VALUES(?, ?, ?, ?, ?)")
    try insert.execute(arguments: [
      Database.blob(tip.incarnation.id.bytes), tip.seq, Database.blob(tip.hash.bytes), Database.blob(tip.key.bytes),
      Database.blob(tip.signature.bytes),
    ])
  }

  private func removeEarlier(of stream: Stream) throws {
    let isForked = session.streams.streams(of: stream.incarnation).count > 1
    let statement = try db.cachedStatement(
      sql: "SELECT seq, hash FROM signature WHERE incarnation = ? AND seq < ? AND seq >= ?")
    let id = Database.blob(stream.incarnation.id.bytes)
    for row in try Row.fetchAll(statement, arguments: [id, stream.last, stream.start]) {
      guard let hash = ChainHash(row.bytes("hash")) else { continue }
      let (seq, short) = (try row.number("seq"), hash.short)
      let end = Reference(incarnation: stream.incarnation, seq: seq, hash: short)
      guard try !isForked || session.streams.locate(end)?.stream == stream.id else { continue }
      let delete = try db.cachedStatement(sql: "DELETE FROM signature WHERE incarnation = ? AND seq = ? AND hash = ?")
      try delete.execute(arguments: [id, seq, Database.blob(hash.bytes)])
    }
  }
}

/// A signature as the store has it, checked when it came.
struct SignedEnd {
  let incarnation: Incarnation
  let seq: Int
  let hash: ChainHash
  let key: MachineKey
  let signature: Signature

  fileprivate init(_ row: Row) throws {
    guard let id = RowID(row.bytes("incarnation")), let hash = ChainHash(row.bytes("hash")),
      let key = MachineKey(row.bytes("key")), let signature = Signature(row.bytes("signature"))
    else { throw StoreError.damaged("a signature cannot be read") }
    (incarnation, seq, self.hash) = (Incarnation(id), try row.number("seq"), hash)
    (self.key, self.signature) = (key, signature)
  }

  /// Whether it is one of what it names.
  var isSound: Bool {
    TipSignature(incarnation: incarnation, seq: seq, hash: hash, key: key, signature: signature) != nil
  }
}

/// The keys that this machine has had for this store, the present one last.
struct OwnKeys {
  private static let key = "keys"
  private let db: Database

  init(_ db: Database) { self.db = db }

  func all() throws -> [MachineKey] {
    let bytes = Array(try Meta.get(db, Self.key) as Data? ?? Data())
    return stride(from: 0, to: bytes.count, by: 32).compactMap {
      MachineKey(Array(bytes[$0..<min($0 + 32, bytes.count)]))
    }
  }

  func add(_ key: MachineKey) throws {
    let known = try all()
    guard known.last != key else { return }
    try Meta.set(db, Self.key, Data((known.filter { $0 != key } + [key]).flatMap(\.bytes)))
  }
}
