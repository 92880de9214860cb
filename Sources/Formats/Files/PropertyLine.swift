/// A property as it stands in a file, with its folds and its line end.
package struct PropertyLine: Sendable {
  let raw: [UInt8]
  /// In capitals, without the group before it; empty for what is no property.
  package let name: String

  /// The parts of a line that is not long: most are read more than once, and photographs never.
  private let short: (head: String, value: String)?

  private static let mostOfShort = 1 << 10

  private init(raw: [UInt8]) {
    self.raw = raw
    name = Self.name(raw)
    short = raw.count <= Self.mostOfShort ? Self.parts(raw) : nil
  }

  private var parts: (head: String, value: String)? { raw.count <= Self.mostOfShort ? short : Self.parts(raw) }

  /// What stands before the colon and behind it, escapes and all; nil for what is no UTF-8, or too long to be read.
  private static func parts(_ raw: [UInt8]) -> (head: String, value: String)? {
    guard raw.count <= PropertyFile.longestRead, let text = String(validating: unfolded(raw[...]), as: UTF8.self),
      let colon = colon(text)
    else { return nil }
    let scalars = text.unicodeScalars
    return (String(scalars[..<colon]), String(scalars[scalars.index(after: colon)...]))
  }

  /// What stands before the colon; empty where that cannot be read.
  package var head: String { parts?.head ?? "" }
  /// What stands behind it.
  package var value: String { parts?.value ?? "" }

  /// Whether its value is text that is read here; what is not is neither taken for nothing nor changed.
  package var isReadable: Bool {
    guard parts != nil else { return false }
    return parameters.allSatisfy { parameter in
      let value = parameter.value.uppercased()
      if parameter.name == "ENCODING" { return value == "8BIT" }
      return !parameter.name.isEmpty || value != "QUOTED-PRINTABLE" && value != "BASE64"
    }
  }

  /// A line to be written.
  init(_ line: String, _ lineEnd: [UInt8]) {
    let folded = ContentLines.folded(line)
    self.init(raw: folded.flatMap { Array($0.utf8) + lineEnd })
  }

  var isBlank: Bool { raw.allSatisfy { $0 == 0x0A || $0 == 0x0D || $0 == 0x20 || $0 == 0x09 } }
  var opens: String? { name == "BEGIN" ? value.trimmed.uppercased() : nil }
  var closes: String? { name == "END" ? value.trimmed.uppercased() : nil }

  /// Without its escapes.
  package var text: String { ContentLines.unescaped(value) }

  /// A parameter's value without its quotes.
  package func parameter(_ name: String) -> String? {
    parameters.first { $0.name == name }.map { String($0.value.filter { $0 != "\"" }) }
  }

  /// The head without what says of a value how it is written, for another value.
  var headOfText: String {
    let unfit: Set = ["VALUE", "ENCODING", "CHARSET", "LABEL"]
    return head.prefix { $0 != ";" } + parameters.filter { !unfit.contains($0.name) }.map { ";" + $0.raw }.joined()
  }

  /// How far behind others it is to be used: 1 first; nil where nothing says so (RFC 6350, §5.3; `TYPE=pref` before that).
  package var preference: Int? {
    parameters.compactMap { parameter -> Int? in
      if parameter.name == "PREF" { return Int(parameter.value.filter { $0 != "\"" }) ?? 1 }
      return parameter.value.uppercased().split(separator: ",").contains("PREF") ? 1 : nil
    }.min()
  }

  /// The line without what marks it as the one to use first.
  var headWithoutPreference: String {
    let kept = parameters.compactMap { parameter -> String? in
      if parameter.name == "PREF" { return nil }
      let words = parameter.value.split(separator: ",").filter { $0.uppercased() != "PREF" }
      if words.isEmpty { return nil }
      return ";" + (parameter.raw.contains("=") ? parameter.name + "=" : "") + words.joined(separator: ",")
    }
    return head.prefix { $0 != ";" } + kept.joined()
  }

  private var parameters: [(name: String, value: String, raw: String)] {
    var (parts, isQuoted) = ([""], false)
    for character in head {
      if character == "\"" { isQuoted.toggle() }
      if character == ";", !isQuoted { parts.append("") } else { parts[parts.count - 1].append(character) }
    }
    return parts.dropFirst().map { part in
      let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      return halves.count == 2 ? (halves[0].uppercased(), halves[1], part) : ("", part, part)
    }
  }

  // MARK: Reading

  /// The lines of a file: one that begins with a blank goes on with the one above.
  static func all(in bytes: [UInt8]) -> [PropertyLine] {
    var (lines, start, place) = ([PropertyLine](), 0, 0)
    while place < bytes.count {
      let end = bytes[place...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      if place > start, bytes[place] != 0x20, bytes[place] != 0x09 {
        lines.append(PropertyLine(raw: Array(bytes[start..<place])))
        start = place
      }
      place = end
    }
    if start < bytes.count { lines.append(PropertyLine(raw: Array(bytes[start...]))) }
    return lines
  }

  /// The longest name that is one, with the group before it and folds.
  private static let longestName = 200

  private static func name(_ raw: [UInt8]) -> String {
    let start = unfolded(raw.prefix(longestName))
    guard let end = start.firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ";") }) else { return "" }
    let own = start[..<end].split(separator: UInt8(ascii: ".")).last ?? []
    return String(decoding: own, as: UTF8.self).uppercased()
  }

  private static func unfolded(_ raw: ArraySlice<UInt8>) -> [UInt8] {
    var (out, isStart) = ([UInt8](), false)
    out.reserveCapacity(raw.count)
    for byte in raw {
      if byte == 0x0A {
        if out.last == 0x0D { out.removeLast() }
        isStart = true
      } else if isStart {
        // The blank that a folded line begins with is no part of it.
        isStart = false
      } else {
        out.append(byte)
      }
    }
    if out.starts(with: [0xEF, 0xBB, 0xBF]) { out.removeFirst(3) }
    return out
  }

  private static func colon(_ text: String) -> String.Index? {
    var isQuoted = false
    return text.unicodeScalars.indices.first { place in
      let scalar = text.unicodeScalars[place]
      if scalar == "\"" { isQuoted.toggle() }
      return scalar == ":" && !isQuoted
    }
  }
}

extension StringProtocol {
  /// Without white space at its ends.
  var trimmed: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
