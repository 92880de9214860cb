import Crypto
import Glibc

/// Cuts blocks of text into lines and sums them.
final class LineReader {
  private let nextBlock: () throws -> [UInt8]?
  /// The start of a line that goes on in the next block.
  private var carried: [UInt8] = []
  /// Text before the line at hand.
  private(set) var bytes = 0
  private(set) var lines = 0
  private var sum = SHA256()

  init(_ nextBlock: @escaping () throws -> [UInt8]?) { self.nextBlock = nextBlock }

  /// SHA-256 of the text before the line at hand, in hexadecimal digits.
  var digest: String { hexadecimal(sum.finalize()) }
  var place: Place { Place(line: lines + 1, byte: bytes) }

  /// Calls `body` with each line, without its line feed. Throws `incomplete` where the last one has none.
  func forEach(_ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
    while let block = try nextBlock() {
      try block.withUnsafeBufferPointer { try read($0, body) }
    }
    guard carried.isEmpty else { throw BundleError.incomplete(Place(line: lines + 1, byte: bytes + carried.count)) }
  }

  private func read(
    _ block: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    var start = 0
    while start < block.count {
      let rest = UnsafeBufferPointer(rebasing: block[start...])
      guard let base = rest.baseAddress, let found = memchr(base, 0x0A, rest.count) else {
        try carry(rest)
        return
      }
      let feed = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if carried.isEmpty {
        try take(UnsafeBufferPointer(rebasing: rest[...feed]), body)
      } else {
        try carry(UnsafeBufferPointer(rebasing: rest[...feed]))
        let line = carried
        carried.removeAll(keepingCapacity: line.count <= 1 << 20)
        try line.withUnsafeBufferPointer { try take($0, body) }
      }
      start += feed + 1
    }
  }

  private func carry(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    carried.append(contentsOf: bytes)
    if carried.count > Limits.lineBytes {
      throw BundleError.tooLarge(place, what: "a line is longer than \(Limits.lineBytes >> 20) MiB")
    }
  }

  /// One line with its line feed.
  private func take(
    _ line: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    try body(UnsafeBufferPointer(rebasing: line.dropLast()))
    sum.update(bufferPointer: UnsafeRawBufferPointer(line))
    bytes += line.count
    lines += 1
  }
}
