/// Little-endian numbers read from a stretch of memory that outlives the program.
package struct Bytes: @unchecked Sendable {
  let base: UnsafeRawPointer
  package let count: Int

  package init(_ base: UnsafeRawPointer, count: Int) { (self.base, self.count) = (base, count) }

  @inline(__always)
  func u32(_ place: Int) -> UInt32 { UInt32(littleEndian: base.loadUnaligned(fromByteOffset: place, as: UInt32.self)) }
  @inline(__always)
  func u16(_ place: Int) -> UInt16 { UInt16(littleEndian: base.loadUnaligned(fromByteOffset: place, as: UInt16.self)) }
  @inline(__always)
  func i8(_ place: Int) -> Int8 { base.load(fromByteOffset: place, as: Int8.self) }
  @inline(__always)
  func u8(_ place: Int) -> UInt8 { base.load(fromByteOffset: place, as: UInt8.self) }

  func part(_ start: Int, _ length: Int) -> Bytes { Bytes(base + start, count: length) }
}
