import Merge
import Model

extension Streams {
  enum Fit {
    case known
    case fits(Placement)
    /// Something before it is missing: the transaction waits.
    case waits
  }

  /// Decides whether a transaction is held, can join the closed set, or must wait for what it names (MERGE.md, *closed*).
  func fit(_ transaction: Transaction) throws -> Fit {
    if try isKnown(transaction) { return .known }
    var seen: Seen = [:]
    var continued: Stream?
    var parent: Int?
    if let previous = transaction.previous {
      guard let before = try locate(predecessor(of: transaction, previous)), before.last == transaction.first - 1,
        before.hash == previous
      else { return .waits }
      seen = try self.seen(context: before.context)
      if let stream = all[before.stream], stream.last == before.last {
        continued = stream
      } else {
        parent = before.stream
        seen[before.stream] = before.last
      }
    } else if transaction.first != 1 {
      return .waits
    }
    for reference in transaction.context {
      guard let position = try locate(reference), position.last == reference.seq else { return .waits }
      merge(try self.seen(context: position.context), into: &seen)
      merge([position.stream: position.last], into: &seen)
    }
    if let continued { seen[continued.id] = nil }
    return .fits(Placement(stream: continued?.id, parent: parent, seen: seen))
  }

  private func predecessor(of transaction: Transaction, _ hash: ChainHash) -> Reference {
    Reference(incarnation: transaction.incarnation, seq: transaction.first - 1, hash: hash.short)
  }

  private func isKnown(_ transaction: Transaction) throws -> Bool {
    guard let position = try locate(transaction.tip) else { return false }
    return position.hash == transaction.hash
  }

  private func merge(_ other: Seen, into seen: inout Seen) {
    for (stream, seq) in other where seq > seen[stream] ?? 0 { seen[stream] = seq }
  }
}
