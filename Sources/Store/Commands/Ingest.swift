import GRDB
import Merge
import Model

/// Takes transactions into the log and brings every derived table in step: the inner side of the one door, the same for a
/// local edit, an import and an undo.
///
/// A touched cell is *plain* when its newest change has seen everything else on it; then that change alone decides, and
/// nothing need be read. All other cells are computed from their whole history (MERGE.md, *Importing a bundle*).
final class Ingest {
  private let session: Session
  private let writer: LogWriter
  private let projector: Projector
  private let concurrency: Concurrency
  /// In order of arrival.
  private var touched: [NewestChange] = []
  /// Their cells with their places in `touched`.
  private var order: [(cell: Int64, index: Int)] = []
  private var born: Set<Int64> = []
  /// Rows whose changes are all among those touched.
  private var new: Set<Int64> = []
  private var edgesChanged = false

  /// The number of changes after which derived tables are brought in step, which bounds memory at about 100 bytes a
  /// change. The more at once, the fewer writes: a row that many of them change is written once.
  private static let chunk = 1 << 17

  /// What it has done to rows that were shown before.
  var effect: ProjectionEffect { projector.effect }

  init(_ session: Session) throws {
    self.session = session
    writer = try LogWriter(session)
    projector = Projector(session)
    concurrency = Concurrency(session)
  }

  /// Takes a transaction that fits. `finish` must follow the last one.
  func take(_ whole: Transaction, at placement: Placement) throws {
    let transaction = try session.erasure.applied(to: whole, at: placement)
    let unseen = try concurrency.unseen(by: placement)
    let origin = try writer.begin(transaction, at: placement)
    for (index, change) in transaction.changes.enumerated() {
      let place = try writer.append(change)
      if place.isNew { new.insert(place.subject) }
      try raiseFlags(of: place, change)
      order.append((place.cell, touched.count))
      touched.append(
        NewestChange(
          origin: origin, seq: transaction.first + index, operation: change.operation,
          isPlain: isPlain(change, place.subject) && !session.contested.contains(place.cell)
            && !unseen.contains(place.cell)))
    }
    try session.erasure.take(transaction, in: origin.stream)
    if touched.count > Self.chunk { try finish() }
  }

  /// Registers written without a keep list, and what sets and texts of new rows begin with; all else is computed.
  private func isPlain(_ change: Change, _ subject: Int64) -> Bool {
    guard change.keep.isEmpty, !ReservedField.contains(change.field) else { return false }
    switch change.operation {
    case .set, .clear: return true
    case .add, .text(bases: [], _): return new.contains(subject)
    default: return false
    }
  }

  private func raiseFlags(of place: LogWriter.Place, _ change: Change) throws {
    let subject = place.subject
    let isLife = change.operation.isSignOfLife(in: change.field)
    if isLife, try place.isNew || !session.interner.flags(subject).contains(.life) {
      try session.interner.raise(.life, of: subject)
      born.insert(subject)
    }
    if change.field == ReservedField.presence { try session.interner.raise(.presence, of: subject) }
    if change.field == ReservedField.same { try noteEdge(from: subject, change) }
  }

  private func noteEdge(from subject: Int64, _ change: Change) throws {
    edgesChanged = true
    try session.interner.raise(.joined, of: subject)
    guard let other = RowID(change.element) else { return }
    let target = try session.interner.number(Subject(kind: change.subject.kind, id: other))
    try session.interner.raise(.joined, of: target)
  }

  /// Brings the derived tables in step with everything taken so far.
  func finish() throws {
    order.sort { $0 < $1 }
    let first = writer.last - Int64(order.count) + 1
    try session.cellIndex.follow(
      newest: order.lazy.map { (cell: $0.cell, change: first + Int64($0.index)) }, first: first, last: writer.last)
    if edgesChanged { try projector.recomputeJoins() }
    var row: [(cell: Int64, newest: NewestChange)] = []
    for (cell, index) in order {
      if let last = row.last, last.cell == cell {
        row[row.count - 1].newest = try newest(after: last.newest, touched[index])
        continue
      }
      if let last = row.last, Interner.subject(ofCell: last.cell) != Interner.subject(ofCell: cell) {
        try project(row)
        row.removeAll(keepingCapacity: true)
      }
      row.append((cell, touched[index]))
    }
    try project(row)
    try projector.settle()
    touched.removeAll(keepingCapacity: true)
    order.removeAll(keepingCapacity: true)
    born.removeAll(keepingCapacity: true)
    new.removeAll(keepingCapacity: true)
    edgesChanged = false
    concurrency.advance()
  }

  /// A later change alone decides only if the one before it does and it has seen that.
  private func newest(after before: NewestChange, _ later: NewestChange) throws -> NewestChange {
    var later = later
    let sees = try session.streams.sees(later.origin.stream, later.origin.context, before.origin.stream, before.seq)
    later.isPlain = later.isPlain && before.isPlain && sees && before.isRegister && later.isRegister
    return later
  }

  private func project(_ row: [(cell: Int64, newest: NewestChange)]) throws {
    guard let first = row.first else { return }
    try projector.project(row, isBorn: born.contains(Interner.subject(ofCell: first.cell)))
  }
}

/// The newest change of a touched cell, and whether it alone decides what the cell shows.
struct NewestChange {
  let origin: LogWriter.Origin
  let seq: Int
  let operation: Operation
  var isPlain: Bool

  /// Whether it replaces what was there, rather than adding to it.
  var isRegister: Bool {
    switch operation {
    case .set, .clear: true
    default: false
    }
  }
}
