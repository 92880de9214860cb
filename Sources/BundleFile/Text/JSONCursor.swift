/// What is wrong with a line, and at which of its bytes; the reader adds the line's place in the text.
struct LineFault: Error {
  enum Kind { case notCanonical, tooLarge, inconsistent, damaged }
  let kind: Kind
  let offset: Int
  let what: String
}

/// A position in one line of canonical JSON. Each call takes one token or throws where the bytes are not in the one form
/// that the writer has. Valid only while the line's bytes are; the line must be valid UTF-8.
struct JSONCursor {
  let bytes: UnsafeBufferPointer<UInt8>
  var at = 0
  private(set) var depth = 0
  private(set) var values = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  func fault(_ what: String, _ kind: LineFault.Kind = .notCanonical) -> LineFault {
    LineFault(kind: kind, offset: at, what: what)
  }

  /// The next byte; 0, which no JSON has, at the end.
  var next: UInt8 { at < bytes.count ? bytes[at] : 0 }

  mutating func expect(_ byte: UInt8) throws {
    guard next == byte else { throw fault("“\(Character(UnicodeScalar(byte)))” is missing") }
    at += 1
  }

  func expectEnd() throws {
    guard at == bytes.count else { throw fault("there is more after the end of the value") }
  }

  mutating func countValue() throws {
    values += 1
    if values > Limits.valuesOfLine { throw fault("more than \(Limits.valuesOfLine) values in a line", .tooLarge) }
  }

  private mutating func open(_ bracket: UInt8) throws {
    try countValue()
    try expect(bracket)
    depth += 1
    if depth > Limits.nesting { throw fault("nested deeper than \(Limits.nesting)", .tooLarge) }
  }

  // MARK: arrays

  mutating func openArray() throws { try open(UInt8(ascii: "[")) }

  /// Whether another element follows; takes the comma before it or the closing bracket.
  mutating func element() throws -> Bool {
    let isFirst = bytes[at - 1] == UInt8(ascii: "[")
    if next == UInt8(ascii: "]") {
      at += 1
      depth -= 1
      return false
    }
    if !isFirst { try expect(UInt8(ascii: ",")) }
    return true
  }

  /// Takes the comma before an element that must follow.
  mutating func nextElement() throws {
    guard try element() else { throw fault("an element is missing") }
  }

  mutating func closeArray() throws {
    try expect(UInt8(ascii: "]"))
    depth -= 1
  }

  // MARK: objects

  mutating func openObject() throws { try open(UInt8(ascii: "{")) }

  /// Takes the key, the comma before and the colon after it, where it is the next one.
  mutating func field(_ name: StaticString) -> Bool {
    let comma = bytes[at - 1] == UInt8(ascii: "{") ? 0 : 1
    let start = at + comma
    let count = name.utf8CodeUnitCount
    guard start + count + 3 <= bytes.count, comma == 0 || bytes[at] == UInt8(ascii: ","),
      bytes[start] == 0x22, bytes[start + count + 1] == 0x22, bytes[start + count + 2] == UInt8(ascii: ":")
    else { return false }
    for index in 0..<count where bytes[start + 1 + index] != name.utf8Start[index] { return false }
    at = start + count + 3
    return true
  }

  mutating func expectField(_ name: StaticString) throws {
    guard field(name) else { throw fault("the key “\(name)” is missing, or another stands where it belongs") }
  }

  mutating func closeObject() throws {
    guard next == UInt8(ascii: "}") else { throw fault("there is a key that does not belong here") }
    at += 1
    depth -= 1
  }
}
