import Crypto
import CryptoExtras

/// Wraps a file key for a recipient and gets it back (C2SP age, "The X25519 recipient type").
enum AgeX25519 {
  static let type = "X25519"

  /// `random` is 32 bytes for a key pair used once.
  static func wrap(_ fileKey: SymmetricKey, for recipient: AgeRecipient, random: [UInt8]) throws -> AgeStanza {
    let once = try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: random)
    let share = Array(once.publicKey.rawRepresentation)
    let theirs = try Curve25519.KeyAgreement.PublicKey(rawRepresentation: recipient.publicKey)
    let secret = try shared(once, theirs)
    let key = wrapKey(secret, share: share, recipient: recipient.publicKey)
    return AgeStanza(arguments: [type, Base64.unpadded.encode(share)], body: try AgeBody.seal(fileKey, key))
  }

  /// The file key; nil where the stanza is for another recipient. Throws where it is malformed.
  static func unwrap(_ stanza: AgeStanza, _ identity: AgeIdentity) throws -> SymmetricKey? {
    guard stanza.arguments.count == 2, let share = Base64.unpadded.decode(stanza.arguments[1].utf8), share.count == 32,
      stanza.body.count == AgeBody.length, let theirs = try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: share)
    else { throw AgeHeader.failure("a recipient's entry is malformed") }
    let secret = try shared(identity.key, theirs)
    return AgeBody.open(
      stanza.body, wrapKey(secret, share: share, recipient: identity.recipient.publicKey))
  }

  /// The format demands that an all-zero secret, which a share of low order gives, be refused.
  private static func shared(
    _ key: Curve25519.KeyAgreement.PrivateKey, _ theirs: Curve25519.KeyAgreement.PublicKey
  ) throws -> SharedSecret {
    guard let secret = try? key.sharedSecretFromKeyAgreement(with: theirs),
      secret.withUnsafeBytes({ $0.contains { $0 != 0 } })
    else { throw AgeHeader.failure("a recipient's entry has a share of low order") }
    return secret
  }

  private static func wrapKey(_ secret: SharedSecret, share: [UInt8], recipient: [UInt8]) -> SymmetricKey {
    secret.hkdfDerivedSymmetricKey(
      using: SHA256.self, salt: share + recipient, sharedInfo: Array("age-encryption.org/v1/X25519".utf8),
      outputByteCount: 32)
  }
}

/// Wraps a file key under a passphrase (C2SP age, "The scrypt recipient type").
package enum AgeScrypt {
  static let type = "scrypt"
  package static let usualLogN = 18
  private static let maximumLogN = 20

  static func wrap(_ fileKey: SymmetricKey, _ passphrase: String, logN: Int, salt: [UInt8]) throws -> AgeStanza {
    let key = try wrapKey(passphrase, salt: salt, logN: logN)
    return AgeStanza(
      arguments: [type, Base64.unpadded.encode(salt), String(logN)], body: try AgeBody.seal(fileKey, key))
  }

  /// The file key; nil where the passphrase is wrong. Throws where the stanza is malformed or asks for too much work.
  static func unwrap(_ stanza: AgeStanza, _ passphrase: String) throws -> SymmetricKey? {
    guard stanza.arguments.count == 3, let salt = Base64.unpadded.decode(stanza.arguments[1].utf8), salt.count == 16,
      stanza.body.count == AgeBody.length, let logN = number(stanza.arguments[2])
    else { throw AgeHeader.failure("the passphrase's entry is malformed") }
    guard logN <= maximumLogN else {
      throw AgeHeader.failure("its passphrase asks for 2^\(logN) rounds; at most 2^\(maximumLogN) are done")
    }
    return AgeBody.open(stanza.body, try wrapKey(passphrase, salt: salt, logN: logN))
  }

  /// One or two digits, the first not zero.
  private static func number(_ text: String) -> Int? {
    let digits = Array(text.utf8)
    guard (1...2).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }), digits[0] != 0x30 else {
      return nil
    }
    return Int(text)
  }

  /// The library bounds no memory, so `logN` must be checked before.
  private static func wrapKey(_ passphrase: String, salt: [UInt8], logN: Int) throws -> SymmetricKey {
    try KDF.Scrypt.deriveKey(
      from: Array(passphrase.utf8), salt: Array("age-encryption.org/v1/scrypt".utf8) + salt, outputByteCount: 32,
      rounds: 1 << logN, blockSize: 8, parallelism: 1)
  }
}

/// The body of a stanza: the file key of 16 bytes under a key used once, so with a nonce of zeros.
private enum AgeBody {
  static let length = 32

  static func seal(_ fileKey: SymmetricKey, _ key: SymmetricKey) throws -> [UInt8] {
    let plain = fileKey.withUnsafeBytes { Array($0) }
    let box = try ChaChaPoly.seal(plain, using: key, nonce: try ChaChaPoly.Nonce(data: nonce))
    return Array(box.ciphertext) + Array(box.tag)
  }

  static func open(_ body: [UInt8], _ key: SymmetricKey) -> SymmetricKey? {
    guard let box = try? ChaChaPoly.SealedBox(combined: nonce + body), let plain = try? ChaChaPoly.open(box, using: key)
    else { return nil }
    return SymmetricKey(data: plain)
  }

  private static let nonce = [UInt8](repeating: 0, count: 12)
}
