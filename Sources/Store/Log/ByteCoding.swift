/// Appends unsigned LEB128 numbers and fixed-width words to bytes: the store's own blobs.
struct ByteWriter {
  var bytes: [UInt8] = []

  mutating func unsigned(_ value: Int) {
    var rest = UInt64(bitPattern: Int64(value))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func word(_ value: UInt64) {
    withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func string(_ value: String) {
    unsigned(value.utf8.count)
    bytes.append(contentsOf: value.utf8)
  }
}

/// Reads what `ByteWriter` wrote; nil past the end or on a number too long, never a trap.
struct ByteReader {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  init(_ bytes: [UInt8]) { self.init(bytes[...]) }

  var isAtEnd: Bool { position == bytes.endIndex }
  var rest: ArraySlice<UInt8> { bytes[position...] }

  mutating func byte() -> UInt8? {
    guard position < bytes.endIndex else { return nil }
    defer { position += 1 }
    return bytes[position]
  }

  mutating func unsigned() -> Int? {
    var value: UInt64 = 0
    for shift in stride(from: 0, through: 63, by: 7) {
      guard let byte = byte() else { return nil }
      value |= UInt64(byte & 0x7F) << UInt64(shift)
      if byte < 0x80 { return Int(exactly: value) ?? Int(truncatingIfNeeded: value) }
    }
    return nil
  }

  mutating func word() -> UInt64? {
    guard bytes.endIndex - position >= 8 else { return nil }
    defer { position += 8 }
    return bytes[position..<position + 8].reduce(0) { $0 << 8 | UInt64($1) }
  }

  mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
    guard count >= 0, bytes.endIndex - position >= count else { return nil }
    defer { position += count }
    return bytes[position..<position + count]
  }

  mutating func string() -> String? {
    guard let count = unsigned(), let slice = take(count) else { return nil }
    return String(decoding: slice, as: UTF8.self)
  }
}
