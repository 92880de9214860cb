import GRDB
import Merge
import Model

/// What the rows of a join say differently, and how it is settled: by the chosen name, else as the row named first has it;
/// texts one after the other. What was in conflict before is left to be answered.
struct JoinSettlement {
  /// A field that the rows say differently.
  struct Difference {
    let field: FieldInfo
    let kept: FieldContent
    let other: FieldContent
  }

  private let session: Session
  private let rows: [Subject]
  private let name: String

  init(_ session: Session, _ rows: [Subject], name: String) {
    (self.session, self.rows, self.name) = (session, rows, name)
  }

  private func snapshots() throws -> [RowSnapshot] { try rows.compactMap(session.snapshot) }

  func differences() throws -> [Difference] {
    let shown = try snapshots()
    guard shown.count == 2, let kind = session.registry.kind(shown[0].subject.kind) else { return [] }
    return try kind.fields.compactMap { field in
      let (one, other) = (shown[0].content(field), shown[1].content(field))
      guard field.rule != .set, one != .empty, other != .empty, try !isSame(one, other),
        !shown.contains(where: { $0.isInConflict(field) })
      else { return nil }
      if field.name == NamePattern.mainField(kind.name), !name.isEmpty {
        let chosen = FieldContent.value(.string(name))
        return Difference(field: field, kept: chosen, other: chosen == one ? other : one)
      }
      guard case (.text(let first), .text(let second)) = (one, other) else {
        return Difference(field: field, kept: one, other: other)
      }
      return Difference(field: field, kept: .text(first + "\n\n" + second), other: other)
    }
  }

  private func isSame(_ left: FieldContent, _ right: FieldContent) throws -> Bool {
    guard case (.value(.reference(let one)), .value(.reference(let other))) = (left, right) else {
      return left == right
    }
    return try session.isOne(one, other)
  }

  /// For each member of either row that says otherwise. A field that one row cleared takes what the other says.
  func writes() throws -> [CellWrite] {
    let (shown, edits) = (try snapshots(), Edits(session: session))
    let differing = try differences().flatMap { difference in
      shown.filter { $0.content(difference.field) != difference.kept }
        .flatMap { edits.edit($0, difference.field, difference.kept) }
    }
    return differing + (try filled(shown, edits))
  }

  /// Clears beside a value would be a conflict once the rows are one.
  private func filled(_ shown: [RowSnapshot], _ edits: Edits) throws -> [CellWrite] {
    guard shown.count == 2, let kind = session.registry.kind(shown[0].subject.kind) else { return [] }
    return kind.fields.filter { $0.rule == .register }.flatMap { field in
      zip(shown, shown.reversed()).flatMap { row, other -> [CellWrite] in
        let isCleared = row.content(field) == .empty && !row.entries(field.name).isEmpty && !row.isInConflict(field)
        guard isCleared, case .value(let value) = other.content(field) else { return [] }
        return edits.edit(row, field, .value(value))
      }
    }
  }

  /// What the joins whose edges are removed here wrote besides, put back where it still stands.
  static func takenBack(_ unjoining: [CellWrite], _ session: Session) throws -> [CellWrite] {
    var seen: Set<Int64> = []
    return try unjoining.flatMap { write -> [CellWrite] in
      guard let id = try session.interner.existing(write.subject) else { return [] }
      let cell = Interner.cell(id, try session.interner.name(ReservedField.same))
      let history = try session.cells.history(cell, element: write.operation.element)
      return try history.origins(of: history.heads).flatMap { edge -> [CellWrite] in
        let number = try session.transaction(of: edge)
        guard seen.insert(number).inserted, let (transaction, span) = try session.transaction(number),
          transaction.batch.isEmpty || transaction.batch.hasPrefix(Batch.stepPrefix)
        else { return [] }
        return try settled(transaction, span, session)
      }
    }
  }

  private static func settled(_ transaction: Transaction, _ span: TransactionSpan, _ session: Session) throws
    -> [CellWrite]
  {
    let subjects = Set(transaction.changes.filter { $0.field != ReservedField.same }.map(\.subject)).sorted()
    let rows = try subjects.compactMap { try session.interner.existing($0) }.map { try session.cells.row($0) }
    let undo = try Undo(of: span, rows: rows) { _ in [] }
    return undo.writes.filter { $0.change.field != ReservedField.same && $0.change.field != ReservedField.presence }
      .map { CellWrite($0.change.subject, $0.change.field, $0.change.operation, shown: .these($0.shown)) }
  }
}

extension RowSnapshot {
  /// Whether a field has more than one answer already.
  func isInConflict(_ field: FieldInfo) -> Bool {
    switch field.rule {
    case .register: Entry.distinct(entries(field.name)).count > 1
    case .text: ContestedText(self, field.name) != nil
    case .set: false
    }
  }
}
