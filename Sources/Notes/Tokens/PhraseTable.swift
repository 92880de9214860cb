/// Phrases of several words as they are written, with a meaning each; each text holds phrases separated by "|".
///
/// `_` stands for any one word, `#` for a number; a hyphen inside a phrase or in the text counts as a blank.
struct Phrases<Meaning: Sendable> {
  let entries: [(String, Meaning)]

  init(_ entries: [(String, Meaning)]) { self.entries = entries }

  func listed(as list: PhraseList) -> PhraseTable<Meaning> { PhraseTable(list, entries) }
}

/// A list of phrases, found by their first two words.
final class PhraseTable<Meaning: Sendable>: PhraseOpenings, Sendable {
  private typealias Stretch = (start: Int32, count: Int32)

  private let list: PhraseLists
  let firstWords: [UInt64]
  /// All phrases' words in one row; an entry is a stretch of it.
  private let keys: [UInt64]
  /// The phrases, those that are looked up together side by side, the longest first.
  private let entries: [(start: Int32, count: Int32, rank: Int32)]
  private let meanings: [Meaning]
  /// Open addressing: a phrase's lookup key → a stretch of `entries`.
  private let slots: [UInt64]
  private let stretches: [Stretch]
  private let mask: Int

  fileprivate init(_ list: PhraseList, _ phrases: [(String, Meaning)]) {
    let phrases = PhraseTable.cut(phrases)
    // The longest phrase of a first word counts; of two as long, that listed first.
    let order = PhraseTable.longestFirst(phrases)
    var groups = [(key: UInt64, ranks: [Int])]()
    var places = [UInt64: Int](minimumCapacity: phrases.count)
    for rank in order.indices {
      let key = lookupKey(phrases[order[rank]].keys)
      if let place = places[key] {
        groups[place].ranks.append(rank)
      } else {
        places[key] = groups.count
        groups.append((key, [rank]))
      }
    }
    var size = 64
    while size < groups.count * 3 { size *= 2 }
    var (keys, entries, meanings) = ([UInt64](), [(start: Int32, count: Int32, rank: Int32)](), [Meaning]())
    var slots = Array(repeating: UInt64(0), count: size)
    var stretches = Array(repeating: Stretch(0, 0), count: size)
    for (key, ranks) in groups {
      var slot = Int(truncatingIfNeeded: key ^ key >> 32) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = key
      stretches[slot] = (Int32(entries.count), Int32(ranks.count))
      for rank in ranks {
        let phrase = phrases[order[rank]]
        entries.append((Int32(keys.count), Int32(phrase.keys.count), Int32(rank)))
        meanings.append(phrase.meaning)
        keys += phrase.keys
      }
    }
    self.list = PhraseLists(list)
    firstWords = Array(Set(phrases.lazy.map { $0.keys[0] }))
    (self.keys, self.entries, self.meanings, self.slots, self.stretches, mask) = (
      keys, entries, meanings, slots, stretches, size - 1
    )
  }

  /// The places of phrases from the longest to the shortest, those of one length as they stand.
  private static func longestFirst(_ phrases: [(keys: [UInt64], meaning: Meaning)]) -> [Int] {
    var places = [[Int]]()
    for place in phrases.indices {
      let length = phrases[place].keys.count
      while places.count <= length { places.append([]) }
      places[length].append(place)
    }
    return places.reversed().flatMap(\.self)
  }

  /// The phrases' words by their keys.
  private static func cut(_ phrases: [(String, Meaning)]) -> [(keys: [UInt64], meaning: Meaning)] {
    var out = [(keys: [UInt64], meaning: Meaning)]()
    for (texts, meaning) in phrases {
      let text = Array(texts.unicodeScalars)
      let tokenizer = Tokenizer(text: text, lexicon: .empty)
      for phrase in text.split(separator: "|") {
        let keys = phraseKeys(tokenizer.tokens(in: TextSpan(phrase.startIndex, phrase.endIndex)))
        if !keys.isEmpty { out.append((keys, meaning)) }
      }
    }
    return out
  }

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
    var found = longest(key, tokens, at: index)
    if let second = following(tokens, at: index), second.kind != .number,
      let pair = longest(pairKey(key, second.key), tokens, at: index),
      found.map({ entries[pair.entry].rank < entries[$0.entry].rank }) ?? true
    {
      found = pair
    }
    return found.map { ($0.end, meanings[$0.entry]) }
  }

  /// The first of the entries under a lookup key that stands there, and the token after it.
  private func longest(_ key: UInt64, _ tokens: ArraySlice<Token>, at index: Int) -> (entry: Int, end: Int)? {
    var slot = Int(truncatingIfNeeded: key ^ key >> 32) & mask
    while slots[slot] != key {
      if slots[slot] == 0 { return nil }
      slot = (slot + 1) & mask
    }
    let stretch = stretches[slot]
    for entry in Int(stretch.start)..<Int(stretch.start + stretch.count) {
      if let end = match(entry, tokens, at: index) { return (entry, end) }
    }
    return nil
  }

  /// The token behind the first word, a hyphen that joins them left out.
  private func following(_ tokens: ArraySlice<Token>, at index: Int) -> Token? {
    var place = index + 1
    if place < tokens.endIndex, tokens[place].isMark("-"), !tokens[place].isSpaced { place += 1 }
    return place < tokens.endIndex ? tokens[place] : nil
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

/// A phrase is looked up by its first word and its second one; by the first alone where there is no second or any will do.
private func lookupKey(_ keys: [UInt64]) -> UInt64 {
  keys.count > 1 && keys[1] > anyNumber ? pairKey(keys[0], keys[1]) : keys[0]
}

@inline(__always)
private func pairKey(_ first: UInt64, _ second: UInt64) -> UInt64 { first &* 0x9E37_79B9_7F4A_7C15 ^ second }

private func phraseKeys(_ tokens: [Token]) -> [UInt64] {
  tokens.compactMap { token in
    if token.kind == .word { return token.key }
    if token.isMark("_") { return anyWord }
    if token.isMark("#") { return anyNumber }
    return token.isMark("-") ? nil : token.key
  }
}
