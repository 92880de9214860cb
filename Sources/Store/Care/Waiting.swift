import Merge
import Model

/// What one machine wrote that is not part of the store yet, and which changes it waits for.
package struct Waiting: Sendable, Equatable {
  /// Changes of one machine that have not arrived.
  package struct Gap: Sendable, Equatable {
    package let machine: String
    /// Sequence numbers of that machine.
    package let changes: ClosedRange<Int>
  }

  package let machine: String
  /// How many of its changes wait.
  package let changes: Int
  package let gaps: [Gap]
}

/// Finds out what waiting transactions wait for: whatever they name that neither the log nor another of them holds.
struct WaitingReader {
  private let session: Session
  private let waiting: [Transaction]
  private let names: MachineNames
  private let tips: Set<Reference>
  /// Ascending.
  private let ends: [Incarnation: [Int]]

  init(_ session: Session) throws {
    self.session = session
    let waiting = try Pending(db: session.db).all()
    self.waiting = waiting
    names = MachineNames(session, waiting: Self.introduced(waiting))
    tips = Set(waiting.map(\.tip))
    ends = Dictionary(grouping: waiting, by: \.incarnation).mapValues { $0.map(\.last).sorted() }
  }

  /// By machine, in the order of the machines' names.
  func all() throws -> [Waiting] {
    try Dictionary(grouping: waiting, by: \.incarnation).map { incarnation, transactions in
      Waiting(
        machine: try names.name(of: incarnation), changes: transactions.reduce(0) { $0 + $1.changes.count },
        gaps: try gaps(of: transactions))
    }.sorted { ($0.machine, $0.changes) < ($1.machine, $1.changes) }
  }

  private func gaps(of transactions: [Transaction]) throws -> [Waiting.Gap] {
    var missing: [Incarnation: Set<ClosedRange<Int>>] = [:]
    for transaction in transactions {
      for need in transaction.context + transaction.predecessors where try !isHeld(need) {
        missing[need.incarnation, default: []].insert(start(of: need)...max(need.seq, start(of: need)))
      }
    }
    return try missing.sorted { $0.key < $1.key }.flatMap { incarnation, ranges in
      let machine = try names.name(of: incarnation)
      return Self.joined(ranges).map { Waiting.Gap(machine: machine, changes: $0) }
    }
  }

  private func isHeld(_ reference: Reference) throws -> Bool {
    if try session.streams.locate(reference) != nil { return true }
    return tips.contains(reference)
  }

  /// The first change that is missing before this one.
  private func start(of need: Reference) -> Int {
    let held = session.streams.streams(of: need.incarnation).map(\.last)
    let waiting = ends[need.incarnation]?.last { $0 < need.seq } ?? 0
    return (held.filter { $0 < need.seq }.max().map { max($0, waiting) } ?? waiting) + 1
  }

  private static func joined(_ ranges: Set<ClosedRange<Int>>) -> [ClosedRange<Int>] {
    var joined: [ClosedRange<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, range.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    return joined
  }

  /// A machine is named by its first transaction, which may be waiting itself.
  private static func introduced(_ waiting: [Transaction]) -> [Incarnation: String] {
    let named = waiting.filter { $0.first == 1 }.compactMap { transaction in
      MachineName.named(transaction.incarnation, in: transaction.changes).map { (transaction.incarnation, $0) }
    }
    return Dictionary(named) { first, _ in first }
  }
}

extension Transaction {
  /// The end of the transaction before it; none for the first.
  fileprivate var predecessors: [Reference] {
    previous.map { [Reference(incarnation: incarnation, seq: first - 1, hash: $0.short)] } ?? []
  }
}
