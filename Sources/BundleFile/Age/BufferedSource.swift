/// Reads lines and then the rest of a source.
final class BufferedSource {
  private let source: ByteSource
  private var buffer: [UInt8] = []
  private var start = 0

  init(_ source: @escaping ByteSource) { self.source = source }

  /// The next line without its line feed, or the rest where the source ends without one; nil at the end. Throws `.encryption`
  /// beyond the limit.
  func line(limit: Int) throws -> (bytes: [UInt8], isWhole: Bool)? {
    var length = 0
    while true {
      if let feed = buffer[(start + length)...].firstIndex(of: 0x0A) {
        let line = Array(buffer[start..<feed])
        start = feed + 1
        guard line.count <= limit else { break }
        return (line, true)
      }
      length = buffer.count - start
      guard length <= limit else { break }
      if try !fill() {
        guard length > 0 else { return nil }
        let line = Array(buffer[start...])
        start = buffer.count
        return (line, false)
      }
    }
    throw BundleError.encryption(what: "a line of its header is too long")
  }

  /// As a `ByteSource`.
  func read(into target: UnsafeMutableRawBufferPointer) throws -> Int {
    guard start < buffer.count else { return try source(target) }
    let count = min(target.count, buffer.count - start)
    buffer.withUnsafeBytes { target.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[start..<start + count])) }
    start += count
    return count
  }

  /// The bytes to come, as far as they are there without a line; reads some if there are none.
  func peek(_ count: Int) throws -> ArraySlice<UInt8> {
    while buffer.count - start < count, try fill() {}
    return buffer[start...].prefix(count)
  }

  private func fill() throws -> Bool {
    var more = [UInt8](repeating: 0, count: 65_536)
    let count = try more.withUnsafeMutableBytes { try source($0) }
    buffer.removeFirst(start)
    start = 0
    buffer += more[..<count]
    return count > 0
  }
}
