extension HostileFile {
  /// Lines that are not canonical, or beyond the limits, in a sound container with right sums.
  static func jsonFiles(_ sound: SoundBundle) throws -> [HostileFile] {
    var files: [HostileFile] = []
    for (name, value, why) in values {
      let line = TextBundle.tx("[\"f\",\(value)]")
      files.append(HostileFile(name, try TextBundle(TextBundle.head, line).file(), .reject, why))
    }
    for (name, bytes, why) in invalidUTF8 {
      let halves = TextBundle.tx("[\"f\",\"@\"]").split(separator: "@").map { Array($0.utf8) }
      let bundle = TextBundle(bytes: [Array(TextBundle.head.utf8), halves[0] + bytes + halves[1]])
      files.append(HostileFile(name, try bundle.file(), .reject, why))
    }
    let text = String(decoding: sound.text, as: UTF8.self)
    let crlf = text.replacing("\n", with: "\r\n")
    let utf16 = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    files += [
      HostileFile("bom", try packed([0xEF, 0xBB, 0xBF] + sound.text), .reject, "a byte order mark"),
      HostileFile("crlf", try packed(Array(crlf.utf8)), .reject, "lines that end with CR LF"),
      HostileFile("utf16", try packed([0xFF, 0xFE] + utf16), .reject, "UTF-16"),
      HostileFile("long-line", try longLine(), .reject, "a line of 9 MiB"),
    ]
    return files
  }

  private static func longLine() throws -> [UInt8] {
    try TextBundle(TextBundle.head, TextBundle.tx("[\"f\",\"\(repeated("a", 9 << 20))\"]")).file()
  }

  private static func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  private static let values: [(String, String, String)] = [
    ("deep-array", "{\"q\":\(repeated("[", 100_000))\(repeated("]", 100_000))}", "100,000 levels"),
    ("deep-object", "\(repeated("{\"q\":", 5000))1\(repeated("}", 5000))", "5,000 levels of objects"),
    ("deep-17", "{\"q\":\(repeated("[", 12))\(repeated("]", 12))}", "one level too many"),
    (
      "many-keys", "{\"q\":{" + (0..<100_000).map { "\"k\(100_000 + $0)\":0" }.joined(separator: ",") + "}}",
      "100,000 keys"
    ),
    ("many-values", "{\"q\":[0\(repeated(",0", 70_000))]}", "70,000 values"),
    ("double-key", "{\"q\":{\"a\":1,\"a\":1}}", "a key twice"),
    ("unsorted-keys", "{\"q\":{\"b\":1,\"a\":1}}", "keys out of order"),
    ("space", "{\"q\": 1}", "a space"),
    ("null", "{\"q\":null}", "null"),
    ("float", "1.5", "a fraction"),
    ("exponent", "1e3", "an exponent"),
    ("big-integer", "9007199254740993", "beyond 2^53 - 1"),
    ("minus-zero", "-0", "minus zero"),
    ("leading-zero", "01", "a leading zero"),
    ("digits", repeated("9", 1_000_000), "a number of a million digits"),
    ("lone-surrogate", "\"\\ud800\"", "half of a surrogate pair"),
    ("long-escape", "\"\\u0041\"", "an escape that is not needed"),
    ("upper-escape", "\"\\u001F\"", "an escape in upper case"),
    ("raw-control", "\"\u{1}\"", "a control character unescaped"),
    ("nan", "NaN", "not a number"),
  ]

  private static let invalidUTF8: [(String, [UInt8], String)] = [
    ("bad-utf8", [0xFF, 0xFE], "bytes that UTF-8 never has"),
    ("overlong-utf8", [0xC0, 0xAF], "an overlong form"),
    ("surrogate-utf8", [0xED, 0xA0, 0x80], "a surrogate in UTF-8"),
    ("cut-utf8", [0xE2, 0x82], "half a character"),
  ]
}
