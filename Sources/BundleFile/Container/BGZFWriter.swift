import Glibc

/// Cuts text into blocks, compresses them on all cores and hands them on in order. A block is the longest run of whole
/// lines that fits; a longer line is cut every 65,280 bytes.
package final class BGZFWriter {
  private let level: CompressionLevel
  private let sink: ByteSink
  private var pending: [UInt8] = []
  private let work = OrderedWork<[UInt8]>()

  package init(level: CompressionLevel, sink: @escaping ByteSink) {
    self.level = level
    self.sink = sink
  }

  package func write(_ bytes: UnsafeRawBufferPointer) throws {
    pending.append(contentsOf: bytes)
    var start = 0
    while pending.count - start > BGZF.plainLength {
      let cut = cutAfterLastLine(from: start)
      try submit(Array(pending[start..<cut]))
      start = cut
    }
    pending.removeFirst(start)
  }

  private func cutAfterLastLine(from start: Int) -> Int {
    let limit = start + BGZF.plainLength
    return pending.withUnsafeBufferPointer { $0[start..<limit].lastIndex(of: 0x0A).map { $0 + 1 } ?? limit }
  }

  private func submit(_ block: [UInt8]) throws {
    if work.isFull { try passOn() }
    let level = self.level
    work.put { BGZF.compress(block, level: level) }
  }

  private func passOn() throws {
    if let member = try work.take() { try member.withUnsafeBytes(sink) }
  }

  package func finish() throws {
    if !pending.isEmpty { try submit(pending) }
    pending = []
    while !work.isEmpty { try passOn() }
    try BGZF.end.withUnsafeBytes(sink)
  }
}
