import BundleFile
import Merge
import Model
import Testing

@Suite struct `What was written is read` {
  @Test(arguments: 1...40)
  func `random histories come back whole, with the same report`(seed: UInt64) throws {
    var maker = HistoryMaker(seed: seed)
    for _ in 0..<Int.random(in: 1...4, using: &maker.random) { maker.addStream(transactions: 15) }
    let (head, transactions) = maker.bundle()
    let (bytes, report) = try written(head, transactions)
    let back = try read(bytes)
    #expect(back.report == report, "seed \(seed)")
    #expect(back.transactions.map(\.hash) == transactions.map(\.hash), "seed \(seed)")
    #expect(back.transactions == transactions, "seed \(seed)")
  }

  @Test func `an empty bundle is a head and an end`() throws {
    let (bytes, report) = try written(BundleHead(kind: .backup, streams: []), [])
    #expect(try read(bytes).report == report)
    #expect(report.changes == 0)
  }

  @Test func `a delta continues where its head says`() throws {
    var maker = HistoryMaker(seed: 7)
    let start = ChainHash(repeatElement(9, count: 32))
    maker.addStream(transactions: 5, after: (seq: 40, hash: try #require(start)))
    let (head, transactions) = maker.bundle(.delta)
    let (bytes, _) = try written(head, transactions)
    #expect(try read(bytes).transactions == transactions)
  }

  @Test func `both suffixes of a fork travel in one bundle`() throws {
    var maker = HistoryMaker(seed: 8)
    let machine = Incarnation(maker.id())
    maker.addStream(transactions: 6, incarnation: machine)
    let fork = maker.transactions[3]
    maker.addStream(transactions: 3, incarnation: machine, after: (fork.last, fork.hash))
    let (head, transactions) = maker.bundle()
    #expect(transactions.count == 9)
    let (bytes, _) = try written(head, transactions)
    #expect(try read(bytes).transactions == transactions)
  }

  @Test func `a history of several segments comes back, at both levels`() throws {
    var maker = HistoryMaker(seed: 9)
    let filler = String(repeating: "The quick brown fox. ", count: 3000)
    maker.addStream(transactions: 20)
    let last = try #require(maker.transactions.last)
    var tip = (seq: last.last, hash: last.hash)
    for number in 0..<160 {
      let changes = [
        Change(maker.subject(), "notes", .text(bases: [], whole: filler + String(number))), maker.change(),
      ]
      let transaction = Transaction(
        incarnation: last.incarnation, first: tip.seq + 1, previous: tip.hash, context: [], wall: number, command: "",
        changes: changes)
      maker.add(transaction)
      tip = (transaction.last, transaction.hash)
    }
    let stream = StreamRange(incarnation: last.incarnation, first: 1, last: tip.seq, before: nil, end: tip.hash)
    let head = BundleHead(kind: .backup, streams: [stream])
    for level in [CompressionLevel.normal, .fast] {
      let (bytes, report) = try written(head, maker.transactions, level: level)
      #expect(report.bytes > 8 << 20)
      #expect(try read(bytes).transactions == maker.transactions)
    }
  }

  @Test func `the same content makes the same bytes`() throws {
    var maker = HistoryMaker(seed: 10)
    maker.addStream(transactions: 30)
    let (head, transactions) = maker.bundle()
    #expect(try written(head, transactions).bytes == written(head, transactions).bytes)
  }

  @Test func `large contents travel as blobs, in transactions of several parts`() throws {
    var maker = HistoryMaker(seed: 11)
    let content = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) }
    let long = String(repeating: "é\n", count: 400_000)
    var changes = (0..<3000).map { _ in maker.change() }
    changes.append(Change(maker.subject(), "content", .set(.bytes(content))))
    changes.append(Change(maker.subject(), "content", .set(.bytes(content))))
    changes.append(Change(maker.subject(), "name", .set(.string(long))))
    changes.append(Change(maker.subject(), "notes", .text(bases: [], whole: long)))
    changes += (0..<3000).map { _ in maker.change() }
    let transaction = Transaction(
      incarnation: Incarnation(maker.id()), first: 1, previous: nil, context: [], wall: 0, command: "", changes: changes
    )
    let stream = StreamRange(
      incarnation: transaction.incarnation, first: 1, last: transaction.last, before: nil, end: transaction.hash)
    let (bytes, _) = try written(BundleHead(kind: .backup, streams: [stream]), [transaction])
    #expect(try read(bytes).transactions == [transaction])
  }

  @Test func `a text edited many times is written as deltas and comes back`() throws {
    var maker = HistoryMaker(seed: 12)
    let subject = maker.subject()
    let machine = Incarnation(maker.id())
    var text = (0..<200).map { "Line \($0): über die Straße, \($0 * 7919 % 1000)." }.joined(separator: "\n")
    var last: Transaction?
    var transactions: [Transaction] = []
    for number in 0..<100 {
      let at = text.index(text.startIndex, offsetBy: number * 37 % text.count)
      text.insert(contentsOf: "ü\(number)", at: at)
      let bases = last.map { [$0.tip] } ?? []
      let transaction = Transaction(
        incarnation: machine, first: number + 1, previous: last?.hash, context: [], wall: 0, command: "",
        changes: [Change(subject, "notes", .text(bases: bases, whole: text))])
      transactions.append(transaction)
      last = transaction
    }
    let end = try #require(last)
    let stream = StreamRange(incarnation: machine, first: 1, last: 100, before: nil, end: end.hash)
    let (bytes, report) = try written(BundleHead(kind: .backup, streams: [stream]), transactions)
    #expect(report.bytes < 10 * text.utf8.count)
    #expect(try read(bytes).transactions == transactions)
  }
}
