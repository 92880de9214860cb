import Merge

/// How far the transactions of the head's streams have come; the same rules for writing and reading.
struct StreamPosition {
  private let streams: [StreamRange]
  /// Ordinal of the stream at hand.
  private(set) var stream = 0
  /// Sequence number and hash of the stream's last transaction so far; nil before its first.
  private var tip: (seq: Int, hash: ChainHash)?

  init(_ streams: [StreamRange]) { self.streams = streams }

  /// Whether the next transaction is the first of its stream.
  var isAtStart: Bool { tip == nil || tip?.seq == streams[stream].last }

  /// The stream the next transaction belongs to, its first sequence number and the hash it continues; nil at the end.
  var next: (stream: Int, incarnation: Incarnation, first: Int, previous: ChainHash?)? {
    if let tip, tip.seq < streams[stream].last {
      return (stream, streams[stream].incarnation, tip.seq + 1, tip.hash)
    }
    let following = tip == nil ? stream : stream + 1
    guard following < streams.count else { return nil }
    return (following, streams[following].incarnation, streams[following].first, streams[following].before)
  }

  /// Takes the next transaction; returns what does not fit, as a clause.
  mutating func advance(_ transaction: Transaction) -> String? {
    guard let next else { return "there are more changes than the head lists" }
    guard transaction.incarnation == next.incarnation, transaction.first == next.first,
      transaction.previous == next.previous
    else { return "change \(transaction.first) of machine \(transaction.incarnation) is out of order" }
    let range = streams[next.stream]
    guard transaction.last <= range.last else {
      return "a transaction goes beyond change \(range.last), where its range ends"
    }
    guard transaction.last < range.last || transaction.hash == range.end else {
      return "change \(range.last) of machine \(range.incarnation) is not the one the head names"
    }
    stream = next.stream
    tip = (transaction.last, transaction.hash)
    return nil
  }

  /// The last change taken of each stream that has any.
  var reached: [(stream: Int, seq: Int)] {
    let done = streams[..<stream].enumerated().map { ($0.offset, $0.element.last) }
    return tip.map { done + [(stream, $0.seq)] } ?? done
  }

  /// Says which changes the head names have not come; nil where all have.
  var missing: String? {
    guard let next else { return nil }
    return "changes \(next.first)–\(streams[next.stream].last) of machine \(next.incarnation) are missing"
  }
}
