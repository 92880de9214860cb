import CZlib

/// How hard to compress.
package enum CompressionLevel: Int32, Sendable {
  case normal = 6
  case fast = 1
}

/// The blocks of the container: gzip members of at most 64 KiB that say their own length, as `bgzip` of the SAM tools writes
/// them (SAM specification, section 4.1), here with every byte fixed that need not vary.
enum BGZF {
  static let headerLength = 18
  static let trailerLength = 8
  /// Plain bytes of a block at most.
  static let plainLength = 65_280
  static let memberLength = 65_536
  /// The first 16 bytes of each block: gzip, deflate, FEXTRA alone, no time, unknown system, the `BC` subfield.
  static let header: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x04, 0, 0, 0, 0, 0, 0xFF, 6, 0, 0x42, 0x43, 2, 0,
  ]
  /// The empty block that ends a file.
  static let end: [UInt8] = header + [0x1B, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0]

  /// The block that holds these 1...65,280 bytes.
  static func compress(_ plain: [UInt8], level: CompressionLevel) -> [UInt8] {
    let room = memberLength - headerLength - trailerLength
    let body = deflated(plain, level: level.rawValue, room: room) ?? stored(plain)
    var member = header
    member.reserveCapacity(headerLength + body.count + trailerLength)
    let total = headerLength + body.count + trailerLength
    append(UInt32(total - 1), bytes: 2, to: &member)
    member += body
    append(crc(plain), bytes: 4, to: &member)
    append(UInt32(plain.count), bytes: 4, to: &member)
    return member
  }

  static func crc(_ bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBufferPointer { UInt32(truncatingIfNeeded: crc32(0, $0.baseAddress, UInt32($0.count))) }
  }

  private static func append(_ value: UInt32, bytes: Int, to out: inout [UInt8]) {
    for place in 0..<bytes { out.append(UInt8(truncatingIfNeeded: value >> UInt32(8 * place))) }
  }

  /// One raw deflate stream, or nil where it does not fit the room.
  private static func deflated(_ plain: [UInt8], level: Int32, room: Int) -> [UInt8]? {
    var stream = z_stream()
    guard
      deflateInit2_(
        &stream, level, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { deflateEnd(&stream) }
    var isWhole = false
    let body = [UInt8](unsafeUninitializedCapacity: room) { out, count in
      plain.withUnsafeBufferPointer { input in
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = UInt32(input.count)
        stream.next_out = out.baseAddress
        stream.avail_out = UInt32(room)
        isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END
        count = room - Int(stream.avail_out)
      }
    }
    return isWhole ? body : nil
  }

  /// A deflate stream of one stored block (RFC 1951, 3.2.4).
  private static func stored(_ plain: [UInt8]) -> [UInt8] {
    var body: [UInt8] = [1]
    append(UInt32(plain.count), bytes: 2, to: &body)
    append(~UInt32(plain.count), bytes: 2, to: &body)
    return body + plain
  }

  /// The plain bytes of a block's deflate stream; nil where it is not exactly one stream of `length` bytes with this sum.
  static func inflated(_ body: ArraySlice<UInt8>, length: Int, crc sum: UInt32) -> [UInt8]? {
    var stream = z_stream()
    guard inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      return nil
    }
    defer { inflateEnd(&stream) }
    var isExact = false
    let plain = [UInt8](unsafeUninitializedCapacity: plainLength) { out, count in
      body.withUnsafeBufferPointer { input in
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = UInt32(input.count)
        stream.next_out = out.baseAddress
        stream.avail_out = UInt32(plainLength)
        let status = inflate(&stream, Z_FINISH)
        count = plainLength - Int(stream.avail_out)
        isExact = status == Z_STREAM_END && stream.avail_in == 0 && count == length
      }
    }
    return isExact && crc(plain) == sum ? plain : nil
  }
}
