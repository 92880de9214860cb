import Merge
import Model

extension JSONWriter {
  /// An id in 22 digits of base64url.
  mutating func id(_ id: RowID) {
    byte(0x22)
    Identifiers.append(id, to: &bytes)
    byte(0x22)
  }

  /// A whole chain hash in 43 digits of base64url.
  mutating func hash(_ hash: ChainHash) {
    byte(0x22)
    Base64.url.append(hash.bytes, to: &bytes)
    byte(0x22)
  }

  /// `"id:seq:hash"`, the incarnation in full, or `"n:seq:hash"` with its ordinal.
  mutating func reference(_ reference: Reference, ordinal: Int? = nil) {
    byte(0x22)
    if let ordinal { integer(ordinal) } else { Identifiers.append(reference.incarnation.id, to: &bytes) }
    byte(UInt8(ascii: ":"))
    integer(reference.seq)
    byte(UInt8(ascii: ":"))
    Identifiers.append(hash: reference.hash, to: &bytes)
    byte(0x22)
  }
}

/// How a reference names its incarnation.
enum IncarnationName {
  case ordinal(Int)
  case full(Incarnation)
}

extension JSONCursor {
  mutating func id() throws -> RowID {
    guard let id = Identifiers.id(try plainString()) else { throw fault("an id that is not 16 bytes of base64url") }
    return id
  }

  mutating func chainHash() throws -> ChainHash {
    guard let bytes = Base64.url.decode(try plainString()), let hash = ChainHash(bytes) else {
      throw fault("a chain hash that is not 32 bytes of base64url")
    }
    return hash
  }

  /// A reference; `resolve` says which incarnation an ordinal stands for, nil for none, and hears of full names.
  mutating func reference(_ resolve: (IncarnationName) throws -> Incarnation?) throws -> Reference {
    let text = try plainString()
    guard let (name, rest) = JSONCursor.cut(text), let (digits, hash) = JSONCursor.cut(rest),
      let seq = JSONCursor.number(digits), seq >= 1, seq <= Limits.integerMagnitude, let short = Identifiers.hash(hash)
    else { throw fault("a reference that is not incarnation:seq:hash") }
    if let ordinal = JSONCursor.number(name) {
      guard let incarnation = try resolve(.ordinal(ordinal)) else {
        throw fault("a reference to a machine that was not named", .inconsistent)
      }
      return Reference(incarnation: incarnation, seq: seq, hash: short)
    }
    guard let id = Identifiers.id(name) else { throw fault("a reference that is not incarnation:seq:hash") }
    _ = try resolve(.full(Incarnation(id)))
    return Reference(incarnation: Incarnation(id), seq: seq, hash: short)
  }

  /// The parts before and after the first colon.
  private static func cut(
    _ text: UnsafeBufferPointer<UInt8>
  ) -> (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>)? {
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    return (UnsafeBufferPointer(rebasing: text[..<colon]), UnsafeBufferPointer(rebasing: text[(colon + 1)...]))
  }

  /// A natural number of at most 16 digits in its shortest form.
  private static func number(_ digits: UnsafeBufferPointer<UInt8>) -> Int? {
    guard (1...16).contains(digits.count), digits[0] != 0x30 || digits.count == 1 else { return nil }
    var value = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      value = value * 10 + Int(digit - 0x30)
    }
    return value
  }
}
