package import BundleFile
import GRDB
import Merge
import Model

extension Store {
  /// Writes what is shown now, without history, for somebody outside such as a coach: names are replaced, the same one by
  /// the same stand-in everywhere; every identity is fresh, so that two copies cannot be matched by them. No store takes
  /// it in.
  ///
  /// - Throws: `StoreError`, `BundleError`; then no file was made or replaced.
  package func exportRedacted(
    to path: String, replace: Bool, packing: BundleOnDisk.Packing = .init()
  ) throws -> BundleReport {
    let transactions = try read { try RedactedCopy(session: $0, environment: environment).transactions() }
    guard let first = transactions.first, let last = transactions.last else { throw ExportError.nothingToShow }
    let range = StreamRange(
      incarnation: first.incarnation, first: 1, last: last.last, before: nil, end: last.hash)
    return try BundleOnDisk.write(
      BundleHead(kind: .redacted, streams: [range]), to: path, replace: replace, packing: packing
    ) { append in
      for transaction in transactions { try append(transaction) }
    }
  }
}

/// The shown rows under fresh identities, as one new machine would have entered them.
private final class RedactedCopy {
  private let session: Session
  private let environment: Environment
  private let names: RedactedNames
  private var fresh: [Subject: Subject] = [:]

  /// Each transaction holds this many rows at most.
  private static let rowsOfTransaction = 500

  init(session: Session, environment: Environment) throws {
    self.session = session
    self.environment = environment
    names = try RedactedNames(session)
  }

  func transactions() throws -> [Transaction] {
    let kinds = Registry.kinds.filter { RedactedFields.carried[$0.name] != nil }
    let rows = try kinds.flatMap { try session.shownRows($0) }.filter { !RedactedFields.isLeftOut($0) }
    for row in rows { fresh[row.subject] = Subject(kind: row.subject.kind, id: randomID()) }
    let incarnation = Incarnation(randomID())
    var transactions: [Transaction] = []
    for start in stride(from: 0, to: rows.count, by: Self.rowsOfTransaction) {
      let changes = rows[start..<min(start + Self.rowsOfTransaction, rows.count)].flatMap(changes)
      guard !changes.isEmpty else { continue }
      transactions.append(
        Transaction(
          incarnation: incarnation, first: (transactions.last?.last ?? 0) + 1, previous: transactions.last?.hash,
          context: [], wall: 0, command: "redacted copy", changes: changes))
    }
    return transactions
  }

  /// No part of it tells the time, unlike that of identities which people make.
  private func randomID() -> RowID { RowID(high: environment.random(), low: environment.random()) }

  // MARK: rows

  private func changes(_ row: ShownRow) -> [Change] {
    guard let subject = fresh[row.subject], let carried = RedactedFields.carried[row.subject.kind] else { return [] }
    return row.contents.filter { carried.contains($0.field.name) }.compactMap { field, content in
      operation(row, field, content).map { Change(subject, field.name, $0) }
    }
  }

  private func operation(_ row: ShownRow, _ field: FieldInfo, _ content: FieldContent) -> Operation? {
    if field.name == "name", let standIn = names.standIns[row.subject] { return .set(.string(standIn)) }
    switch content {
    case .empty, .words: return nil
    case .text(let text): return .text(bases: [], whole: names.redactor.redacted(text))
    case .value(.string(let text)):
      if case .choice = field.type { return .set(.string(text)) }
      return .set(.string(names.redactor.redacted(text)))
    case .value(.reference(let subject)): return fresh[subject].map { .set(.reference($0)) }
    case .value(.integer), .value(.boolean), .value(.day), .value(.moment):
      if case .value(let value) = content { return .set(value) }
      return nil
    case .value: return nil
    }
  }
}
