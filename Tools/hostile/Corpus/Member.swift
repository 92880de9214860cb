import CZlib

/// A gzip member of which every field can lie.
struct Member {
  var plain: [UInt8] = []
  /// The deflate stream; nil for that of `plain`.
  var body: [UInt8]?
  var start: [UInt8] = [0x1F, 0x8B, 0x08]
  var flags: UInt8 = 4
  /// The extra field; nil for the one that says the block's length.
  var extra: [UInt8]?
  var blockLength: Int?
  /// What comes between header and body.
  var before: [UInt8] = []
  var sum: UInt32?
  var plainLength: UInt32?

  static let end: [UInt8] = [
    0x1F, 0x8B, 8, 4, 0, 0, 0, 0, 0, 0xFF, 6, 0, 0x42, 0x43, 2, 0, 0x1B, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  ]

  var bytes: [UInt8] {
    let body = body ?? deflated(plain, times: 1, window: -MAX_WBITS)
    let length = blockLength ?? 18 + before.count + body.count + 8 - 1
    let extra = self.extra ?? [0x42, 0x43, 2, 0] + little(UInt32(truncatingIfNeeded: length), 2)
    var out = start + [flags, 0, 0, 0, 0, 0, 0xFF]
    if flags & 4 != 0 { out += little(UInt32(extra.count), 2) + extra }
    let crc = UInt32(truncatingIfNeeded: crc32(0, plain, UInt32(plain.count)))
    return out + before + body + little(sum ?? crc, 4) + little(plainLength ?? UInt32(plain.count), 4)
  }
}

private func little(_ value: UInt32, _ bytes: Int) -> [UInt8] {
  (0..<bytes).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) }
}

/// These bytes, again and again, as one zlib stream of the given window: negative for raw deflate, over 16 for gzip.
func deflated(_ plain: [UInt8], times: Int, window: Int32) -> [UInt8] {
  var stream = z_stream()
  deflateInit2_(&stream, 9, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
  defer { deflateEnd(&stream) }
  var out: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  for round in 1...times {
    plain.withUnsafeBufferPointer { input in
      stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      stream.avail_in = UInt32(input.count)
      var isDone = false
      while !isDone {
        let room = buffer.count
        buffer.withUnsafeMutableBufferPointer { output in
          stream.next_out = output.baseAddress
          stream.avail_out = UInt32(room)
          deflate(&stream, round == times ? Z_FINISH : Z_NO_FLUSH)
        }
        out += buffer[..<(room - Int(stream.avail_out))]
        isDone = stream.avail_out > 0
      }
    }
  }
  return out
}

/// The text of a bundle's blocks.
func inflated(_ file: [UInt8]) throws -> [UInt8] {
  var text: [UInt8] = []
  var rest = file[...]
  while rest.count > 28 {
    let length = Int(rest[rest.startIndex + 16]) | Int(rest[rest.startIndex + 17]) << 8
    text += member(Array(rest.prefix(length + 1)))
    rest = rest.dropFirst(length + 1)
  }
  return text
}

private func member(_ bytes: [UInt8]) -> [UInt8] {
  var stream = z_stream()
  inflateInit2_(&stream, MAX_WBITS + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
  defer { inflateEnd(&stream) }
  var out = [UInt8](repeating: 0, count: 1 << 16)
  bytes.withUnsafeBufferPointer { input in
    out.withUnsafeMutableBufferPointer { output in
      stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      stream.avail_in = UInt32(input.count)
      stream.next_out = output.baseAddress
      stream.avail_out = UInt32(output.count)
      inflate(&stream, Z_FINISH)
    }
  }
  return Array(out[..<Int(stream.total_out)])
}
