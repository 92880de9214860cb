import Crypto
package import Merge
import Model

/// Writes a bundle: head, transactions in the order of the head's streams, end. Holds one segment's names and a few
/// blocks in memory, whatever the size of the bundle.
package final class BundleWriter {
  private let head: BundleHead
  /// Nil where only the sums are wanted.
  private let container: BGZFWriter?
  private var lines: LineWriter
  private var encoder: ChangeEncoder
  private var counter = KindCounter()
  private var transactions = 0
  private var segment = 0
  private var position: StreamPosition
  /// The context last written in this segment for the stream; nil where the next transaction must say its own.
  private var context: [Reference]?

  /// Writes the head. `sink` gets the compressed bytes.
  package convenience init(_ head: BundleHead, level: CompressionLevel = .normal, sink: @escaping ByteSink) throws {
    try self.init(head, into: BGZFWriter(level: level, sink: sink))
  }

  /// Writes nothing and finds the content id that the bundle would have.
  package convenience init(summing head: BundleHead) throws { try self.init(head, into: nil) }

  private init(_ head: BundleHead, into container: BGZFWriter?) throws {
    self.head = head
    self.container = container
    lines = LineWriter { try container?.write($0) }
    encoder = ChangeEncoder(head)
    position = StreamPosition(head.streams)
    try lines.write(try HeadLine.encode(head))
  }

  /// Writes the next transaction of the stream at hand. Throws `notWritable` where it does not fit the head.
  package func append(_ transaction: Transaction) throws {
    try Carriable.check(
      command: transaction.command, batch: transaction.batch, context: transaction.context, changes: transaction.changes
    )
    let isNewStream = position.isAtStart
    if let problem = position.advance(transaction) { throw BundleError.notWritable(what: problem) }
    if isNewStream { context = nil }
    let blobs = try writeBlobs(of: transaction.changes)
    let start = segment
    encoder.startTransaction()
    let parts = BundleWriter.parts(of: transaction.changes)
    for (index, range) in parts.enumerated() {
      encodePart(transaction, range, part: index + 1, of: parts.count, blobs: blobs)
      try lines.write(encoder.json.bytes)
      // The texts are remembered before a check that follows the last part makes memory start anew.
      if index + 1 == parts.count && segment == start { encoder.remember(transaction) }
      try checkIfDue()
    }
    counter.count(transaction.changes)
    if counter.isFull {
      throw BundleError.notWritable(what: "changes of more than \(Limits.kinds) kinds; no bundle holds so many")
    }
    transactions += 1
  }

  /// Writes the end and returns what the bundle holds. Throws `notWritable` where transactions the head names are missing.
  ///
  /// - Parameter seal: gives the signatures for a content id, where the head announces them.
  package func finish(_ seal: (String) throws -> BundleSeal = { _ in BundleSeal() }) throws -> BundleReport {
    if let missing = position.missing { throw BundleError.notWritable(what: missing) }
    let contentID = lines.digest
    let report = BundleReport(
      head: head, contentID: contentID, transactions: transactions, counts: counter.sorted(), bytes: lines.bytes,
      seal: head.isSealed ? try seal(contentID) : BundleSeal())
    try lines.write(EndLine.encode(report, lines: lines.lines))
    try container?.finish()
    return report
  }

  private func checkIfDue() throws {
    guard try lines.check() else { return }
    segment += 1
    context = nil
    encoder.startSegment()
  }

  // MARK: lines

  private func encodePart(
    _ transaction: Transaction, _ range: Range<Int>, part: Int, of parts: Int, blobs: [Int: String]
  ) {
    encoder.json.bytes.removeAll(keepingCapacity: true)
    encoder.json.raw("{")
    if part == 1 {
      encoder.json.raw("\"at\":")
      encoder.json.integer(transaction.wall)
      if !transaction.batch.isEmpty {
        encoder.json.raw(",\"batch\":")
        encoder.json.string(transaction.batch)
      }
      encoder.json.raw(",")
    }
    encoder.json.raw("\"changes\":")
    transaction.changes.withUnsafeBufferPointer { encoder.changes($0, range, blobs: blobs) }
    if part == 1 { encodeOrigin(transaction) }
    if part == parts {
      encoder.json.raw(",\"hash\":\"")
      if transaction.isErased {
        Base64.url.append(transaction.hash.bytes, to: &encoder.json.bytes)
      } else {
        Identifiers.append(hash: transaction.hash.short, to: &encoder.json.bytes)
      }
      encoder.json.raw("\"")
    }
    if parts > 1 {
      encoder.json.raw(",\"part\":[")
      encoder.json.integer(part)
      encoder.json.raw(",")
      encoder.json.integer(parts)
      encoder.json.raw("]")
    }
    encoder.json.raw(",\"seq\":")
    encoder.json.integer(transaction.first + range.lowerBound)
    encoder.json.raw(",\"stream\":")
    encoder.json.integer(position.stream)
    encoder.json.raw(",\"t\":\"tx\"}\n")
  }

  private func encodeOrigin(_ transaction: Transaction) {
    if !transaction.command.isEmpty {
      encoder.json.raw(",\"command\":")
      encoder.json.string(transaction.command)
    }
    if transaction.context != context {
      encoder.json.raw(",\"context\":")
      encoder.references(transaction.context)
      context = transaction.context
    }
  }

  /// Writes the contents too large for a line, each once, and returns their SHA-256 by index of the change.
  private func writeBlobs(of changes: [Change]) throws -> [Int: String] {
    var names: [Int: String] = [:]
    var written: Set<String> = []
    for (index, change) in changes.enumerated() {
      guard let content = change.operation.largeContent else { continue }
      let name = hexadecimal(SHA256.hash(data: content))
      names[index] = name
      guard written.insert(name).inserted else { continue }
      let parts = (content.count + Limits.blobPartBytes - 1) / Limits.blobPartBytes
      for part in 0..<parts {
        let start = part * Limits.blobPartBytes
        let slice = content[start..<min(start + Limits.blobPartBytes, content.count)]
        try lines.write(BlobLine.encode(slice, part: part + 1, of: parts, sha256: name))
        try checkIfDue()
      }
    }
    return names
  }

  /// Ranges of changes of about the same weight.
  private static func parts(of changes: [Change]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    var weight = 0
    for (index, change) in changes.enumerated() {
      let next = change.weight
      if index > start && weight + next > Limits.partWeight {
        parts.append(start..<index)
        (start, weight) = (index, 0)
      }
      weight += next
    }
    parts.append(start..<changes.count)
    return parts
  }
}

extension Operation {
  /// The content of this operation where it is too large for a line.
  fileprivate var largeContent: [UInt8]? {
    switch self {
    case .set(.bytes(let content)) where content.count > Limits.blobPartBytes: content
    case .set(.string(let text)) where text.utf8.count > Limits.inlineStringBytes: Array(text.utf8)
    case .text(_, let whole) where whole.utf8.count > Limits.inlineStringBytes: Array(whole.utf8)
    default: nil
    }
  }
}
