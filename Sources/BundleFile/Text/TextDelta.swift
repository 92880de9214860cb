/// A version of a text as what it takes from its base: a list of pieces, each a copy of base bytes (offset, length) or a
/// string inserted. Pieces begin and end between scalars.
enum TextDelta {
  enum Piece {
    case copy(offset: Int, length: Int)
    case insert(UnsafeBufferPointer<UInt8>)
  }

  /// The text as common start, new middle and common end of the base; nil where that saves less than half.
  static func make(_ base: UnsafeBufferPointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>) -> [Piece]? {
    let shared = min(base.count, text.count)
    var start = 0
    while start < shared && base[start] == text[start] { start += 1 }
    while start > 0 && start < text.count && isContinuation(text[start]) { start -= 1 }
    while start > 0 && start < base.count && isContinuation(base[start]) { start -= 1 }
    var end = 0
    while end < shared - start && base[base.count - 1 - end] == text[text.count - 1 - end] { end += 1 }
    while end > 0 && isContinuation(text[text.count - end]) { end -= 1 }
    let middle = UnsafeBufferPointer(rebasing: text[start..<text.count - end])
    guard 2 * (middle.count + 24) <= text.count else { return nil }
    var pieces: [Piece] = []
    if start > 0 { pieces.append(.copy(offset: 0, length: start)) }
    if !middle.isEmpty { pieces.append(.insert(middle)) }
    if end > 0 { pieces.append(.copy(offset: base.count - end, length: end)) }
    return pieces
  }

  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}

extension TextDelta {
  /// Reads the pieces up to the closing bracket and puts the text together.
  static func unfold(_ cursor: inout JSONCursor, _ base: String) throws -> [UInt8] {
    var base = base
    return try base.withUTF8 { base in
      var out: [UInt8] = []
      while try cursor.element() {
        if cursor.next == 0x22 {
          out.append(contentsOf: try cursor.string().utf8)
        } else {
          let offset = try cursor.integer()
          try cursor.nextElement()
          let length = try cursor.integer()
          guard offset >= 0, length > 0, offset <= base.count, length <= base.count - offset else {
            throw cursor.fault("a text delta does not fit its base", .inconsistent)
          }
          out.append(contentsOf: UnsafeBufferPointer(rebasing: base[offset..<offset + length]))
        }
        guard out.count <= Limits.inlineStringBytes else {
          throw cursor.fault("a text delta unfolds to more than \(Limits.inlineStringBytes) bytes", .tooLarge)
        }
      }
      return out
    }
  }
}
