import GRDB
import Merge
import Model

/// Which rows are one: the components over the present edges of the reserved set `same`, as a table of members.
enum Joins {
  /// The members of the joined row this row belongs to, canonical first; the row alone when it is not joined.
  static func members(_ session: Session, _ id: Int64) throws -> [Int64] {
    guard try session.interner.flags(id).contains(.joined) else { return [id] }
    let canonical = try canonical(session, id)
    let sql = "SELECT member FROM alias WHERE canonical = ?"
    let members = try Int64.fetchAll(try session.db.cachedStatement(sql: sql), arguments: [canonical])
    return [canonical] + members.filter { $0 != canonical }.sorted()
  }

  static func canonical(_ session: Session, _ id: Int64) throws -> Int64 {
    guard try session.interner.flags(id).contains(.joined) else { return id }
    let statement = try session.db.cachedStatement(sql: "SELECT canonical FROM alias WHERE member = ?")
    return try Int64.fetchOne(statement, arguments: [id]) ?? id
  }

  /// Rewrites the table from all edges and returns every member of a group that changed.
  static func recompute(_ session: Session) throws -> Set<Int64> {
    let db = session.db
    let rows = try Row.fetchAll(db, sql: "SELECT member, canonical FROM alias")
    let old = Dictionary(uniqueKeysWithValues: rows.map { ($0["member"] as Int64, $0["canonical"] as Int64) })
    let new = try components(session)
    let changed = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }
    let groups = Set(changed.flatMap { [old[$0], new[$0]].compactMap { $0 } })
    guard !changed.isEmpty else { return [] }
    try db.execute(sql: "DELETE FROM alias")
    for (member, canonical) in new {
      try db.cachedStatement(sql: "INSERT INTO alias VALUES(?, ?)").execute(arguments: [member, canonical])
    }
    let touched = Set(old.filter { groups.contains($0.value) }.keys).union(
      new.filter { groups.contains($0.value) }.keys)
    return changed.union(touched)
  }

  /// Each joined row's canonical row: of its component the one with the smallest id (the identity, not the local number).
  private static func components(_ session: Session) throws -> [Int64: Int64] {
    var parent: [Int64: Int64] = [:]
    func root(_ id: Int64) -> Int64 {
      var id = id
      while let above = parent[id], above != id {
        parent[id] = parent[above] ?? above
        id = above
      }
      return id
    }
    var identity: [Int64: RowID] = [:]
    for (left, right) in try edges(session) {
      for id in [left, right] where parent[id] == nil {
        parent[id] = id
        identity[id] = try session.interner.subject(id)?.id
      }
      let (a, b) = (root(left), root(right))
      guard a != b, let first = identity[a], let second = identity[b] else { continue }
      if first < second { parent[b] = a } else { parent[a] = b }
    }
    return Dictionary(uniqueKeysWithValues: parent.keys.map { ($0, root($0)) })
  }

  /// The present edges that begin or end at a row: where each begins, and the element that names its end.
  static func edges(_ session: Session, touching subject: Subject) throws -> [(Subject, String)] {
    let id = subject.id.description
    return try edges(session).compactMap { left, right in
      guard let source = try session.interner.subject(left), let target = try session.interner.subject(right),
        source.kind == subject.kind, source == subject || target.id.description == id
      else { return nil }
      return (source, target.id.description)
    }
  }

  private static func edges(_ session: Session) throws -> [(Int64, Int64)] {
    let field = try session.interner.name(ReservedField.same)
    var edges: [(Int64, Int64)] = []
    let joined = SubjectFlags.joined.rawValue
    for id in try Int64.fetchAll(session.db, sql: "SELECT id FROM subject WHERE flags & \(joined)") {
      guard let subject = try session.interner.subject(id) else { continue }
      let events = try session.cells.field(Interner.cell(id, field))
      for (element, group) in Dictionary(grouping: events, by: \.element) {
        guard let other = RowID(element), CellHistory(group.map(\.event)).isPresent else { continue }
        edges.append((id, try session.interner.number(Subject(kind: subject.kind, id: other))))
      }
    }
    return edges
  }
}
