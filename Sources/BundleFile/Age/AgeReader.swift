import Crypto

/// Decrypts a file, giving out only what has been authenticated.
package final class AgeReader {
  private let source: BufferedSource
  private var chunks: AgeChunks
  private var plain: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  private var damage = Damage.isRefused

  /// What becomes of a chunk that is not the one that was written.
  enum Damage {
    case isRefused
    /// Zeros are given out in its place, so that a salvage gets at those behind it.
    case isZeroed
  }

  /// Reads the header. Throws `BundleError.encryption` for a malformed file, `.noMatchingKey` or
  /// `.wrongPassphrase` where nothing given opens it.
  package convenience init(_ source: @escaping ByteSource, _ unlock: AgeUnlock) throws {
    try self.init(source) { try AgeReader.fileKey($0, unlock) }
  }

  convenience init(_ source: @escaping ByteSource, _ unlock: AgeUnlock, _ damage: Damage) throws {
    try self.init(source, unlock)
    self.damage = damage
  }

  /// Reads the header of a file whose key is at hand.
  convenience init(_ source: @escaping ByteSource, fileKey: SymmetricKey) throws {
    try self.init(source) { _ in fileKey }
  }

  private init(_ source: @escaping ByteSource, key: (AgeHeader) throws -> SymmetricKey) throws {
    let outer = BufferedSource(source)
    let source = Armor.begins(try outer.peek(Armor.lookAhead)) ? BufferedSource(Armor(outer).read) : outer
    let header = try AgeHeader(source)
    let fileKey = try key(header)
    try header.check(fileKey)
    var nonce = [UInt8](repeating: 0, count: 16)
    guard try nonce.withUnsafeMutableBytes({ try readFully(source.read, into: $0) }) == 16 else {
      throw AgeHeader.failure("it ends before its content")
    }
    self.source = source
    chunks = AgeChunks(fileKey, nonce: nonce)
  }

  private static func fileKey(_ header: AgeHeader, _ unlock: AgeUnlock) throws -> SymmetricKey {
    let isLockedByPassphrase = header.stanzas.contains { $0.type == AgeScrypt.type }
    if isLockedByPassphrase && header.stanzas.count != 1 {
      throw AgeHeader.failure("a passphrase stands beside other recipients")
    }
    for stanza in header.stanzas {
      switch (unlock, stanza.type) {
      case (.passphrase(let text), AgeScrypt.type):
        if let key = try AgeScrypt.unwrap(stanza, text) { return key }
      case (.identities(let identities), AgeX25519.type):
        for identity in identities {
          if let key = try AgeX25519.unwrap(stanza, identity) { return key }
        }
      default: break
      }
    }
    throw isLockedByPassphrase ? BundleError.wrongPassphrase : BundleError.noMatchingKey
  }

  /// As a `ByteSource`: the plain bytes.
  package func read(into target: UnsafeMutableRawBufferPointer) throws -> Int {
    while start == plain.count {
      if isAtEnd {
        guard try source.peek(1).isEmpty else { throw AgeHeader.failure("there is more after its end") }
        return 0
      }
      try nextChunk()
    }
    let count = min(target.count, plain.count - start)
    plain.withUnsafeBytes { target.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[start..<start + count])) }
    start += count
    return count
  }

  private func nextChunk() throws {
    var sealed = [UInt8](repeating: 0, count: AgeChunks.sealedLength)
    let count = try sealed.withUnsafeMutableBytes { try readFully(source.read, into: $0) }
    guard count > 0 else { throw AgeHeader.failure("its content ends early") }
    let isFirst = chunks.isAtFirst
    start = 0
    // Only a shorter chunk is known to be the last before it is opened.
    if count == sealed.count, let chunk = chunks.open(sealed[...], isLast: false) {
      plain = chunk
      return
    }
    guard let chunk = chunks.open(sealed[..<count], isLast: true) else {
      if damage == .isZeroed, count == sealed.count { return skipChunk() }
      throw AgeHeader.failure("its content has been changed or cut")
    }
    guard isFirst || !chunk.isEmpty else { throw AgeHeader.failure("its last part is empty") }
    plain = chunk
    isAtEnd = true
  }

  private func skipChunk() {
    chunks.skip()
    plain = [UInt8](repeating: 0, count: AgeChunks.plainLength)
  }
}
