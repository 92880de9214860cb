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
  /// Documents whose own content says no more than is asked about elsewhere.
  var settledContents: Set<Subject> = []

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

  /// Whether the two say something differently that follows not from their being two.
  func isContested(_ pair: Pair, _ session: Session) throws -> Bool {
    try differences(pair, session).contains { try !follows($0, session) }
  }

  struct Difference {
    let field: FieldInfo
    let left: Value
    let right: Value
    let row: Subject
  }

  /// The registers in which the two differ, where the right one is not itself in conflict.
  func differences(_ pair: Pair, _ session: Session) throws -> [Difference] {
    guard let left = try session.snapshot(pair.left), let right = try session.snapshot(pair.right) else { return [] }
    return (session.registry.kind(pair.left.kind)?.fields ?? []).compactMap { field in
      guard field.rule == .register, case .value(let one) = left.content(field),
        case .value(let other) = right.content(field), one != other,
        Entry.distinct(right.entries(field.name)).count == 1
      else { return nil }
      return Difference(field: field, left: one, right: other, row: pair.right)
    }
  }

  /// Whether a difference follows from there having been two documents: references to rows that become one, places in the
  /// text, the text's hash.
  func follows(_ difference: Difference, _ session: Session) throws -> Bool {
    if difference.field.isPlaceInText { return true }
    return switch (difference.field.name, difference.left, difference.right) {
    case ("hash", _, _): true
    case ("content", _, _): settledContents.contains(difference.row)
    case (_, .reference(let left), .reference(let right)):
      try contains(left, right) || session.isOne(left, right)
    default: false
    }
  }
}

/// Makes paired rows one: joins them, and brings the copy in step in what follows from their having been two.
struct JoinedReadings {
  let session: Session
  let pairs: RowPairs

  func writes() throws -> [CellWrite] {
    try pairs.all.filter { try session.mayJoin($0.left, $0.right) }.flatMap { pair in
      let join = Edits(session: session).join(min(pair.left, pair.right), max(pair.left, pair.right))
      return try join
        + pairs.differences(pair, session).filter { try pairs.follows($0, session) }.map {
          CellWrite(pair.right, $0.field.name, .set($0.left), shown: .everything)
        }
    }
  }
}

extension Session {
  /// Whether two rows are the same or joined.
  func isOne(_ left: Subject, _ right: Subject) throws -> Bool {
    if left == right { return true }
    guard let one = try interner.existing(left), let other = try interner.existing(right) else { return false }
    return try Joins.canonical(db, one) == Joins.canonical(db, other)
  }
}

extension FieldInfo {
  /// Whether it says where in a document something stands.
  var isPlaceInText: Bool { name == "span_start" || name == "span_end" }
}
