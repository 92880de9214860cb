extension JSONCursor {
  mutating func integer() throws -> Int {
    try countValue()
    let start = at
    if next == UInt8(ascii: "-") { at += 1 }
    let first = at
    var value = 0
    while (0x30...0x39).contains(next) {
      if at - start >= Limits.integerCharacters { throw fault("a number of too many digits", .tooLarge) }
      value = value * 10 + Int(next - 0x30)
      at += 1
    }
    guard at > first else { throw fault("a number is missing") }
    if bytes[first] == 0x30 && (at > first + 1 || first > start) { throw fault("a number is not in its shortest form") }
    if next == UInt8(ascii: ".") || next | 0x20 == UInt8(ascii: "e") { throw fault("only whole numbers are allowed") }
    guard value <= Limits.integerMagnitude else { throw fault("a number is beyond 2^53 - 1", .tooLarge) }
    return first > start ? -value : value
  }

  mutating func boolean() throws -> Bool {
    try countValue()
    if word("true") { return true }
    if word("false") { return false }
    throw fault("true or false is missing")
  }

  private mutating func word(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard at + count <= bytes.count else { return false }
    for index in 0..<count where bytes[at + index] != text.utf8Start[index] { return false }
    at += count
    return true
  }
}
