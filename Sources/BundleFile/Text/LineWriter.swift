import Crypto

/// Writes lines, sums what it has written, and sets a check line after each segment.
struct LineWriter {
  private(set) var bytes = 0
  private(set) var lines = 0
  private var sum = SHA256()
  private var segmentStart = 0
  private let sink: ByteSink

  /// Hands each line, with its line feed, to the sink.
  init(_ sink: @escaping ByteSink) { self.sink = sink }

  mutating func write(_ line: [UInt8]) throws {
    try line.withUnsafeBytes {
      sum.update(bufferPointer: $0)
      try sink($0)
    }
    bytes += line.count
    lines += 1
  }

  /// Writes a check line where one is due and says whether it did.
  mutating func check() throws -> Bool {
    guard bytes - segmentStart >= Limits.segmentBytes else { return false }
    var json = JSONWriter()
    json.raw("{\"bytes\":")
    json.integer(bytes)
    json.raw(",\"lines\":")
    json.integer(lines)
    json.raw(",\"sha256\":\"")
    json.bytes.append(contentsOf: digest.utf8)
    json.raw("\",\"t\":\"check\"}\n")
    try write(json.bytes)
    segmentStart = bytes
    return true
  }

  /// SHA-256 of all lines so far, in hexadecimal digits.
  var digest: String { hexadecimal(sum.finalize()) }
}
