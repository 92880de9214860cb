/// A text as the finding rules read it, with the way back to the file: quoted-printable and base64 bodies and encoded
/// header words are decoded, each scalar knowing which scalars of the file it stands for.
struct TextView {
  var scalars: [Unicode.Scalar] = []
  /// Where in the file each scalar starts and ends.
  var starts: [Int32] = []
  var ends: [Int32] = []

  mutating func append(_ scalar: Unicode.Scalar, _ start: Int, _ end: Int) {
    scalars.append(scalar)
    starts.append(Int32(start))
    ends.append(Int32(end))
  }

  /// A stretch of the file as it stands.
  mutating func append(_ text: [Unicode.Scalar], _ span: TextSpan) {
    for place in span.start..<span.end { append(text[place], place, place + 1) }
  }

  /// The span of the file that a span of the view stands for.
  func source(_ span: TextSpan) -> TextSpan {
    guard span.start < starts.count, span.end > 0, !span.isEmpty else {
      let place = span.start < starts.count ? Int(starts[span.start]) : ends.last.map(Int.init) ?? 0
      return TextSpan(place, place)
    }
    return TextSpan(Int(starts[span.start]), Int(ends[min(span.end, ends.count) - 1]))
  }
}

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

  /// UTF-8 where the bytes are valid UTF-8 and the charset does not deny it, else Windows-1252.
  func decode(charset: String, into view: inout TextView) {
    let isWestern =
      charset.hasPrefix("iso-8859-1") || charset.hasPrefix("windows-125") || charset == "latin1" || charset == "cp1252"
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
