import BundleFile
import Merge

/// Which parts of this store's streams somebody else holds, by the ranges that bundles name or by what a machine had seen.
struct Coverage {
  /// Covered changes of each stream, by the stream's local number, in any order.
  private var covered: [Int: [ClosedRange<Int>]] = [:]
  private let streams: Streams

  init(_ streams: Streams) { self.streams = streams }

  /// Covers a range that a bundle holds. One whose end this store does not have covers nothing here.
  mutating func add(_ range: StreamRange) throws {
    guard let position = try position(of: range) else { return }
    cover(position.stream, from: range.first, through: range.last)
  }

  /// Covers a range and all that its author had seen: what a store that took the bundle in holds.
  mutating func addClosed(_ range: StreamRange) throws {
    guard let position = try position(of: range) else { return }
    try addClosed(position)
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
  }

  /// What is covered of a stream, in order, in as few pieces as there are.
  func parts(of stream: Stream) -> [ClosedRange<Int>] {
    var rest = Coverage(streams)
    rest.covered[stream.id] = gaps(of: stream)
    return rest.gaps(of: stream)
  }

  /// Whether all of a range is covered; false where this store does not hold it.
  func contains(_ range: StreamRange) throws -> Bool {
    guard let position = try position(of: range) else { return false }
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
  /// Whether the log holds every range, so that a bundle of this head brings nothing.
  func holds(_ head: BundleHead) throws -> Bool {
    try head.streams.allSatisfy { range in
      let end = Reference(incarnation: range.incarnation, seq: range.last, hash: range.end.short)
      return try streams.locate(end)?.hash == range.end
    }
  }
}
