import Glibc

/// A charset that a mail, a card or a rich text names, decoded by the C library.
final class Charset {
  private let descriptor: iconv_t
  /// What each byte stands for by itself, where the charset has one byte a character.
  private let single: [Unicode.Scalar]?

  /// Nil for a name that the C library does not know.
  init?(_ name: String) {
    guard !name.isEmpty, name.utf8.count < 40, name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x2F }),
      let opened = iconv_open("UTF-32LE", name), Int(bitPattern: opened) != -1
    else { return nil }
    descriptor = opened
    single = Charset.table(opened)
  }

  deinit { iconv_close(descriptor) }

  /// The characters of bytes that know their places; U+FFFD for what is none.
  func decode(_ bytes: MappedBytes, into view: inout TextView) {
    if let single {
      for (place, byte) in bytes.bytes.enumerated() {
        view.append(single[Int(byte)], Int(bytes.starts[place]), Int(bytes.ends[place]))
      }
      return
    }
    iconv(descriptor, nil, nil, nil, nil)
    var start = 0
    while start < bytes.bytes.count {
      let (scalars, length) = Charset.character(descriptor, bytes.bytes, start)
      let end = length > 0 ? start + length : bytes.bytes.count
      for scalar in scalars { view.append(scalar, Int(bytes.starts[start]), Int(bytes.ends[end - 1])) }
      start = end
    }
  }

  /// The character that begins at a byte, or what switches the charset's state, and how many bytes it takes; no bytes where the
  /// text ends inside of one.
  private static func character(_ descriptor: iconv_t, _ bytes: [UInt8], _ start: Int) -> ([Unicode.Scalar], Int) {
    for length in 1...min(8, bytes.count - start) {
      var input = bytes[start..<start + length].map { CChar(bitPattern: $0) }
      var out = [UInt32](repeating: 0, count: 4)
      var (inLeft, outLeft) = (length, 16)
      let status = input.withUnsafeMutableBufferPointer { from in
        out.withUnsafeMutableBytes { to in
          var source = from.baseAddress
          var target = to.baseAddress?.assumingMemoryBound(to: CChar.self)
          return iconv(descriptor, &source, &inLeft, &target, &outLeft)
        }
      }
      if status != -1 {
        return (out.prefix((16 - outLeft) / 4).map { Unicode.Scalar($0) ?? "\u{FFFD}" }, length)
      }
      if errno != EINVAL { return (["\u{FFFD}"], 1) }
    }
    return (["\u{FFFD}"], 0)
  }

  /// Nil where some byte does not stand alone, or where bytes change what others mean.
  private static func table(_ descriptor: iconv_t) -> [Unicode.Scalar]? {
    var out = [Unicode.Scalar]()
    for byte in UInt8.min...UInt8.max {
      iconv(descriptor, nil, nil, nil, nil)
      let (scalars, length) = character(descriptor, [byte], 0)
      guard scalars.count == 1, length == 1 else { return nil }
      out.append(scalars[0])
    }
    return out
  }
}
