import GRDB
import Merge
import Model

/// Writes what a salvage brought back loose as transactions of new incarnations, one for each that they were of, so that
/// what was concurrent stays so. What they say of lost changes is left out; a text whose base is lost is taken to be
/// written over what its author held of it.
final class WriteAnew {
  private let session: Session
  private let loose: LooseLog
  private let take: (Transaction) throws -> Void
  private let freshID: () -> RowID
  /// The last transaction of each new incarnation, by the old one.
  private var tips: [Incarnation: Transaction] = [:]
  private(set) var changes = 0

  init(
    _ session: Session, _ loose: LooseLog, freshID: @escaping () -> RowID, take: @escaping (Transaction) throws -> Void
  ) {
    (self.session, self.loose, self.freshID, self.take) = (session, loose, freshID, take)
  }

  /// Each as soon as all that it names has been written; what names itself in a circle, which no store writes, as it comes.
  func run() throws {
    var isStuck = false
    while true {
      var progress = false
      let incarnations = try loose.incarnations()
      for incarnation in incarnations {
        while let item = try loose.next(of: incarnation) {
          guard try isStuck || !item.transaction.context.contains(where: loose.isOpen) else { break }
          try write(item)
          (progress, isStuck) = (true, false)
        }
      }
      if incarnations.isEmpty { return }
      isStuck = !progress
    }
  }

  private func write(_ item: LooseLog.Item) throws {
    let old = item.transaction
    let context = try context(of: old)
    let before = tips[old.incarnation]
    let changes = try old.changes.map { try change($0, context, before) }
    let incarnation = before?.incarnation ?? Incarnation(freshID())
    let name = before == nil ? try name(of: incarnation, after: old.incarnation) : []
    let new = Transaction(
      incarnation: incarnation, first: (before?.last ?? 0) + 1, previous: before?.hash, context: context,
      wall: old.wall, command: old.command, batch: old.batch, changes: name + changes)
    try take(new)
    try loose.setWritten(item, as: new, first: new.first + name.count)
    tips[old.incarnation] = new
    self.changes += old.changes.count
  }

  private func name(of new: Incarnation, after old: Incarnation) throws -> [Change] {
    MachineName.writes(new, named: "\(try MachineNames(session).name(of: old)) (recovered)").map {
      Change($0.subject, $0.field, $0.operation)
    }
  }

  /// What its author held, as far as it is here: of each stream the last transaction in the log, and what was written
  /// anew of those behind it.
  private func context(of old: Transaction) throws -> [Reference] {
    let before = Reference(incarnation: old.incarnation, seq: old.first - 1, hash: 0)
    var context: Set<Reference> = []
    for position in old.context + [before] {
      if let held = try held(upTo: position) { context.insert(held) }
      if position != before, let new = try loose.newEnd(upTo: position) { context.insert(new) }
    }
    return context.sorted()
  }

  private func held(upTo position: Reference) throws -> Reference? {
    if try session.streams.locate(position) != nil { return position }
    for stream in session.streams.streams(of: position.incarnation).reversed() where stream.start <= position.seq {
      let found = try session.streams.position(stream.id, at: min(position.seq, stream.last))
      if let found { return Reference(incarnation: stream.incarnation, seq: found.last, hash: found.hash.short) }
    }
    return nil
  }

  // MARK: changes

  private func change(_ old: Change, _ context: [Reference], _ before: Transaction?) throws -> Change {
    var new = old
    new.keep = try old.keep.compactMap(reference).sorted()
    switch old.operation {
    case .text(let bases, let whole):
      let found = try bases.compactMap(reference)
      new.operation = .text(
        bases: found.count == bases.count ? found : try found + versions(old, context, before), whole: whole)
    case .restore(let dots, let element, let bases):
      new.operation = .restore(
        dots: try dots.compactMap(reference), element: element, bases: try bases.compactMap(reference))
    default: break
    }
    return new
  }

  private func reference(_ old: Reference) throws -> Reference? {
    try session.streams.locate(old) != nil ? old : loose.new(of: old)
  }

  /// The versions of a text that its author held and that are here.
  private func versions(_ change: Change, _ context: [Reference], _ before: Transaction?) throws -> [Reference] {
    guard let row = try session.interner.existing(change.subject) else { return [] }
    let cell = Interner.cell(row, try session.interner.name(change.field))
    return try session.cells.history(cell).heads.filter { event in
      guard case .text = event.operation else { return false }
      return try isHeld(event.reference, context, before)
    }.map(\.reference)
  }

  private func isHeld(_ event: Reference, _ context: [Reference], _ before: Transaction?) throws -> Bool {
    if event.incarnation == before?.incarnation { return true }
    return context.contains { $0.incarnation == event.incarnation && event.seq <= $0.seq }
  }
}
