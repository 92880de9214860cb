import BundleFile
import GRDB
package import Merge
package import Model

/// A change that a command wants to make, and what its author had been shown of the cell.
package struct CellWrite {
  /// What decides the keep list of a change.
  package enum Shown {
    /// A set without opening: counts the heads all of whose values equal the displayed one.
    case blindly
    /// What a command displayed when it opened.
    case these(Set<Reference>)
    /// Everything that stands at commit: for elements of sets, undeletes, and rows just made.
    case everything
  }

  package var subject: Subject
  package var field: String
  package var operation: Operation
  package var shown: Shown

  package init(_ subject: Subject, _ field: String, _ operation: Operation, shown: Shown) {
    self.subject = subject
    self.field = field
    self.operation = operation
    self.shown = shown
  }
}

/// The one door through which a command writes: works out what each change keeps, makes the transaction, takes it in.
struct Door {
  let session: Session
  let identity: Identity

  /// Characters of a command that history keeps; a long text typed as an argument is in the change itself.
  private static let commandLength = 500

  /// Writes one transaction; nil when there is nothing to write.
  func apply(_ command: String, batch: String = "", _ writes: [CellWrite]) throws -> Transaction? {
    guard !writes.isEmpty else { return nil }
    let (incarnation, stream, parent) = try identity.current(session)
    let writes = stream == nil ? try identity.introduction(session, incarnation, parent) + writes : writes
    // A clock that has gone mad is told of, but must not keep the store from its backups.
    let wall = min(max(identity.environment.now(), -Limits.integerMagnitude), Limits.integerMagnitude)
    let batch = batch.isEmpty ? identity.environment.step?.label ?? "" : batch
    let transaction = Transaction(
      incarnation: incarnation, first: (stream?.last ?? 0) + 1, previous: stream?.hash,
      context: try context(besides: stream), wall: wall,
      command: String(command.prefix(Self.commandLength)), batch: batch, changes: try writes.map(change))
    try Carriable.check(
      command: transaction.command, batch: batch, context: transaction.context, changes: transaction.changes)
    guard case .fits(let placement) = try session.streams.fit(transaction) else {
      throw StoreError.damaged("a new transaction does not follow from the log")
    }
    let ingest = try Ingest(session)
    try ingest.take(transaction, at: placement)
    try ingest.finish()
    identity.advance(to: transaction)
    identity.environment.writes(transaction.hash)
    return transaction
  }

  /// For each other stream the last transaction held. A fork's parent is left out where the fork itself is named.
  private func context(besides own: Stream?) throws -> [Reference] {
    session.streams.all.values.filter { $0.id != own?.id }.map(\.tip).sorted()
  }

  private func change(_ write: CellWrite) throws -> Change {
    Change(write.subject, write.field, write.operation, keep: try keep(write))
  }

  private func keep(_ write: CellWrite) throws -> [Reference] {
    if case .text = write.operation { return [] }
    // Nothing is kept: new rows, most of what an import writes, need not be looked for.
    if case .everything = write.shown { return [] }
    guard let id = try session.interner.existing(write.subject) else { return [] }
    if write.operation == .delete { return try keepOfDelete(write, id) }
    let cell = Interner.cell(id, try session.interner.name(write.field))
    if case .these(let shown) = write.shown {
      return Keep.list(heads: try history(cell, write.operation).heads, shown: shown)
    }
    let isJoined = try session.interner.flags(id).contains(.joined)
    guard isJoined || session.contested.contains(cell) else { return [] }
    let history = try history(cell, write.operation)
    return Keep.list(heads: history.heads, shown: try shownBlindly(history, write, id))
  }

  private func history(_ cell: Int64, _ operation: Operation) throws -> CellHistory {
    try session.cells.history(
      cell, element: operation.element)
  }

  private func shownBlindly(_ history: CellHistory, _ write: CellWrite, _ id: Int64) throws -> Set<Reference> {
    let group = try GroupShown(session, id)
    let cells = group.shown.map { CellHistory($0.events(write.field)) }
    return Keep.shownBlindly(history, displayed: Entry.list(cells).first?.content)
  }

  private func keepOfDelete(_ write: CellWrite, _ id: Int64) throws -> [Reference] {
    guard case .these(let shown) = write.shown else { return [] }
    return Keep.list(deleting: try session.cells.row(id).life, shown: shown)
  }
}
