/// Base64 (RFC 4648) in the two forms a bundle uses: the standard alphabet with padding for contents, so that `base64 -d`
/// reads them, and the URL alphabet without padding for ids and hashes. Decoding takes only what encoding writes.
struct Base64: Sendable {
  static let standard = Base64("+/", padded: true)
  /// The standard alphabet without padding, as age headers use it.
  static let unpadded = Base64("+/", padded: false)
  static let url = Base64("-_", padded: false)

  private let digits: [UInt8]
  /// The value of each byte as a digit; 255 for none.
  private let values: [UInt8]
  private let padded: Bool

  private init(_ last: String, padded: Bool) {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8) + Array(last.utf8)
    var values = [UInt8](repeating: 255, count: 256)
    for (value, digit) in digits.enumerated() { values[Int(digit)] = UInt8(value) }
    self.digits = digits
    self.values = values
    self.padded = padded
  }

  func append(_ bytes: some Sequence<UInt8>, to out: inout [UInt8]) {
    var group: UInt32 = 0
    var held = 0
    for byte in bytes {
      group = group << 8 | UInt32(byte)
      held += 1
      if held == 3 {
        appendDigits(group, 4, to: &out)
        (group, held) = (0, 0)
      }
    }
    if held > 0 {
      appendDigits(group << UInt32(8 * (3 - held)), held + 1, to: &out)
      if padded { out.append(contentsOf: repeatElement(0x3D, count: 3 - held)) }
    }
  }

  func encode(_ bytes: some Sequence<UInt8>) -> String {
    var out: [UInt8] = []
    append(bytes, to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  private func appendDigits(_ group: UInt32, _ count: Int, to out: inout [UInt8]) {
    for place in 0..<count { out.append(digits[Int(group >> UInt32(18 - 6 * place) & 63)]) }
  }

  /// The bytes written, or nil where `text` is not exactly what encoding them gives.
  func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
    var count = text.count
    if padded {
      guard count % 4 == 0 else { return nil }
      let padding = text.suffix(2).reversed().prefix { $0 == 0x3D }.count
      count -= padding
    }
    guard count % 4 != 1 else { return nil }
    var out: [UInt8] = []
    out.reserveCapacity(count / 4 * 3 + 2)
    var group: UInt32 = 0
    var held: UInt32 = 0
    for digit in text.prefix(count) {
      let value = values[Int(digit)]
      guard value < 64 else { return nil }
      group = group << 6 | UInt32(value)
      held += 6
      if held >= 8 {
        held -= 8
        out.append(UInt8(truncatingIfNeeded: group >> held))
        group &= (1 << held) - 1
      }
    }
    return group == 0 ? out : nil
  }

  /// The big-endian number that these digits write; nil for a foreign digit. At most 10 digits.
  func number(_ text: UnsafeBufferPointer<UInt8>) -> UInt64? {
    var number: UInt64 = 0
    for digit in text {
      let value = values[Int(digit)]
      guard value < 64 else { return nil }
      number = number << 6 | UInt64(value)
    }
    return number
  }

  /// Appends the lowest `count` times six bits of the number, highest first.
  func append(number: UInt64, digits count: Int, to out: inout [UInt8]) {
    for place in stride(from: 6 * (count - 1), through: 0, by: -6) {
      out.append(digits[Int(number >> UInt64(place) & 63)])
    }
  }
}
