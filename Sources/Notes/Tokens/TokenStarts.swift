/// Finds the first token that starts at a place of the text or later: rules ask for the tokens of a span at every turn.
///
/// One bit for each scalar that a token starts with, and for each word of 64 bits how many tokens start before it: the
/// rank directory of Jacobson (Space-efficient static trees and graphs, 1989).
struct TokenStarts {
  private var bits: [UInt64]
  private var before: [Int32]
  private let length: Int

  /// `tokens` in text order, of a text of `length` scalars.
  init(_ tokens: [Token], length: Int) {
    bits = Array(repeating: 0, count: length >> 6 + 1)
    for token in tokens { bits[Int(token.start >> 6)] |= 1 << UInt64(token.start & 63) }
    before = []
    before.reserveCapacity(bits.count)
    var count: Int32 = 0
    for word in bits {
      before.append(count)
      count += Int32(truncatingIfNeeded: word.nonzeroBitCount)
    }
    self.length = length
  }

  /// The number of the first token that starts at a place or later; places outside the text count as its ends.
  @inline(__always)
  func first(from place: Int) -> Int {
    let place = min(max(place, 0), length)
    let earlier = bits[place >> 6] & (1 << UInt64(place & 63) - 1)
    return Int(before[place >> 6]) + earlier.nonzeroBitCount
  }
}
