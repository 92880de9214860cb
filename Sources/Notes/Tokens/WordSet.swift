/// A set of words by their keys. The keys are hashes already, so open addressing needs no other.
struct WordSet: Sendable {
  private let slots: [UInt64]
  private let mask: Int

  /// Words separated by blanks or line ends; of a word with hyphens, each part of three letters or more.
  init(_ words: String) {
    let keys = WordSet.keys(of: words)
    var size = 16
    while size < keys.count * 3 { size *= 2 }
    var slots = Array(repeating: UInt64(0), count: size)
    for key in keys {
      var slot = WordSet.slot(key) & (size - 1)
      while slots[slot] != 0, slots[slot] != key { slot = (slot + 1) & (size - 1) }
      slots[slot] = key
    }
    (self.slots, mask) = (slots, size - 1)
  }

  private static func keys(of words: String) -> [UInt64] {
    var keys = [UInt64]()
    for word in words.unicodeScalars.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      guard word.contains("-") else {
        keys.append(wordKey(word))
        continue
      }
      for part in word.split(separator: "-") where part.count > 2 { keys.append(wordKey(part)) }
    }
    return keys
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
