import BundleFile
import Merge

/// Which parts of what this store holds somebody else holds too, by the ranges that bundles name or by what a machine had
/// seen: parts of its streams, and transactions that wait here.
struct Coverage {
  /// Covered changes of each stream, by the stream's local number, in any order.
  private var covered: [Int: [ClosedRange<Int>]] = [:]
  /// The waiting transactions that are covered.
  private(set) var coveredWaiting: Set<ChainHash> = []
  private let streams: Streams
  let waiting: WaitingChains

  init(_ session: Session) throws {
    streams = session.streams
    waiting = try WaitingChains(session.db)
  }

  /// Covers a range that a bundle holds. One whose end this store does not have covers nothing here.
  mutating func add(_ range: StreamRange) throws {
    if let position = try position(of: range) {
      cover(position.stream, from: range.first, through: range.last)
    } else if let rest = coverWaiting(range) {
      try add(rest)
    }
  }

  /// Covers a range and all that its author had seen: what a store that took the bundle in holds.
  mutating func addClosed(_ range: StreamRange) throws {
    if let position = try position(of: range) {
      try addClosed(position)
    } else if let rest = coverWaiting(range) {
      try addClosed(rest)
    }
  }

  /// Covers what of the range waits here; returns what of it comes before, nil where nothing waits or nothing comes before.
  private mutating func coverWaiting(_ range: StreamRange) -> StreamRange? {
    guard let tail = waiting.tail(of: range) else { return nil }
    coveredWaiting.formUnion(tail.hashes)
    return tail.rest
  }

  /// Covers all that the author of this transaction held once it was written.
  mutating func addClosed(_ position: Position) throws {
    cover(position.stream, from: 1, through: position.last)
    for (stream, seq) in try streams.seen(context: position.context) { cover(stream, from: 1, through: seq) }
  }

  private func position(of range: StreamRange) throws -> Position? {
    let end = Reference(incarnation: range.incarnation, seq: range.last, hash: range.end.short)
    return try streams.locate(end).flatMap { $0.hash == range.end && $0.last == range.last ? $0 : nil }
  }

  /// Follows a fork back into the stream it left.
  private mutating func cover(_ stream: Int, from first: Int, through last: Int) {
    guard let info = streams.all[stream] else { return }
    let start = max(first, info.start)
    if start <= last { covered[stream, default: []].append(start...last) }
    if first < info.start, let parent = info.parent { cover(parent, from: first, through: info.start - 1) }
  }

  /// What is not covered of a stream, in order.
  func gaps(of stream: Stream) -> [ClosedRange<Int>] {
    var gaps: [ClosedRange<Int>] = []
    var next = stream.start
    for range in (covered[stream.id] ?? []).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if range.lowerBound > next { gaps.append(next...range.lowerBound - 1) }
      next = max(next, range.upperBound + 1)
    }
    if next <= stream.last { gaps.append(next...stream.last) }
    return gaps
  }

  /// Covers what another coverage does not.
  mutating func addGaps(of other: Coverage) {
    for stream in streams.all.values { covered[stream.id, default: []] += other.gaps(of: stream) }
    coveredWaiting.formUnion(other.uncoveredWaiting)
  }

  var uncoveredWaiting: Set<ChainHash> { waiting.all.subtracting(coveredWaiting) }

  /// What is covered of a stream, in order, in as few pieces as there are.
  func parts(of stream: Stream) -> [ClosedRange<Int>] {
    var rest = self
    rest.covered = [stream.id: gaps(of: stream)]
    return rest.gaps(of: stream)
  }

  /// Whether all of a range is covered; false where this store does not hold it.
  func contains(_ range: StreamRange) throws -> Bool {
    guard let position = try position(of: range) else {
      guard let tail = waiting.tail(of: range), coveredWaiting.isSuperset(of: tail.hashes) else { return false }
      return try tail.rest.map(contains) ?? true
    }
    return isCovered(position.stream, from: range.first, through: range.last)
  }

  private func isCovered(_ stream: Int, from first: Int, through last: Int) -> Bool {
    guard let info = streams.all[stream] else { return false }
    let own = max(first, info.start)...max(last, info.start)
    let isWhole = !gaps(of: info).contains { $0.overlaps(own) }
    guard isWhole, first < info.start, let parent = info.parent else { return isWhole }
    return isCovered(parent, from: first, through: info.start - 1)
  }
}

extension Session {
  /// Whether every range is held, in the log or waiting, so that a bundle of this head brings nothing.
  func holds(_ head: BundleHead) throws -> Bool {
    let waiting = try WaitingChains(db)
    return try head.streams.allSatisfy { try holds($0, waiting) }
  }

  /// The same of one range.
  func holds(_ range: StreamRange, _ waiting: WaitingChains) throws -> Bool {
    let end = Reference(incarnation: range.incarnation, seq: range.last, hash: range.end.short)
    if try streams.locate(end)?.hash == range.end { return true }
    guard let tail = waiting.tail(of: range) else { return false }
    return try tail.rest.map { try holds($0, waiting) } ?? true
  }
}
