import Merge
import Model

/// Reads what stands behind the first damage of a bundle: from each check line, where names, contexts and bases start
/// anew, to the next damage.
struct ResumedReader {
  private let head: BundleHead
  /// Text up to here has been read already.
  private let textBefore: Int
  private var decoder: ChangeDecoder
  private var isReading = false
  private var isAtEnd = false
  private var carried: [UInt8] = []
  private var context: (stream: Int, references: [Reference])?
  private var assembly: Assembly?
  /// The last transaction of each stream that is proven from the stream's beginning.
  private var tips: [Int: (seq: Int, hash: ChainHash)] = [:]
  private var proven = Taken()
  private var loose = Taken()
  private var seal = BundleSeal()

  private struct Assembly {
    var line: TransactionLine
    var context: [Reference]
    var changes: [Change]
    var isInOneSegment = true
  }

  /// What has been handed over.
  private struct Taken {
    var transactions = 0
    var changes = 0
    var ranges: [Int: [ClosedRange<Int>]] = [:]

    mutating func add(_ stream: Int, _ range: ClosedRange<Int>) {
      transactions += 1
      changes += range.count
      if let last = ranges[stream]?.last, last.upperBound + 1 == range.lowerBound {
        ranges[stream]?.removeLast()
        ranges[stream, default: []].append(last.lowerBound...range.upperBound)
      } else {
        ranges[stream, default: []].append(range)
      }
    }
  }

  init(_ head: BundleHead, after textBefore: Int) {
    self.head = head
    self.textBefore = textBefore
    decoder = ChangeDecoder(head)
  }

  mutating func read(
    _ blocks: IntactBlocks, transaction: (Transaction) throws -> Void, loose: (LooseTransaction) throws -> Void
  ) throws {
    while !isAtEnd, let piece = blocks.next() {
      switch piece {
      case .gap:
        carried = []
        stop()
      case .text(let text):
        carried += text
        try takeLines(transaction, loose)
      }
    }
  }

  func add(to report: inout SalvageReport) {
    report.transactions += proven.transactions
    report.changes += proven.changes
    (report.looseTransactions, report.looseChanges) = (loose.transactions, loose.changes)
    report.seal = seal
    for stream in report.ranges.indices {
      report.ranges[stream].proven += proven.ranges[stream] ?? []
      report.ranges[stream].loose += loose.ranges[stream] ?? []
    }
  }

  // MARK: lines

  private mutating func takeLines(
    _ transaction: (Transaction) throws -> Void, _ loose: (LooseTransaction) throws -> Void
  ) throws {
    let text = carried
    carried = []
    var start = 0
    while let feed = text[start...].firstIndex(of: 0x0A) {
      let line = Array(text[start..<feed])
      start = feed + 1
      let found = line.withUnsafeBufferPointer { take($0) }
      switch found {
      case .proven(let found): try transaction(found)
      case .loose(let found): try loose(found)
      case nil: break
      }
    }
    if text.count - start < Limits.lineBytes { carried = Array(text[start...]) } else { stop() }
  }

  private enum Found {
    case proven(Transaction)
    case loose(LooseTransaction)
  }

  /// What a line completes. One that cannot be read ends the reading until the next check line.
  private mutating func take(_ line: UnsafeBufferPointer<UInt8>) -> Found? {
    var cursor = JSONCursor(line)
    guard UTF8Check.isValid(line), let type = LineType(of: line) else {
      stop()
      return nil
    }
    do {
      switch type {
      case .check: try takeCheck(&cursor)
      case .end:
        isAtEnd = true
        seal = try EndLine.seal(cursor, head)
      case .blob where isReading: takeBlob(&cursor)
      case .tx where isReading: return try takePart(&cursor)
      default: break
      }
    } catch {
      stop()
    }
    return nil
  }

  private mutating func stop() {
    isReading = false
    assembly = nil
    decoder.blobs.removeAll()
  }

  private mutating func takeCheck(_ cursor: inout JSONCursor) throws {
    try cursor.openObject()
    try cursor.expectField("bytes")
    guard try cursor.integer() >= textBefore else { return }
    decoder.startSegment()
    context = nil
    assembly?.isInOneSegment = false
    isReading = true
  }

  /// The rest of a content whose beginning is lost is of no use.
  private mutating func takeBlob(_ cursor: inout JSONCursor) {
    do { try decoder.blobs.add(&cursor) } catch { decoder.blobs.removeAll() }
  }

  // MARK: transactions

  private mutating func takePart(_ cursor: inout JSONCursor) throws -> Found? {
    if assembly == nil { decoder.startTransaction() }
    var changes = assembly?.changes ?? []
    let line = try TransactionLine.decode(&cursor, &decoder, changes: &changes)
    guard head.streams.indices.contains(line.stream) else { throw cursor.fault("no such stream", .inconsistent) }
    if line.part == 1 {
      let known = context?.stream == line.stream ? context?.references : nil
      guard let references = line.context ?? known else { throw cursor.fault("a context is missing", .inconsistent) }
      context = (line.stream, references)
      assembly = Assembly(line: line, context: references, changes: changes)
    } else {
      // Its beginning is lost; its names are needed all the same.
      guard let before = assembly, before.line.stream == line.stream, before.line.part + 1 == line.part else {
        assembly = nil
        return nil
      }
      assembly?.changes = changes
      assembly?.line.part = line.part
    }
    guard let hash = line.hash, let whole = assembly else { return nil }
    assembly = nil
    decoder.blobs.removeAll()
    return try complete(whole, hash, cursor)
  }

  private mutating func complete(_ whole: Assembly, _ hash: LineHash, _ cursor: JSONCursor) throws -> Found {
    let (stream, first) = (whole.line.stream, whole.line.seq)
    let range = head.streams[stream]
    let last = first + whole.changes.count - 1
    guard first >= range.first, last <= range.last,
      whole.changes.reduce(0, { $0 + $1.weight }) <= Limits.transactionWeight
    else { throw cursor.fault("a transaction beyond its range", .inconsistent) }
    let origin = Reference(incarnation: range.incarnation, seq: first, hash: hash.short)
    if whole.isInOneSegment { decoder.remember(whole.changes, first: origin) }
    guard first == range.first || tips[stream]?.seq == first - 1 else {
      loose.add(stream, first...last)
      return .loose(
        LooseTransaction(
          incarnation: range.incarnation, first: first, context: whole.context, wall: whole.line.wall ?? 0,
          command: whole.line.command, batch: whole.line.batch, changes: whole.changes, hash: hash.short))
    }
    let read = Transaction(
      incarnation: range.incarnation, first: first, previous: tips[stream]?.hash ?? range.before,
      context: whole.context, wall: whole.line.wall ?? 0, command: whole.line.command, batch: whole.line.batch,
      changes: whole.changes)
    guard let transaction = read.proven(by: hash.whole), transaction.hash.short == hash.short,
      transaction.isErased == (hash.whole != nil), last < range.last || transaction.hash == range.end
    else {
      throw cursor.fault("a transaction's chain hash does not hold", .damaged)
    }
    tips[stream] = (last, transaction.hash)
    proven.add(stream, first...last)
    return .proven(transaction)
  }
}
