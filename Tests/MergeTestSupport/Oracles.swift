import Merge
import Model

/// The laws that every machine must keep at every moment.
package struct Oracles {
  private let history: History
  private let view: View
  private let truth: GroundTruth
  /// For each visible row and member the canonical row.
  private let canonical: [Subject: Subject]

  /// Checks accounts, texts and parents of what a machine holds now.
  package static func check(_ history: History, _ view: View, _ truth: GroundTruth) throws {
    let oracles = Oracles(history, view, truth)
    try oracles.checkValues()
    for cell in history.cells.keys where history.schema.rule(of: cell.field, in: cell.subject.kind) == .text {
      try TextOracles(history, truth, cell, oracles.view(of: cell.subject), oracles.deleted(cell.subject)).check()
    }
    try oracles.checkParents()
  }

  private init(_ history: History, _ view: View, _ truth: GroundTruth) {
    self.history = history
    self.view = view
    self.truth = truth
    canonical = Dictionary(
      view.rows.flatMap { row, rowView in rowView.members.map { ($0, row) } }, uniquingKeysWith: { first, _ in first })
  }

  private func view(of row: Subject) -> RowView? { canonical[row].flatMap { view.rows[$0] } }

  /// What the authors of deletes of an invisible row had been shown.
  private func deleted(_ row: Subject) -> Set<Reference> {
    guard canonical[row] == nil else { return [] }
    return history.changes(of: row).filter { $0.operation == .delete }
      .reduce(into: []) { $0.formUnion(truth[$1.reference].shown) }
  }

  /// Every value is shown, listed, or superseded by a change whose author had been shown it.
  private func checkValues() throws {
    for cell in history.cells.keys {
      let rule = history.schema.rule(of: cell.field, in: cell.subject.kind)
      guard rule == .register || rule == .set else { continue }
      let changes = history.changes(of: cell)
      let shownTo = changes.reduce(into: deleted(cell.subject)) { $0.formUnion(truth[$1.reference].shown) }
      let row = view(of: cell.subject)
      for change in changes where change.writesValue && !shownTo.contains(change.reference) {
        let isShown =
          rule == .set
          ? row?.elements(cell.field).contains(cell.element)
          : row?.values(cell.field).contains { $0.content == Content(change.operation) }
        try expect(isShown == true, "value lost", "\(cell) \(change.operation)")
      }
    }
  }

  /// No displayed parent reference points to a row that is not visible.
  private func checkParents() throws {
    let joined = history.components()
    for (row, rowView) in view.rows {
      guard let parent = history.schema.parent(of: row.kind),
        case .value(.reference(let target)) = rowView.values(parent.field).first?.content, target.kind == parent.kind,
        history.rows[target] != nil
      else { continue }
      try expect(view.rows[joined[target]?.first ?? target] != nil, "invisible parent", "\(row) \(target)")
    }
  }
}

extension HeldChange {
  fileprivate var writesValue: Bool {
    switch operation {
    case .set, .add, .unknown: true
    default: false
    }
  }
}

/// The laws of one long text.
private struct TextOracles {
  let history: History
  let truth: GroundTruth
  let cell: Cell
  let deleted: Set<Reference>
  let changes: [HeldChange]
  let heads: [HeldChange]
  let isVisible: Bool
  /// The parts of all texts that are shown for the cell's row.
  let parts: [TextPart]

  init(_ history: History, _ truth: GroundTruth, _ cell: Cell, _ row: RowView?, _ deleted: Set<Reference>) {
    self.history = history
    self.truth = truth
    self.cell = cell
    self.deleted = deleted
    changes = history.changes(of: cell)
    heads = history.textHeads(of: cell)
    isVisible = row != nil
    parts = Array((row?.texts(cell.field) ?? []).joined())
  }

  func check() throws {
    let shown = Set(parts.flatMap(\.alternatives).joined())
    let written = Set(history.changes.flatMap(\.units))
    try expect(shown.isSubset(of: written), "text: a unit nobody wrote", "\(cell)")
    let dropped = changes.reduce(into: Set<TextUnit>()) { $0.formUnion(droppedUnits($1)) }
    for version in changes where !deleted.contains(version.reference) {
      let lost = Set(version.units.filter { !$0.bytes.isEmpty }).subtracting(shown).subtracting(dropped)
      try expect(lost.isEmpty, "text: unit lost", "\(cell) \(version.reference.seq) \(lost.map(\.text))")
    }
    guard isVisible else { return }
    try checkHeads(shown)
    for head in heads { try checkReturns(head) }
    for (by, units) in truth.undone[cell] ?? [] {
      if let undo = history.change(by) { try checkUndone(undo, units) }
    }
  }

  /// What an undo took out stands outside conflict regions only if somebody wrote it anew whom the undo had not seen.
  private func checkUndone(_ undo: HeldChange, _ units: Set<TextUnit>) throws {
    for case .unit(let unit) in history.textView(of: cell) ?? [] where units.contains(unit) {
      let isWrittenAnew = changes.contains { version in
        version.reference != undo.reference && !history.seen(undo, version) && writesAnew(version, unit)
      }
      try expect(isWrittenAnew, "text: an undone unit returned", "\(cell) \(unit.text)")
    }
  }

  /// What the author of a version saw and did not write.
  private func droppedUnits(_ version: HeldChange) -> Set<TextUnit> {
    truth[version.reference].units.subtracting(version.units)
  }

  /// Each head's units are shown, unless a version in the line of the heads removed them. Empty lines say nothing.
  private func checkHeads(_ shown: Set<TextUnit>) throws {
    let line = heads.reduce(into: Set(heads.map(\.reference))) { $0.formUnion(history.ancestors(of: $1)) }
    let versions = line.compactMap(history.change).filter { !$0.units.isEmpty }
    let removed = versions.reduce(into: Set<TextUnit>()) { $0.formUnion(droppedUnits($1)) }
    for head in heads {
      let lost = Set(head.units.filter { !$0.bytes.isEmpty }).subtracting(shown).subtracting(removed)
      try expect(lost.isEmpty, "text: a head's unit lost", "\(cell) \(lost.map(\.text))")
    }
  }

  /// A unit that a head's line removed stands outside conflict regions only if another head's line wrote it anew.
  private func checkReturns(_ head: HeldChange) throws {
    let line = history.ancestors(of: head)
    let held = line.compactMap(history.change).reduce(into: Set<TextUnit>()) { $0.formUnion($1.units) }
    let removed = held.subtracting(head.units)
    for case .unit(let unit) in history.textView(of: cell) ?? [] where removed.contains(unit) {
      let isWrittenAnew = heads.contains { other in
        let fresh = history.ancestors(of: other).union([other.reference]).subtracting(line)
        return fresh.compactMap(history.change).contains { writesAnew($0, unit) }
      }
      try expect(isWrittenAnew, "text: a removed unit returned", "\(cell) \(unit.text)")
    }
  }

  private func writesAnew(_ version: HeldChange, _ unit: TextUnit) -> Bool {
    guard version.units.contains(unit) else { return false }
    let parents = version.operation.replacedVersions.compactMap(history.change).flatMap(history.origins)
    return parents.isEmpty || !parents.allSatisfy { $0.units.contains(unit) }
  }
}
