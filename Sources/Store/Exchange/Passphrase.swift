import BundleFile

/// Passphrases that are made rather than thought up.
package enum Passphrase {
  private static let consonants = Array("bdfghjklmnprstvz")
  private static let vowels = Array("aiou")

  /// Six pronounceable words of 16 random bits each, 96 bits in all: proquints (Wilkerson, "A Proposal for Proquints:
  /// Identifiers that are Readable, Spellable, and Pronounceable", 2009).
  package static func generate(random: (Int) -> [UInt8] = Randomness.bytes) -> String {
    let bytes = random(12)
    return stride(from: 0, to: 12, by: 2).map { word(Int(bytes[$0]) << 8 | Int(bytes[$0 + 1])) }.joined(separator: " ")
  }

  private static func word(_ bits: Int) -> String {
    String([
      consonants[bits >> 12 & 15], vowels[bits >> 10 & 3], consonants[bits >> 6 & 15], vowels[bits >> 4 & 3],
      consonants[bits & 15],
    ])
  }
}
