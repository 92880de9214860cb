import GRDB
import Merge
import Model

/// A joined row, or a single one: which members it shows and how it stands.
struct GroupShown {
  /// The members that are shown and written to: the living, or all where none lives. By identity, as on every machine.
  let shown: [RowHistory]
  /// The local number of the row that stands for all; nil where the log holds no change of any.
  let canonical: Int64?
  let isAlive: Bool

  /// The group that this row belongs to.
  init(_ session: Session, _ id: Int64) throws {
    try self.init(session, members: try Joins.members(session, id))
  }

  /// - Parameter members: local numbers, canonical first.
  init(_ session: Session, members: [Int64]) throws {
    let known = try members.map { try session.cells.row($0) }.filter { !$0.cells.isEmpty }.sorted {
      $0.subject < $1.subject
    }
    let living = known.filter(\.life.isAlive)
    shown = living.isEmpty ? known : living
    canonical = known.isEmpty ? nil : members.first
    isAlive = !living.isEmpty
  }

  var state: RowState {
    let states = shown.map(\.presence)
    if states.contains(.dead) { return .kept }
    return states.contains(.contested) ? .contested : .alive
  }
}
