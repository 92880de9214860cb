/// Unicode scalars are what the reader counts and compares: a span is a range of them.
typealias Scalar = Unicode.Scalar

extension Unicode.Scalar {
  var isASCIIDigit: Bool { value &- 0x30 < 10 }
  var isASCIILetter: Bool { (value | 0x20) &- 0x61 < 26 }

  /// A space inside a line: blank, tab, no-break space and the typographic spaces.
  var isBlank: Bool {
    switch value {
    case 0x20, 0x09, 0x0B, 0x0C, 0xA0, 0x2000...0x200B, 0x202F, 0x205F, 0x3000, 0xFEFF: true
    default: false
    }
  }

  var isLineEnd: Bool { value == 0x0A || value == 0x0D }
  var isSpace: Bool { isBlank || isLineEnd }

  @inline(__always)
  var isLetter: Bool { value < 0x80 ? isASCIILetter : isLetterBeyondASCII }

  @inline(never)
  private var isLetterBeyondASCII: Bool {
    if value < 0x250 { return value >= 0xC0 && value != 0xD7 && value != 0xF7 || value == 0xAA || value == 0xB5 }
    return properties.isAlphabetic || properties.generalCategory == .nonspacingMark
  }

  @inline(__always)
  var isUpper: Bool { value < 0x80 ? value &- 0x41 < 26 : isUpperBeyondASCII }

  @inline(never)
  private var isUpperBeyondASCII: Bool { properties.isUppercase }

  /// The lower-case form for comparing words: exact for ASCII, Latin, Greek and Cyrillic capitals; a typographic
  /// apostrophe becomes the plain one.
  var folded: UInt32 {
    switch value {
    case 0x41...0x5A: value + 0x20
    case 0...0x7F: value
    case 0xC0...0xD6, 0xD8...0xDE: value + 0x20
    case 0x100...0x137, 0x14A...0x177: value | 1
    case 0x139...0x148, 0x179...0x17E: value & 1 == 1 ? value + 1 : value
    case 0x178: 0xFF
    case 0x391...0x3A9, 0x410...0x42F: value + 0x20
    case 0x400...0x40F: value + 0x50
    case 0x2019, 0x2018, 0x02BC: 0x27
    default: value
    }
  }
}

/// The string of a stretch of scalars.
func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
  scalars.withUnsafeBufferPointer { scalars in
    let isASCII = scalars.reduce(0) { $0 | $1.value } < 0x80
    let room = isASCII ? scalars.count : scalars.reduce(0) { $0 + UTF8.width($1) }
    return String(unsafeUninitializedCapacity: room) { bytes in
      if isASCII {
        for place in scalars.indices { bytes[place] = UInt8(truncatingIfNeeded: scalars[place].value) }
        return room
      }
      var count = 0
      for byte in scalars.lazy.flatMap({ Unicode.UTF8.encode($0) ?? UTF8.encodedReplacementCharacter }) {
        bytes[count] = byte
        count += 1
      }
      return count
    }
  }
}

extension ArraySlice<Unicode.Scalar> {
  /// Whether another text occurs in it, capitals or not.
  func holds(_ other: ArraySlice<Unicode.Scalar>) -> Bool {
    guard other.count <= count else { return false }
    return (startIndex...endIndex - other.count).contains { place in
      zip(self[place...], other).allSatisfy { $0.folded == $1.folded }
    }
  }
}

extension [Unicode.Scalar] {
  /// The text of a span; the part inside the text where the span reaches over an end.
  func text(_ span: TextSpan) -> String {
    let start = Swift.min(Swift.max(span.start, 0), count)
    let end = Swift.min(Swift.max(span.end, start), count)
    return string(self[start..<end])
  }

  /// Whether a span begins with some ASCII.
  func begins(_ span: TextSpan, _ prefix: String) -> Bool {
    var place = span.start
    for byte in prefix.utf8 {
      guard place < span.end, self[place].value == UInt32(byte) else { return false }
      place += 1
    }
    return true
  }

  /// The span without blanks and line ends at both ends.
  func trimmed(_ span: TextSpan) -> TextSpan {
    var (start, end) = (span.start, span.end)
    while start < end, self[start].isSpace { start += 1 }
    while end > start, self[end - 1].isSpace { end -= 1 }
    return TextSpan(start, end)
  }
}

/// Whether a text has white space other than single blanks between its words.
private func hasLooseSpace(_ text: String) -> Bool {
  let isLoose = text.utf8.withContiguousStorageIfAvailable { bytes in
    var before: UInt8 = 0x20
    for byte in bytes {
      // Most bytes are letters.
      if byte &- 0x21 < 0xA1 {
        before = byte
        continue
      }
      // Spaces beyond ASCII begin with one of these bytes, few letters do.
      if byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF { return true }
      if byte <= 0x20, byte != 0x20 || before == 0x20 { return true }
      before = byte
    }
    return before == 0x20
  }
  return isLoose ?? true
}

/// The text with every run of white space as one blank, none at the ends.
func collapsed(_ text: String) -> String {
  guard hasLooseSpace(text) else { return text }
  var out = String.UnicodeScalarView()
  var pending = false
  for scalar in text.unicodeScalars {
    if scalar.isSpace {
      pending = !out.isEmpty
    } else {
      if pending { out.append(" ") }
      pending = false
      out.append(scalar)
    }
  }
  return String(out)
}
