/// Bech32 (BIP 173), without its length limit, as age writes keys.
enum Bech32 {
  private static let digits = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)

  static func encode(_ prefix: String, _ bytes: [UInt8]) -> String {
    var values = regroup(bytes, from: 8, to: 5, padding: true) ?? []
    let sum = polymod(expanded(prefix) + values + [0, 0, 0, 0, 0, 0]) ^ 1
    for place in 0..<6 { values.append(UInt8(sum >> UInt32(5 * (5 - place)) & 31)) }
    return prefix + "1" + String(decoding: values.map { digits[Int($0)] }, as: UTF8.self)
  }

  /// The prefix, lower-case, and the bytes; nil for mixed case, a wrong sum, or padding that is not zero.
  static func decode(_ text: String) -> (prefix: String, bytes: [UInt8])? {
    guard text == text.lowercased() || text == text.uppercased() else { return nil }
    let lower = Array(text.lowercased().utf8)
    guard let split = lower.lastIndex(of: UInt8(ascii: "1")), split > 0, lower.count - split > 6,
      lower.allSatisfy({ (33...126).contains($0) })
    else { return nil }
    let prefix = String(decoding: lower[..<split], as: UTF8.self)
    var values: [UInt8] = []
    for digit in lower[(split + 1)...] {
      guard let value = digits.firstIndex(of: digit) else { return nil }
      values.append(UInt8(value))
    }
    guard polymod(expanded(prefix) + values) == 1,
      let bytes = regroup(values.dropLast(6), from: 5, to: 8, padding: false)
    else { return nil }
    return (prefix, bytes)
  }

  private static func expanded(_ prefix: String) -> [UInt8] {
    prefix.utf8.map { $0 >> 5 } + [0] + prefix.utf8.map { $0 & 31 }
  }

  private static func polymod(_ values: [UInt8]) -> UInt32 {
    let generator: [UInt32] = [0x3B6A_57B2, 0x2650_8E6D, 0x1EA1_19FA, 0x3D42_33DD, 0x2A14_62B3]
    return values.reduce(1) { sum, value in
      let top = sum >> 25
      let next = (sum & 0x1FF_FFFF) << 5 ^ UInt32(value)
      return generator.enumerated().reduce(next) { top >> UInt32($1.offset) & 1 == 1 ? $0 ^ $1.element : $0 }
    }
  }

  private static func regroup(_ values: some Sequence<UInt8>, from: UInt32, to: UInt32, padding: Bool) -> [UInt8]? {
    var held: UInt32 = 0
    var bits: UInt32 = 0
    var out: [UInt8] = []
    for value in values {
      held = held << from | UInt32(value)
      bits += from
      while bits >= to {
        bits -= to
        out.append(UInt8(held >> bits))
        held &= (1 << bits) - 1
      }
    }
    if padding {
      if bits > 0 { out.append(UInt8(held << (to - bits))) }
    } else if bits >= from || held != 0 {
      return nil
    }
    return out
  }
}
