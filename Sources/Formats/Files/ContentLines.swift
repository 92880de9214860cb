/// The lines that vCard (RFC 6350) and iCalendar (RFC 5545) are written in: ended by CR LF, folded at 75 bytes, and no text
/// able to add a property.
enum ContentLines {
  static func text(_ lines: [String]) -> String { lines.flatMap(folded).joined(separator: "\r\n") + "\r\n" }

  /// Text with the characters escaped that mean something; control characters are dropped.
  static func escaped(_ text: String) -> String {
    var out = ""
    var afterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where afterReturn: break
      case "\n", "\r", "\u{2028}", "\u{2029}", "\u{85}": out += "\\n"
      case "\\", ";", ",": out += "\\" + String(scalar)
      case "\t": out += "\t"
      default: if scalar.properties.generalCategory != .control { out.unicodeScalars.append(scalar) }
      }
      afterReturn = scalar == "\r"
    }
    return out
  }

  /// What `escaped` wrote.
  static func unescaped(_ text: String) -> String { components(text, nil)[0] }

  /// The parts of a structured value or a list, without their escapes; at least one.
  ///
  /// - Parameter separator: what stands unescaped between them; nil: the text is one part.
  static func components(_ text: String, _ separator: Unicode.Scalar? = ";") -> [String] {
    var (parts, isEscaped) = ([String.UnicodeScalarView()], false)
    for scalar in text.unicodeScalars {
      if isEscaped {
        parts[parts.count - 1].append(scalar == "n" || scalar == "N" ? "\n" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar == separator {
        parts.append(.init())
      } else {
        parts[parts.count - 1].append(scalar)
      }
    }
    return parts.map { String($0) }
  }

  /// A link as it may stand unescaped; nil for what is none.
  static func link(_ text: String) -> String? {
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.value > 0x20 && $0.value < 0x7F && $0 != "\"" && $0 != "<" && $0 != ">"
    }
    let hasScheme = ["https://", "http://"].contains { text.lowercased().hasPrefix($0) }
    return isPlain && hasScheme && text.utf8.count <= 2000 ? text : nil
  }

  /// A line in parts of at most 75 bytes, no character cut in two.
  static func folded(_ line: String) -> [String] {
    guard line.utf8.count > 75 else { return [line] }
    var parts = [""]
    for scalar in line.unicodeScalars {
      let size = UTF8.width(scalar)
      if parts[parts.count - 1].utf8.count + size > 75 { parts.append(" ") }
      parts[parts.count - 1].unicodeScalars.append(scalar)
    }
    return parts
  }
}
