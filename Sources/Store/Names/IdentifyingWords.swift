import Foundation
import Model

/// The words that identify what is to be forgotten, and where a text quotes them. A name's single words count where the
/// text writes them large, as names are; the whole name, and what somebody added by hand, in any case.
struct IdentifyingWords {
  /// Stands for each character taken out, so that places in a text stay what they were.
  static let mask: Unicode.Scalar = "█"

  /// Shorter words say too little to be looked for alone.
  private static let shortest = 3
  /// A number to call is told by so many of its last digits.
  private static let digits = 7

  private var names: Set<[String]> = []
  private var words: Set<String> = []
  private var added: Set<String> = []
  /// Addresses and names in scripts without blanks, found anywhere.
  private var literals: [[Unicode.Scalar]] = []
  private var numbers: Set<[UInt32]> = []
  /// Words of others' names: theirs as well, so that alone they say nothing.
  private var others = common

  /// Words that stand in many names and say nothing.
  private static let common = Set(
    """
    the and of for ltd inc llc plc gmbh ag kg co company group corp holding holdings international services solutions
    systems consulting partners technologies mr mrs ms dr prof van von der den del della las los
    january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday
    januar februar märz mai juni juli oktober dezember
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  var isEmpty: Bool { names.isEmpty && added.isEmpty && literals.isEmpty && numbers.isEmpty }

  mutating func add(name: String) {
    if name.unicodeScalars.contains(where: { $0.value >= 0x2E80 }) { literals.append(Self.small(name)) }
    let parts = Fold.words(name)
    guard !parts.isEmpty else { return }
    names.insert(parts)
    let telling = parts.filter { part in
      part.unicodeScalars.count >= Self.shortest && part.unicodeScalars.contains { $0.properties.isAlphabetic }
    }
    words.formUnion(telling.filter { !others.contains($0) })
  }

  /// Somebody else's name.
  mutating func add(other name: String) {
    let parts = Fold.words(name)
    others.formUnion(parts)
    words.subtract(parts)
    names.remove(parts)
  }

  /// An address, a link: what is quoted as it stands or not at all. One of letters alone, such as a city, is many others' too.
  mutating func add(literal: String) {
    let scalars = Self.small(literal.trimmingCharacters(in: .whitespaces))
    let isTelling = scalars.contains { "@./".unicodeScalars.contains($0) || Self.digit($0) != nil }
    if isTelling, scalars.count >= Self.shortest { literals.append(scalars) }
  }

  mutating func add(number: String) {
    let digits = number.unicodeScalars.compactMap(Self.digit)
    if digits.count >= Self.digits { numbers.insert(digits.suffix(Self.digits)) }
  }

  /// Several words are looked for together.
  mutating func add(byHand word: String) {
    let parts = Fold.words(word)
    if parts.count == 1 { added.insert(parts[0]) } else if !parts.isEmpty { names.insert(parts) }
  }

  /// The words of names that count alone.
  var lone: [String] { words.union(added).sorted() }

  /// How often words that count alone are written small, and how often large, outside of whole names.
  func cases(_ text: String, into counts: inout [String: (small: Int, large: Int)]) {
    let tokens = Self.tokens(Array(text.unicodeScalars))
    for (length, index) in matches(tokens, anyCase: true) where length == 1 {
      let token = tokens[index]
      guard let word = words.first(where: { Self.isForm(token.folded, of: $0) }) else { continue }
      if token.isLarge { counts[word, default: (0, 0)].large += 1 } else { counts[word, default: (0, 0)].small += 1 }
    }
  }

  /// Takes out what is written small more often than large: it is a word of the language before it is a name.
  mutating func leaveCommon(_ counts: [String: (small: Int, large: Int)]) {
    words = words.filter { counts[$0].map { $0.small <= $0.large } ?? true }
  }

  /// The text with what it quotes blacked out; nil where it quotes nothing.
  func masked(_ text: String) -> String? {
    var scalars = Array(text.unicodeScalars)
    let found = quotes(scalars, anyCase: false)
    guard !found.isEmpty else { return nil }
    for range in found { for index in range { scalars[index] = Self.mask } }
    return String(String.UnicodeScalarView(scalars))
  }

  /// A command is typed without care for case.
  func isQuoted(inCommand command: String) -> Bool { !quotes(Array(command.unicodeScalars), anyCase: true).isEmpty }

  /// How many words of names stand there small, and may be other words.
  func smallWords(_ text: String) -> Int {
    let scalars = Array(text.unicodeScalars)
    let known = quotes(scalars, anyCase: false)
    return inWords(scalars, true).count { small in !known.contains { $0.overlaps(small) } }
  }

  private func quotes(_ text: [Unicode.Scalar], anyCase: Bool) -> [Range<Int>] {
    guard !isEmpty else { return [] }
    return inWords(text, anyCase) + inLiterals(text) + inNumbers(text)
  }

  // MARK: words

  private struct Token {
    let range: Range<Int>
    let folded: String
    let isLarge: Bool
  }

  private static func tokens(_ text: [Unicode.Scalar]) -> [Token] {
    func isPart(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar.properties.isDiacritic
        || scalar.properties.generalCategory == .nonspacingMark
    }
    var tokens: [Token] = []
    var start = 0
    while start < text.count {
      guard isPart(text[start]) else {
        start += 1
        continue
      }
      var end = start
      while end < text.count, isPart(text[end]) { end += 1 }
      let word = String(String.UnicodeScalarView(text[start..<end]))
      tokens.append(
        Token(range: start..<end, folded: Fold.fold(word), isLarge: !text[start].properties.isLowercase))
      start = end
    }
    return tokens
  }

  private func inWords(_ text: [Unicode.Scalar], _ anyCase: Bool) -> [Range<Int>] {
    let tokens = Self.tokens(text)
    return matches(tokens, anyCase: anyCase).map { length, index in
      tokens[index].range.lowerBound..<tokens[index + length - 1].range.upperBound
    }
  }

  /// Of how many words each is, and where it begins.
  private func matches(_ tokens: [Token], anyCase: Bool) -> [(length: Int, index: Int)] {
    let longest = max(names.map(\.count).max() ?? 0, 1)
    var found: [(length: Int, index: Int)] = []
    var index = 0
    while index < tokens.count {
      let lengths = stride(from: min(longest, tokens.count - index), to: 0, by: -1)
      let length = lengths.first { isName(tokens[index..<index + $0], anyCase) } ?? 0
      if length > 0 { found.append((length, index)) }
      index += max(1, length)
    }
    return found
  }

  /// The whole name in any case, one word of it where it is written as a name.
  private func isName(_ tokens: ArraySlice<Token>, _ anyCase: Bool) -> Bool {
    guard let first = tokens.first, let last = tokens.last else { return false }
    if tokens.count > 1 {
      return names.contains { name in
        name.count == tokens.count && zip(name, tokens).dropLast().allSatisfy { $0 == $1.folded }
          && Self.isForm(last.folded, of: name.last ?? "")
      }
    }
    if added.contains(where: { Self.isForm(first.folded, of: $0) }) { return true }
    // "Roberts" is a name of its own where somebody is called so.
    if others.contains(first.folded) { return false }
    return (first.isLarge || anyCase) && words.contains { Self.isForm(first.folded, of: $0) }
  }

  /// The word itself, its genitive, and in scripts that bend names their other forms.
  private static func isForm(_ folded: String, of word: String) -> Bool {
    if folded == word || folded == word + "s" { return true }
    guard let first = word.unicodeScalars.first, (0x370...0x52F).contains(first.value) else { return false }
    let stem = word.unicodeScalars.count > 3 ? word.dropLast() : word[...]
    return folded.hasPrefix(stem) && folded.unicodeScalars.count - stem.unicodeScalars.count <= 3
  }

  // MARK: addresses and numbers

  private func inLiterals(_ text: [Unicode.Scalar]) -> [Range<Int>] {
    guard !literals.isEmpty else { return [] }
    let small = text.map(Self.small)
    return literals.flatMap { literal in
      small.indices.filter { small[$0...].starts(with: literal) }.map { $0..<$0 + literal.count }
    }
  }

  private func inNumbers(_ text: [Unicode.Scalar]) -> [Range<Int>] {
    guard !numbers.isEmpty else { return [] }
    var found: [Range<Int>] = []
    var digits: [(index: Int, value: UInt32)] = []
    func end() {
      let values = digits.map(\.value)
      if numbers.contains(where: { values.suffix(Self.digits).elementsEqual($0) }), let first = digits.first,
        let last = digits.last
      {
        found.append(first.index..<last.index + 1)
      }
      digits = []
    }
    for index in text.indices {
      if let value = Self.digit(text[index]) {
        digits.append((index, value))
      } else if !" ()-./+\u{A0}\u{2011}".unicodeScalars.contains(text[index]) {
        end()
      }
    }
    end()
    return found
  }

  private static func digit(_ scalar: Unicode.Scalar) -> UInt32? {
    guard scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue else { return nil }
    return UInt32(value)
  }

  private static func small(_ text: String) -> [Unicode.Scalar] { text.unicodeScalars.map(small) }

  /// One for one, so that places stay.
  private static func small(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let small = scalar.properties.lowercaseMapping.unicodeScalars
    return small.count == 1 ? small.first ?? scalar : scalar
  }
}
