/// Takes bytes to where they go. Called in order, with any number of bytes.
package typealias ByteSink = (UnsafeRawBufferPointer) throws -> Void

/// Fills the buffer with the next bytes and returns how many; 0 only at the end.
package typealias ByteSource = (UnsafeMutableRawBufferPointer) throws -> Int

/// A source over bytes in memory.
package func memorySource(_ bytes: [UInt8]) -> ByteSource {
  var position = 0
  return { buffer in
    let count = min(buffer.count, bytes.count - position)
    bytes.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[position..<position + count])) }
    position += count
    return count
  }
}

/// Reads until the buffer is full or the source ends; returns the number of bytes read.
func readFully(_ source: ByteSource, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
  var filled = 0
  while filled < buffer.count {
    let count = try source(UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
    if count == 0 { break }
    filled += count
  }
  return filled
}

/// Lower-case hexadecimal digits of these bytes.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var out: [UInt8] = []
  for byte in bytes {
    out.append(digits[Int(byte >> 4)])
    out.append(digits[Int(byte & 15)])
  }
  return String(decoding: out, as: UTF8.self)
}

/// Whether two strings have the same bytes; Swift's own comparison takes canonically equivalent ones as equal.
func haveSameBytes(_ left: String, _ right: String) -> Bool {
  var (left, right) = (left, right)
  return left.withUTF8 { left in
    right.withUTF8 { right in
      guard left.count == right.count else { return false }
      for index in 0..<left.count where left[index] != right[index] { return false }
      return true
    }
  }
}
