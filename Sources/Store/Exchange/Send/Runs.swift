import BundleFile
import GRDB
import Merge
import Model

/// One range of a bundle: a chain of transactions, each following on the one before.
struct Run {
  var range: StreamRange
  var stretches: [Stretch]
}

extension Session {
  /// The runs of all transactions the store holds, those that wait included.
  func runs() throws -> [Run] {
    try runs(beyond: Coverage(self))
  }

  /// What is not covered, cut at transaction ends: causally closed together with what is, but for the transactions that
  /// wait here too. They are passed on, since whoever gets them may have what they wait for.
  func runs(beyond coverage: Coverage) throws -> [Run] {
    try runs(coverage.waiting.stretches(of: coverage.uncoveredWaiting), coverage.gaps)
  }

  /// What is covered, cut at transaction ends.
  func runs(within coverage: Coverage) throws -> [Run] {
    try runs(coverage.waiting.stretches(of: coverage.coveredWaiting), coverage.parts)
  }

  /// - Parameter changes: those of a stream to carry; both ends of a range are ends of transactions.
  private func runs(_ waiting: [Stretch], _ changes: (Stream) -> [ClosedRange<Int>]) throws -> [Run] {
    let branchings = try self.branchings(waiting)
    let held = try streams.all.values.flatMap { stream in
      try upToSigned(changes(stream), of: stream).flatMap { $0.cut(after: branchings[stream.id] ?? []) }.map {
        try stretch(of: stream, $0)
      }
    }
    return try chained(held + waiting).sorted { $0.range.order < $1.range.order }
  }

  /// What ends before a stream's signed end goes on to it: nobody takes the beginning without.
  private func upToSigned(_ pieces: [ClosedRange<Int>], of stream: Stream) throws -> [ClosedRange<Int>] {
    guard let first = pieces.first, pieces.count > 1 || first.upperBound < stream.last,
      try signatures.signature(of: stream.incarnation, stream.last, stream.hash) != nil
    else { return pieces }
    return [first.lowerBound...stream.last]
  }

  /// Where each stream is left by another, or by what waits.
  private func branchings(_ waiting: [Stretch]) throws -> [Int: Set<Int>] {
    var branchings: [Int: Set<Int>] = [:]
    for stream in streams.all.values {
      if let parent = stream.parent { branchings[parent, default: []].insert(stream.start - 1) }
    }
    for range in waiting.map(\.range) {
      guard let before = range.before else { continue }
      let left = Reference(incarnation: range.incarnation, seq: range.first - 1, hash: before.short)
      if let left = try streams.locate(left) { branchings[left.stream, default: []].insert(left.last) }
    }
    return branchings
  }

  private func stretch(of stream: Stream, _ changes: ClosedRange<Int>) throws -> Stretch {
    let isWhole = changes.upperBound == stream.last
    guard let end = isWhole ? stream.hash : try streams.position(stream.id, at: changes.upperBound)?.hash else {
      throw StoreError.damaged("change \(changes.upperBound) of \(stream.incarnation) is missing from the log")
    }
    let range = StreamRange(
      incarnation: stream.incarnation, first: changes.lowerBound, last: changes.upperBound,
      before: try hash(before: changes.lowerBound, of: stream), end: end)
    return Stretch(range: range, source: .stream(stream))
  }

  private func hash(before first: Int, of stream: Stream) throws -> ChainHash? {
    if first > stream.start { return try streams.position(stream.id, at: first - 1)?.hash }
    guard let parent = stream.parent else { return nil }
    return try streams.position(parent, at: first - 1)?.hash
  }

  /// Calls `body` with the transactions of a run, in order.
  func transactions(
    of run: Run, proof: LogReader.Proof = .here, _ body: (Transaction) throws -> Void
  ) throws {
    for stretch in run.stretches {
      switch stretch.source {
      case .stream(let stream):
        let range = stretch.range
        try log.transactions(of: stream, after: range.first - 1, through: range.last, proof: proof, body)
      case .waiting(let hashes):
        let pending = Pending(db: db)
        for hash in hashes { try body(try pending.transaction(hash)) }
      }
    }
  }

  /// Calls `body` with the transactions of all runs, in order.
  ///
  /// - Parameter progress: told of the changes done and how many there are, once a transaction.
  func transactions(
    of runs: [Run], proof: LogReader.Proof = .here, progress: (_ done: Int, _ of: Int) -> Void = { _, _ in },
    _ body: (Transaction) throws -> Void
  ) throws {
    let total = runs.changes
    var done = 0
    for run in runs {
      try transactions(of: run, proof: proof) { transaction in
        try body(transaction)
        done += transaction.changes.count
        progress(done, total)
      }
    }
  }
}

extension Session {
  /// Runs a write whose reading back proves the chain hashes of these runs. Where that finds damage, the log is read with
  /// proof: it may hold the damage, and then says which transaction has it.
  func blamingLog<T>(_ runs: [Run], _ write: () throws -> T) throws -> T {
    do {
      return try write()
    } catch let error as BundleError {
      if case .file = error { throw error }
      try transactions(of: runs) { _ in }
      throw error
    }
  }
}

extension [Run] {
  var changes: Int { reduce(0) { $0 + $1.range.last - $1.range.first + 1 } }
}

extension ClosedRange<Int> {
  /// The pieces between these elements, each of which ends one.
  fileprivate func cut(after ends: Set<Int>) -> [ClosedRange] {
    var pieces: [ClosedRange] = []
    var first = lowerBound
    for end in ends.sorted() where first <= end && end < upperBound {
      pieces.append(first...end)
      first = end + 1
    }
    return pieces + [first...upperBound]
  }
}

extension StreamRange {
  /// The order in which a bundle carries runs.
  fileprivate var order: (Incarnation, Int, ChainHash) { (incarnation, first, end) }
}
