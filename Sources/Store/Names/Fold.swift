import Foundation

/// Text as names and searches compare it: without case, accents, forms of a letter, and marks that nobody sees.
package enum Fold {
  /// How a letter with a mark is spelt without it.
  enum Spelling {
    /// `ö` as `o`.
    case bare
    /// `ö` as `oe`, as Germans and Danes write it where the letter is missing.
    case writtenOut
  }

  /// Goes up whenever some text folds to something else, so that what was made of folded text is made anew.
  static let version = 2

  /// Lower case, without accents; letters that Unicode does not take apart as those they look like.
  package static func fold(_ text: String) -> String { fold(text, .bare) }

  static func fold(_ text: String, _ spelling: Spelling) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    var folded = String.UnicodeScalarView()
    for scalar in text.decomposedStringWithCompatibilityMapping.unicodeScalars {
      if scalar.isAccent {
        guard spelling == .writtenOut, let base = folded.last else { continue }
        folded.append(contentsOf: (writtenMarks[Pair(base, scalar)] ?? "").unicodeScalars)
      } else if !scalar.properties.isDefaultIgnorableCodePoint {
        append(scalar, to: &folded, spelling)
      }
    }
    return String(folded).precomposedStringWithCanonicalMapping
  }

  /// By way of small letters, for ẞ, and of their capitals, which alone make ß ss, ς σ and ı i.
  private static func append(_ scalar: Unicode.Scalar, to folded: inout String.UnicodeScalarView, _ spelling: Spelling)
  {
    for capital in scalar.properties.lowercaseMapping.uppercased().unicodeScalars {
      for small in capital.properties.lowercaseMapping.unicodeScalars {
        guard let letter = letters[small] else {
          folded.append(small)
          continue
        }
        folded.append(contentsOf: (spelling == .bare ? letter.bare : letter.writtenOut).unicodeScalars)
      }
    }
  }

  /// The words of a text: runs of letters and digits, folded. An e-mail address gives its parts.
  package static func words(_ text: String) -> [String] {
    let folded = fold(text)
    return folded.utf8.allSatisfy { $0 < 0x80 } ? asciiWords(folded) : scalarWords(folded)
  }

  private static func asciiWords(_ text: String) -> [String] {
    text.utf8.split { !isASCIIWordByte($0) }.map { String(Substring($0)) }
  }

  private static func isASCIIWordByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func scalarWords(_ text: String) -> [String] {
    text.unicodeScalars.split { $0.part == .none }.map { String(Substring($0)) }
  }
}

// MARK: letters

extension Fold {
  private struct Pair: Hashable {
    let base: Unicode.Scalar
    let mark: Unicode.Scalar

    init(_ base: Unicode.Scalar, _ mark: Unicode.Scalar) { (self.base, self.mark) = (base, mark) }
  }

  /// What a mark on a letter is written as behind it.
  private static let writtenMarks: [Pair: String] = [
    Pair("a", "\u{308}"): "e", Pair("o", "\u{308}"): "e", Pair("u", "\u{308}"): "e", Pair("a", "\u{30A}"): "a",
  ]

  /// Letters that Unicode does not take apart: bare, then written out.
  private static let letters: [Unicode.Scalar: (bare: String, writtenOut: String)] = Dictionary(
    uniqueKeysWithValues: """
      æ ae ae
      ø o oe
      œ oe oe
      ł l l
      đ d d
      ð d dh
      þ th th
      ħ h h
      ŧ t t
      ŋ n ng
      ə e e
      ɨ i i
      """.split(separator: "\n").compactMap { line in
        let parts = line.split(separator: " ").map(String.init)
        guard parts.count == 3, let letter = parts[0].unicodeScalars.first else { return nil }
        return (letter, (parts[1], parts[2]))
      })
}

// MARK: what a scalar is to a word

/// What a scalar is to the words of a text.
enum WordPart {
  /// Between words.
  case none
  case letter
  /// A word of its own: a character of a script that is written without blanks, a symbol.
  case whole
  /// Belongs to what it follows.
  case mark
}

extension Unicode.Scalar {
  /// A mark that a letter is told by without: an accent, a Hebrew point, an Arabic vowel sign. Those of other scripts, as
  /// the vowels of Hindi and the voicing of kana, make another letter.
  var isAccent: Bool { Self.accents.contains { $0.contains(value) } }

  private static let accents: [ClosedRange<UInt32>] = [
    // Without the iota below Greek vowels, which is a letter of its own in capitals.
    0x0300...0x0344, 0x0346...0x036F, 0x0483...0x0489, 0x0591...0x05BD, 0x05BF...0x05BF, 0x05C1...0x05C2,
    0x05C4...0x05C5,
    0x05C7...0x05C7, 0x0610...0x061A, 0x0640...0x0640, 0x064B...0x065F, 0x0670...0x0670, 0x06D6...0x06DC,
    0x06DF...0x06E4, 0x06E7...0x06E8, 0x06EA...0x06ED, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF,
    0xFE20...0xFE2F,
  ]

  var part: WordPart {
    if value < 0x80 {
      let isWord = (0x30...0x39).contains(value) || (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value)
      return isWord ? .letter : .none
    }
    let properties = self.properties
    if properties.isDefaultIgnorableCodePoint || Self.followers.contains(where: { $0.contains(value) }) { return .mark }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
    default: break
    }
    let isSymbol = properties.generalCategory == .otherSymbol
    let isWord = properties.isAlphabetic || properties.numericType != nil
    guard isWord || isSymbol else { return .none }
    return !isWord || Self.unspaced.contains { $0.contains(value) } ? .whole : .letter
  }

  /// Vowels and ends of a Korean syllable that is written in its parts; voicing marks of half width.
  private static let followers: [ClosedRange<UInt32>] = [0x1160...0x11FF, 0xD7B0...0xD7FF, 0xFF9E...0xFF9F]

  /// Scripts that are written without blanks, and Korean, whose particles are joined to words: Thai, Lao, Tibetan,
  /// Burmese, Khmer; kana, Han, Hangul.
  private static let unspaced: [ClosedRange<UInt32>] = [
    0x0E00...0x0FFF, 0x1000...0x109F, 0x1100...0x115F, 0x1780...0x17FF, 0x1950...0x19DF, 0x2E80...0x33FF,
    0x3400...0x9FFF,
    0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF65...0xFFDC, 0x1B000...0x1B16F, 0x20000...0x3FFFF,
  ]
}
