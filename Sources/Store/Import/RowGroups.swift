import Merge
import Model

/// The rows that pairs make one, in groups: of each the row with the smallest identity is the one that the others are brought
/// in step with. That depends on neither the order of the pairs nor on which machine joins them.
struct RowGroups {
  /// For each row a smaller one of its group; the first of all has none.
  private var smaller: [Subject: Subject] = [:]
  private let settledContents: Set<RowPairs.Pair>

  init(_ pairs: RowPairs, _ session: Session) throws {
    settledContents = pairs.settledContents
    for pair in pairs.all { unite(try session.canonical(pair.left), try session.canonical(pair.right)) }
  }

  private mutating func unite(_ left: Subject, _ right: Subject) {
    let (one, other) = (first(of: left), first(of: right))
    if one != other { smaller[max(one, other)] = min(one, other) }
  }

  private func first(of row: Subject) -> Subject {
    var row = row
    while let next = smaller[row] { row = next }
    return row
  }

  /// Each row that becomes one with another, and the row of its group that the others are brought in step with.
  var joins: [(first: Subject, row: Subject)] {
    smaller.keys.sorted().map { (first(of: $0), $0) }
  }

  /// Whether a difference follows from there having been two documents: references to rows that become one, places in the
  /// text, the text's hash.
  func follows(_ difference: RowDifference, _ session: Session) throws -> Bool {
    if difference.field.followsFromText { return true }
    return switch (difference.field.name, difference.left, difference.right) {
    case ("content", _, _): settledContents.contains(difference.rows)
    case (_, .reference(let left), .reference(let right)):
      try first(of: session.canonical(left)) == first(of: session.canonical(right))
    default: false
    }
  }

  /// The fields that are asked about once two rows are one: what they say differently follows not from their being two.
  func contested(_ left: Subject, _ right: Subject, _ session: Session) throws -> [FieldInfo] {
    try session.differences(left, right).filter { try $0.isContested || !follows($0, session) }.map(\.field)
  }

  /// What makes the rows one: joins them, and brings the others in step in what follows from their having been two.
  func writes(_ session: Session) throws -> [CellWrite] {
    try joins.filter { try session.mayJoin($0.first, $0.row) }.flatMap { first, row in
      try Edits(session: session).join(first, row)
        + session.differences(first, row).filter { try !$0.isContested && follows($0, session) }.flatMap {
          try Edits(session: session).set(row, $0.field, $0.left)
        }
    }
  }
}

/// A field that two rows give different values, or one of them several.
struct RowDifference {
  let field: FieldInfo
  let left: Value
  let right: Value
  let rows: RowPairs.Pair
  /// Whether one of the two is asked about in itself.
  let isContested: Bool
}

extension Session {
  /// The registers in which two rows differ, or of which one holds more than one value.
  func differences(_ left: Subject, _ right: Subject) throws -> [RowDifference] {
    guard let ofLeft = try snapshot(left), let ofRight = try snapshot(right) else { return [] }
    return (registry.kind(left.kind)?.fields ?? []).compactMap { field in
      guard field.rule == .register, case .value(let one) = ofLeft.content(field),
        case .value(let other) = ofRight.content(field)
      else { return nil }
      let isContested = [ofLeft, ofRight].contains { Entry.distinct($0.entries(field.name)).count > 1 }
      guard one != other || isContested else { return nil }
      return RowDifference(
        field: field, left: one, right: other, rows: RowPairs.Pair(left: left, right: right), isContested: isContested)
    }
  }

  /// Whether two rows are the same or joined.
  func isOne(_ left: Subject, _ right: Subject) throws -> Bool { try canonical(left) == canonical(right) }

  /// The row that stands for this one and those it is joined with.
  func canonical(_ row: Subject) throws -> Subject {
    guard let number = try interner.existing(row) else { return row }
    return try interner.subject(try Joins.canonical(self, number)) ?? row
  }
}

extension FieldInfo {
  /// Whether it says where in a document something stands.
  var isPlaceInText: Bool { name == "span_start" || name == "span_end" }

  /// Whether it says nothing that a document's text does not.
  var followsFromText: Bool { isPlaceInText || name == "hash" }
}
