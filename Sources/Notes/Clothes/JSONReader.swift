/// A value of JSON (RFC 8259); strings know the places of their scalars in the file.
indirect enum JSONNode {
  case string(TextView), number(String), object([(name: String, value: JSONNode)]), array([JSONNode]), word

  subscript(name: String) -> JSONNode? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  var text: TextView? { if case .string(let view) = self { view } else { nil } }
  var elements: [JSONNode] { if case .array(let all) = self { all } else { [] } }
}

/// Reads JSON from a text that may be cut off.
struct JSONReader {
  enum End { case whole, cut, wrong }

  private let text: [Unicode.Scalar]
  private var place: Int
  private(set) var end = End.whole
  private var isInList = false

  /// No export nests deeper.
  private static let deepest = 64

  init(_ text: [Unicode.Scalar]) { (self.text, place) = (text, 0) }

  /// The value that the text is; nil where it is none, and `end` says why.
  mutating func value() -> JSONNode? {
    let node = value(0)
    blanks()
    if node != nil, place < text.count { end = .wrong }
    return end == .whole ? node : nil
  }

  /// The next of several values, one a line or with commas between them in brackets; nil behind the last whole one.
  mutating func next() -> JSONNode? {
    if !take(","), !isInList { isInList = take("[") }
    blanks()
    guard place < text.count, text[place] != "]" else { return nil }
    return value(1)
  }

  private mutating func fail() -> JSONNode? {
    if end == .whole { end = place >= text.count ? .cut : .wrong }
    return nil
  }

  private mutating func blanks() { while place < text.count, text[place].isSpace { place += 1 } }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    blanks()
    guard place < text.count, text[place] == scalar else { return false }
    place += 1
    return true
  }

  private mutating func value(_ depth: Int) -> JSONNode? {
    blanks()
    guard place < text.count, depth < JSONReader.deepest else { return fail() }
    switch text[place] {
    case "\"": return string().map { .string($0) } ?? fail()
    case "{": return object(depth)
    case "[": return array(depth)
    default: return scalar()
    }
  }

  private mutating func object(_ depth: Int) -> JSONNode? {
    place += 1
    var members = [(name: String, value: JSONNode)]()
    if take("}") { return .object(members) }
    repeat {
      blanks()
      guard place < text.count, text[place] == "\"", let name = string(), take(":"), let value = value(depth + 1) else {
        return fail()
      }
      members.append((Notes.string(name.scalars[...]), value))
    } while take(",")
    return take("}") ? .object(members) : fail()
  }

  private mutating func array(_ depth: Int) -> JSONNode? {
    place += 1
    var all = [JSONNode]()
    if take("]") { return .array(all) }
    repeat {
      guard let value = value(depth + 1) else { return fail() }
      all.append(value)
    } while take(",")
    return take("]") ? .array(all) : fail()
  }

  private mutating func scalar() -> JSONNode? {
    let start = place
    while place < text.count,
      text[place].isASCIILetter || text[place].isASCIIDigit || "+-.".unicodeScalars.contains(text[place])
    {
      place += 1
    }
    let own = Notes.string(text[start..<place])
    if ["true", "false", "null"].contains(own) { return .word }
    return Double(own) != nil ? .number(own) : fail()
  }

  /// A string with its escapes undone; nil where it does not end.
  private mutating func string() -> TextView? {
    var out = TextView()
    place += 1
    while place < text.count, text[place] != "\"" {
      guard text[place] == "\\" else {
        out.append(text[place], place, place + 1)
        place += 1
        continue
      }
      guard place + 1 < text.count else { break }
      let start = place
      let scalar = escaped()
      out.append(scalar, start, place)
    }
    guard place < text.count else { return nil }
    place += 1
    return out
  }

  private mutating func escaped() -> Unicode.Scalar {
    let own = text[place + 1]
    place += 2
    switch own {
    case "n": return "\n"
    case "t": return "\t"
    case "r": return "\r"
    case "b", "f": return " "
    case "u": return unicode()
    default: return own
    }
  }

  /// Behind "\u": four digits, or two halves of a pair.
  private mutating func unicode() -> Unicode.Scalar {
    guard let high = unit() else { return "\u{FFFD}" }
    if (0xD800..<0xDC00).contains(high), place + 1 < text.count, text[place] == "\\", text[place + 1] == "u" {
      place += 2
      if let low = unit(), (0xDC00..<0xE000).contains(low) {
        return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
      }
      return "\u{FFFD}"
    }
    return Unicode.Scalar(high) ?? "\u{FFFD}"
  }

  private mutating func unit() -> UInt32? {
    guard place + 4 <= text.count, let value = UInt32(Notes.string(text[place..<place + 4]), radix: 16) else {
      return nil
    }
    place += 4
    return value
  }
}
