/// The commonest words by the hashes of their letters, each in classes of three sizes.
///
/// A table of slots of eight bytes, a power of two of them: the word's hash and its packed classes (zero: an empty slot).
package struct WordClasses: Sendable {
  let bytes: Bytes
  private let mask: Int

  init(_ bytes: Bytes) {
    self.bytes = bytes
    mask = bytes.count / 8 - 1
  }

  @inline(__always)
  func of(_ key: UInt32) -> UInt32 {
    guard mask > 0 else { return 0 }
    var slot = Int(key) & mask
    while true {
      let value = bytes.u32(slot * 8 + 4)
      if value == 0 { return 0 }
      if bytes.u32(slot * 8) == key { return value }
      slot = (slot + 1) & mask
    }
  }

  /// Classes of a word at a level: 0 of 128, 1 of 512, 2 of 2,048.
  @inline(__always)
  static func level(_ classes: UInt32, _ level: Int) -> UInt32 {
    switch level {
    case 0: classes >> 20 & 0x7F
    case 1: classes >> 11 & 0x1FF
    default: classes & 0x7FF
    }
  }
}
