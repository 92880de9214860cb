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
  private var touched: [Int64: NewestChange] = [:]
  private var born: Set<Int64> = []
  private var edgesChanged = false

  /// The number of touched cells after which derived tables are brought in step, which bounds memory.
  private static let chunk = 20_000

  /// What it has done to rows that were shown before.
  var effect: ProjectionEffect { projector.effect }

  init(_ session: Session) throws {
    self.session = session
    writer = try LogWriter(session)
    projector = Projector(session)
    concurrency = Concurrency(session)
  }

  /// Takes a transaction that fits. `finish` must follow the last one.
  func take(_ transaction: Transaction, at placement: Placement) throws {
    let unseen = try concurrency.unseen(by: placement)
    let (entries, stream, context) = try writer.append(transaction, at: placement)
    for (index, entry) in entries.enumerated() {
      let newest = NewestChange(
        id: entry.id, stream: stream, seq: transaction.first + index, context: context,
        operation: entry.change.operation, isPlain: true)
      try note(entry, newest, unseen)
    }
    if touched.count > Self.chunk { try finish() }
  }

  private func note(_ entry: LogWriter.Entry, _ newest: NewestChange, _ unseen: Set<Int64>) throws {
    try raiseFlags(entry)
    var newest = newest
    newest.isPlain =
      Self.isPlain(entry.change) && !session.contested.contains(entry.cell) && !unseen.contains(entry.cell)
    if let before = touched[entry.cell] {
      let sees = try session.streams.sees(newest.stream, newest.context, before.stream, before.seq)
      newest.isPlain = newest.isPlain && before.isPlain && sees
    }
    touched[entry.cell] = newest
  }

  /// Registers written without a keep list; all else is computed.
  private static func isPlain(_ change: Change) -> Bool {
    switch change.operation {
    case .set, .clear: change.keep.isEmpty && !isReserved(change.field)
    default: false
    }
  }

  private static func isReserved(_ field: String) -> Bool {
    field == ReservedField.presence || field == ReservedField.same
  }

  private func raiseFlags(_ entry: LogWriter.Entry) throws {
    let flags = try session.interner.flags(entry.subject)
    let change = entry.change
    if !flags.contains(.life), change.operation.isSignOfLife(in: change.field) {
      try session.interner.raise(.life, of: entry.subject)
      born.insert(entry.subject)
    }
    if change.field == ReservedField.presence { try session.interner.raise(.presence, of: entry.subject) }
    if change.field == ReservedField.same { try noteEdge(entry) }
  }

  private func noteEdge(_ entry: LogWriter.Entry) throws {
    edgesChanged = true
    try session.interner.raise(.joined, of: entry.subject)
    guard let other = RowID(entry.change.element) else { return }
    let target = try session.interner.number(Subject(kind: entry.change.subject.kind, id: other))
    try session.interner.raise(.joined, of: target.id)
  }

  /// Brings the derived tables in step with everything taken so far.
  func finish() throws {
    if edgesChanged { try projector.recomputeJoins() }
    var row: [(cell: Int64, newest: NewestChange)] = []
    for (cell, newest) in touched.sorted(by: { $0.key < $1.key }) {
      if let last = row.last, Interner.subject(ofCell: last.cell) != Interner.subject(ofCell: cell) {
        try projector.project(row, isBorn: born.contains(Interner.subject(ofCell: last.cell)))
        row.removeAll(keepingCapacity: true)
      }
      row.append((cell, newest))
    }
    if let last = row.last {
      try projector.project(row, isBorn: born.contains(Interner.subject(ofCell: last.cell)))
    }
    try projector.settle()
    touched.removeAll(keepingCapacity: true)
    born.removeAll(keepingCapacity: true)
    edgesChanged = false
    concurrency.advance()
  }
}

/// The newest change of a touched cell, and whether it alone decides what the cell shows.
struct NewestChange {
  let id: Int64
  let stream: Int
  let seq: Int
  let context: Int
  let operation: Operation
  var isPlain: Bool
}
