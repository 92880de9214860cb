/// Cuts a stretch of text into tokens, in one pass.
///
/// Letters and digits that touch become two tokens (`3pm`, `Q3`, `15Sep`), the second one not `isSpaced`. An
/// apostrophe between letters belongs to the word.
struct Tokenizer {
  let text: [Unicode.Scalar]
  var lexicon = Lexicon.shared

  func tokens(in span: TextSpan) -> [Token] {
    var out = [Token]()
    out.reserveCapacity(span.length / 4 + 2)
    append(span, to: &out)
    return out
  }

  func append(_ span: TextSpan, to out: inout [Token]) {
    // Looked at once here, the bounds need not be at every letter.
    let span = TextSpan(max(span.start, 0), min(span.end, text.count))
    text.withUnsafeBufferPointer { append(span, of: $0, to: &out) }
  }

  private func append(_ span: TextSpan, of text: UnsafeBufferPointer<Unicode.Scalar>, to out: inout [Token]) {
    var index = span.start
    var spaced = true
    while index < span.end {
      let scalar = text[index]
      // The commonest first.
      if scalar.isLetter {
        out.append(word(text, at: &index, before: span.end, spaced: spaced))
      } else if scalar.isSpace {
        spaced = true
        index += 1
        continue
      } else if scalar.isASCIIDigit {
        out.append(number(text, at: &index, before: span.end, spaced: spaced))
      } else {
        out.append(
          Token(
            start: Int32(index), end: Int32(index + 1), key: UInt64(scalar.value), kind: .mark, isSpaced: spaced,
            word: lexicon.sense(of: UInt64(scalar.value))))
        index += 1
      }
      spaced = false
    }
  }

  private func number(_ text: UnsafeBufferPointer<Unicode.Scalar>, at index: inout Int, before end: Int, spaced: Bool)
    -> Token
  {
    let start = index
    var value: Int32 = 0
    while index < end, text[index].isASCIIDigit {
      if index - start < 9 { value = value * 10 + Int32(text[index].value - 0x30) }
      index += 1
    }
    if index - start > 9 { value = -1 }
    return Token(
      start: Int32(start), end: Int32(index), key: 0, kind: .number, isSpaced: spaced, number: value,
      word: lexicon.number)
  }

  private func word(_ text: UnsafeBufferPointer<Unicode.Scalar>, at index: inout Int, before end: Int, spaced: Bool)
    -> Token
  {
    let start = index
    var letters = Letters()
    // Most words are of these letters alone.
    var place = start
    while place < end, text[place].isASCIILetter {
      letters.add(text[place].value)
      place += 1
    }
    index = place
    if place < end, text[place].value >= 0x80 || text[place] == "'" { letters.add(from: text, at: &index, before: end) }
    return Token(
      start: Int32(start), end: Int32(index), key: letters.hash.value, kind: .word, isSpaced: spaced,
      isCapital: text[start].isUpper, isAllCapital: letters.areCapitals, word: lexicon.sense(of: letters.hash.value))
  }

  /// What is known of a word while its letters are gone through.
  private struct Letters {
    var hash = WordHash()
    /// All bits of its ASCII letters: the fifth tells small from capital.
    private var bits: UInt32 = 0
    private var hasOtherSmall = false

    var areCapitals: Bool { bits & 0x20 == 0 && !hasOtherSmall }

    @inline(__always)
    mutating func add(_ letter: UInt32) {
      bits |= letter
      hash.add(letter | 0x20)
    }

    /// The rest of a word that is not of ASCII letters alone.
    mutating func add(from text: UnsafeBufferPointer<Unicode.Scalar>, at index: inout Int, before end: Int) {
      while index < end {
        let scalar = text[index]
        if scalar.isASCIILetter {
          add(scalar.value)
        } else {
          if scalar.value >= 0x80, scalar.isLetter {
            if !scalar.isUpper { hasOtherSmall = true }
          } else {
            guard scalar == "'" || scalar == "\u{2019}", index + 1 < end, text[index + 1].isLetter else { return }
          }
          let folded = scalar.folded
          let isBeforeT = index + 1 < end && text[index + 1].folded == 0x74
          if folded != 0x27 || !isBeforeT { hash.add(folded) }
        }
        index += 1
      }
    }
  }
}
