/// What a field can hold. Equal values have equal tags and equal canonical bytes.
public enum Value: Hashable, Sendable {
  case string(String)
  case integer(Int)
  case boolean(Bool)
  case day(Day)
  case moment(Moment)
  /// A decimal number in its own digits, such as `52000` or `0.08`; never binary floating point.
  case decimal(String)
  case reference(Subject)
  case bytes([UInt8])
  /// A value of a newer version: its tag and its canonical JSON text, carried verbatim.
  case unknown(tag: String, json: String)
}

extension Value {
  /// Swift compares strings by canonical equivalence; values are equal only byte for byte.
  public static func == (left: Value, right: Value) -> Bool {
    switch (left, right) {
    case (.string(let a), .string(let b)), (.decimal(let a), .decimal(let b)):
      a.utf8.elementsEqual(b.utf8)
    case (.integer(let a), .integer(let b)): a == b
    case (.boolean(let a), .boolean(let b)): a == b
    case (.day(let a), .day(let b)): a == b
    case (.moment(let a), .moment(let b)): a == b
    case (.reference(let a), .reference(let b)): a == b
    case (.bytes(let a), .bytes(let b)): a == b
    case (.unknown(let tagA, let a), .unknown(let tagB, let b)):
      tagA.utf8.elementsEqual(tagB.utf8) && a.utf8.elementsEqual(b.utf8)
    default: false
    }
  }
}
