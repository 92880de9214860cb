import BundleFile
import Merge
import Model

/// What must be known of a bundle's transactions to judge who wrote them.
struct BundleContents {
  /// All that wrote something of it or that its authors had seen.
  private(set) var incarnations: Set<Incarnation>
  /// What machines call themselves in it.
  private(set) var names: [Incarnation: String] = [:]
  /// Transactions from which something was erased: their hashes prove where they stand, not what is left of them.
  private(set) var erased: [Erased] = []
  /// What it says is to be forgotten.
  private(set) var forgotten = Forgets()
  /// Ends of transactions, by ordinal of the stream.
  private(set) var ends: [[Reference]]
  /// The chain hashes that a stream's end leads back to, with that of what it follows on: not beyond one from which
  /// something was erased, whose hash is only said.
  private(set) var chained: [Set<ChainHash>]
  /// Where others' streams had come when a machine wrote, by the machine.
  private(set) var seen: [Incarnation: Set<Reference>] = [:]

  private let streams: [StreamRange]
  private var ordinal = 0
  private var context: [Reference] = []

  struct Erased {
    let end: Reference
    let rows: Set<Subject>
    /// The changes that say nothing any more, with their rows.
    let places: [(row: Subject, change: Reference)]
  }

  /// What is named by forgets.
  struct Forgets {
    var rows: Set<Subject> = []
    var changes: Set<Reference> = []
    var transactions: Set<Reference> = []

    mutating func add(_ other: Forgets) {
      rows.formUnion(other.rows)
      changes.formUnion(other.changes)
      transactions.formUnion(other.transactions)
    }

    /// Whether a forget names all that was erased, or its row; of a command alone, something of it.
    func cover(_ erased: Erased) -> Bool {
      if erased.places.isEmpty { return transactions.contains(erased.end) || !rows.isDisjoint(with: erased.rows) }
      return erased.places.allSatisfy { rows.contains($0.row) || changes.contains($0.change) }
    }
  }

  init(_ head: BundleHead) {
    streams = head.streams
    incarnations = Set(head.streams.map(\.incarnation) + head.parents.map(\.parent.incarnation))
    ends = Array(repeating: [], count: head.streams.count)
    chained = head.streams.map { Set([$0.before].compactMap(\.self)) }
  }

  /// Takes the next one, in the bundle's order.
  mutating func add(_ transaction: Transaction) {
    let end = transaction.tip
    ends[ordinal].append(end)
    if transaction.isErased { chained[ordinal] = [] }
    chained[ordinal].insert(transaction.hash)
    if transaction.context != context {
      context = transaction.context
      incarnations.formUnion(context.map(\.incarnation))
      seen[transaction.incarnation, default: []].formUnion(context)
    }
    if transaction.isErased { erased.append(Erased(transaction)) }
    for change in transaction.changes where change.field == ReservedField.forgotten {
      guard case .forget(let changes, let transactions) = change.operation else { continue }
      forgotten.rows.insert(change.subject)
      forgotten.changes.formUnion(changes)
      forgotten.transactions.formUnion(transactions)
    }
    if transaction.first == 1 || transaction.changes.first?.subject.kind == Setting.kind,
      let name = MachineName.named(transaction.incarnation, in: transaction.changes)
    {
      names[transaction.incarnation] = name
    }
    if end.seq == streams[ordinal].last, ordinal + 1 < streams.count {
      ordinal += 1
      context = []
    }
  }
}

extension BundleContents.Erased {
  fileprivate init(_ transaction: Transaction) {
    let changes = transaction.changes
    let places = changes.indices.filter { changes[$0].operation.isErased }.map {
      (row: changes[$0].subject, change: transaction.reference(at: $0))
    }
    self.init(end: transaction.tip, rows: Set(changes.map(\.subject)), places: places)
  }
}
