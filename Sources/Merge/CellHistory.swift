/// All changes of one cell that the closed set holds, and what stands of them (MERGE.md, *F*). Not for long texts: see
/// `TextHistory`.
package struct CellHistory: Sendable {
  package let events: [CellEvent]
  /// The changes that none supersedes, in the order of `events`.
  package let heads: [CellEvent]

  package init(_ events: [CellEvent]) {
    self.events = events
    heads = Supersession.uncounted(events, by: events).map { events[$0] }
  }

  /// The cell as the author of a transaction held it, before that transaction.
  package func before(_ transaction: TransactionSpan) -> CellHistory {
    CellHistory(events.filter(transaction.hasSeen))
  }

  /// The changes whose values a head holds: itself, or for a restore those of its dots, each once.
  ///
  /// A dot counts only if it names a change of this cell that the restore has seen; so dots never form a cycle.
  package func origins(of heads: [CellEvent]) -> [CellEvent] {
    guard heads.contains(where: \.isRestore) else { return heads }
    let known = Dictionary(events.map { ($0.reference, $0) }) { first, _ in first }
    var visited: Set<Reference> = []
    var origins: [CellEvent] = []
    var waiting = Array(heads.reversed())
    while let next = waiting.popLast() {
      guard visited.insert(next.reference).inserted else { continue }
      if case .restore(let dots, _, _) = next.operation {
        waiting += dots.reversed().compactMap { known[$0] }.filter(next.hasSeen)
      } else {
        origins.append(next)
      }
    }
    return origins
  }

  /// For a cell of a set: whether some add is held by a head (add wins).
  package var isPresent: Bool {
    origins(of: heads).contains { if case .add = $0.operation { true } else { false } }
  }

  /// For the presence cell: whether a head holds a delete.
  package var hasOpenDelete: Bool {
    origins(of: heads).contains { $0.operation == .delete }
  }
}

extension CellEvent {
  var isRestore: Bool { if case .restore = operation { true } else { false } }
}

/// The part of a linear stream that one transaction takes up, with its closed context.
package struct TransactionSpan: Sendable {
  package let stream: Int
  package let first: Int
  package let last: Int
  package let seen: SeenVector

  package init(stream: Int, first: Int, last: Int, seen: SeenVector) {
    self.stream = stream
    self.first = first
    self.last = last
    self.seen = seen
  }

  /// Whether the change was made before this transaction and its author held it.
  package func hasSeen(_ event: CellEvent) -> Bool {
    event.stream == stream ? event.seq < first : event.seq <= seen.last(of: event.stream)
  }

  package func contains(_ event: CellEvent) -> Bool {
    event.stream == stream && (first...max(first, last)).contains(event.seq)
  }
}
