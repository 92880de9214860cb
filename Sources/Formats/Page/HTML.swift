/// Markup. What is interpolated is escaped, so that nothing from a note, a name or a bundle is ever markup; only literals are
/// taken as they are. Every element is closed and every attribute quoted, so that a page is well-formed XML too.
package struct HTML: ExpressibleByStringInterpolation, Sendable {
  package private(set) var text: String

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    package init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    package mutating func appendLiteral(_ literal: String) { text += literal }
    /// Text, for an element's content or between the quotes of an attribute.
    package mutating func appendInterpolation(_ content: String) { HTML.escape(content, into: &text) }
    package mutating func appendInterpolation(_ number: Int) { text += String(number) }
    package mutating func appendInterpolation(_ markup: HTML) { text += markup.text }
    /// Nothing where there is none.
    package mutating func appendInterpolation(_ markup: HTML?) { text += markup?.text ?? "" }
    package mutating func appendInterpolation(_ parts: [HTML]) { for part in parts { text += part.text } }
  }

  package init(stringLiteral value: String) { text = value }
  package init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

  private static func escape(_ content: String, into text: inout String) {
    for scalar in content.unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "'": text += "&#39;"
      default: text.unicodeScalars.append(isShown(scalar) ? scalar : "\u{FFFD}")
      }
    }
  }

  /// Not control characters, which no page may hold, nor marks that turn the reading direction of what follows them.
  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: true
    case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}
