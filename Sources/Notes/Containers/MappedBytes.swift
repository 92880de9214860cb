/// Bytes with the place in the file that each came from, decoded as text of a charset.
struct MappedBytes {
  var bytes: [UInt8] = []
  var starts: [Int32] = []
  var ends: [Int32] = []

  mutating func append(_ byte: UInt8, _ start: Int, _ end: Int) {
    bytes.append(byte)
    starts.append(Int32(start))
    ends.append(Int32(end))
  }

  /// By the charset named where the C library knows it, else as UTF-8 where the bytes are valid UTF-8, else as Windows-1252.
  func decode(charset: String, into view: inout TextView) {
    let isWestern = MappedBytes.western.contains(charset)
    if !isWestern, !MappedBytes.unicode.contains(charset), let known = Charset(charset) {
      return known.decode(self, into: &view)
    }
    guard !isWestern, let scalars = decodeUTF8(bytes[...]) else {
      for (place, byte) in bytes.enumerated() { view.append(windows1252(byte), Int(starts[place]), Int(ends[place])) }
      return
    }
    var place = 0
    for scalar in scalars {
      let length = UTF8.width(scalar)
      view.append(scalar, Int(starts[place]), Int(ends[place + length - 1]))
      place += length
    }
  }

  /// Often named for text that is in another charset: the bytes are looked at.
  private static let unicode: Set = ["", "utf-8", "utf8", "us-ascii", "ascii", "unknown-8bit", "x-unknown"]
  private static let western: Set = ["iso-8859-1", "latin1", "windows-1252", "cp1252"]

  /// The bytes that a stretch of a Windows-1252 file was read from.
  static func western(_ text: [Unicode.Scalar], _ span: TextSpan) -> MappedBytes {
    var out = MappedBytes()
    for place in span.start..<span.end {
      let scalar = text[place]
      out.append(typographic[scalar] ?? UInt8(truncatingIfNeeded: scalar.value), place, place + 1)
    }
    return out
  }

  /// The bytes of Windows-1252 that stand for characters beyond Latin-1.
  private static let typographic = [Unicode.Scalar: UInt8](
    uniqueKeysWithValues: (0x80..<0xA0).map { (windows1252($0), $0) })

  /// Quoted-printable (RFC 2045 §6.7); `isWord`: in an encoded header word "_" is a blank (RFC 2047).
  static func quotedPrintable(_ text: [Unicode.Scalar], _ span: TextSpan, isWord: Bool) -> MappedBytes {
    var out = MappedBytes()
    var place = span.start
    while place < span.end {
      let scalar = text[place]
      if scalar == "=", place + 2 < span.end, let high = hex(text[place + 1]), let low = hex(text[place + 2]) {
        out.append(high << 4 | low, place, place + 3)
        place += 3
      } else if scalar == "=", !isWord, place + 1 < span.end, text[place + 1].isLineEnd {
        place += place + 2 < span.end && text[place + 1] == "\r" && text[place + 2] == "\n" ? 3 : 2
      } else {
        for byte in String(Character(isWord && scalar == "_" ? " " : scalar)).utf8 {
          out.append(byte, place, place + 1)
        }
        place += 1
      }
    }
    return out
  }

  private static func hex(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0x30...0x39: UInt8(scalar.value - 0x30)
    case 0x41...0x46: UInt8(scalar.value - 0x41 + 10)
    case 0x61...0x66: UInt8(scalar.value - 0x61 + 10)
    default: nil
    }
  }

  /// Base64 (RFC 4648), other characters skipped as RFC 2045 asks; stops at padding.
  static func base64(_ text: [Unicode.Scalar], _ span: TextSpan) -> MappedBytes {
    var out = MappedBytes()
    var (bits, count, first) = (UInt32(0), 0, span.start)
    for place in span.start..<span.end {
      let value = text[place].value
      let digit: UInt32
      switch value {
      case 0x41...0x5A: digit = value - 0x41
      case 0x61...0x7A: digit = value - 0x61 + 26
      case 0x30...0x39: digit = value - 0x30 + 52
      case 0x2B: digit = 62
      case 0x2F: digit = 63
      case 0x3D: return out
      default: continue
      }
      if count == 0 { first = place }
      bits = (bits << 6 | digit) & 0xFFFF
      count += 6
      if count >= 8 {
        count -= 8
        out.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)), first, place + 1)
        first = place
      }
    }
    return out
  }
}
