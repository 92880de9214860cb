/// A set of words by their keys. The keys are hashes already, so open addressing needs no other.
struct WordSet: Sendable {
  private let slots: [UInt64]
  private let mask: Int

  /// Words separated by blanks or line ends; of a word with hyphens, each part of three letters or more.
  init(_ words: String) {
    var keys = Set<UInt64>()
    for word in words.unicodeScalars.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let parts = word.split(separator: "-")
      for part in parts where part.count > 2 || parts.count == 1 { keys.insert(wordKey(part)) }
    }
    var size = 16
    while size < keys.count * 3 { size *= 2 }
    var slots = Array(repeating: UInt64(0), count: size)
    for key in keys.sorted() {
      var slot = WordSet.slot(key) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = key
    }
    (self.slots, mask) = (slots, size - 1)
  }

  @inline(__always)
  private static func slot(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key ^ key >> 32) }

  @inline(__always)
  func contains(_ key: UInt64) -> Bool {
    var slot = WordSet.slot(key) & mask
    while slots[slot] != 0 {
      if slots[slot] == key { return true }
      slot = (slot + 1) & mask
    }
    return false
  }
}
