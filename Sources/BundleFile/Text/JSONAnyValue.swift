extension JSONCursor {
  /// Takes any value and returns its text: canonical JSON is its own verbatim form.
  mutating func anyValue() throws -> String {
    let start = at
    try skipValue()
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<at]), as: UTF8.self)
  }

  /// Recursion is bounded by the nesting limit, which `open` checks.
  mutating func skipValue() throws {
    switch next {
    case UInt8(ascii: "{"): try skipObject()
    case UInt8(ascii: "["):
      try openArray()
      while try element() { try skipValue() }
    case 0x22: _ = try stringBody()
    case UInt8(ascii: "t"), UInt8(ascii: "f"): _ = try boolean()
    default: _ = try integer()
    }
  }

  private mutating func skipObject() throws {
    try openObject()
    var last: [UInt8]?
    var keys = 0
    while next != UInt8(ascii: "}") {
      if keys > 0 { try expect(UInt8(ascii: ",")) }
      keys += 1
      if keys > Limits.keysOfObject { throw fault("more than \(Limits.keysOfObject) keys in an object", .tooLarge) }
      let (body, hasEscapes) = try stringBody()
      let key = hasEscapes ? JSONCursor.unescape(body) : Array(body)
      if let last, !last.lexicographicallyPrecedes(key) { throw fault("keys are doubled or not in order") }
      last = key
      try expect(UInt8(ascii: ":"))
      try skipValue()
    }
    try closeObject()
  }

  /// Whether this text is one canonical value.
  static func isCanonical(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var cursor = JSONCursor(bytes)
      guard (try? cursor.skipValue()) != nil else { return false }
      return cursor.at == bytes.count
    }
  }

  /// Whether this text is a canonical array that can be the payload of an unknown operation: no element looks like a
  /// keep list.
  static func isPayload(_ text: String) -> Bool {
    guard text.utf8.first == UInt8(ascii: "["), isCanonical(text) else { return false }
    var text = text
    return text.withUTF8 { bytes in
      var cursor = JSONCursor(bytes)
      guard (try? cursor.openArray()) != nil else { return false }
      while let another = try? cursor.element(), another {
        guard !cursor.isAtKeep, (try? cursor.skipValue()) != nil else { return false }
      }
      return true
    }
  }

  /// Whether the next value is an object whose first key is the keep list's.
  var isAtKeep: Bool {
    let opening: StaticString = "{\"k\":"
    guard at + opening.utf8CodeUnitCount <= bytes.count else { return false }
    return (0..<opening.utf8CodeUnitCount).allSatisfy { bytes[at + $0] == opening.utf8Start[$0] }
  }
}
