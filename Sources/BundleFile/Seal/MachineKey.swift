import Crypto

/// The public half of a machine's signing key (Ed25519): what the machine is known by.
package struct MachineKey: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let bytes: [UInt8]

  /// Exactly 32 bytes, else nil.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count == MachineKey.count else { return nil }
    self.bytes = bytes
  }

  /// Reads 43 digits of base64url; nil for anything else.
  package init?(_ text: String) {
    guard let bytes = Base64.url.decode(text.utf8) else { return nil }
    self.init(bytes)
  }

  /// 43 digits of base64url.
  package var description: String { Base64.url.encode(bytes) }

  static let count = 32

  package static func < (left: Self, right: Self) -> Bool { left.bytes.lexicographicallyPrecedes(right.bytes) }

  /// Whether the holder of the secret half made this signature of these bytes.
  func holds(_ signature: Signature, of statement: [UInt8]) -> Bool {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else { return false }
    return key.isValidSignature(signature.bytes, for: statement)
  }

  private static let consonants = Array("bdfghjklmnprstvz")
  private static let vowels = Array("aiou")

  /// Six words that can be read aloud in any language: 96 bits of the key's SHA-256, 16 a word (proquints, arXiv
  /// 0901.4016).
  package var words: String {
    let digest = Array(SHA256.hash(data: bytes))
    return (0..<6).map { index in
      let bits = Int(digest[2 * index]) << 8 | Int(digest[2 * index + 1])
      return String([
        Self.consonants[bits >> 12], Self.vowels[bits >> 10 & 3], Self.consonants[bits >> 6 & 15],
        Self.vowels[bits >> 4 & 3], Self.consonants[bits & 15],
      ])
    }.joined(separator: " ")
  }
}

/// An Ed25519 signature: 64 bytes.
package struct Signature: Hashable, Comparable, Sendable {
  package let bytes: [UInt8]

  /// Exactly 64 bytes, else nil.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count == Signature.count else { return nil }
    self.bytes = bytes
  }

  static let count = 64

  package static func < (left: Self, right: Self) -> Bool { left.bytes.lexicographicallyPrecedes(right.bytes) }
}

/// A machine's signing key. It has no description, so that it cannot slip into a message.
package struct SigningKey: Sendable {
  private let key: Curve25519.Signing.PrivateKey
  package let machine: MachineKey

  /// A key of these 32 random bytes; nil for another number.
  package init?(random: [UInt8]) {
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: random),
      let machine = MachineKey(Array(key.publicKey.rawRepresentation))
    else { return nil }
    (self.key, self.machine) = (key, machine)
  }

  /// Reads 43 digits of base64url; nil for anything else.
  package init?(_ text: String) {
    guard let bytes = Base64.url.decode(text.utf8) else { return nil }
    self.init(random: bytes)
  }

  /// 43 digits of base64url: for the key file alone.
  package var secret: String { Base64.url.encode(key.rawRepresentation) }

  func sign(_ statement: [UInt8]) throws -> Signature {
    guard let signature = Signature(Array(try key.signature(for: statement))) else {
      throw BundleError.notWritable(what: "this machine's key signs nothing")
    }
    return signature
  }
}
