/// A word, a number, a mark or a line's end, as the scorer sees it: hashes and flags instead of letters.
package struct Piece: Sendable {
  package enum Kind: UInt8, Sendable { case word, number, mark, newline }

  package var start: Int32
  package var end: Int32
  package var kind: Kind
  /// The hash of its small letters; numbers of one sort share one.
  var key: UInt32
  /// The hash of its case and digits, repetitions shortened.
  var shape: UInt32 = 0
  var prefix: UInt32 = 0
  var suffix: UInt32 = 0
  var suffix4: UInt32 = 0
  var isCapital = false
  var isSpaced = false
  /// Its three classes, finest in the lowest bits; zero where the word is in none.
  var classes: UInt32 = 0
  package var line: Int32 = 0

  var isWord: Bool { kind == .word }
  func isMark(_ scalar: Unicode.Scalar) -> Bool { kind == .mark && key == Hash.word(scalar.value) }
}

/// Hashes of 32 bits that are the same on every machine.
enum Hash {
  static let seed: UInt32 = 0x811C_9DC5

  @inline(__always)
  static func add(_ hash: UInt32, _ value: UInt32) -> UInt32 { (hash ^ value) &* 0x0100_0193 }

  @inline(__always)
  static func finish(_ hash: UInt32) -> UInt32 {
    var x = hash
    x ^= x >> 16
    x = x &* 0x85EB_CA6B
    x ^= x >> 13
    x = x &* 0xC2B2_AE35
    return x ^ (x >> 16)
  }

  static func word(_ scalar: UInt32) -> UInt32 { finish(add(seed, scalar)) }

  static func word(_ text: String) -> UInt32 {
    finish(text.unicodeScalars.reduce(seed) { add($0, folded($1.value)) })
  }

  @inline(__always)
  static func pair(_ one: UInt32, _ two: UInt32) -> UInt32 {
    UInt32(truncatingIfNeeded: (UInt64(one) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(two) &* 0xC2B2_AE3D_27D4_EB4F) >> 21)
  }

  /// The small letter, for ASCII, Latin, Greek and Cyrillic capitals; a typographic apostrophe becomes the plain one.
  @inline(__always)
  static func folded(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x41...0x5A: value + 0x20
    case 0...0x7F: value
    case 0xC0...0xD6, 0xD8...0xDE: value + 0x20
    case 0x100...0x137, 0x14A...0x177: value | 1
    case 0x139...0x148, 0x179...0x17E: value & 1 == 1 ? value + 1 : value
    case 0x391...0x3A9, 0x410...0x42F: value + 0x20
    case 0x400...0x40F: value + 0x50
    case 0x2019, 0x2018, 0x02BC: 0x27
    default: value
    }
  }
}

/// Cuts a text into pieces in one pass.
struct Cutter {
  let classes: WordClasses

  func pieces(of text: ArraySlice<Unicode.Scalar>) -> [Piece] {
    var out: [Piece] = []
    out.reserveCapacity(text.count / 4 + 4)
    var index = text.startIndex
    var line: Int32 = 0
    var isSpaced = true
    while index < text.endIndex {
      let value = text[index].value
      if Self.isLetter(text[index]) {
        out.append(word(text, &index))
      } else if value == 0x0A || value == 0x0D {
        let start = index
        index += value == 0x0D && index + 1 < text.endIndex && text[index + 1] == "\n" ? 2 : 1
        out.append(Piece(start: Int32(start), end: Int32(index), kind: .newline, key: 0, line: line))
        line += 1
        isSpaced = true
        continue
      } else if value &- 0x30 < 10 {
        out.append(number(text, &index))
      } else if Self.isBlank(value) {
        index += 1
        isSpaced = true
        continue
      } else {
        let key = Hash.word(value)
        out.append(
          Piece(start: Int32(index), end: Int32(index + 1), kind: .mark, key: key, shape: key, prefix: key, suffix: key)
        )
        index += 1
      }
      out[out.count - 1].line = line
      out[out.count - 1].isSpaced = isSpaced
      isSpaced = false
    }
    return out
  }

  private func word(_ text: ArraySlice<Unicode.Scalar>, _ index: inout Int) -> Piece {
    let start = index
    var (hash, shape) = (Hash.seed, Hash.seed)
    var (runs, last) = (0, UInt32(0))
    var prefix = Hash.seed
    var tail = (UInt32(0), UInt32(0), UInt32(0), UInt32(0))
    while index < text.endIndex {
      let scalar = text[index]
      if !Self.isLetter(scalar) {
        let isApostrophe = scalar == "'" || scalar == "\u{2019}"
        guard isApostrophe, index + 1 < text.endIndex, Self.isLetter(text[index + 1]) else { break }
      }
      let small = Hash.folded(scalar.value)
      hash = Hash.add(hash, small)
      if index - start < 3 { prefix = Hash.add(prefix, small) }
      tail = (tail.1, tail.2, tail.3, small)
      let sort: UInt32 = small == 0x27 ? 3 : small != scalar.value || scalar.properties.isUppercase ? 1 : 2
      runs = sort == last ? runs + 1 : 1
      last = sort
      if runs <= 2 { shape = Hash.add(shape, sort) }
      index += 1
    }
    let key = Hash.finish(hash)
    var piece = Piece(start: Int32(start), end: Int32(index), kind: .word, key: key, shape: Hash.finish(shape))
    piece.prefix = Hash.finish(prefix)
    let suffix = Hash.add(Hash.add(Hash.add(Hash.seed, tail.1), tail.2), tail.3)
    piece.suffix = Hash.finish(suffix)
    piece.suffix4 = Hash.finish(Hash.add(suffix, tail.0))
    let first = text[start]
    piece.isCapital = Hash.folded(first.value) != first.value || first.value > 0x7F && first.properties.isUppercase
    piece.classes = classes.of(key)
    return piece
  }

  private func number(_ text: ArraySlice<Unicode.Scalar>, _ index: inout Int) -> Piece {
    let start = index
    var value: UInt32 = 0
    while index < text.endIndex, text[index].value &- 0x30 < 10 {
      if index - start < 6 { value = value * 10 + text[index].value - 0x30 }
      index += 1
    }
    let length = UInt32(index - start)
    // Small numbers and years mean something by themselves; of others only the length does.
    let sort: UInt32 =
      length <= 2 ? value : length == 4 && value / 100 == 20 || value / 100 == 19 ? 2000 : 10_000 + length
    let key = Hash.finish(Hash.add(Hash.add(Hash.seed, 0x30), sort))
    let shape = Hash.finish(Hash.add(Hash.add(Hash.seed, 0x31), length))
    return Piece(
      start: Int32(start), end: Int32(index), kind: .number, key: key, shape: shape, prefix: key, suffix: key)
  }

  @inline(__always)
  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x80 { return (value | 0x20) &- 0x61 < 26 }
    if value < 0x250 { return value >= 0xC0 && value != 0xD7 && value != 0xF7 || value == 0xAA || value == 0xB5 }
    return scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
  }

  @inline(__always)
  static func isBlank(_ value: UInt32) -> Bool {
    switch value {
    case 0x20, 0x09, 0x0B, 0x0C, 0xA0, 0x2000...0x200B, 0x202F, 0x205F, 0x3000, 0xFEFF: true
    default: value < 0x20
    }
  }
}
