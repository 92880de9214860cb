/// Finds the changes that none of the given authors' changes counts, in time near linear in their number.
///
/// Contexts are closed, so within a stream a later change has seen all that an earlier one had: the authors of a stream
/// that have seen a change are the tail of the stream, and the stream spares it only if that whole tail keeps it.
struct Supersession {
  private let targets: [CellEvent]
  /// The counting changes of each stream, in order.
  private var authors: [Int: [CellEvent]]
  /// For each stream with targets how far each author stream has seen it, ascending.
  private var reach: [Int: [Int]] = [:]

  /// Indices of the targets that no author counts, in the targets' order.
  static func uncounted(_ targets: [CellEvent], by authors: [CellEvent]) -> [Int] {
    guard !authors.isEmpty, targets.count > 1 || authors.count > 1 || targets.first?.id != authors.first?.id else {
      return Array(targets.indices)
    }
    return Supersession(targets, authors).uncounted()
  }

  /// For each change whether another of the list has seen it, kept or not.
  static func outlived(_ events: [CellEvent]) -> [Bool] {
    var reach: [Int: Int] = [:]
    for event in events {
      reach[event.stream] = max(reach[event.stream] ?? 0, event.seq &- 1)
      for position in event.seen.positions where position.stream != event.stream {
        reach[position.stream] = max(reach[position.stream] ?? 0, position.seq)
      }
    }
    return events.map { $0.seq <= reach[$0.stream] ?? 0 }
  }

  private init(_ targets: [CellEvent], _ authors: [CellEvent]) {
    self.targets = targets
    self.authors = Dictionary(grouping: authors, by: \.stream).mapValues { $0.sorted { $0.seq < $1.seq } }
    let streams = Set(targets.map(\.stream))
    for last in self.authors.values.compactMap(\.last) {
      if streams.contains(last.stream) { reach[last.stream, default: []].append(last.seq &- 1) }
      if last.seen.positions.count <= streams.count {
        for position in last.seen.positions where position.stream != last.stream && streams.contains(position.stream) {
          reach[position.stream, default: []].append(position.seq)
        }
      } else {
        for stream in streams where stream != last.stream {
          reach[stream, default: []].append(last.seen.last(of: stream))
        }
      }
    }
    reach = reach.mapValues { $0.sorted() }
  }

  private func uncounted() -> [Int] {
    let sparing = sparingStreams()
    return targets.indices.filter { index in
      let target = targets[index]
      let seeing = reach[target.stream].map { $0.count - partition($0) { $0 >= target.seq } } ?? 0
      return seeing == sparing[index, default: 0]
    }
  }

  /// For each target that is kept at all, the number of streams whose every author that has seen it keeps it.
  private func sparingStreams() -> [Int: Int] {
    var indices: [Reference: Int]?
    var sparing: [Int: Int] = [:]
    for changes in authors.values {
      var kept: [Int: Int] = [:]
      for author in changes where !author.keep.isEmpty {
        let known = indices ?? Dictionary(zip(targets.map(\.reference), targets.indices)) { first, _ in first }
        indices = known
        for index in Set(author.keep.compactMap({ known[$0] })) where author.hasSeen(targets[index]) {
          kept[index, default: 0] += 1
        }
      }
      for (index, count) in kept {
        let tail = changes.count - partition(changes) { $0.hasSeen(targets[index]) }
        if count == tail { sparing[index, default: 0] += 1 }
      }
    }
    return sparing
  }
}

/// The first index from which on `isTail` holds, for a list of which it holds for a tail.
private func partition<Element>(_ list: [Element], where isTail: (Element) -> Bool) -> Int {
  var low = 0
  var high = list.count
  while low < high {
    let middle = (low + high) / 2
    if isTail(list[middle]) { high = middle } else { low = middle + 1 }
  }
  return low
}
