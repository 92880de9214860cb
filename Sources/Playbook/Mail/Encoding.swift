/// The lines of a text, whatever ends them; other control characters but the tabulator are dropped.
func textLines(_ text: String) -> [String] {
  SourceLine.split(text).map { line in
    String(
      String.UnicodeScalarView(line.unicodeScalars.filter { $0 == "\t" || $0.properties.generalCategory != .control }))
  }
}

private let hexadecimal = Array("0123456789ABCDEF".utf8)

private func hex(_ byte: UInt8, prefix: Character) -> String {
  String(prefix) + String(decoding: [hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]], as: UTF8.self)
}

/// Percent-encoding of all but unreserved characters (RFC 3986, §2.3).
func percentEncoded(_ text: String, keeping kept: String = "") -> String {
  let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8).union(kept.utf8)
  return text.utf8.map { plain.contains($0) ? String(UnicodeScalar($0)) : hex($0, prefix: "%") }.joined()
}

/// A header value: as it is when it is short printable ASCII, else as encoded words (RFC 2047), one a line.
/// In a phrase (a name) only letters, digits and a few marks stay plain.
func encodedHeader(_ text: String, isPhrase: Bool = false) -> String {
  let line = textLines(text).joined(separator: " ")
  let plain = line.utf8.allSatisfy { byte in
    isPhrase
      ? (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5A) || (byte >= 0x61 && byte <= 0x7A)
        || byte == 0x20
        || byte == 0x2D
      : byte >= 0x20 && byte < 0x7F
  }
  // "=?" would read as an encoded word; a long line would have to be folded.
  if plain && line.utf8.count <= 60 && !line.contains("=?") { return line }
  var words: [String] = [""]
  for scalar in line.unicodeScalars {
    let encoded = String(scalar).utf8.map { hex($0, prefix: "=") }.joined()
    if words[words.count - 1].utf8.count + encoded.utf8.count > 52 { words.append("") }
    words[words.count - 1] += encoded
  }
  return words.map { "=?UTF-8?Q?\($0)?=" }.joined(separator: "\r\n ")
}

/// The lines of a body in quoted-printable (RFC 2045, §6.7), each at most 76 characters.
func quotedPrintable(_ text: String) -> [String] {
  textLines(text).flatMap { line -> [String] in
    var lines: [String] = [""]
    let bytes = Array(line.utf8)
    for (index, byte) in bytes.enumerated() {
      let isLastBlank = (byte == 0x20 || byte == 0x09) && index == bytes.count - 1
      let isPlain = (byte >= 0x20 && byte < 0x7F && byte != 0x3D) || byte == 0x09
      // "From " and "." at the start of a line are changed on the way by some mail software.
      let isRisky = lines[lines.count - 1].isEmpty && (byte == 0x46 || byte == 0x2E)
      let encoded = isPlain && !isLastBlank && !isRisky ? String(UnicodeScalar(byte)) : hex(byte, prefix: "=")
      if lines[lines.count - 1].utf8.count + encoded.utf8.count > 75 {
        lines[lines.count - 1] += "="
        lines.append("")
      }
      lines[lines.count - 1] += encoded
    }
    return lines
  }
}
