package import Merge
package import Model

extension History {
  /// The cell's changes in the terms that the program's algorithms take.
  package func events(of cell: Cell) -> [CellEvent] { changes(of: cell).map(event) }

  package func rowHistory(_ row: Subject) -> RowHistory {
    let own = Dictionary(grouping: changes(of: row), by: \.cell)
    return RowHistory(row, Registry.kind(row.kind), cells: own.mapValues { $0.map(event) })
  }

  package func span(_ index: Int) -> TransactionSpan {
    let transaction = transactions[index]
    return TransactionSpan(
      stream: streams[index], first: transaction.first, last: transaction.last, seen: seenVector(index))
  }

  private func event(_ held: HeldChange) -> CellEvent {
    CellEvent(
      id: Int64(held.id), stream: streams[held.transaction], seq: held.reference.seq,
      seen: seenVector(held.transaction), reference: held.reference, wall: held.wall,
      operation: held.operation, keep: held.change.keep)
  }

  /// For each other stream the last sequence number among all that a transaction has seen.
  private func seenVector(_ index: Int) -> SeenVector {
    SeenVector(
      past[index].filter { streams[$0] != streams[index] }.map {
        StreamPosition(stream: streams[$0], seq: transactions[$0].last)
      })
  }
}
