import Glibc

/// The blocks of a damaged file that are intact, each found by its first bytes and proven by its sums.
final class IntactBlocks {
  enum Piece {
    case text([UInt8])
    /// Something before the next text is missing.
    case gap
  }

  private let source: ByteSource
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  private var isInGap = false
  /// Blocks that began well and did not hold; a file made of such beginnings must not take for ever.
  private var failures = 0
  private static let failuresAtMost = 100_000

  init(_ source: @escaping ByteSource) { self.source = source }

  /// The next piece; nil where nothing intact follows.
  func next() -> Piece? {
    while failures < Self.failuresAtMost {
      fill()
      guard let (length, plain) = block() else {
        isInGap = true
        guard findNextHeader() else { return nil }
        continue
      }
      if isInGap {
        isInGap = false
        return .gap
      }
      start += length
      return plain.isEmpty ? nil : .text(plain)
    }
    return nil
  }

  /// The intact block at the start, and its length in the file; empty for the one that ends a file.
  private func block() -> (length: Int, plain: [UInt8])? {
    guard buffer.count - start >= BGZF.end.count, buffer[start...].starts(with: BGZF.header) else { return nil }
    let length = (Int(buffer[start + 16]) | Int(buffer[start + 17]) << 8) + 1
    guard length >= BGZF.end.count, length <= buffer.count - start else { return nil }
    let member = buffer[start..<start + length]
    if member.elementsEqual(BGZF.end) { return (length, []) }
    let trailer = member.endIndex - BGZF.trailerLength
    let sum = BGZFReader.number(member[trailer..<trailer + 4])
    let plainLength = Int(BGZFReader.number(member[(trailer + 4)...]))
    guard (1...BGZF.plainLength).contains(plainLength),
      let plain = BGZF.inflated(member[(start + BGZF.headerLength)..<trailer], length: plainLength, crc: sum)
    else {
      failures += 1
      return nil
    }
    return (length, plain)
  }

  /// Moves to the next place that looks like a block's beginning.
  private func findNextHeader() -> Bool {
    start += min(1, buffer.count - start)
    while true {
      fill()
      let found = buffer.withUnsafeBytes { IntactBlocks.header(in: $0, from: start) }
      if let found {
        start = found
        return true
      }
      if isAtEnd { return false }
      start = max(start, buffer.count - BGZF.header.count + 1)
    }
  }

  private static func header(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    var at = start
    while at + BGZF.header.count <= bytes.count, let found = memchr(base + at, Int32(BGZF.header[0]), bytes.count - at)
    {
      at = UnsafeRawPointer(found) - base
      if bytes[at...].starts(with: BGZF.header) { return at }
      at += 1
    }
    return nil
  }

  /// Has at least one whole block in the buffer, unless the file ends. What cannot be read any more counts as its end.
  private func fill() {
    guard !isAtEnd, buffer.count - start < BGZF.memberLength else { return }
    buffer.removeFirst(start)
    start = 0
    var more = [UInt8](repeating: 0, count: 4 * BGZF.memberLength)
    let count = (try? more.withUnsafeMutableBytes { try readFully(source, into: $0) }) ?? 0
    buffer += more[..<count]
    isAtEnd = count < more.count
  }
}
