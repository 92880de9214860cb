import Crypto

/// Encrypts what is written to it.
package final class AgeWriter {
  private let sink: ByteSink
  private var chunks: AgeChunks
  private var pending: [UInt8] = []
  /// Opens what was written, so that it can be read back without anybody's key.
  let fileKey: SymmetricKey

  /// Writes the header. `random` gives that many unpredictable bytes; a passphrase takes about a second.
  package init(_ lock: AgeLock, random: (Int) -> [UInt8], sink: @escaping ByteSink) throws {
    let fileKey = SymmetricKey(data: random(16))
    let stanzas =
      switch lock {
      case .recipients(let list): try list.map { try AgeX25519.wrap(fileKey, for: $0, random: random(32)) }
      case .passphrase(let text, let logN): [try AgeScrypt.wrap(fileKey, text, logN: logN, salt: random(16))]
      }
    let nonce = random(16)
    self.sink = sink
    self.fileKey = fileKey
    chunks = AgeChunks(fileKey, nonce: nonce)
    try (AgeHeader(stanzas, fileKey: fileKey).bytes + nonce).withUnsafeBytes(sink)
  }

  package func write(_ bytes: UnsafeRawBufferPointer) throws {
    pending.append(contentsOf: bytes)
    var start = 0
    // A full chunk is held back until more comes, since it may be the last.
    while pending.count - start > AgeChunks.plainLength {
      try chunks.seal(pending[start..<start + AgeChunks.plainLength], isLast: false).withUnsafeBytes(sink)
      start += AgeChunks.plainLength
    }
    pending.removeFirst(start)
  }

  package func finish() throws {
    try chunks.seal(pending[...], isLast: true).withUnsafeBytes(sink)
    pending = []
  }
}
