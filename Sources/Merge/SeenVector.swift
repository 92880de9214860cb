/// A place in a linear stream of this store: the stream's local ordinal and a sequence number. The branches of a fork are
/// streams of their own.
package struct StreamPosition: Hashable, Sendable {
  package let stream: Int
  package let seq: Int

  package init(stream: Int, seq: Int) {
    self.stream = stream
    self.seq = seq
  }
}

/// A closed context: for each stream the last sequence number its author held, and nothing for streams never heard of.
///
/// Closed means that whatever the named changes had seen is in it too, so that of two changes of one stream the later has
/// a vector at least as great.
package struct SeenVector: Hashable, Sendable {
  /// Ascending by stream, each stream once.
  package let positions: [StreamPosition]

  package static let empty = SeenVector([])

  /// Positions in any order; of several in one stream the last counts.
  package init(_ positions: [StreamPosition]) {
    var ordered: [StreamPosition] = []
    for position in positions.sorted(by: { ($0.stream, $0.seq) < ($1.stream, $1.seq) }) {
      if ordered.last?.stream == position.stream { ordered.removeLast() }
      ordered.append(position)
    }
    self.positions = ordered
  }

  /// The last sequence number seen of a stream; 0 if none.
  package func last(of stream: Int) -> Int {
    var low = 0
    var high = positions.count
    while low < high {
      let middle = (low + high) / 2
      if positions[middle].stream < stream { low = middle + 1 } else { high = middle }
    }
    return low < positions.count && positions[low].stream == stream ? positions[low].seq : 0
  }
}
