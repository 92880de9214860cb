package import Merge
package import Model

/// A change in its place: the slow model's view of one.
package struct HeldChange: Sendable {
  package let change: Change
  package let reference: Reference
  /// Index in the history's changes.
  package let id: Int
  /// Index of its transaction in the history.
  package let transaction: Int
  package let wall: Int

  package var cell: Cell { change.cell }
  package var operation: Operation { change.operation }
}

/// The closed set of transactions and everything that F derives from it per cell and row, computed the slow and plain way:
/// a port of the executable model that MERGE.md was checked with. Grows by `absorb`, never shrinks.
package final class History {
  package let schema: Schema
  package let mutations: Set<Mutation>
  package private(set) var transactions: [Transaction] = []
  /// For each transaction the indices of all it has seen.
  package private(set) var past: [Set<Int>] = []
  /// For each transaction the linear stream it is in; the branches of a fork are streams of their own.
  private(set) var streams: [Int] = []
  private var continued: Set<Int> = []
  package private(set) var changes: [HeldChange] = []
  package private(set) var cells: [Cell: [Int]] = [:]
  package private(set) var rows: [Subject: [Int]] = [:]
  private var transactionAt: [Reference: Int] = [:]
  private var changeAt: [Reference: Int] = [:]
  var headsOfCell: [Cell: [Int]] = [:]
  var generations: [Reference: Int] = [:]
  /// The view of what is held now, once it was asked for.
  var knownView: View?

  package init(
    _ held: some Sequence<Transaction> = [], schema: Schema = .current, mutations: Set<Mutation> = []
  ) {
    self.schema = schema
    self.mutations = mutations
    absorb(held)
  }

  /// A reference as this history tells references apart.
  package func key(_ reference: Reference) -> Reference {
    guard mutations.contains(.referencesWithoutHash) else { return reference }
    return Reference(incarnation: reference.incarnation, seq: reference.seq, hash: 0)
  }

  package func holds(_ transaction: Transaction) -> Bool { transactionAt[key(transaction.tip)] != nil }
  package func index(of transaction: Transaction) -> Int? { transactionAt[key(transaction.tip)] }
  package func change(_ reference: Reference) -> HeldChange? { changeAt[key(reference)].map { changes[$0] } }
  package func changes(of cell: Cell) -> [HeldChange] { (cells[cell] ?? []).map { changes[$0] } }
  package func changes(of row: Subject) -> [HeldChange] { (rows[row] ?? []).map { changes[$0] } }

  /// The ends of all streams and branches, the author's own excepted: the context of a new transaction.
  package func tips(without own: Reference?) -> [Reference] {
    let continued = Set(transactions.compactMap { $0.predecessor.map(key) })
    return transactions.map(\.tip).filter { !continued.contains(key($0)) && $0 != own }.sorted()
  }

  /// Takes in every transaction whose predecessors and context are held; the rest stays outside: pending.
  package func absorb(_ held: some Sequence<Transaction>) {
    var waiting = held.filter { !holds($0) }
    let known = changes.count
    var progress = true
    while progress {
      progress = false
      for transaction in waiting where !holds(transaction) && (transaction.first == 1 || transaction.previous != nil) {
        let needs = transaction.needs.map { transactionAt[key($0)] }
        guard !needs.contains(nil) else { continue }
        append(transaction, needs: needs.compactMap { $0 })
        progress = true
      }
      waiting.removeAll(where: holds)
    }
    guard known < changes.count else { return }
    knownView = nil
    updateHeads(of: Array(changes[known...]))
  }

  private func append(_ transaction: Transaction, needs: [Int]) {
    let index = transactions.count
    transactions.append(transaction)
    streams.append(stream(of: transaction))
    past.append(needs.reduce(into: Set(needs)) { $0.formUnion(past[$1]) })
    transactionAt[key(transaction.tip)] = index
    for (offset, change) in transaction.changes.enumerated() {
      let reference = transaction.reference(at: offset)
      changeAt[key(reference)] = changes.count
      cells[change.cell, default: []].append(changes.count)
      rows[change.subject, default: []].append(changes.count)
      changes.append(
        HeldChange(change: change, reference: reference, id: changes.count, transaction: index, wall: transaction.wall))
    }
  }

  /// The predecessor's stream if nothing continues it yet, else a new one.
  private func stream(of transaction: Transaction) -> Int {
    guard let before = transaction.predecessor.flatMap({ transactionAt[key($0)] }),
      continued.insert(before).inserted
    else { return (streams.max() ?? -1) + 1 }
    return streams[before]
  }

  /// Whether `x` was made knowing `y`: later in its stream, or with `y` in its context.
  package func seen(_ x: HeldChange, _ y: HeldChange) -> Bool {
    x.transaction == y.transaction ? y.reference.seq < x.reference.seq : past[x.transaction].contains(y.transaction)
  }

  /// Whether `x` has seen `y` and counted it as shown.
  package func counts(_ x: HeldChange, _ y: HeldChange) -> Bool {
    seen(x, y) && (mutations.contains(.keepIgnored) || !x.change.keep.contains { key($0) == key(y.reference) })
  }
}

extension Transaction {
  /// The end of the transaction before this one in its stream.
  package var predecessor: Reference? {
    previous.map { Reference(incarnation: incarnation, seq: first - 1, hash: $0.short) }
  }

  /// What must be held before this transaction can be part of F.
  package var needs: [Reference] { context + [predecessor].compactMap { $0 } }
}
