/// The smallest piece of a long text that merging moves as a whole: a line, or a sentence of a line that is longer than
/// 200 characters.
package struct TextUnit: Hashable, Sendable {
  /// UTF-8, without the line break.
  package let bytes: ArraySlice<UInt8>
  /// Whether a line break, or the end of the text, follows.
  package let endsLine: Bool

  package init(_ bytes: ArraySlice<UInt8>, endsLine: Bool) {
    self.bytes = bytes
    self.endsLine = endsLine
  }

  package static func == (left: TextUnit, right: TextUnit) -> Bool {
    left.endsLine == right.endsLine && left.bytes.count == right.bytes.count
      && left.bytes.elementsEqual(right.bytes)
  }

  package func hash(into hasher: inout Hasher) {
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    hasher.combine(endsLine)
  }
}

extension TextUnit: Comparable {
  package static func < (left: TextUnit, right: TextUnit) -> Bool {
    if left.bytes.lexicographicallyPrecedes(right.bytes) { return true }
    return left.bytes.elementsEqual(right.bytes) && !left.endsLine && right.endsLine
  }
}

extension TextUnit {
  /// A line with more characters (Unicode scalars) than this is cut into its sentences.
  static let longestLine = 200

  /// The units of a text; an empty text is one empty line.
  package static func units(of text: String) -> [TextUnit] {
    let bytes = Array(text.utf8)
    var units: [TextUnit] = []
    var start = 0
    while let end = bytes[start...].firstIndex(of: lineFeed) {
      appendLine(bytes[start..<end], to: &units)
      start = end + 1
    }
    appendLine(bytes[start...], to: &units)
    return units
  }

  /// The text that these units make up; `units(of:)` undone.
  package static func text(_ units: some Sequence<TextUnit>) -> String {
    var out: [UInt8] = []
    var breaks = false
    for unit in units {
      if breaks { out.append(lineFeed) }
      out += unit.bytes
      breaks = unit.endsLine
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static let lineFeed: UInt8 = 0x0A

  private static func appendLine(_ line: ArraySlice<UInt8>, to units: inout [TextUnit]) {
    let scalars = line.count <= longestLine ? line.count : line.count { $0 & 0xC0 != 0x80 }
    guard scalars > longestLine else {
      units.append(TextUnit(line, endsLine: true))
      return
    }
    var rest = line
    while let cut = sentenceEnd(rest), cut < rest.endIndex {
      units.append(TextUnit(rest[..<cut], endsLine: false))
      rest = rest[cut...]
    }
    units.append(TextUnit(rest, endsLine: true))
  }

  /// The index after the first full stop, exclamation or question mark that spaces follow, and after those spaces.
  private static func sentenceEnd(_ line: ArraySlice<UInt8>) -> Int? {
    var index = line.startIndex + 1
    while index < line.endIndex {
      if line[index] == space, stops.contains(line[index - 1]), index - 1 > line.startIndex {
        return line[index...].firstIndex { $0 != space } ?? line.endIndex
      }
      index += 1
    }
    return nil
  }

  private static let space: UInt8 = 0x20
  private static let stops: Set<UInt8> = [0x2E, 0x21, 0x3F]
}
