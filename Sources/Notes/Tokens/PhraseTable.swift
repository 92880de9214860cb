/// Phrases of several words with a meaning each, found by their first word.
///
/// Phrases are written as text. `_` stands for any one word, `#` for a number; a hyphen inside a phrase or in the text
/// counts as a blank.
struct PhraseTable<Meaning: Sendable>: Sendable {
  private struct Entry: Sendable {
    var keys: [UInt64]
    var meaning: Meaning
  }

  private var entries: [Entry] = []
  /// Open addressing: first word → index of its first entry in `chains`, plus one.
  private var slots: [UInt64]
  private var heads: [Int32]
  private var chains: [[Int32]] = []
  private let mask: Int

  private static var anyWord: UInt64 { 1 }
  private static var anyNumber: UInt64 { 2 }

  /// Each text holds phrases separated by "|".
  init(_ list: [(String, Meaning)]) {
    var all = [Entry]()
    for (phrases, meaning) in list {
      for phrase in phrases.split(separator: "|") {
        let keys = PhraseTable.keys(of: String(phrase))
        if !keys.isEmpty { all.append(Entry(keys: keys, meaning: meaning)) }
      }
    }
    var size = 64
    while size < all.count * 3 { size *= 2 }
    (mask, slots, heads) = (size - 1, Array(repeating: 0, count: size), Array(repeating: -1, count: size))
    entries = all.sorted { $0.keys.count > $1.keys.count }
    for index in entries.indices { insert(Int32(index), entries[index].keys[0]) }
  }

  private static func keys(of phrase: String) -> [UInt64] {
    let text = Array(phrase.unicodeScalars)
    return Tokenizer(text: text).tokens(in: TextSpan(0, text.count)).compactMap { token in
      if token.kind == .word { return token.key }
      if token.isMark("_") { return anyWord }
      if token.isMark("#") { return anyNumber }
      return token.isMark("-") ? nil : token.key
    }
  }

  private mutating func insert(_ entry: Int32, _ key: UInt64) {
    var slot = Int(truncatingIfNeeded: key ^ key >> 32) & mask
    while slots[slot] != 0, slots[slot] != key { slot = (slot + 1) & mask }
    if slots[slot] == 0 {
      slots[slot] = key
      heads[slot] = Int32(chains.count)
      chains.append([])
    }
    chains[Int(heads[slot])].append(entry)
  }

  /// The longest phrase that starts at a token, and the token after it.
  func match(_ tokens: ArraySlice<Token>, at index: Int) -> (end: Int, meaning: Meaning)? {
    let first = tokens[index]
    if first.kind == .word, let found = match(tokens, at: index, key: first.key) { return found }
    if first.kind == .number || first.word.bits.contains(.cardinal) {
      return match(tokens, at: index, key: PhraseTable.anyNumber)
    }
    return first.kind == .mark ? match(tokens, at: index, key: first.key) : nil
  }

  private func match(_ tokens: ArraySlice<Token>, at index: Int, key: UInt64) -> (end: Int, meaning: Meaning)? {
    var slot = Int(truncatingIfNeeded: key ^ key >> 32) & mask
    while slots[slot] != 0 {
      if slots[slot] == key {
        for entry in chains[Int(heads[slot])] {
          if let end = match(entries[Int(entry)].keys, tokens, at: index) { return (end, entries[Int(entry)].meaning) }
        }
        return nil
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private func match(_ keys: [UInt64], _ tokens: ArraySlice<Token>, at index: Int) -> Int? {
    var place = index
    for (number, key) in keys.enumerated() {
      if number > 0, place < tokens.endIndex, tokens[place].isMark("-"), !tokens[place].isSpaced { place += 1 }
      guard place < tokens.endIndex else { return nil }
      let token = tokens[place]
      switch key {
      case PhraseTable.anyWord: guard token.kind == .word else { return nil }
      case PhraseTable.anyNumber: guard token.kind == .number || token.word.bits.contains(.cardinal) else { return nil }
      default: guard token.key == key, token.kind != .number else { return nil }
      }
      place += 1
    }
    return place
  }

  /// The first phrase found in a range of tokens.
  func first(in tokens: ArraySlice<Token>) -> (range: Range<Int>, meaning: Meaning)? {
    for index in tokens.indices {
      if let found = match(tokens, at: index) { return (index..<found.end, found.meaning) }
    }
    return nil
  }
}
