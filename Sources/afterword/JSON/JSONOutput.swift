import Foundation

/// JSON for programs: one object, names in snake_case, keys sorted, two blanks of indentation, UTF-8; what each command
/// prints stands in `JSONShapes`. Characters that steer a terminal are written as escapes, so that the text is safe to look
/// at.
enum JSONOutput {
  /// - Parameter names: keeps names as they are, where they are another's.
  static func text(
    _ value: some Encodable, names: JSONEncoder.KeyEncodingStrategy = .convertToSnakeCase
  ) throws -> String {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = names
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    let data = try encoder.encode(value)
    return escaped(String(decoding: data, as: UTF8.self)) + "\n"
  }

  private static func escaped(_ json: String) -> String {
    guard json.unicodeScalars.contains(where: { $0.value >= 0x7F && Clean.steers($0) }) else { return json }
    var out = ""
    for scalar in json.unicodeScalars {
      if scalar.value >= 0x7F, Clean.steers(scalar) {
        for unit in Character(scalar).utf16 { out += "\\u" + String(UInt32(unit) + 0x10000, radix: 16).suffix(4) }
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
