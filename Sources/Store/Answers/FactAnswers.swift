import Merge
import Model

/// What machines say differently of fields that mean one thing together, as whole facts: each as whoever wrote a part of it
/// had it before them.
struct FactAnswers {
  struct Fact {
    /// The latest change of it.
    let event: CellEvent
    /// In the order of the fields.
    let contents: [Content]
    let isShown: Bool
  }

  /// Those that differ, and what was written with them by the same command.
  let fields: [String]
  private(set) var facts: [Fact] = []

  private let snapshot: RowSnapshot
  private let session: Session

  /// - Parameter conflicts: of fields of one group.
  init(_ conflicts: [Conflict], _ snapshot: RowSnapshot, _ session: Session) throws {
    (self.snapshot, self.session) = (snapshot, session)
    let contested = conflicts.map(\.field)
    let events = conflicts.flatMap { $0.entries.map(\.event) }
    let writers = Set(try events.map { try session.transaction(of: $0) })
    let all = session.registry.kind(snapshot.subject.kind)?.facts(with: contested[0]) ?? contested
    fields = try all.filter { field in
      try contested.contains(field)
        || snapshot.entries(field).contains { writers.contains(try session.transaction(of: $0.event)) }
    }
    try collect(events)
  }

  private mutating func collect(_ events: [CellEvent]) throws {
    let shown = fields.map { content($0) { _ in true } }
    let all = try events.map { event in
      let number = try session.transaction(of: event)
      let contents = try fields.map { field in
        try content(field) { try event.hasSeen($0) || session.transaction(of: $0) == number }
      }
      return Fact(event: event, contents: contents, isShown: contents == shown)
    }
    var known: Set<[Content]> = []
    for fact in all where !all.contains(where: { isGrown(fact, into: $0) }) && known.insert(fact.contents).inserted {
      facts.append(fact)
    }
  }

  private func content(_ field: String, _ isThere: (CellEvent) throws -> Bool) rethrows -> Content {
    let cells = try snapshot.histories.map { history in
      CellHistory(try (history.cells[Cell(subject: history.subject, field: field)] ?? []).filter(isThere))
    }
    return Entry.list(cells).first?.content ?? .cleared
  }

  /// Whether another is what the same machine made of it later: it says all that this one does, and more.
  private func isGrown(_ fact: Fact, into other: Fact) -> Bool {
    other.event.stream == fact.event.stream && other.event.seq > fact.event.seq
      && zip(fact.contents, other.contents).allSatisfy { $0 == $1 || $0 == .cleared }
  }

  /// The places of the fields in which the facts differ.
  var differing: [Int] { fields.indices.filter { place in Set(facts.map { $0.contents[place] }).count > 1 } }
}
