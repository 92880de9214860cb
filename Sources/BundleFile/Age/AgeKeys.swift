import Crypto

/// Whom a file can be encrypted for: the public half of an X25519 key.
package struct AgeRecipient: Hashable, Sendable, CustomStringConvertible {
  let publicKey: [UInt8]

  /// Reads `age1…`; nil for anything else.
  package init?(_ text: String) {
    guard text == text.lowercased(), let (prefix, bytes) = Bech32.decode(text), prefix == "age", bytes.count == 32
    else {
      return nil
    }
    publicKey = bytes
  }

  init(publicKey: [UInt8]) { self.publicKey = publicKey }

  /// `age1…`.
  package var description: String { Bech32.encode("age", publicKey) }
}

/// What opens a file: an X25519 key pair. It has no description, so that it cannot slip into a message.
package struct AgeIdentity: Sendable {
  let key: Curve25519.KeyAgreement.PrivateKey

  /// Reads `AGE-SECRET-KEY-1…`; nil for anything else.
  package init?(_ text: String) {
    guard text == text.uppercased(), let (prefix, bytes) = Bech32.decode(text), prefix == "age-secret-key-",
      let key = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: bytes)
    else { return nil }
    self.key = key
  }

  /// A key of these 32 random bytes; nil for another number.
  package init?(random: [UInt8]) {
    guard random.count == 32, let key = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: random) else {
      return nil
    }
    self.key = key
  }

  package var recipient: AgeRecipient { AgeRecipient(publicKey: Array(key.publicKey.rawRepresentation)) }

  /// `AGE-SECRET-KEY-1…`: for the key file alone.
  package var secret: String { Bech32.encode("age-secret-key-", Array(key.rawRepresentation)).uppercased() }
}

/// The text file that holds keys, one a line, with `#` comments, as `age-keygen` writes it.
package enum AgeKeyFile {
  /// Throws `BundleError.encryption` where a line is no X25519 key; the line itself is not repeated.
  package static func parse(_ text: String) throws -> [AgeIdentity] {
    var identities: [AgeIdentity] = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      if line.isEmpty || line.hasPrefix("#") { continue }
      if line.hasPrefix("AGE-SECRET-KEY-PQ-") {
        throw BundleError.encryption(what: "line \(index + 1) of the key file is a post-quantum key; use an X25519 key")
      }
      guard let identity = AgeIdentity(String(line)) else {
        throw BundleError.encryption(what: "line \(index + 1) of the key file is not a key (AGE-SECRET-KEY-1…)")
      }
      identities.append(identity)
    }
    if identities.isEmpty { throw BundleError.encryption(what: "the key file holds no key") }
    return identities
  }

  package static func text(_ identity: AgeIdentity) -> String {
    "# public key: \(identity.recipient)\n\(identity.secret)\n"
  }
}

/// What a file is locked with.
package enum AgeLock: Sendable {
  /// At least one recipient.
  case recipients([AgeRecipient])
  /// Guessing it takes 2^`logN` rounds of scrypt each time; only tests take fewer than usual.
  case passphrase(String, logN: Int = AgeScrypt.usualLogN)
}

/// What is tried to open a file.
package enum AgeUnlock: Sendable {
  case identities([AgeIdentity])
  case passphrase(String)
}
