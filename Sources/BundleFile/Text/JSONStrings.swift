extension JSONCursor {
  mutating func string() throws -> String {
    let (body, hasEscapes) = try stringBody()
    guard hasEscapes else { return String(decoding: body, as: UTF8.self) }
    return String(decoding: JSONCursor.unescape(body), as: UTF8.self)
  }

  /// A string written without escapes, as bytes: ids, hashes, base64.
  mutating func plainString() throws -> UnsafeBufferPointer<UInt8> {
    let (body, hasEscapes) = try stringBody()
    if hasEscapes { throw fault("an escape where none can be") }
    return body
  }

  /// A name of a kind, field, operation or tag: 1 to 64 bytes.
  mutating func name() throws -> String {
    let name = try string()
    if name.isEmpty { throw fault("a name is empty") }
    if name.utf8.count > Limits.nameBytes { throw fault("a name is longer than \(Limits.nameBytes) bytes", .tooLarge) }
    return name
  }

  /// The bytes between the quotes, every escape checked.
  mutating func stringBody() throws -> (UnsafeBufferPointer<UInt8>, Bool) {
    try countValue()
    try expect(0x22)
    let start = at
    var hasEscapes = false
    while true {
      at = JSONCursor.plainEnd(bytes, at)
      if next == 0x22 { break }
      guard next == 0x5C else {
        throw fault(at < bytes.count ? "a control character is not escaped" : "a string does not end")
      }
      hasEscapes = true
      at += try JSONCursor.escapeLength(bytes, at)
    }
    at += 1
    let body = UnsafeBufferPointer(rebasing: bytes[start..<at - 1])
    // Six bytes escape one, so a longer body cannot fit; a shorter one with escapes may count less than it shows.
    if body.count > Limits.stringBytes, !hasEscapes || JSONCursor.unescape(body).count > Limits.stringBytes {
      throw fault("a string is longer than \(Limits.stringBytes) bytes", .tooLarge)
    }
    return (body, hasEscapes)
  }

  /// The first byte from `start` on that is a quote, a backslash or a control character, or the end. Looks at eight bytes at a
  /// time for one that differs from those by the classic "has a zero byte" trick.
  private static func plainEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    var at = start
    while at + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      let quote = word ^ (ones &* 0x22)
      let backslash = word ^ (ones &* 0x5C)
      let found = ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash) | ((word &- ones &* 0x20) & ~word)
      if found & highs != 0 { break }
      at += 8
    }
    while at < bytes.count, bytes[at] >= 0x20, bytes[at] != 0x22, bytes[at] != 0x5C { at += 1 }
    return at
  }

  /// The length of the escape that starts at this byte, which must be the shortest for what it stands for.
  private static func escapeLength(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) throws -> Int {
    let letter = at + 1 < bytes.count ? bytes[at + 1] : 0
    if unescaped(letter) != nil { return 2 }
    if letter == UInt8(ascii: "u"), at + 6 <= bytes.count, let value = control(bytes, at), value < 0x20,
      ![0x08, 0x09, 0x0A, 0x0C, 0x0D].contains(value)
    {
      return 6
    }
    throw LineFault(kind: .notCanonical, offset: at, what: "an escape is not the one that is written")
  }

  /// The value of `\u00xx`, lower-case digits only.
  private static func control(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> UInt8? {
    guard bytes[at + 2] == 0x30, bytes[at + 3] == 0x30, let high = digit(bytes[at + 4]), let low = digit(bytes[at + 5])
    else { return nil }
    return high << 4 | low
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }

  private static func unescaped(_ letter: UInt8) -> UInt8? {
    switch letter {
    case 0x22, 0x5C: letter
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "t"): 0x09
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "r"): 0x0D
    default: nil
    }
  }

  /// What a checked body stands for.
  static func unescape(_ body: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(body.count)
    var index = 0
    while index < body.count {
      if body[index] != 0x5C {
        out.append(body[index])
        index += 1
      } else if let byte = unescaped(body[index + 1]) {
        out.append(byte)
        index += 2
      } else {
        out.append(control(body, index) ?? 0)
        index += 6
      }
    }
    return out
  }
}
