import Merge
import Model

/// The state of reading a bundle's lines.
struct TextReader {
  private var head: BundleHead?
  private var decoder = ChangeDecoder(BundleHead(kind: .delta, streams: []))
  private var position = StreamPosition([])
  private var counter = KindCounter()
  private var transactions = 0
  private var context: [Reference]?
  private var segment = 0
  private var segmentStart = 0
  private var assembly: Assembly?
  private var finished: BundleReport?
  /// Transactions before the last check line.
  private var checked = 0

  /// A transaction whose parts are arriving.
  private struct Assembly {
    var line: TransactionLine
    var context: [Reference]
    var changes: [Change]
    var segment: Int
  }

  mutating func read(
    _ reader: LineReader, head: (BundleHead) throws -> Void, transaction: (Transaction) throws -> Void
  ) throws {
    try reader.forEach { line in
      do {
        try take(line, reader, head: head, transaction: transaction)
      } catch let fault as LineFault {
        throw BundleError(fault, line: reader.lines + 1, start: reader.bytes)
      }
    }
    guard finished != nil else {
      if reader.lines == 0 { throw BundleError.notABundle(what: "it holds no text") }
      throw BundleError.incomplete(reader.place)
    }
  }

  /// What has been read before the damage; throws the damage where not even the head has.
  mutating func salvaged(_ damage: BundleError?) throws -> SalvageReport {
    guard let head else { throw damage ?? .notABundle(what: "it has no head") }
    let reached = Dictionary(position.reached.map { ($0.stream, $0.seq) }) { $1 }
    let ranges = head.streams.enumerated().map { stream, range in
      SalvagedRange(range: range, proven: reached[stream].map { [range.first...$0] } ?? [])
    }
    return SalvageReport(
      head: head, damage: damage, transactions: transactions, changes: counter.total, ranges: ranges,
      seal: finished?.seal ?? BundleSeal(),
      checked: damage == nil ? transactions : checked)
  }

  func report() throws -> BundleReport {
    guard let finished else { throw BundleError.incomplete(Place(byte: 0)) }
    return finished
  }

  private mutating func take(
    _ line: UnsafeBufferPointer<UInt8>, _ reader: LineReader, head: (BundleHead) throws -> Void,
    transaction: (Transaction) throws -> Void
  ) throws {
    var cursor = JSONCursor(line)
    guard line.count < Limits.lineBytes else { throw cursor.fault("a line is longer than 8 MiB", .tooLarge) }
    guard UTF8Check.isValid(line) else { throw cursor.fault("it is not UTF-8") }
    guard self.head != nil else { return try takeHead(&cursor, head) }
    guard finished == nil else { throw cursor.fault("there is more after the last line", .inconsistent) }
    let type = LineType(of: line)
    guard type == .check || type == .end || reader.bytes - segmentStart < Limits.segmentBytes else {
      throw cursor.fault("a check line is missing", .inconsistent)
    }
    switch type {
    case .tx: try takePart(&cursor, transaction)
    case .blob:
      guard assembly == nil else { throw cursor.fault("a blob between the parts of a transaction", .inconsistent) }
      try decoder.blobs.add(&cursor)
    case .check: try takeCheck(&cursor, reader)
    case .end: try takeEnd(&cursor, reader)
    case .head: throw cursor.fault("a second head", .inconsistent)
    case nil: throw cursor.fault("a line of a type that this format does not have")
    }
    try cursor.expectEnd()
  }

  // MARK: head, check, end

  private mutating func takeHead(_ cursor: inout JSONCursor, _ body: (BundleHead) throws -> Void) throws {
    guard LineType(of: cursor.bytes) == .head else {
      throw BundleError.notABundle(what: "its first line is not a bundle's")
    }
    guard cursor.bytes.count < Limits.headBytes else {
      throw cursor.fault("the head is longer than \(Limits.headBytes) bytes", .tooLarge)
    }
    let head = try HeadLine.decode(&cursor)
    try cursor.expectEnd()
    self.head = head
    decoder = ChangeDecoder(head)
    position = StreamPosition(head.streams)
    try body(head)
  }

  private mutating func takeCheck(_ cursor: inout JSONCursor, _ reader: LineReader) throws {
    guard reader.bytes - segmentStart >= Limits.segmentBytes else {
      throw cursor.fault("a check line where none belongs", .inconsistent)
    }
    try cursor.openObject()
    try cursor.expectSums(of: reader)
    try cursor.expectField("t")
    _ = try cursor.plainString()
    try cursor.closeObject()
    checked = transactions
    segment += 1
    segmentStart = reader.bytes + cursor.bytes.count + 1
    context = nil
    decoder.startSegment()
  }

  private mutating func takeEnd(_ cursor: inout JSONCursor, _ reader: LineReader) throws {
    if let missing = position.missing { throw cursor.fault(missing, .inconsistent) }
    guard assembly == nil, !decoder.blobs.isWaiting, !decoder.blobs.hasUnused, let head else {
      throw cursor.fault("a transaction is not complete", .inconsistent)
    }
    let report = BundleReport(
      head: head, contentID: reader.digest, transactions: transactions, counts: counter.sorted(), bytes: reader.bytes,
      seal: try EndLine.seal(cursor, head))
    // Two ends are the same when their bytes are: there is one way to write the sums and the counts.
    guard EndLine.encode(report, lines: reader.lines).dropLast().elementsEqual(cursor.bytes) else {
      throw cursor.fault("the sums or counts of the last line do not hold", .damaged)
    }
    try cursor.skipValue()
    finished = report
  }

  // MARK: transactions

  private mutating func takePart(_ cursor: inout JSONCursor, _ body: (Transaction) throws -> Void) throws {
    var changes = assembly?.changes ?? []
    assembly?.changes = []
    if assembly == nil { decoder.startTransaction() }
    let before = changes.count
    let line = try TransactionLine.decode(&cursor, &decoder, changes: &changes)
    guard changes.count > before else { throw cursor.fault("a transaction without changes", .inconsistent) }
    try begin(line, cursor, seq: line.seq - before)
    assembly?.changes = changes
    assembly?.line.part = line.part
    if let hash = line.hash { try complete(hash, cursor, body) }
  }

  /// Starts a transaction with its first part, or checks that a later part continues it.
  private mutating func begin(_ line: TransactionLine, _ cursor: JSONCursor, seq: Int) throws {
    guard let next = position.next, next.stream == line.stream, next.first == seq else {
      throw cursor.fault("change \(line.seq) is not the next one of the ranges that the head lists", .inconsistent)
    }
    if let assembly {
      guard line.part == assembly.line.part + 1, line.parts == assembly.line.parts else {
        throw cursor.fault("a transaction's part is out of order", .inconsistent)
      }
      return
    }
    guard line.part == 1 else { throw cursor.fault("a transaction's first part is missing", .inconsistent) }
    if position.isAtStart && line.context == nil { context = nil }
    guard let context = line.context ?? context else {
      throw cursor.fault("a transaction's context is missing", .inconsistent)
    }
    self.context = context
    assembly = Assembly(line: line, context: context, changes: [], segment: segment)
  }

  private mutating func complete(
    _ hash: LineHash, _ cursor: JSONCursor, _ body: (Transaction) throws -> Void
  ) throws {
    guard let whole = assembly, let next = position.next else { return }
    assembly = nil
    guard whole.changes.reduce(0, { $0 + $1.weight }) <= Limits.transactionWeight else {
      throw cursor.fault("a transaction of more than \(Limits.transactionWeight >> 20) MiB", .tooLarge)
    }
    let read = Transaction(
      incarnation: next.incarnation, first: next.first, previous: next.previous, context: whole.context,
      wall: whole.line.wall ?? 0, command: whole.line.command, batch: whole.line.batch, changes: whole.changes)
    guard let transaction = read.proven(by: hash.whole), transaction.hash.short == hash.short,
      transaction.isErased == (hash.whole != nil)
    else {
      throw cursor.fault("a transaction's chain hash does not hold", .damaged)
    }
    if let problem = position.advance(transaction) { throw cursor.fault(problem, .inconsistent) }
    guard !decoder.blobs.isWaiting, !decoder.blobs.hasUnused else {
      throw cursor.fault("a blob that no change needs", .inconsistent)
    }
    decoder.blobs.removeAll()
    if whole.segment == segment { decoder.remember(transaction.changes, first: transaction.reference(at: 0)) }
    counter.count(transaction.changes)
    if counter.isFull { throw cursor.fault("changes of more than \(Limits.kinds) kinds", .tooLarge) }
    transactions += 1
    try body(transaction)
  }
}
