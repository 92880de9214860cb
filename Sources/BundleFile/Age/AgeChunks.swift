import Crypto

/// The payload's chunks (C2SP age, "Payload"): 64 KiB each under a key of their own and a counter that marks the last.
struct AgeChunks {
  static let plainLength = 65_536
  static let sealedLength = plainLength + 16
  private let key: SymmetricKey
  private var counter: UInt64 = 0

  init(_ fileKey: SymmetricKey, nonce: [UInt8]) {
    key = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: fileKey, salt: nonce, info: Array("payload".utf8), outputByteCount: 32)
  }

  var isAtFirst: Bool { counter == 0 }

  /// Leaves a chunk out.
  mutating func skip() { counter += 1 }

  private func nonce(isLast: Bool) -> [UInt8] {
    var nonce: [UInt8] = [0, 0, 0]
    for shift in stride(from: 56, through: 0, by: -8) {
      nonce.append(UInt8(truncatingIfNeeded: counter >> UInt64(shift)))
    }
    return nonce + [isLast ? 1 : 0]
  }

  mutating func seal(_ plain: ArraySlice<UInt8>, isLast: Bool) throws -> [UInt8] {
    let nonce = try ChaChaPoly.Nonce(data: nonce(isLast: isLast))
    let box = try ChaChaPoly.seal(plain, using: key, nonce: nonce)
    counter += 1
    return Array(box.ciphertext) + Array(box.tag)
  }

  /// The plain bytes; nil where the chunk is not the one that belongs here.
  mutating func open(_ sealed: ArraySlice<UInt8>, isLast: Bool) -> [UInt8]? {
    guard sealed.count >= 16, let nonce = try? ChaChaPoly.Nonce(data: nonce(isLast: isLast)),
      let box = try? ChaChaPoly.SealedBox(nonce: nonce, ciphertext: sealed.dropLast(16), tag: sealed.suffix(16)),
      let plain = try? ChaChaPoly.open(box, using: key)
    else { return nil }
    counter += 1
    return Array(plain)
  }
}
