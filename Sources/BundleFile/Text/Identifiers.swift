import Model

/// Ids in 22 and short hashes in 11 digits of base64url.
enum Identifiers {
  static let idDigits = 22
  static let hashDigits = 11

  /// 128 bits and four zero bits: 60 + 60 + 12.
  static func append(_ id: RowID, to out: inout [UInt8]) {
    Base64.url.append(number: id.high >> 4, digits: 10, to: &out)
    Base64.url.append(number: (id.high & 15) << 56 | id.low >> 8, digits: 10, to: &out)
    Base64.url.append(number: (id.low & 255) << 4, digits: 2, to: &out)
  }

  /// Reads exactly 22 digits whose last four bits are zero, else nil.
  static func id(_ text: UnsafeBufferPointer<UInt8>) -> RowID? {
    guard text.count == idDigits,
      let upper = Base64.url.number(UnsafeBufferPointer(rebasing: text[0..<10])),
      let middle = Base64.url.number(UnsafeBufferPointer(rebasing: text[10..<20])),
      let lower = Base64.url.number(UnsafeBufferPointer(rebasing: text[20..<22])), lower & 15 == 0
    else { return nil }
    return RowID(high: upper << 4 | middle >> 56, low: middle << 8 | lower >> 4)
  }

  /// 64 bits and two zero bits: 60 + 6.
  static func append(hash: UInt64, to out: inout [UInt8]) {
    Base64.url.append(number: hash >> 4, digits: 10, to: &out)
    Base64.url.append(number: (hash & 15) << 2, digits: 1, to: &out)
  }

  /// Reads exactly 11 digits whose last two bits are zero, else nil.
  static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64? {
    guard text.count == hashDigits, let upper = Base64.url.number(UnsafeBufferPointer(rebasing: text[0..<10])),
      let lower = Base64.url.number(UnsafeBufferPointer(rebasing: text[10..<11])), lower & 3 == 0
    else { return nil }
    return upper << 4 | lower >> 2
  }
}
