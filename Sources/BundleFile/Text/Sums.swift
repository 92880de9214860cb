extension BundleError {
  init(_ fault: LineFault, line: Int, start: Int) {
    let place = Place(line: line, byte: start + fault.offset)
    switch fault.kind {
    case .notCanonical: self = .notCanonical(place, what: fault.what)
    case .tooLarge: self = .tooLarge(place, what: fault.what)
    case .inconsistent: self = .inconsistent(place, what: fault.what)
    case .damaged: self = .damaged(place, what: fault.what)
    }
  }
}

extension JSONCursor {
  /// Reads the sums of a check line and holds them against the text before it.
  mutating func expectSums(of reader: LineReader) throws {
    try expectField("bytes")
    let bytes = try integer()
    try expectField("lines")
    let lines = try integer()
    try expectField("sha256")
    let digest = String(decoding: try plainString(), as: UTF8.self)
    guard bytes == reader.bytes, lines == reader.lines, digest == reader.digest else {
      throw fault("the sums of a check line do not hold", .damaged)
    }
  }
}
