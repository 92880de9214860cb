/// Finds the first token that starts at a place of the text or later: rules ask for the tokens of a span at every turn.
///
/// A rank directory (Jacobson, Space-efficient static trees and graphs, 1989): for every 16 scalars how many tokens start
/// before them, and in 16 fields of four bits how many of their own start before each of them.
struct TokenStarts {
  private let blocks: [(before: UInt32, counts: UInt64)]
  private let length: Int

  /// `tokens` in text order, of a text of `length` scalars.
  init(_ tokens: [Token], length: Int) {
    var blocks = Array(repeating: (before: UInt32(0), counts: UInt64(0)), count: length >> 4 + 1)
    var known = 0
    for (number, token) in tokens.enumerated() {
      let block = Int(token.start >> 4)
      while known < block {
        known += 1
        blocks[known].before = UInt32(number)
      }
      // One more in every field above the token's own; after the last there is none.
      blocks[block].counts &+= 0x1111_1111_1111_1111 << (4 * UInt64(token.start & 15 + 1))
    }
    for block in blocks.indices.dropFirst(known + 1) { blocks[block].before = UInt32(tokens.count) }
    self.blocks = blocks
    self.length = length
  }

  /// The number of the first token that starts at a place or later; places outside the text count as its ends.
  @inline(__always)
  func first(from place: Int) -> Int {
    let place = min(max(place, 0), length)
    let block = blocks[place >> 4]
    return Int(block.before) + Int(truncatingIfNeeded: block.counts &>> (4 * UInt64(place & 15)) & 15)
  }
}
