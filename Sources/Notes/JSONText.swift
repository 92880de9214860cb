/// Writes JSON objects as text. Strings are escaped as RFC 8259 asks; so is every other character that steers a terminal:
/// C1 controls, line separators, bidirectional marks and overrides, tag characters.
package struct JSONText {
  package private(set) var text = ""
  private var isFirst = true

  package init() {}

  package mutating func object(_ members: (inout JSONText) -> Void) {
    text += "{"
    isFirst = true
    members(&self)
    text += "}"
  }

  package mutating func member(_ name: String, _ value: String) { member(name, raw: JSONText.quoted(value)) }

  /// A member whose value is JSON text already.
  package mutating func member(_ name: String, raw value: String) {
    if !isFirst { text += "," }
    isFirst = false
    text += JSONText.quoted(name) + ":" + value
  }

  package static func quoted(_ string: String) -> String {
    var out = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      default:
        if steers(scalar) {
          for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter { out += "\\u" + hex(unit) }
        } else {
          out.unicodeScalars.append(scalar)
        }
      }
    }
    return out + "\""
  }

  private static func hex(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }

  private static func steers(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB, 0xE0000...0xE007F:
      true
    default: false
    }
  }
}
