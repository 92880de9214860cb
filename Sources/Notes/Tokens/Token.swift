/// A word, a number or one other character, with its place in the text.
struct Token {
  enum Kind: UInt8 { case word, number, mark }

  /// First scalar and the one after the last, in the text.
  var start: Int32
  var end: Int32
  /// The folded word, or the mark's scalar; see `wordKey`.
  var key: UInt64
  var kind: Kind
  /// White space, or the start of the line, stands before it.
  var isSpaced: Bool
  /// A word's first letter is a capital.
  var isCapital = false
  /// Every letter of a word is a capital.
  var isAllCapital = false
  /// A number's value; -1 for more than nine digits.
  var number: Int32 = 0
  var word = WordSense.none

  var span: TextSpan { TextSpan(Int(start), Int(end)) }
  var length: Int { Int(end - start) }

  /// A weekday, a month or a word such as "tomorrow".
  var isDayWord: Bool { !word.bits.isDisjoint(with: [.weekday, .month, .relativeDay]) }

  var isQuote: Bool { isMark("\"") || isMark("“") || isMark("”") || isMark("„") || isMark("«") || isMark("»") }

  func isMark(_ scalar: Unicode.Scalar) -> Bool { kind == .mark && key == UInt64(scalar.value) }
}

/// FNV-1a (Fowler, Noll and Vo) over folded scalars, 64 bits.
struct WordHash {
  var value: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  mutating func add(_ folded: UInt32) { value = (value ^ UInt64(folded)) &* 0x100_0000_01B3 }
}

/// A word's identity: the hash of its folded scalars; the apostrophe of "n't" left out, as hasty writers do. Marks have
/// their scalar's number, which is smaller than any hash met in the vocabularies.
func wordKey(_ scalars: some Sequence<Unicode.Scalar>) -> UInt64 {
  var hash = WordHash()
  var apostrophe = false
  for scalar in scalars {
    let folded = scalar.folded
    if apostrophe, folded != 0x74 { hash.add(0x27) }
    apostrophe = folded == 0x27
    if !apostrophe { hash.add(folded) }
  }
  return hash.value
}

func wordKey(_ word: String) -> UInt64 { wordKey(word.unicodeScalars) }
