import CZlib

/// Reads any gzip file (RFC 1952) of one or more members, as other tools pack a text anew.
final class GzipReader {
  private let source: ByteSource
  private let inflater = Inflater()
  private var input: [UInt8] = []
  private var inputStart = 0
  private var offset = 0
  private var textBytes = 0
  private var isAtEnd = false

  init(_ source: @escaping ByteSource) { self.source = source }

  /// More of the text; nil after the last member.
  func next() throws -> [UInt8]? {
    while !isAtEnd {
      if inputStart == input.count { try refill() }
      let step = inflater.run(input[inputStart...])
      inputStart += step.taken
      textBytes += step.plain.count
      let place = Place(byte: offset - input.count + inputStart)
      try Expansion.check(text: textBytes, file: place.byte)
      switch step.state {
      case .damaged: throw BundleError.damaged(place, what: "it is not a gzip stream whose sums hold")
      case .memberEnd: try startNextMember()
      case .going: if input.isEmpty { throw BundleError.incomplete(place) }
      }
      if !step.plain.isEmpty { return step.plain }
    }
    return nil
  }

  private func startNextMember() throws {
    if inputStart == input.count { try refill() }
    if input.isEmpty { isAtEnd = true } else { inflater.reset() }
  }

  private func refill() throws {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = try buffer.withUnsafeMutableBytes { try readFully(source, into: $0) }
    input = Array(buffer[..<count])
    inputStart = 0
    offset += count
    if offset > Limits.fileBytes {
      throw BundleError.tooLarge(Place(byte: offset), what: "more than \(Limits.fileBytes >> 30) GiB")
    }
  }
}

/// zlib's inflate over gzip members.
private final class Inflater {
  enum State { case going, memberEnd, damaged }

  /// On the heap: zlib's inner state points back at the stream it was made for.
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private let isReady: Bool

  init() {
    stream.initialize(to: z_stream())
    isReady = inflateInit2_(stream, MAX_WBITS + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
  }

  deinit {
    if isReady { inflateEnd(stream) }
    stream.deallocate()
  }

  func reset() { inflateReset(stream) }

  /// Inflates until 64 KiB have come, the input is used up, or the member ends.
  func run(_ input: ArraySlice<UInt8>) -> (plain: [UInt8], taken: Int, state: State) {
    guard isReady else { return ([], 0, .damaged) }
    var status = Z_OK
    var taken = 0
    let plain = [UInt8](unsafeUninitializedCapacity: 65_536) { out, count in
      input.withUnsafeBufferPointer { bytes in
        stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
        stream.pointee.avail_in = UInt32(bytes.count)
        stream.pointee.next_out = out.baseAddress
        stream.pointee.avail_out = 65_536
        status = inflate(stream, Z_NO_FLUSH)
        taken = bytes.count - Int(stream.pointee.avail_in)
        count = 65_536 - Int(stream.pointee.avail_out)
      }
    }
    switch status {
    case Z_STREAM_END: return (plain, taken, .memberEnd)
    case Z_OK, Z_BUF_ERROR: return (plain, taken, .going)
    default: return (plain, taken, .damaged)
    }
  }
}
