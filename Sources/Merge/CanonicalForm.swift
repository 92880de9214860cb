import Crypto
import Model

/// The expanded canonical form that the chain hash covers: every subject in full, the transaction's own context, for texts
/// the bases and the SHA-256 of the whole text, so that it does not depend on how a bundle was cut.
///
/// Unsigned numbers are LEB128, strings and byte strings are preceded by their length, signed numbers are zigzag LEB128.
enum CanonicalForm {
  static func hash(
    incarnation: Incarnation, first: Int, previous: ChainHash?, context: [Reference], wall: Int, command: String,
    batch: String, changes: [Change]
  ) -> ChainHash {
    var out = CanonicalWriter()
    out.raw(previous?.bytes ?? Array(repeating: 0, count: 32))
    out.byte(1)
    out.id(incarnation.id)
    out.unsigned(first)
    out.signed(wall)
    out.string(command)
    out.string(batch)
    out.references(context)
    out.unsigned(changes.count)
    for change in changes { out.change(change) }
    return ChainHash(digest(out.bytes))
  }

  static func digest(_ bytes: [UInt8]) -> SHA256.Digest { SHA256.hash(data: bytes) }
}

extension ChainHash {
  fileprivate init(_ digest: SHA256.Digest) {
    self.init(trusted: digest.withUnsafeBytes { Array($0) })
  }
}

/// Appends the parts of the canonical form to a byte array.
private struct CanonicalWriter {
  var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(4096) }

  mutating func byte(_ value: UInt8) { bytes.append(value) }
  mutating func raw(_ value: [UInt8]) { bytes.append(contentsOf: value) }

  mutating func unsigned(_ value: Int) { leb128(UInt64(bitPattern: Int64(value))) }

  mutating func signed(_ value: Int) {
    leb128(UInt64(bitPattern: Int64((value << 1) ^ (value >> 63))))
  }

  private mutating func leb128(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func string(_ value: String) {
    let utf8 = value.utf8
    unsigned(utf8.count)
    bytes.append(contentsOf: utf8)
  }

  mutating func id(_ value: RowID) {
    word(value.high)
    word(value.low)
  }

  private mutating func word(_ value: UInt64) {
    withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func references(_ list: [Reference]) {
    unsigned(list.count)
    for reference in list {
      id(reference.incarnation.id)
      unsigned(reference.seq)
      word(reference.hash)
    }
  }

  mutating func change(_ change: Change) {
    string(change.subject.kind)
    id(change.subject.id)
    string(change.field)
    operation(change.operation)
    references(change.keep)
  }

  private mutating func operation(_ operation: Operation) {
    switch operation {
    case .set(let value):
      byte(1)
      self.value(value)
    case .clear: byte(2)
    case .add(let element):
      byte(3)
      string(element)
    case .remove(let element):
      byte(4)
      string(element)
    case .text(let bases, let whole):
      byte(5)
      references(bases)
      bytes.append(contentsOf: CanonicalForm.digest(Array(whole.utf8)))
    case .delete: byte(6)
    case .undelete: byte(7)
    case .restore(let dots, let element, let bases):
      byte(8)
      references(dots)
      string(element)
      references(bases)
    case .forget(let changes, let transactions):
      byte(10)
      references(changes)
      references(transactions)
    case .erased(let bases):
      byte(11)
      references(bases)
    case .unknown(let name, let payload):
      byte(9)
      string(name)
      string(payload)
    }
  }

  /// Long byte strings enter as their digest, so that a stream can be checked without holding a whole content.
  private mutating func value(_ value: Value) {
    switch value {
    case .string(let text):
      byte(1)
      string(text)
    case .integer(let number):
      byte(2)
      signed(number)
    case .boolean(let flag): byte(flag ? 4 : 3)
    case .day(let day):
      byte(5)
      signed(day.number)
    case .moment(let moment):
      byte(6)
      string(moment.description)
    case .decimal(let digits):
      byte(7)
      string(digits)
    case .reference(let subject):
      byte(8)
      string(subject.kind)
      id(subject.id)
    case .bytes(let content):
      byte(9)
      bytes.append(contentsOf: CanonicalForm.digest(content))
    case .unknown(let tag, let json):
      byte(10)
      string(tag)
      string(json)
    }
  }
}
