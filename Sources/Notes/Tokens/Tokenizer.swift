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
    var index = span.start
    var spaced = true
    while index < span.end {
      let scalar = text[index]
      if scalar.isSpace {
        spaced = true
        index += 1
        continue
      }
      if scalar.isASCIIDigit {
        out.append(number(at: &index, before: span.end, spaced: spaced))
      } else if scalar.isLetter {
        out.append(word(at: &index, before: span.end, spaced: spaced))
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

  private func number(at index: inout Int, before end: Int, spaced: Bool) -> Token {
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

  private func word(at index: inout Int, before end: Int, spaced: Bool) -> Token {
    let start = index
    var (place, hash, capitals, smallBits) = (start, WordHash(), true, UInt32(0))
    while place < end {
      let scalar = text[place]
      if scalar.isASCIILetter {
        // Most letters: the fifth bit tells small from capital.
        smallBits |= scalar.value
        hash.add(scalar.value | 0x20)
        place += 1
        continue
      }
      if scalar.value >= 0x80, scalar.isLetter {
        if capitals, !scalar.isUpper { capitals = false }
      } else {
        guard scalar == "'" || scalar == "\u{2019}", place + 1 < end, text[place + 1].isLetter else { break }
      }
      let folded = scalar.folded
      if folded != 0x27 || text[place + 1].folded != 0x74 { hash.add(folded) }
      place += 1
    }
    index = place
    return Token(
      start: Int32(start), end: Int32(place), key: hash.value, kind: .word, isSpaced: spaced,
      isCapital: text[start].isUpper, isAllCapital: capitals && smallBits & 0x20 == 0,
      word: lexicon.sense(of: hash.value))
  }
}
