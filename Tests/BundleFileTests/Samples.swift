import BundleFile
import HostileCorpus
import Merge
import Model
import SeededNumbers

/// Random histories with every operation and value there is.
struct HistoryMaker {
  var random: SplitMix
  private var subjects: [Subject] = []
  private(set) var streams: [StreamRange] = []
  private(set) var transactions: [Transaction] = []
  private var texts: [(reference: Reference, text: String)] = []

  init(seed: UInt64) { random = SplitMix(seed: seed) }

  mutating func id() -> RowID { RowID(high: random.next(), low: random.next()) }

  /// Adds a stream of transactions; where `start` is given it continues at that position.
  mutating func addStream(
    transactions count: Int, incarnation: Incarnation? = nil, after start: (seq: Int, hash: ChainHash)? = nil
  ) {
    let incarnation = incarnation ?? Incarnation(id())
    var tip: (seq: Int, hash: ChainHash?) = start.map { ($0.seq, $0.hash) } ?? (0, nil)
    var context: [Reference] = []
    for _ in 0..<count {
      if Int.random(in: 0..<5, using: &random) == 0 {
        context = references(Int.random(in: 0..<4, using: &random)).sorted()
      }
      let size = Int.random(in: 1...12, using: &random)
      var changes: [Change] = []
      for _ in 0..<size { changes.append(change()) }
      let transaction = Transaction(
        incarnation: incarnation, first: tip.seq + 1, previous: tip.hash, context: context,
        wall: Int.random(in: -1000...4_000_000_000_000, using: &random),
        command: Bool.random(using: &random) ? string() : "",
        batch: Int.random(in: 0..<4, using: &random) == 0 ? string() : "", changes: changes)
      add(transaction)
      tip = (transaction.last, transaction.hash)
    }
    guard let end = tip.hash else { return }
    streams.append(
      StreamRange(
        incarnation: incarnation, first: (start?.seq ?? 0) + 1, last: tip.seq, before: start?.hash, end: end))
  }

  /// Adds a stream of one transaction.
  mutating func addStream(of transaction: Transaction) {
    add(transaction)
    streams.append(
      StreamRange(
        incarnation: transaction.incarnation, first: transaction.first, last: transaction.last,
        before: transaction.previous, end: transaction.hash))
  }

  mutating func addRange(_ range: StreamRange) { streams.append(range) }

  mutating func add(_ transaction: Transaction) {
    transactions.append(transaction)
    for (index, change) in transaction.changes.enumerated() {
      if case .text(_, let whole) = change.operation { texts.append((transaction.reference(at: index), whole)) }
    }
  }

  /// The history as a bundle's head and its transactions in the head's order.
  func bundle(_ kind: BundleKind = .backup) -> (head: BundleHead, transactions: [Transaction]) {
    let head = BundleHead(kind: kind, streams: streams)
    let ordered = head.streams.flatMap { stream -> [Transaction] in
      var chain: [Transaction] = []
      var wanted: ChainHash? = stream.end
      while let hash = wanted, hash != stream.before {
        guard let transaction = transactions.first(where: { $0.hash == hash }) else { break }
        chain.append(transaction)
        wanted = transaction.previous
      }
      return chain.reversed()
    }
    return (head, ordered)
  }

  mutating func change() -> Change {
    let keep = Int.random(in: 0..<6, using: &random) == 0 ? references(2).sorted() : []
    return Change(subject(), pick(["name", "title", "notes", "é", "é", "x"]), operation(), keep: keep)
  }

  private mutating func operation() -> Merge.Operation {
    switch Int.random(in: 0..<14, using: &random) {
    case 0: .clear
    case 1: .add(string())
    case 2: .remove(string())
    case 3, 4: text()
    case 5: .delete
    case 6: .undelete
    case 7: .restore(dots: references(2), element: string(), bases: references(Int.random(in: 0..<2, using: &random)))
    case 8: .unknown(name: pick(["q", "merge", "é"]), payload: pick(["[]", "[1]", "[{\"a\":[true,\"x\"]},-7]"]))
    default: .set(value())
    }
  }

  private mutating func text() -> Merge.Operation {
    guard let base = texts.randomElement(using: &random) else { return .text(bases: [], whole: longText()) }
    var scalars = Array(base.text.unicodeScalars)
    let at = Int.random(in: 0...scalars.count, using: &random)
    scalars.insert(contentsOf: string().unicodeScalars, at: at)
    var whole = String.UnicodeScalarView()
    whole.append(contentsOf: scalars)
    return .text(bases: [base.reference], whole: String(whole))
  }

  mutating func longText() -> String { (0..<20).map { _ in string() }.joined(separator: "\n") }

  private mutating func value() -> Value {
    switch Int.random(in: 0..<12, using: &random) {
    case 0: .integer(pick([0, 1, -1, 9_007_199_254_740_991, -9_007_199_254_740_991]))
    case 1: .boolean(Bool.random(using: &random))
    case 2: .day(Day(number: Int.random(in: -719_162...2_932_896, using: &random)))
    case 3: .moment(Moment(day: Day(number: 20_000), minute: pick([nil, 0, 1439]), zone: pick([nil, "Europe/Paris"])))
    case 4: .decimal(pick(["0", "-0.50", "52000", "007"]))
    case 5: .reference(subject())
    case 6: .bytes((0..<Int.random(in: 0..<70, using: &random)).map { UInt8(truncatingIfNeeded: $0 &* 37) })
    case 7: .unknown(tag: pick(["q", "geo"]), json: pick(["1", "[1,[2]]", "{\"a\":\"\\u0000\",\"b\":{}}"]))
    default: .string(string())
    }
  }

  mutating func subject() -> Subject {
    if subjects.isEmpty || Int.random(in: 0..<4, using: &random) == 0 {
      subjects.append(Subject(kind: pick(["person", "interview", "é", "é", "zz:new"]), id: id()))
    }
    return pick(subjects)
  }

  private mutating func references(_ count: Int) -> [Reference] {
    (0..<count).map { _ in
      if let known = transactions.randomElement(using: &random), Bool.random(using: &random) { return known.tip }
      let seq = Int.random(in: 1...1_000_000, using: &random)
      return Reference(incarnation: Incarnation(id()), seq: seq, hash: random.next())
    }
  }

  mutating func string() -> String {
    pick([
      "", "a", "Dana Whitfield", "\u{0}\u{1}\u{1F}\u{7F}\"\\/\n\r\t\u{8}\u{C}", "naïve — 日本語 🙂", "c", "e\u{301}",
      "\u{FEFF}\u{202E}",
    ])
  }

  mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[Int.random(in: 0..<choices.count, using: &random)]
  }
}

/// Writes a bundle into memory.
func written(
  _ head: BundleHead, _ transactions: [Transaction], level: CompressionLevel = .normal
) throws -> (bytes: [UInt8], report: BundleReport) {
  var bytes: [UInt8] = []
  let writer = try BundleWriter(head, level: level) { bytes.append(contentsOf: $0) }
  for transaction in transactions { try writer.append(transaction) }
  let report = try writer.finish()
  return (bytes, report)
}

/// Reads a bundle from memory.
func read(
  _ bytes: [UInt8], container: ContainerRule = .strict
) throws -> (transactions: [Transaction], report: BundleReport) {
  var transactions: [Transaction] = []
  let report = try BundleReader.read(
    memorySource(bytes), container: container, transaction: { transactions.append($0) })
  return (transactions, report)
}
