/// Takes out of a text from outside everything that steers a terminal: control characters (C0, C1), line and paragraph
/// separators, bidirectional overrides and isolates, tag characters. Each leaves a visible U+FFFD; blanks stay blanks.
enum Clean {
  /// One line: line breaks and tabs become blanks.
  static func line(_ text: String) -> String {
    if isHarmless(text) { return text }
    var out = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where afterReturn: break
      case "\n", "\r", "\t": out.append(" ")
      default: out.append(steers(scalar) ? "\u{FFFD}" : scalar)
      }
      afterReturn = scalar == "\r"
    }
    return String(out)
  }

  /// The lines of a text, each cleaned. CR LF, CR and LF end a line.
  static func lines(_ text: String) -> [String] {
    var lines: [String] = []
    var current = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where afterReturn: break
      case "\n", "\r":
        lines.append(line(String(current)))
        current = String.UnicodeScalarView()
      default: current.append(scalar)
      }
      afterReturn = scalar == "\r"
    }
    if !current.isEmpty { lines.append(line(String(current))) }
    return lines
  }

  private static func isHarmless(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }

  static func steers(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB, 0xE0000...0xE007F:
      true
    default: false
    }
  }
}
