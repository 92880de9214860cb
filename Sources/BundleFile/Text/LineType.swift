/// The type of a line, which its last key says.
enum LineType {
  case head, tx, blob, check, end

  var ending: StaticString {
    switch self {
    case .head: "\"t\":\"head\"}"
    case .tx: "\"t\":\"tx\"}"
    case .blob: "\"t\":\"blob\"}"
    case .check: "\"t\":\"check\"}"
    case .end: "\"t\":\"end\"}"
    }
  }

  /// No string can look like this ending: its quotes would be escaped.
  init?(of line: UnsafeBufferPointer<UInt8>) {
    for type in [LineType.tx, .blob, .check, .head, .end] where LineType.hasSuffix(line, type.ending) {
      self = type
      return
    }
    return nil
  }

  private static func hasSuffix(_ line: UnsafeBufferPointer<UInt8>, _ ending: StaticString) -> Bool {
    let count = ending.utf8CodeUnitCount
    guard line.count > count else { return false }
    for index in 0..<count where line[line.count - count + index] != ending.utf8Start[index] { return false }
    return true
  }
}
