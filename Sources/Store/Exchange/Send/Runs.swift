import BundleFile
import GRDB
import Merge
import Model

/// A stretch of one stream as a bundle carries it.
struct Run {
  enum Source {
    case stream(Stream)
    /// Transactions that wait, in order.
    case waiting([ChainHash])
  }

  var range: StreamRange
  var source: Source
}

extension Session {
  /// The runs of transactions the store holds, by stream; those that wait make runs of their own.
  func runs() throws -> [Run] {
    try runs(beyond: Coverage(self))
  }

  /// What is not covered, cut at transaction ends: causally closed together with what is, but for the transactions that
  /// wait here too. They are passed on, since whoever gets them may have what they wait for.
  func runs(beyond coverage: Coverage) throws -> [Run] {
    let runs = try streams.all.values.flatMap { stream in
      try coverage.gaps(of: stream).map { try run(of: stream, $0) }
    }
    return (runs + coverage.waiting.runs(of: coverage.uncoveredWaiting)).sorted { $0.range.order < $1.range.order }
  }

  /// What is covered, cut at transaction ends.
  func runs(within coverage: Coverage) throws -> [Run] {
    let runs = try streams.all.values.flatMap { stream in
      try coverage.parts(of: stream).map { try run(of: stream, $0) }
    }
    return (runs + coverage.waiting.runs(of: coverage.coveredWaiting)).sorted { $0.range.order < $1.range.order }
  }

  /// Both ends of `changes` are ends of transactions.
  private func run(of stream: Stream, _ changes: ClosedRange<Int>) throws -> Run {
    let isWhole = changes.upperBound == stream.last
    guard let end = isWhole ? stream.hash : try streams.position(stream.id, at: changes.upperBound)?.hash else {
      throw StoreError.damaged("change \(changes.upperBound) of \(stream.incarnation) is missing from the log")
    }
    let range = StreamRange(
      incarnation: stream.incarnation, first: changes.lowerBound, last: changes.upperBound,
      before: try hash(before: changes.lowerBound, of: stream), end: end)
    return Run(range: range, source: .stream(stream))
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
    switch run.source {
    case .stream(let stream):
      try log.transactions(of: stream, after: run.range.first - 1, through: run.range.last, proof: proof, body)
    case .waiting(let hashes):
      let pending = Pending(db: db)
      for hash in hashes { try body(try pending.transaction(hash)) }
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

extension StreamRange {
  /// The order in which a bundle carries runs.
  fileprivate var order: (Incarnation, Int, ChainHash) { (incarnation, first, end) }
}
