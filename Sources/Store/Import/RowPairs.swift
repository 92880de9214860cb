import Merge
import Model

/// Rows that are to be one: left the one that is kept in step with, right its copy.
struct RowPairs {
  struct Pair: Hashable {
    let left: Subject
    let right: Subject
  }

  private(set) var all: [Pair] = []
  private var known: Set<Pair> = []
  /// Documents whose contents differ in no more than is asked about elsewhere.
  var settledContents: Set<Pair> = []

  mutating func add(_ left: Subject, _ right: Subject) {
    let pair = Pair(left: left, right: right)
    if left != right, known.insert(pair).inserted { all.append(pair) }
  }

  mutating func add(_ kind: String, _ left: RowID?, _ right: RowID?) {
    guard let left, let right else { return }
    add(Subject(kind: kind, id: left), Subject(kind: kind, id: right))
  }

  mutating func add(_ others: RowPairs) {
    for pair in others.all { add(pair.left, pair.right) }
    settledContents.formUnion(others.settledContents)
  }

  func contains(_ left: Subject, _ right: Subject) -> Bool { known.contains(Pair(left: left, right: right)) }

  /// The pairs of one kind whose rows are both shown.
  func records<R: Model.Record>(_ kind: R.Type, _ session: Session) throws -> [(R, R)] {
    try all.filter { $0.left.kind == R.kind }.compactMap { pair in
      guard let left = try session.record(kind, pair.left.id), let right = try session.record(kind, pair.right.id)
      else { return nil }
      return (left, right)
    }
  }
}
