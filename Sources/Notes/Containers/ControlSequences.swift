/// Sequences that steer a terminal (ECMA-48): colours, cursor moves, window titles. Pasted or planted, they are no text.
struct ControlSequences {
  let text: [Unicode.Scalar]

  static func begin(in text: [Unicode.Scalar]) -> Bool { text.contains { $0.value & ~0x80 == escape.value } }

  /// The places of all of them, in order. None reaches over a line's end.
  func spans() -> [TextSpan] {
    var out = [TextSpan]()
    var place = 0
    while let start = text[place...].firstIndex(where: { $0 == Self.escape || $0 == Self.introducer }) {
      place = end(from: start)
      out.append(TextSpan(start, place))
    }
    return out
  }

  private static let escape: Unicode.Scalar = "\u{1B}"
  /// Escape and "[" in one.
  private static let introducer: Unicode.Scalar = "\u{9B}"

  private func end(from start: Int) -> Int {
    let place = start + 1
    guard text[start] == Self.escape else { return end(from: place, over: 0x20...0x3F, to: 0x40...0x7E) }
    guard place < text.count else { return place }
    switch text[place] {
    case "[": return end(from: place + 1, over: 0x20...0x3F, to: 0x40...0x7E)
    case "]", "P", "X", "^", "_": return endOfString(from: place + 1)
    default: return end(from: place, over: 0x20...0x2F, to: 0x30...0x7E)
    }
  }

  /// After parameters and the letter that ends them.
  private func end(from start: Int, over middle: ClosedRange<UInt32>, to last: ClosedRange<UInt32>) -> Int {
    let place = text[start...].firstIndex { !middle.contains($0.value) } ?? text.count
    return place < text.count && last.contains(text[place].value) ? place + 1 : place
  }

  /// After a text for the terminal: up to BEL or the string terminator, else the rest of the line.
  private func endOfString(from start: Int) -> Int {
    let ends = text[start...].firstIndex { $0.isLineEnd || $0 == "\u{07}" || $0 == Self.escape }
    guard let place = ends else { return text.count }
    if text[place] == Self.escape, place + 1 < text.count, text[place + 1] == "\\" { return place + 2 }
    return text[place] == "\u{07}" ? place + 1 : place
  }
}

extension TextView {
  /// The same with control sequences left out.
  func withoutControlSequences() -> TextView {
    let sequences = ControlSequences(text: scalars).spans()
    guard !sequences.isEmpty else { return self }
    var (out, place) = (TextView(), 0)
    for sequence in sequences {
      out.append(self[place..<sequence.start])
      place = sequence.end
    }
    out.append(self[place..<scalars.count])
    return out
  }
}
