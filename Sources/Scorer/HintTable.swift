/// The hints by piece: which begin at it and which go on.
struct HintTable {
  /// Pairs of a piece's place and a code times two, plus one where the hint begins there; by place.
  private var starts: [Int32]
  private var codes: [UInt16]
  let count: Int

  init(_ hints: [Hint], pieces: [Piece]) {
    var found: [(place: Int32, code: UInt16)] = []
    for hint in hints {
      var (low, high) = (0, pieces.count)
      while low < high {
        let middle = (low + high) / 2
        if Int(pieces[middle].end) <= hint.start { low = middle + 1 } else { high = middle }
      }
      var begins = true
      while low < pieces.count, Int(pieces[low].start) < hint.end {
        if pieces[low].kind != .newline {
          found.append((Int32(low), UInt16(hint.code) << 1 | (begins ? 1 : 0)))
          begins = false
        }
        low += 1
      }
    }
    found.sort { ($0.place, $0.code) < ($1.place, $1.code) }
    starts = Array(repeating: 0, count: pieces.count + 1)
    codes = found.map(\.code)
    for one in found { starts[Int(one.place) + 1] += 1 }
    for place in starts.indices.dropFirst() { starts[place] += starts[place - 1] }
    count = hints.count
  }

  func at(_ place: Int) -> ArraySlice<UInt16> { codes[Int(starts[place])..<Int(starts[place + 1])] }
}
