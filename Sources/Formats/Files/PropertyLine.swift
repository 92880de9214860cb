/// A property as it stands in a file, with its folds and its line end.
package struct PropertyLine: Sendable {
  let raw: [UInt8]
  /// In capitals, without the group before it; empty for what is no property, no UTF-8 or too long to be read.
  package let name: String
  /// What stands before the colon.
  package let head: String
  /// What stands behind it, escapes and all.
  package let value: String

  private init(raw: [UInt8]) {
    self.raw = raw
    guard raw.count <= PropertyFile.longestRead, let text = String(validating: Self.unfolded(raw), as: UTF8.self),
      let colon = Self.colon(text)
    else {
      (name, head, value) = ("", "", "")
      return
    }
    head = String(text.unicodeScalars[..<colon])
    value = String(text.unicodeScalars[text.unicodeScalars.index(after: colon)...])
    let own = head.prefix { $0 != ";" }.split(separator: ".").last ?? ""
    name = own.uppercased()
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

  /// Whether it is marked as the one to use first.
  package var isPreferred: Bool {
    parameters.contains { parameter in
      parameter.name == "PREF" || parameter.value.uppercased().split(separator: ",").contains("PREF")
    }
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

  private static func unfolded(_ raw: [UInt8]) -> [UInt8] {
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
