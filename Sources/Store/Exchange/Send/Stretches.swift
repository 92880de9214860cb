import BundleFile
import Merge

/// A part of a chain of transactions that nothing branches off inside.
struct Stretch {
  enum Source {
    case stream(Stream)
    /// Transactions that wait, in order.
    case waiting([ChainHash])
  }

  let range: StreamRange
  let source: Source
}

extension Session {
  /// Joins stretches to runs as long as they can be. Where several follow on one transaction, the one whose first
  /// transaction has the least hash goes on with its run and the others begin their own: the runs depend on what is carried
  /// alone, not on which branch of a fork came first or on what waits here.
  func chained(_ stretches: [Stretch]) throws -> [Run] {
    var branches: [ChainHash: [Stretch]] = [:]
    for stretch in stretches {
      if let before = stretch.range.before { branches[before, default: []].append(stretch) }
    }
    let following = try branches.compactMapValues(leading)
    let followed = Set(stretches.compactMap { following[$0.range.end]?.range.end })
    return stretches.filter { !followed.contains($0.range.end) }.map { start in
      var run = Run(range: start.range, stretches: [start])
      while let next = following[run.range.end] {
        run.stretches.append(next)
        (run.range.last, run.range.end) = (next.range.last, next.range.end)
      }
      return run
    }
  }

  private func leading(_ branches: [Stretch]) throws -> Stretch? {
    if branches.count == 1 { return branches.first }
    return try branches.map { (hash: try firstHash(of: $0), stretch: $0) }.min { $0.hash < $1.hash }?.stretch
  }

  private func firstHash(of stretch: Stretch) throws -> ChainHash {
    let hash: ChainHash? =
      switch stretch.source {
      case .stream(let stream): try streams.position(stream.id, at: stretch.range.first)?.hash
      case .waiting(let hashes): hashes.first
      }
    guard let hash else {
      throw StoreError.damaged("change \(stretch.range.first) of \(stretch.range.incarnation) is missing from the log")
    }
    return hash
  }
}
