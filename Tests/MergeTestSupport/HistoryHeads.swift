package import Merge
import Model

extension History {
  /// A field that this version does not know is a text if it holds one.
  package func isText(_ cell: Cell) -> Bool {
    let rule = schema.rule(of: cell.field, in: cell.subject.kind)
    return rule == .text
      || (rule == nil && changes(of: cell).contains { if case .text = $0.operation { true } else { false } })
  }

  package func heads(of cell: Cell) -> [HeldChange] {
    if headsOfCell[cell] == nil { headsOfCell[cell] = computeHeads(of: cell) }
    return (headsOfCell[cell] ?? []).map { changes[$0] }
  }

  /// Touched cells only, but each from the whole log.
  func updateHeads(of fresh: [HeldChange]) {
    if mutations.contains(.headsInArrivalOrder) {
      updateHeadsInArrivalOrder(fresh)
    } else if mutations.contains(.supersessionAcrossJoins) {
      headsOfCell = [:]
    } else {
      for change in fresh { headsOfCell[change.cell] = nil }
    }
  }

  private func computeHeads(of cell: Cell) -> [Int] {
    let own = cells[cell] ?? []
    if isText(cell), !mutations.contains(.textsSupersededByContext) {
      let replaced = Set(own.flatMap { changes[$0].operation.replacedVersions.map(key) })
      return own.filter { !replaced.contains(key(changes[$0].reference)) }
    }
    let isReserved = cell.field == ReservedField.presence || cell.field == ReservedField.same
    if mutations.contains(.lastWriterWins), !isReserved {
      return own.max { (changes[$0].wall, changes[$0].reference) < (changes[$1].wall, changes[$1].reference) }
        .map { [$0] } ?? []
    }
    let rivals = mutations.contains(.supersessionAcrossJoins) && !isReserved ? rivalsAcrossJoins(cell) : own
    return own.filter { y in !rivals.contains { counts(changes[$0], changes[y]) } }
  }

  /// Wrong on purpose: in stream order, compared with the heads only.
  private func updateHeadsInArrivalOrder(_ fresh: [HeldChange]) {
    for x in fresh.sorted(by: { $0.reference < $1.reference }) {
      let replaced = Set(x.operation.replacedVersions)
      let standing = heads(of: x.cell).filter { y in
        y.reference != x.reference && !(isText(x.cell) ? replaced.contains(y.reference) : counts(x, y))
      }
      headsOfCell[x.cell] = (standing + [x]).map(\.id)
    }
  }

  /// Wrong on purpose: a change of one member of a joined row supersedes those of the others.
  private func rivalsAcrossJoins(_ cell: Cell) -> [Int] {
    (components()[cell.subject] ?? [cell.subject]).flatMap { member in
      cells[Cell(subject: member, field: cell.field, element: cell.element)] ?? []
    }
  }
}

extension History {
  /// The changes whose values a head holds: itself, or for a restore those of its dots.
  package func origins(of head: HeldChange) -> [HeldChange] {
    guard case .restore(let dots, _, _) = head.operation else { return [head] }
    return dots.compactMap(change).flatMap(origins)
  }

  package func origins(of cell: Cell) -> [HeldChange] { unique(heads(of: cell).flatMap(origins)) }

  private func unique(_ changes: [HeldChange]) -> [HeldChange] {
    var known: Set<Reference> = []
    return changes.filter { known.insert($0.reference).inserted }
  }

  /// The values of a shown cell in display order.
  package func entries(of cells: [Cell]) -> [HeldChange] {
    let all = unique(cells.flatMap(origins))
    func isOutlived(_ y: HeldChange) -> Bool { all.contains { $0.reference != y.reference && seen($0, y) } }
    let ranked = all.map { (change: $0, isOutlived: isOutlived($0), isCleared: $0.operation == .clear) }
    return ranked.sorted { a, b in
      if a.isOutlived != b.isOutlived { return b.isOutlived }
      if a.isCleared != b.isCleared { return b.isCleared }
      return (a.change.wall, a.change.reference) > (b.change.wall, b.change.reference)
    }.map(\.change)
  }

  /// Whether an element is in its set: add wins.
  package func isPresent(_ cell: Cell) -> Bool {
    origins(of: cell).contains { if case .add = $0.operation { true } else { false } }
  }
}
