package import BundleFile
import GRDB
package import Merge
import Model

extension Session {
  /// The runs of transactions the store holds, by stream; those that wait make runs of their own.
  func runs() throws -> [Run] {
    var runs = try streams.all.values.map { stream in
      Run(
        range: StreamRange(
          incarnation: stream.incarnation, first: stream.start, last: stream.last, before: try beforeStart(stream),
          end: stream.hash), source: .stream(stream))
    }
    for transaction in try Pending(db: db).all() { runs.append(transaction: transaction) }
    return runs.sorted { $0.range.order < $1.range.order }
  }

  private func beforeStart(_ stream: Stream) throws -> ChainHash? {
    guard let parent = stream.parent else { return nil }
    return try streams.position(parent, at: stream.start - 1)?.hash
  }

  /// Calls `body` with the transactions of a run, in order.
  func transactions(of run: Run, _ body: (Transaction) throws -> Void) throws {
    switch run.source {
    case .stream(let stream): try log.transactions(of: stream, after: run.range.first - 1, body)
    case .waiting(let transactions): try transactions.forEach(body)
    }
  }
}

/// A stretch of one stream as a bundle carries it.
struct Run {
  enum Source {
    case stream(Stream)
    case waiting([Transaction])
  }

  var range: StreamRange
  var source: Source
}

extension [Run] {
  /// Adds a waiting transaction: to the run it continues, else as a run of its own.
  fileprivate mutating func append(transaction: Transaction) {
    if let previous = transaction.previous,
      let index = lastIndex(where: { run in
        if case .waiting = run.source { run.range.end == previous } else { false }
      }), case .waiting(let before) = self[index].source
    {
      self[index].range.last = transaction.last
      self[index].range.end = transaction.hash
      self[index].source = .waiting(before + [transaction])
    } else {
      append(
        Run(
          range: StreamRange(
            incarnation: transaction.incarnation, first: transaction.first, last: transaction.last,
            before: transaction.previous, end: transaction.hash), source: .waiting([transaction])))
    }
  }
}

extension StreamRange {
  /// The order in which a bundle carries runs.
  fileprivate var order: (Incarnation, Int, ChainHash) { (incarnation, first, end) }
}

extension Store {
  /// Calls `body` with every transaction held, run by run in order, those that wait included; all as of one moment.
  package func send(_ body: (Transaction) throws -> Void) throws {
    try read { session in
      for run in try session.runs() { try session.transactions(of: run, body) }
    }
  }

  /// Writes all changes as a bundle.
  ///
  /// - Returns: what the bundle holds.
  /// - Throws: `StoreError`, `BundleError`.
  package func writeBundle(_ sink: @escaping ByteSink, level: CompressionLevel = .normal) throws -> BundleReport {
    try read { session in
      let runs = try session.runs()
      let writer = try BundleWriter(BundleHead(kind: .backup, streams: runs.map(\.range)), level: level, sink: sink)
      for run in runs { try session.transactions(of: run, writer.append) }
      return try writer.finish()
    }
  }

  /// Writes all changes to a file, which is read back and checked before it appears under its name.
  ///
  /// - Throws: `StoreError`, `BundleError`; then no file was made or replaced.
  package func export(to path: String, replace: Bool, level: CompressionLevel = .normal) throws -> BundleReport {
    try SafeFile.write(to: path, replace: replace) { sink in
      try writeBundle(sink, level: level)
    } readBack: { source in
      _ = try BundleReader.read(source)
    }
  }
}
