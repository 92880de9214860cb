/// The identity of a row: 16 bytes, a UUID by construction (version 7 for what a person enters, 5 for what must be the same
/// everywhere), any 16 bytes by tolerance.
public struct RowID: Hashable, Sendable {
  public let high: UInt64
  public let low: UInt64

  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Exactly 16 bytes, else nil. Inlinable, so that reading thousands of rows needs no generic code.
  @inlinable
  public init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == 16 else { return nil }
    var (high, low): (UInt64, UInt64) = (0, 0)
    for byte in bytes.prefix(8) { high = high << 8 | UInt64(byte) }
    for byte in bytes.dropFirst(8) { low = low << 8 | UInt64(byte) }
    self.init(high: high, low: low)
  }

  /// UUID version 7 (RFC 9562): 48 bits of Unix milliseconds, the rest random.
  public init(milliseconds: UInt64, random: (UInt64, UInt64)) {
    high = milliseconds << 16 | 0x7000 | (random.0 & 0x0FFF)
    low = 0x8000_0000_0000_0000 | (random.1 & 0x3FFF_FFFF_FFFF_FFFF)
  }

  public var bytes: [UInt8] {
    var out = [UInt8]()
    out.reserveCapacity(16)
    for half in [high, low] {
      for shift in stride(from: 56, through: 0, by: -8) { out.append(UInt8(truncatingIfNeeded: half >> UInt64(shift))) }
    }
    return out
  }
}

extension RowID: Comparable {
  public static func < (left: RowID, right: RowID) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}

extension RowID: CustomStringConvertible, LosslessStringConvertible {
  /// 32 lower-case hexadecimal digits, no dashes: the form that prefixes are cut from.
  public var description: String {
    let digits = Array("0123456789abcdef".utf8)
    var out = [UInt8]()
    out.reserveCapacity(32)
    for byte in bytes {
      out.append(digits[Int(byte >> 4)])
      out.append(digits[Int(byte & 15)])
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Reads the 32 hexadecimal digits and nothing else.
  public init?(_ description: String) {
    let digits = Array(description.utf8)
    guard digits.count == 32 else { return nil }
    var halves: [UInt64] = [0, 0]
    for (index, digit) in digits.enumerated() {
      let value: UInt64
      switch digit {
      case 0x30...0x39: value = UInt64(digit - 0x30)
      case 0x61...0x66: value = UInt64(digit - 0x61 + 10)
      default: return nil
      }
      halves[index / 16] = halves[index / 16] << 4 | value
    }
    self.init(high: halves[0], low: halves[1])
  }
}

/// What a change is about: a row of a kind.
public struct Subject: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The stored name of the kind; may be one this version does not know.
  public var kind: String
  public var id: RowID

  public init(kind: String, id: RowID) {
    self.kind = kind
    self.id = id
  }

  public static func < (left: Subject, right: Subject) -> Bool {
    (left.kind, left.id) < (right.kind, right.id)
  }

  /// `kind:32 hexadecimal digits`.
  public var description: String { kind + ":" + id.description }

  /// Reads the form that `description` writes.
  public init?(_ text: String) {
    guard let colon = text.firstIndex(of: ":"), colon != text.startIndex,
      let id = RowID(String(text[text.index(after: colon)...]))
    else { return nil }
    self.init(kind: String(text[..<colon]), id: id)
  }
}

extension RowID {
  /// What people see and type of an id: the first 8 digits of its second half. The first half of ids made in one second is
  /// alike; the second is random.
  public var short: String { String(description.dropFirst(16).prefix(8)) }

  /// Whether typed digits begin what people see of it, or the whole.
  public func begins(_ typed: String) -> Bool {
    let digits = typed.lowercased()
    return !digits.isEmpty && (description.hasPrefix(digits) || description.dropFirst(16).hasPrefix(digits))
  }
}
