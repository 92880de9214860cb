import Foundation
import GRDB

/// The files of the last bundles taken in, by the SHA-256 of each: so that the same file again costs one hash.
struct TakenBundles {
  private static let kept = 32
  private static let key = "bundles"
  private let db: Database

  init(_ db: Database) { self.db = db }

  func contains(_ hash: [UInt8]) throws -> Bool { try hashes().contains(hash) }

  func add(_ hash: [UInt8]) throws {
    let hashes = (try hashes().filter { $0 != hash } + [hash]).suffix(Self.kept)
    try Meta.set(db, Self.key, Data(hashes.joined()))
  }

  private func hashes() throws -> [[UInt8]] {
    let bytes = Array(try Meta.get(db, Self.key) as Data? ?? Data())
    return stride(from: 0, to: bytes.count, by: 32).map { Array(bytes[$0..<min($0 + 32, bytes.count)]) }
  }
}
