import Merge
import Model

/// What an undone import leaves standing because other machines imported the same: asked about as one thing.
package struct SharedImport: Sendable {
  /// The names of the machines that imported it too.
  package let machines: [String]
  /// The titles of the notes.
  package let notes: [String]
  /// Notes and what was read from them.
  package var count: Int { rows.count }
  let rows: [RowSnapshot]
}

/// Finds which of the rows that an undo left alone stand only by imports on other machines.
struct SharedImportFinder {
  let session: Session
  let titles: Titles

  /// The rows of the reports that are shared, and what to ask about them; nil where there are none.
  func find(in reports: [UndoReport]) throws -> SharedImport? {
    var (rows, machines): ([RowSnapshot], Set<String>) = ([], [])
    let names = MachineNames(session)
    for report in reports where report.undone.batch.hasPrefix(Batch.importPrefix) {
      for subject in report.skippedRows {
        guard let others = try importers(of: subject, besides: report.undone), !others.isEmpty,
          let snapshot = try session.snapshot(subject)
        else { continue }
        rows.append(snapshot)
        machines.formUnion(try others.map { try names.name(of: $0) })
      }
    }
    guard !rows.isEmpty else { return nil }
    let notes = try rows.map(\.subject).filter { $0.kind == Model.Document.kind }.map(titles.title)
    return SharedImport(machines: machines.sorted(), notes: notes, rows: rows)
  }

  /// Who imported the row too; nil where somebody did something else with it or with a part of it.
  private func importers(of subject: Subject, besides undone: Transaction) throws -> Set<Incarnation>? {
    guard let position = try session.streams.locate(undone.tip),
      let (_, span) = try session.transaction(position.transaction)
    else { return nil }
    let signs = try Edits(session: session).askDelete(subject).flatMap(\.histories).flatMap(\.life.standing)
      .filter { !span.contains($0) && !span.hasSeen($0) }
    let isImport = try signs.allSatisfy {
      try $0.reference.incarnation != undone.incarnation
        && session.batch(of: $0.reference).hasPrefix(Batch.importPrefix)
    }
    return isImport ? Set(signs.map(\.reference.incarnation)) : nil
  }
}

extension Store {
  /// Deletes on every machine what an undone import left standing.
  package func delete(_ shared: SharedImport, command: String) throws -> Receipt? {
    try commit { try $0.apply(command, try Edits(session: $0.session).delete(shared.rows)) }
  }
}
