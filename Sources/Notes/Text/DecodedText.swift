/// How a file's bytes stand for characters.
package enum TextEncoding: String, Sendable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16-le"
  case utf16BigEndian = "utf-16-be"
  case windows1252 = "cp1252"
}

/// How a file ends its lines.
package enum Newline: String, Sendable {
  case lf, crlf, cr, mixed
}

/// A file's bytes as Unicode scalars, the byte order mark left out, line ends kept as they are.
package struct DecodedText: Sendable {
  package let encoding: TextEncoding
  package let hasByteOrderMark: Bool
  package let scalars: [Unicode.Scalar]
  /// How many byte sequences stood for no character and became U+FFFD.
  package let undecodable: Int

  /// Tries, in this order: a byte order mark, UTF-16 by the place of its zero bytes, UTF-8, and last Windows-1252, in
  /// which every byte means something.
  package init(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      self.init(.utf8, mark: true, utf8: bytes[3...])
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      self.init(.utf16LittleEndian, mark: true, utf16: bytes[2...])
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self.init(.utf16BigEndian, mark: true, utf16: bytes[2...])
    } else if let order = DecodedText.unmarkedUTF16(bytes) {
      self.init(order, mark: false, utf16: bytes[...])
    } else if let scalars = decodeUTF8(bytes[...]) {
      self.init(encoding: .utf8, hasByteOrderMark: false, scalars: scalars, undecodable: 0)
    } else {
      self.init(encoding: .windows1252, hasByteOrderMark: false, scalars: bytes.map(windows1252), undecodable: 0)
    }
  }

  private init(encoding: TextEncoding, hasByteOrderMark: Bool, scalars: [Unicode.Scalar], undecodable: Int) {
    self.encoding = encoding
    self.hasByteOrderMark = hasByteOrderMark
    self.scalars = scalars
    self.undecodable = undecodable
  }

  private init(_ encoding: TextEncoding, mark: Bool, utf8 bytes: ArraySlice<UInt8>) {
    if let scalars = decodeUTF8(bytes) {
      self.init(encoding: encoding, hasByteOrderMark: mark, scalars: scalars, undecodable: 0)
    } else {
      let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
      self.init(
        encoding: encoding, hasByteOrderMark: mark, scalars: scalars,
        undecodable: scalars.count { $0.value == 0xFFFD })
    }
  }

  private init(_ encoding: TextEncoding, mark: Bool, utf16 bytes: ArraySlice<UInt8>) {
    let scalars = decodeUTF16(bytes, isBigEndian: encoding == .utf16BigEndian)
    self.init(
      encoding: encoding, hasByteOrderMark: mark, scalars: scalars, undecodable: scalars.count { $0.value == 0xFFFD })
  }

  /// UTF-16 without a mark, perhaps cut off in a character: blanks, digits and line ends have a zero byte on one side, and
  /// so have all letters of Latin text; those of another alphabet share few bytes there.
  package static func unmarkedUTF16(_ bytes: [UInt8]) -> TextEncoding? {
    let sample = bytes.prefix(512)
    guard sample.count >= 4 else { return nil }
    let zeros = sample.indices.filter { sample[$0] == 0 }
    guard let side = zeros.first.map({ $0 % 2 }), zeros.allSatisfy({ $0 % 2 == side }) else { return nil }
    let order: TextEncoding = side == 1 ? .utf16LittleEndian : .utf16BigEndian
    if zeros.count * 4 >= sample.count & ~1 { return order }
    let high = Set(sample.indices.lazy.filter { $0 % 2 == side }.map { sample[$0] })
    return sample.count >= 16 && high.count <= 3 ? order : nil
  }

  /// The same file with other scalars to be read.
  func showing(_ scalars: [Unicode.Scalar]) -> DecodedText {
    DecodedText(encoding: encoding, hasByteOrderMark: hasByteOrderMark, scalars: scalars, undecodable: undecodable)
  }

  package var newline: Newline {
    var (alone, pairs, returns) = (0, 0, 0)
    // Letters are above both line ends.
    for place in scalars.indices where scalars[place].value <= 0x0D {
      if scalars[place] == "\n" {
        if place > 0, scalars[place - 1] == "\r" { pairs += 1 } else { alone += 1 }
      } else if scalars[place] == "\r", place + 1 == scalars.count || scalars[place + 1] != "\n" {
        returns += 1
      }
    }
    switch (alone > 0, pairs > 0, returns > 0) {
    case (_, false, false): return .lf
    case (false, true, false): return .crlf
    case (false, false, true): return .cr
    default: return .mixed
    }
  }
}

/// The scalars of valid UTF-8 (RFC 3629), nil at the first sequence that is not.
func decodeUTF8(_ bytes: ArraySlice<UInt8>) -> [Unicode.Scalar]? {
  var isValid = true
  let scalars = [Unicode.Scalar](unsafeUninitializedCapacity: bytes.count) { room, count in
    bytes.withUnsafeBufferPointer { source in
      var (index, filled) = (0, 0)
      while index < source.count {
        let run = asciiCount(source, from: index)
        for offset in 0..<run { room[filled &+ offset] = Unicode.Scalar(source[index &+ offset]) }
        (index, filled) = (index + run, filled + run)
        guard index < source.count else { break }
        guard let (scalar, length) = longScalar(source, at: index) else {
          isValid = false
          break
        }
        room.initializeElement(at: filled, to: scalar)
        (index, filled) = (index + length, filled + 1)
      }
      count = filled
    }
  }
  return isValid ? scalars : nil
}

/// How many bytes of ASCII stand from a place on.
private func asciiCount(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  var end = start
  while end + 8 <= bytes.count {
    let eight = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: end, as: UInt64.self)
    if eight & 0x8080_8080_8080_8080 != 0 { break }
    end += 8
  }
  while end < bytes.count, bytes[end] < 0x80 { end += 1 }
  return end - start
}

/// The scalar of a sequence of two to four bytes, and how many they are.
private func longScalar(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (Unicode.Scalar, Int)? {
  let first = bytes[index]
  let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
  guard first >= 0xC2, first < 0xF5, index + length <= bytes.count else { return nil }
  var value = UInt32(first) & (0x7F >> UInt32(length))
  for offset in 1..<length {
    let next = bytes[index + offset]
    guard next & 0xC0 == 0x80 else { return nil }
    value = value << 6 | UInt32(next & 0x3F)
  }
  let smallest: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
  guard value >= smallest, let scalar = Unicode.Scalar(value) else { return nil }
  return (scalar, length)
}

/// The scalars of UTF-16; what is half a character becomes U+FFFD.
private func decodeUTF16(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> [Unicode.Scalar] {
  func unit(_ index: Int) -> UInt32 {
    let (first, second) = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
    return isBigEndian ? first << 8 | second : second << 8 | first
  }
  var out = [Unicode.Scalar]()
  out.reserveCapacity(bytes.count / 2 + 1)
  var index = bytes.startIndex
  while index + 1 < bytes.endIndex {
    let value = unit(index)
    index += 2
    if let scalar = Unicode.Scalar(value) {
      out.append(scalar)
    } else if value < 0xDC00, index + 1 < bytes.endIndex, unit(index) & 0xFC00 == 0xDC00 {
      out.append(Unicode.Scalar(0x10000 + (value & 0x3FF) << 10 + unit(index) & 0x3FF) ?? "\u{FFFD}")
      index += 2
    } else {
      out.append("\u{FFFD}")
    }
  }
  // An odd last byte is half a character.
  if index < bytes.endIndex { out.append("\u{FFFD}") }
  return out
}

/// A byte in Windows-1252 as the WHATWG Encoding Standard maps it: bytes without a character keep their number.
func windows1252(_ byte: UInt8) -> Unicode.Scalar {
  let high: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
    0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0x9D, 0x017E, 0x0178,
  ]
  guard byte >= 0x80, byte < 0xA0 else { return Unicode.Scalar(byte) }
  return Unicode.Scalar(high[Int(byte) - 0x80]) ?? Unicode.Scalar(byte)
}
