/// Finds the first token that starts at a place of the text or later: rules ask for the tokens of a span at every turn.
///
/// For every 32 scalars a bit each that a token starts with, and above the bits how many tokens start before them: the
/// rank directory of Jacobson (Space-efficient static trees and graphs, 1989).
struct TokenStarts {
  private var blocks: [UInt64]
  private let length: Int

  /// `tokens` in text order, of a text of `length` scalars.
  init(_ tokens: [Token], length: Int) {
    blocks = Array(repeating: 0, count: length >> 5 + 1)
    for token in tokens { blocks[Int(token.start >> 5)] |= 1 &<< UInt64(token.start & 31) }
    var count: UInt64 = 0
    for place in blocks.indices {
      let bits = UInt32(truncatingIfNeeded: blocks[place])
      blocks[place] |= count << 32
      count += UInt64(truncatingIfNeeded: bits.nonzeroBitCount)
    }
    self.length = length
  }

  /// The number of the first token that starts at a place or later; places outside the text count as its ends.
  @inline(__always)
  func first(from place: Int) -> Int {
    let place = min(max(place, 0), length)
    let block = blocks[place >> 5]
    let earlier = UInt32(truncatingIfNeeded: block) & (1 &<< UInt32(place & 31) - 1)
    return Int(block >> 32) + earlier.nonzeroBitCount
  }
}
