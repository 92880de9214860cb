import Merge

extension ChangeDecoder {
  mutating func text(_ cursor: inout JSONCursor, index: Int) throws -> Operation {
    let bases = try references(&cursor)
    try cursor.nextElement()
    switch cursor.next {
    case 0x22: return .text(bases: bases, whole: try cursor.string())
    case UInt8(ascii: "{"):
      try cursor.openObject()
      try cursor.expectField("sb")
      let whole = try blobs.text(&cursor)
      try cursor.closeObject()
      return .text(bases: bases, whole: whole)
    default: return .text(bases: bases, whole: try delta(&cursor, bases, index: index))
    }
  }

  private mutating func delta(_ cursor: inout JSONCursor, _ bases: [Reference], index: Int) throws -> String {
    try cursor.openArray()
    try cursor.nextElement()
    let place = try cursor.integer()
    guard bases.indices.contains(place), let base = texts.base(bases[place]) else {
      throw cursor.fault("a text's base is not among the texts before it", .inconsistent)
    }
    let bytes = try TextDelta.unfold(&cursor, base.whole)
    guard texts.hasRoom(for: bytes.count) else {
      throw cursor.fault("texts unfold to more than \(Limits.deltaBytesOfSegment) bytes", .tooLarge)
    }
    guard let whole = String(validating: bytes, as: UTF8.self) else {
      throw cursor.fault("a text's pieces do not make UTF-8", .inconsistent)
    }
    texts.unfold(bytes.count)
    chains[index] = base.chain + 1
    return whole
  }
}
