/// Phrases of several words as they are written, with a meaning each; each text holds phrases separated by "|".
///
/// `_` stands for any one word, `#` for a number; a hyphen inside a phrase or in the text counts as a blank.
struct Phrases<Meaning: Sendable> {
  let entries: [(String, Meaning)]

  init(_ entries: [(String, Meaning)]) { self.entries = entries }

  func listed(as list: PhraseList) -> PhraseTable<Meaning> { PhraseTable(list, entries) }
}

/// A list of phrases, found by their first word.
final class PhraseTable<Meaning: Sendable>: PhraseOpenings, Sendable {
  private let list: PhraseLists
  /// All phrases' words in one row; an entry is a stretch of it.
  private let keys: [UInt64]
  private let entries: [(start: Int32, count: Int32)]
  private let meanings: [Meaning]
  /// Open addressing: first word → its entries, the longest first, as a stretch of `entries`.
  private let slots: [UInt64]
  private let stretches: [(start: Int32, count: Int32)]
  private let mask: Int

  fileprivate init(_ list: PhraseList, _ phrases: [(String, Meaning)]) {
    var groups = [UInt64: [(keys: [UInt64], meaning: Meaning)]]()
    for (texts, meaning) in phrases {
      let text = Array(texts.unicodeScalars)
      let tokenizer = Tokenizer(text: text, lexicon: .empty)
      for phrase in text.split(separator: "|") {
        let keys = phraseKeys(tokenizer.tokens(in: TextSpan(phrase.startIndex, phrase.endIndex)))
        if let first = keys.first { groups[first, default: []].append((keys, meaning)) }
      }
    }
    var size = 64
    while size < groups.count * 3 { size *= 2 }
    var (keys, entries, meanings) = ([UInt64](), [(start: Int32, count: Int32)](), [Meaning]())
    var slots = Array(repeating: UInt64(0), count: size)
    var stretches = Array(repeating: (start: Int32(0), count: Int32(0)), count: size)
    for (first, group) in groups.sorted(by: { $0.key < $1.key }) {
      var slot = Int(truncatingIfNeeded: first ^ first >> 32) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = first
      stretches[slot] = (Int32(entries.count), Int32(group.count))
      let byLength = group.enumerated().sorted {
        ($1.element.keys.count, $0.offset) < ($0.element.keys.count, $1.offset)
      }
      for (_, entry) in byLength {
        entries.append((Int32(keys.count), Int32(entry.keys.count)))
        meanings.append(entry.meaning)
        keys += entry.keys
      }
    }
    self.list = PhraseLists(list)
    (self.keys, self.entries, self.meanings, self.slots, self.stretches, mask) = (
      keys, entries, meanings, slots, stretches, size - 1
    )
  }

  var firstWords: [UInt64] { slots.filter { $0 != 0 } }

  /// The longest phrase that starts at a token, and the token after it.
  @inline(__always)
  func match(_ tokens: ArraySlice<Token>, at index: Int) -> (end: Int, meaning: Meaning)? {
    tokens[index].word.opens.contains(list) ? opened(tokens, at: index) : nil
  }

  private func opened(_ tokens: ArraySlice<Token>, at index: Int) -> (end: Int, meaning: Meaning)? {
    let first = tokens[index]
    if first.kind == .word, let found = match(tokens, at: index, key: first.key) { return found }
    if first.kind == .number || first.word.bits.contains(.cardinal) {
      return match(tokens, at: index, key: anyNumber)
    }
    return first.kind == .mark ? match(tokens, at: index, key: first.key) : nil
  }

  private func match(_ tokens: ArraySlice<Token>, at index: Int, key: UInt64) -> (end: Int, meaning: Meaning)? {
    var slot = Int(truncatingIfNeeded: key ^ key >> 32) & mask
    while slots[slot] != 0 {
      if slots[slot] == key {
        let stretch = stretches[slot]
        let following = following(tokens, at: index)
        for entry in Int(stretch.start)..<Int(stretch.start + stretch.count) where mayMatch(entry, following) {
          if let end = match(entry, tokens, at: index) { return (end, meanings[entry]) }
        }
        return nil
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The token behind the first word, a hyphen that joins them left out.
  private func following(_ tokens: ArraySlice<Token>, at index: Int) -> Token? {
    var place = index + 1
    if place < tokens.endIndex, tokens[place].isMark("-"), !tokens[place].isSpaced { place += 1 }
    return place < tokens.endIndex ? tokens[place] : nil
  }

  /// Whether a phrase's second word stands there: most phrases of a first word fail by it.
  @inline(__always)
  private func mayMatch(_ entry: Int, _ following: Token?) -> Bool {
    let phrase = entries[entry]
    guard phrase.count > 1 else { return true }
    let second = keys[Int(phrase.start) + 1]
    return second == following?.key || second <= anyNumber && following != nil
  }

  private func match(_ entry: Int, _ tokens: ArraySlice<Token>, at index: Int) -> Int? {
    var place = index
    let start = Int(entries[entry].start)
    for number in 0..<Int(entries[entry].count) {
      let key = keys[start + number]
      if number > 0, place < tokens.endIndex, tokens[place].isMark("-"), !tokens[place].isSpaced { place += 1 }
      guard place < tokens.endIndex else { return nil }
      let token = tokens[place]
      switch key {
      case anyWord: guard token.kind == .word else { return nil }
      case anyNumber: guard token.kind == .number || token.word.bits.contains(.cardinal) else { return nil }
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

/// The keys that stand for any word and any number in a phrase.
private let anyWord: UInt64 = 1
let anyNumber: UInt64 = 2

private func phraseKeys(_ tokens: [Token]) -> [UInt64] {
  tokens.compactMap { token in
    if token.kind == .word { return token.key }
    if token.isMark("_") { return anyWord }
    if token.isMark("#") { return anyNumber }
    return token.isMark("-") ? nil : token.key
  }
}
