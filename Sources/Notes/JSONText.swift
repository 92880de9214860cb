/// Writes JSON objects as text. Strings are escaped as RFC 8259 asks, with every control character escaped too.
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
        if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) {
          let digits = String(scalar.value, radix: 16)
          out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          out.unicodeScalars.append(scalar)
        }
      }
    }
    return out + "\""
  }
}
